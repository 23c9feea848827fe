// The page's script and style: bundled once from src/local/page/client and kept in build/local, named by what went in.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Loader } from 'esbuild';
import { checkoutDir } from '../host';

export interface Assets {
  readonly script: Buffer;
  readonly style: Buffer;
  /** Runs inside every dialog: what makes google.script work there. */
  readonly bridge: string;
}

const FONT_LOADERS: Readonly<Record<string, Loader>> = {
  '.woff': 'dataurl',
  '.woff2': 'dataurl',
  '.ttf': 'dataurl',
};

export async function pageAssets(): Promise<Assets> {
  const root = checkoutDir();
  const source = join(root, 'src', 'local', 'page');
  const shelf = join(root, 'build', 'local', 'page');
  const folder = join(shelf, fingerprint(root, source));
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    await build({
      entryPoints: ['page.ts', 'page.css', 'bridge.ts'].map((name) => join(source, 'client', name)),
      outdir: fresh,
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      platform: 'browser',
      charset: 'utf8',
      legalComments: 'none',
      loader: FONT_LOADERS,
      logLevel: 'warning',
    });
    mkdirSync(shelf, { recursive: true });
    // Another start may have been faster: then its files are as good as these.
    if (existsSync(folder)) rmSync(fresh, { recursive: true });
    else renameSync(fresh, folder);
  }
  return {
    script: readFileSync(join(folder, 'page.js')),
    style: readFileSync(join(folder, 'page.css')),
    bridge: readFileSync(join(folder, 'bridge.js'), 'utf8'),
  };
}

function fingerprint(root: string, source: string): string {
  const hash = createHash('sha256').update(
    readFileSync(join(root, 'node_modules', '@univerjs', 'core', 'package.json')),
  );
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of files)
    if (/\.(ts|css)$/.test(name)) hash.update(name).update(readFileSync(join(source, name)));
  return hash.digest('hex').slice(0, 12);
}
