// Custom functions: what a script marks with @customfunction can be called in the cells of its spreadsheet.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UniverApi } from '../book/engine';
import { isScript } from './folder';
import type { RunOptions } from './runner';

/** A function's head is no longer than this. */
const HEAD = 500;

/** Comment by comment, each looked at once. */
function markedIn(code: string): readonly string[] {
  const names: string[] = [];
  let begin = code.indexOf('/**');
  while (begin >= 0) {
    const end = code.indexOf('*/', begin + 3);
    if (end < 0) break;
    const after = code.slice(end + 2, end + 2 + HEAD);
    const name = /^\s*function\s+([A-Za-z_]\w*)/i.exec(after)?.[1];
    if (name !== undefined && /@customfunction/i.test(code.slice(begin, end))) names.push(name);
    begin = code.indexOf('/**', end + 2);
  }
  return names;
}

/** Names of the functions that the folder's scripts mark. */
export const customFunctionsIn = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter(isScript)
    .flatMap((name) => markedIn(readFileSync(join(dir, name), 'utf8')));

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
