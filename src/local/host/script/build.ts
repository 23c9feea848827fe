// The text of the worker and of the service shims, made from their TypeScript: once, and kept by what went into them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundling, keep, keptText, madeOf } from '../bundler';
import { checkoutDir } from '../checkout';

export interface ScriptTexts {
  readonly worker: string;
  readonly shims: string;
}

const folder = (): string => join(checkoutDir(), 'src', 'local', 'host');

const bundled = (entry: string, format: 'cjs' | 'iife', target: string): Promise<string> =>
  bundling(async ({ build }) => {
    const result = await build({
      entryPoints: [join(folder(), 'script', entry)],
      bundle: true,
      write: false,
      format,
      target,
      platform: format === 'cjs' ? 'node' : 'neutral',
      logLevel: 'warning',
      ...(format === 'iife' ? { globalName: 'shims' } : {}),
    });
    return result.outputFiles[0]?.text ?? '';
  });

let texts: Promise<ScriptTexts> | undefined;

export function scriptTexts(): Promise<ScriptTexts> {
  texts ??= made();
  return texts;
}

async function made(): Promise<ScriptTexts> {
  const { shims, worker } = { shims: madeOf('shims', ...sources()), worker: madeOf('worker', ...sources()) };
  const kept = { worker: keptText(worker), shims: keptText(shims) };
  if (kept.worker !== null && kept.shims !== null) return { worker: kept.worker, shims: kept.shims };
  const fresh = {
    worker: await bundled('worker.ts', 'cjs', 'node20'),
    shims: await bundled('shims/index.ts', 'iife', 'es2020'),
  };
  keep(worker, fresh.worker);
  keep(shims, fresh.shims);
  return fresh;
}

/** All that the two may be made of. */
function sources(): readonly (string | Buffer)[] {
  const names = readdirSync(folder(), { recursive: true, encoding: 'utf8' }).sort();
  return [
    readFileSync(join(checkoutDir(), 'node_modules', 'gas-local', 'package.json')),
    ...names
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [name, readFileSync(join(folder(), name))]),
  ];
}
