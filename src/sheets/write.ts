// Where a tab's records go in the sheet: whole columns, padded over what stood there, one block per run of own columns.
import type { Cell, Grid } from './cell';
import { fieldsOf, headerOf, normalHeader, type Tab } from './tab';

/** A block to be written with one call, from row 2 on. */
export interface Block {
  /** 0-based column at which the block starts. */
  readonly column: number;
  readonly values: Grid;
}

/** A table as plain cells in schema order: what an Outcome carries. */
export interface TableCells {
  readonly tab: string;
  readonly headers: readonly string[];
  readonly rows: Grid;
  /** Headers of columns that read the clock. */
  readonly clocks?: readonly string[];
}

export function printTable<R>(tab: Tab<R>, records: readonly R[]): TableCells {
  const fields = fieldsOf(tab);
  const rows = records.map((record) => fields.map((field) => inert(tab.columns[field].print(record[field]))));
  const clocks = fields.filter((field) => tab.columns[field].clock).map(headerOf);
  return { tab: tab.name, headers: fields.map(headerOf), rows, ...(clocks.length === 0 ? {} : { clocks }) };
}

/** Text that a spreadsheet would run as a formula is written as text. */
export const inert = (cell: Cell): Cell =>
  typeof cell === 'string' && /^[=+\-@\t\r']/.test(cell) ? `'${cell}` : cell;

const isWhole = (fields: readonly number[], width: number): boolean =>
  fields.length === width && fields.every((field, at) => field === at);

/**
 * Blocks that put `table` under the sheet's headers wherever these stand, and blank the rows below up to `lastRow`.
 * With the headers as set up that is one block. Columns of the users are not touched.
 * @param headers the sheet's first row
 * @param lastRow number of rows in use, header included
 */
export function placeTable(table: TableCells, headers: readonly Cell[], lastRow: number): readonly Block[] {
  const height = Math.max(table.rows.length, lastRow - 1);
  const own = headers
    .map((header, column) => ({
      column,
      field: table.headers.indexOf(normalHeader(header)),
    }))
    .filter(({ field }) => field >= 0);
  if (height === 0 || own.length === 0) return [];
  const runs: { column: number; fields: number[] }[] = [];
  for (const { column, field } of own) {
    const run = runs[runs.length - 1];
    if (run && run.column + run.fields.length === column) run.fields.push(field);
    else runs.push({ column, fields: [field] });
  }
  return runs.map(({ column, fields }) => ({
    column,
    // As they stand where the sheet has them so: a large table has no room for a second.
    values:
      height === table.rows.length && isWhole(fields, table.headers.length)
        ? table.rows
        : Array.from({ length: height }, (_, row) => fields.map((field) => table.rows[row]?.[field] ?? null)),
  }));
}
