// What the script passed, checked: a service call comes over as unknown values and must not be trusted to fit.
import type { Area } from '../../book/a1';

export function text(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new Error(`${what} must be a text, not ${shown(value)}.`);
  return value;
}

export function number(value: unknown, what: string): number {
  if (typeof value !== 'number') throw new Error(`${what} must be a number, not ${shown(value)}.`);
  return value;
}

export const optional = <T>(
  value: unknown,
  read: (value: unknown, what: string) => T,
  what: string,
  other: T,
): T => (value === undefined || value === null ? other : read(value, what));

export function boolean(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw new Error(`${what} must be true or false, not ${shown(value)}.`);
  return value;
}

export function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${what} must be an array, not ${shown(value)}.`);
  return value;
}

/** A table of cells; `[]` instead of `[[]]` is the usual mistake. */
export const table = <T>(value: unknown, what: string, read: (item: unknown, what: string) => T): T[][] =>
  list(value, what).map((row) => list(row, `each row of ${what}`).map((item) => read(item, what)));

export type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${what} must be an object, not ${shown(value)}.`);
  return Object.fromEntries(Object.entries(value));
}

/** The data behind an object of the given kind that the script passed back. */
export function data(value: unknown, kind: string): Fields {
  const ref = fields(value, kind);
  if (ref.kind !== kind) throw new Error(`Expected a ${kind}, not ${shown(value)}.`);
  return fields(ref.data, kind);
}

export function area(value: unknown): Area {
  const { row, column, rows, columns } = fields(value, 'A range');
  return {
    row: number(row, 'A row'),
    column: number(column, 'A column'),
    rows: number(rows, 'The number of rows'),
    columns: number(columns, 'The number of columns'),
  };
}

const shown = (value: unknown): string =>
  value === undefined
    ? 'undefined'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : `${typeof value} ${value}`;
