// The bundler, for what is made once and kept: its process ends when nobody uses it any more, and leaves nothing running.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { checkoutDir } from './checkout';

let users = 0;

export async function bundling<T>(work: (bundler: typeof esbuild) => Promise<T>): Promise<T> {
  users += 1;
  try {
    return await work(esbuild);
  } finally {
    users -= 1;
    if (users === 0) await esbuild.stop();
  }
}

/** Univer's patterns of where words may be broken, in eighty languages, are half of it; a cell's words are not broken. */
export const withoutHyphens: esbuild.Plugin = {
  name: 'without hyphens',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ kind, importer }) =>
      kind === 'dynamic-import' && /[\\/]engine-render[\\/]/.test(importer)
        ? { path: 'none', namespace: 'hyphens' }
        : undefined,
    );
    onLoad({ filter: /./, namespace: 'hyphens' }, () => ({ contents: 'export {};' }));
  },
};

export const keptDir = (): string => join(checkoutDir(), 'build', 'local');

/** Where something stays that was made of these texts, so that others make another. */
export function madeOf(name: string, ...texts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return join(keptDir(), `${name}-${hash.digest('hex').slice(0, 12)}`);
}

export const keptText = (path: string): string | null =>
  existsSync(path) ? readFileSync(path, 'utf8') : null;

/** Appears whole: another process may be making the same. */
export function keep(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}
