// Makes the text of the worker and of the service shims from their TypeScript, once a process.
import { join } from 'node:path';
import { build } from 'esbuild';
import { checkoutDir } from '../checkout';

export interface ScriptTexts {
  readonly worker: string;
  readonly shims: string;
}

async function bundled(entry: string, format: 'cjs' | 'iife', target: string): Promise<string> {
  const result = await build({
    entryPoints: [join(checkoutDir(), 'src', 'local', 'host', 'script', entry)],
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
