// Where a tab's records go in the sheet: whole columns, padded over what stood there, one block per run of own columns.
import type { Cell } from './cell';
import { MadeRows, type Rows } from './madeRows';
import { fieldsOf, headerOf, normalHeader, type WrittenTab } from './tab';

/** A block to be written with one call, from row 2 on. */
export interface Block {
  /** 0-based column at which the block starts. */
  readonly column: number;
  readonly values: Rows<Cell>;
}

/** A table as plain cells in schema order: what an Outcome carries. */
export interface TableCells {
  readonly tab: string;
  readonly headers: readonly string[];
  readonly rows: Rows<Cell>;
  /** Headers of columns that read the clock. */
  readonly clocks?: readonly string[];
}

export const printTable = <R>(tab: WrittenTab<R>, records: readonly NoInfer<R>[]): TableCells =>
  tableOf(tab, [...printedRows(tab, records)]);

/** The same of a table that may have a hundred thousand rows: they are printed whenever somebody goes through them. */
export const printLater = <R>(tab: WrittenTab<R>, records: readonly NoInfer<R>[]): TableCells =>
  tableOf(tab, printedRows(tab, records));

function tableOf<R>(tab: WrittenTab<R>, rows: Rows<Cell>): TableCells {
  const fields = fieldsOf(tab);
  const clocks = fields.filter((field) => tab.columns[field].clock).map(headerOf);
  return { tab: tab.name, headers: fields.map(headerOf), rows, ...(clocks.length === 0 ? {} : { clocks }) };
}

/** A broker's own table has the columns of the desk's: the same record is the same row in both. */
function printedRows<R>(tab: WrittenTab<R>, records: readonly NoInfer<R>[]): MadeRows<R, Cell> {
  const printed = fieldsOf(tab).map((field): ((record: R) => Cell) => {
    const { print } = tab.columns[field];
    return (record) => inert(print(record[field]));
  });
  const way = {
    width: printed.length,
    row: (record: R) => printed.map((cell) => cell(record)),
    value: (record: R, column: number) => printed[column]?.(record) ?? null,
  };
  return new MadeRows(records, way, tab.columns);
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
  // As they stand where the sheet has them so: a large table has no room for a second.
  if (height === table.rows.length && runs.every(({ fields }) => isWhole(fields, table.headers.length)))
    return runs.map(({ column }) => ({ column, values: table.rows }));
  const rows = [...table.rows];
  return runs.map(({ column, fields }) => ({
    column,
    values: Array.from({ length: height }, (_, row) => fields.map((field) => rows[row]?.[field] ?? null)),
  }));
}
