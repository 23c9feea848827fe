// Custom functions: what a script marks with @customfunction can be called in the cells of its spreadsheet.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UniverApi } from '../book/engine';
import { serialOf } from '../book/serial';
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

/** A moment is the number that stands for it in a cell, as the book's clock shows it. */
const cell = (value: unknown, zone: string): Cell =>
  value instanceof Date
    ? serialOf(value.getTime(), zone)
    : typeof value === 'number' || typeof value === 'boolean'
      ? value
      : String(value ?? '');

/** A table stays one, as a range that formulas spill into. */
const answered = (value: unknown, zone: string): Cell | Cell[][] =>
  Array.isArray(value)
    ? value.map((row: unknown) =>
        Array.isArray(row) ? row.map((each) => cell(each, zone)) : [cell(row, zone)],
      )
    : cell(value, zone);

/** A single cell is its value, a range a table. */
const handed = (arg: unknown): unknown =>
  Array.isArray(arg) && arg.length === 1 && Array.isArray(arg[0]) && arg[0].length === 1 ? arg[0][0] : arg;

/** Called by its name in capitals or as it is written; a failure shows as #ERROR! in the cell. */
export function offerCustomFunctions(
  api: UniverApi,
  { names, zone }: { readonly names: readonly string[]; readonly zone: string },
  call: (fn: string, args: readonly unknown[], how: RunOptions) => Promise<{ readonly value: unknown }>,
): void {
  for (const name of names)
    api.getFormula().registerAsyncFunction(
      name.toUpperCase(),
      async (...args: unknown[]) => {
        try {
          const { value } = await call(name, args.map(handed), { simple: true, custom: true });
          return answered(value, zone);
        } catch {
          return '#ERROR!';
        }
      },
      `The script's ${name}`,
    );
}
