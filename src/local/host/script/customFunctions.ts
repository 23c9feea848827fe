// Custom functions: what a script marks with @customfunction can be called in the cells of its spreadsheet.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UniverApi } from '../book/engine';
import { isScript } from './folder';
import type { RunOptions } from './runner';

const MARKED =
  /\/\*\*(?:(?!\*\/)[\s\S])*@customfunction(?:(?!\*\/)[\s\S])*\*\/\s*function\s+([A-Za-z_]\w*)/gi;

/** Names of the functions that the folder's scripts mark. */
export const customFunctionsIn = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter(isScript)
    .flatMap((name) => [...readFileSync(join(dir, name), 'utf8').matchAll(MARKED)])
    .flatMap(([, name]) => name ?? []);

type Cell = string | number | boolean;

const cell = (value: unknown): Cell =>
  typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? '');

/** A table stays one, as a range that formulas spill into. */
const answered = (value: unknown): Cell | Cell[][] =>
  Array.isArray(value)
    ? value.map((row: unknown) => (Array.isArray(row) ? row.map(cell) : [cell(row)]))
    : cell(value);

/** Called by its name in capitals or as it is written; a failure shows as #ERROR! in the cell. */
export function offerCustomFunctions(
  api: UniverApi,
  names: readonly string[],
  call: (fn: string, args: readonly unknown[], how: RunOptions) => Promise<{ readonly value: unknown }>,
): void {
  for (const name of names)
    api.getFormula().registerAsyncFunction(
      name.toUpperCase(),
      async (...args: unknown[]) => {
        const { value } = await call(name, args, { simple: true, custom: true });
        return answered(value);
      },
      `The script's ${name}`,
    );
}
