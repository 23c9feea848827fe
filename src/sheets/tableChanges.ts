// What would be different in a tab once a table is written into it: row by row and cell by cell, as values rather than as typed.
import { SIDES } from '../domain/trade';
import { type Message, msg, verbatim } from '../language/message';
import { type Cell, type Grid, isBlank } from './cell';
import type { Column } from './columnType';
import { locate } from './headers';
import { type Field, fieldsOf, headerOf, type Tab } from './tab';

export interface CellChange {
  readonly header: string;
  /** null = blank. */
  readonly before: Message | null;
  readonly after: Message | null;
}

export interface RowChange {
  readonly kind: 'added' | 'changed' | 'removed';
  /** As the spreadsheet counts: where the row stands, or would stand. */
  readonly row: number;
  /** Who the row is about, part by part. */
  readonly name: readonly Message[];
  /** What is not blank of a row that comes or goes; of one that stays, what differs. */
  readonly cells: readonly CellChange[];
}

export interface TabChanges {
  readonly tab: string;
  readonly rows: readonly RowChange[];
  /** Rows that say afterwards what they said before. */
  readonly same: number;
}

/** The desk's columns of the sheet's rows, in the order of the schema; the header is left out. */
export function deskCells<R>(tab: Tab<R>, grid: Grid): Grid {
  const { columns } = locate(tab, grid[0] ?? [], null);
  return grid.slice(1).map((cells) =>
    fieldsOf(tab).map((field) => {
      const at = columns[field];
      return at === undefined ? null : (cells[at] ?? null);
    }),
  );
}

/** Records as the cells that a reader would find. */
export const recordCells = <R>(tab: Tab<R>, records: readonly R[]): Grid =>
  records.map((record) => fieldsOf(tab).map((field) => tab.columns[field].print(record[field])));

/**
 * @param key fields by which a row is known; rows alike in all of them are paired in their order
 * @param before @param after rows in the order of the schema
 */
export function tableChanges<R>(
  tab: Tab<R>,
  key: readonly Field<R>[],
  before: Grid,
  after: Grid,
): TabChanges {
  const earlier = keyed(tab, key, before);
  const later = keyed(tab, key, after);
  const changed: RowChange[] = [];
  let same = 0;
  for (const [name, row] of later) {
    const old = earlier.get(name);
    const cells = cellChanges(tab, old?.cells ?? null, row.cells);
    if (old && cells.length === 0) same += 1;
    else
      changed.push({
        kind: old ? 'changed' : 'added',
        row: old?.row ?? row.row,
        name: nameOf(tab, key, row),
        cells,
      });
  }
  for (const [name, row] of earlier)
    if (!later.has(name))
      changed.push({
        kind: 'removed',
        row: row.row,
        name: nameOf(tab, key, row),
        cells: cellChanges(tab, row.cells, null),
      });
  return { tab: tab.name, rows: changed, same };
}

interface Row {
  readonly row: number;
  readonly cells: readonly Cell[];
}

function keyed<R>(tab: Tab<R>, key: readonly Field<R>[], grid: Grid): ReadonlyMap<string, Row> {
  const fields = fieldsOf(tab);
  const seen = new Map<string, number>();
  const rows = new Map<string, Row>();
  cellsAsRead(tab, grid).forEach((cells, index) => {
    if (cells.every((cell) => cell === null)) return;
    const own = JSON.stringify(key.map((field) => cells[fields.indexOf(field)] ?? null));
    const count = seen.get(own) ?? 0;
    seen.set(own, count + 1);
    rows.set(`${own} ${count}`, { row: index + 2, cells });
  });
  return rows;
}

/** The rows as values, in whatever way they were typed; blank rows at the end say nothing. */
export function cellsAsRead<R>(tab: Tab<R>, grid: Grid): Grid {
  const fields = fieldsOf(tab);
  const rows = grid.map((cells): readonly Cell[] =>
    // A blank cell may mean something, such as a list of none; a blank row is no row.
    fields.every((_, at) => isBlank(cells[at]))
      ? fields.map(() => null)
      : fields.map((field, at) => asRead(tab.columns[field], cells[at] ?? null)),
  );
  while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell === null)) rows.pop();
  return rows;
}

/** `1.234,56` and 1234.56 are one amount; what cannot be read is compared as it stands. */
function asRead<T>(column: Column<T>, cell: Cell): Cell {
  if (isBlank(cell)) return column.whenBlank === null ? null : column.print(column.whenBlank.value);
  const read = column.parse(cell);
  return read.ok ? column.print(read.value) : cell;
}

function cellChanges<R>(
  tab: Tab<R>,
  before: readonly Cell[] | null,
  after: readonly Cell[] | null,
): readonly CellChange[] {
  return fieldsOf(tab).flatMap((field, at): readonly CellChange[] => {
    const [old, now] = [before?.[at] ?? null, after?.[at] ?? null];
    if (old === now || (isBlank(old) && isBlank(now))) return [];
    return [{ header: headerOf(field), before: said(tab, field, old), after: said(tab, field, now) }];
  });
}

/** Cents where the column holds an amount, a side where people write one in their own words; all else as it stands. */
function said<R>(tab: Tab<R>, field: Field<R>, cell: Cell): Message | null {
  if (isBlank(cell)) return null;
  const side = SIDES.find((each) => each === cell);
  if (side !== undefined && tab.columns[field].spelled !== undefined) return msg('{side}', { side });
  const cents = typeof cell === 'number' ? Math.round(cell * 100) : Number.NaN;
  return tab.columns[field].sqlType === 'NUMERIC' && Number.isSafeInteger(cents)
    ? msg('{money}', { money: cents })
    : verbatim(String(cell));
}

/** The fund's name is for the eye; the key is what counts. */
function nameOf<R>(tab: Tab<R>, key: readonly Field<R>[], { cells }: Row): readonly Message[] {
  const fields = fieldsOf(tab);
  const [first] = fields;
  const parts = first === undefined || key.includes(first) ? key : [first, ...key];
  return parts.flatMap((field) => said(tab, field, cells[fields.indexOf(field)] ?? null) ?? []);
}
