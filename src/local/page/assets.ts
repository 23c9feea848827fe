// The page's script and style: bundled once from src/local/page/client, compressed, and kept in build/local by what went in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Loader } from 'esbuild';
import { bundling, checkoutDir, keep, madeOf, withoutHyphens } from '../host';
import { type Kept, keptBody } from './replies';

export interface Assets {
  readonly script: Kept;
  readonly style: Kept;
  /** Runs inside every dialog: what makes google.script work there. */
  readonly bridge: string;
}

const FONT_LOADERS: Readonly<Record<string, Loader>> = {
  '.woff': 'dataurl',
  '.woff2': 'dataurl',
  '.ttf': 'dataurl',
};
const NAMES = ['page.js', 'page.css', 'bridge.js'] as const;
/** Half a second for six megabytes; what more would save is not worth the wait. */
const QUALITY = 5;

export async function pageAssets(): Promise<Assets> {
  const root = checkoutDir();
  const source = join(root, 'src', 'local', 'page');
  const folder = madeOf('page', ...sources(root, source));
  const fileOf = (name: string): string => join(folder, name);
  if (!NAMES.every((name) => existsSync(fileOf(`${name}.br`)))) await make(source, fileOf);
  const kept = (name: (typeof NAMES)[number], type: string): Kept =>
    keptBody(type, readFileSync(fileOf(name)), readFileSync(fileOf(`${name}.br`)));
  return {
    script: kept('page.js', 'text/javascript; charset=utf-8'),
    style: kept('page.css', 'text/css; charset=utf-8'),
    bridge: readFileSync(fileOf('bridge.js'), 'utf8'),
  };
}

async function make(source: string, fileOf: (name: string) => string): Promise<void> {
  const { outputFiles } = await bundling(({ build }) =>
    build({
      entryPoints: ['page.ts', 'page.css', 'bridge.ts'].map((name) => join(source, 'client', name)),
      outdir: fileOf(''),
      write: false,
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      platform: 'browser',
      charset: 'utf8',
      legalComments: 'none',
      loader: FONT_LOADERS,
      plugins: [withoutHyphens],
      logLevel: 'warning',
    }),
  );
  for (const name of NAMES) {
    const made = outputFiles.find(({ path }) => path.endsWith(name))?.contents ?? new Uint8Array();
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: made.length,
    };
    keep(fileOf(name), made);
    keep(fileOf(`${name}.br`), brotliCompressSync(made, { params }));
  }
}

function sources(root: string, source: string): readonly (string | Buffer)[] {
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' }).sort();
  return [
    readFileSync(join(root, 'node_modules', '@univerjs', 'core', 'package.json')),
    ...names
      .filter((name) => /\.(ts|css)$/.test(name))
      .flatMap((name) => [name, readFileSync(join(source, name))]),
  ];
}
