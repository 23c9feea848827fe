// Runs one TypeScript file on Node: node build/run.mjs FILE [ARGS]. Bundled by esbuild, packages stay outside.
import { mkdirSync, renameSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { noPackages } from './node.mjs';
import { keptByNpm } from './swallowed.mjs';

const [entry, ...args] = process.argv.slice(2);
if (!entry) throw new Error('usage: node build/run.mjs FILE.ts [ARGS]');
const kept = keptByNpm(process.env, args);
if (kept !== null) {
  console.error(kept);
  process.exit(2);
}
const lack = noPackages();
if (lack !== null) {
  console.error(lack);
  process.exit(1);
}
// Not before: without packages there is none.
const { build, stop } = await import('esbuild');
mkdirSync('build/local', { recursive: true });
// By its whole path: several files are called main.ts, and may run at once.
const name = relative('.', entry).replace(/\.ts$/, '').split(/[\\/]/).join('-');
const outfile = resolve('build/local', `${name}.cjs`);
// Put in place whole: another start of the same file may be reading it.
const fresh = `${outfile}.${process.pid}`;
await build({
  entryPoints: [entry],
  outfile: fresh,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
// Its process would live as long as this one.
await stop();
renameSync(fresh, outfile);
process.argv = [process.argv[0], outfile, ...args];
await import(pathToFileURL(outfile).href);
