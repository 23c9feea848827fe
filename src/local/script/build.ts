// Makes the text of the worker and of the service shims from their TypeScript, once a process.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

export interface ScriptTexts {
  readonly worker: string;
  readonly shims: string;
}

/** This file may run from src (tests) or bundled from build/local (npm start): look upwards for the sources. */
function sourceDir(from: string = __dirname): string {
  const candidate = join(from, 'src', 'local', 'script');
  if (existsSync(join(candidate, 'worker.ts'))) return candidate;
  if (dirname(from) === from)
    throw new Error('src/local/script was not found; start the desk from its checkout.');
  return sourceDir(dirname(from));
}

async function bundled(entry: string, format: 'cjs' | 'iife', target: string): Promise<string> {
  const result = await build({
    entryPoints: [join(sourceDir(), entry)],
    bundle: true,
    write: false,
    format,
    target,
    platform: format === 'cjs' ? 'node' : 'neutral',
    logLevel: 'warning',
    ...(format === 'iife' ? { globalName: 'shims' } : {}),
  });
  return result.outputFiles[0]?.text ?? '';
}

let texts: Promise<ScriptTexts> | undefined;

export function scriptTexts(): Promise<ScriptTexts> {
  texts ??= Promise.all([
    bundled('worker.ts', 'cjs', 'node20'),
    bundled('shims/index.ts', 'iife', 'es2020'),
  ]).then(([worker, shims]) => ({ worker, shims }));
  return texts;
}
