// Cells in blocks: one read and one write of the engine for a whole range, with the shapes and limits of Sheets.
import type { ICellData, Nullable } from '@univerjs/core';
import type { Area } from './a1';
import type { Book, CellChange } from './book';
import { checkStorable, formatIn, given, type ScriptValue, type Stored, scriptValue, stored } from './cells';
import { alike, type Change, changeLooks } from './columnLooks';
import type { UniverSheet } from './engine';
import { isAsColumn, isBlank, type Looks, lackingLooks, looksAt } from './looks';
import { type GridSize, rangeOf } from './ranges';

export const cellsOf = (sheet: UniverSheet, area: Area): Nullable<ICellData>[][] =>
  rangeOf(sheet, area).getCellDataGrid();

export function readValues(book: Book, sheet: UniverSheet, area: Area): ScriptValue[][] {
  const { place } = book;
  return cellsIn(sheet, area, (cell, looks) => scriptValue(cell, formatIn(looks), place));
}

/** What is made of each cell and of how it looks. */
export const cellsIn = <T>(
  sheet: UniverSheet,
  area: Area,
  make: (cell: Nullable<ICellData>, looks: Looks) => T,
): T[][] =>
  cellsOf(sheet, area).map((row, r) =>
    row.map((cell, c) => make(cell, looksAt(sheet, cell, area.row + r, area.column + c))),
  );

export const readFormulas = (sheet: UniverSheet, area: Area): string[][] =>
  cellsOf(sheet, area).map((row) => row.map((cell) => cell?.f ?? ''));

/** Every given table must have exactly the range's shape, as in Sheets. */
export function checkShape(table: readonly (readonly unknown[])[], area: Area): void {
  if (table.length !== area.rows)
    throw new Error(
      `The number of rows in the data does not match the number of rows in the range. ` +
        `The data has ${table.length} but the range has ${area.rows}.`,
    );
  for (const row of table)
    if (row.length !== area.columns)
      throw new Error(
        `The number of columns in the data does not match the number of columns in the range. ` +
          `The data has ${row.length} but the range has ${area.columns}.`,
      );
}

export function writeValues(
  book: Book,
  sheet: UniverSheet,
  area: Area,
  table: readonly (readonly unknown[])[],
): void {
  checkShape(table, area);
  table.forEach((line, r) => {
    line.forEach((value, c) => {
      checkStorable(value, { row: area.row + r, column: area.column + c });
    });
  });
  const { place } = book;
  const ofRows = (r: number, c: number, format: string): Stored => stored(table[r]?.[c], format, place);
  writeStored(book, sheet, area, ofRows);
}

/** Values as they are given: a text stays a text, whatever it looks like. undefined blanks a cell. */
export function writeTexts(
  book: Book,
  sheet: UniverSheet,
  area: Area,
  table: readonly (readonly (string | number | boolean | undefined)[])[],
): void {
  checkShape(table, area);
  writeStored(book, sheet, area, (r, c) => ({ cell: given(table[r]?.[c], book.place) }));
}

/** Cells of an area, each with what it lacks of its column's looks. `storedAt` is given a cell's number format. */
function writeStored(
  book: Book,
  sheet: UniverSheet,
  area: Area,
  storedAt: (r: number, c: number, format: string) => Stored,
): void {
  // What lies outside the grid is refused before anything is written.
  rangeOf(sheet, area);
  const rows = Math.max(1, Math.floor(CELLS_AT_ONCE / area.columns));
  const write = (from: number): void => {
    const block = { ...area, row: area.row + from, rows: Math.min(rows, area.rows - from) };
    writeBlock(book, sheet, block, (r, c, format) => storedAt(from + r, c, format));
  };
  if (rows >= area.rows) write(0);
  else
    book.together(() => {
      for (let from = 0; from < area.rows; from += rows) write(from);
    });
}

/** Half a million cells at once would stand in memory five times over, on their way into the engine and the journal. */
const CELLS_AT_ONCE = 20_000;

function writeBlock(
  book: Book,
  sheet: UniverSheet,
  area: Area,
  storedAt: (r: number, c: number, format: string) => Stored,
): void {
  const now = cellsOf(sheet, area);
  const cellAt = (r: number, c: number): CellChange | undefined => {
    const [before, row, column] = [now[r]?.[c], area.row + r, area.column + c];
    const format = formatIn(looksAt(sheet, before, row, column));
    const { cell, format: brought } = storedAt(r, c, format);
    if (cell.v === null && !cell.f) {
      if (!before) return undefined;
      return isAsColumn(sheet, before, row, column) ? { ...cell, s: null } : cell;
    }
    const lacking = lackingLooks(sheet, before, row, column);
    const brings = brought !== undefined && format === '' ? { n: { pattern: brought } } : undefined;
    const looks = lacking || brings ? { s: { ...lacking, ...brings } } : {};
    // A cell that is not there yet has nothing to lose.
    return before ? { ...cell, ...looks } : { ...filledParts(cell), ...looks };
  };
  const at = (length: number): number[] => Array.from({ length }, (_, index) => index);
  book.putCells(
    sheet,
    area,
    at(area.rows).map((r) => at(area.columns).map((c) => cellAt(r, c))),
  );
}

const filledParts = ({ v, f, t }: ICellData): ICellData => (f ? { f } : { v: v ?? null, t: t ?? null });

export const readFormats = (sheet: UniverSheet, area: Area): string[][] =>
  cellsIn(sheet, area, (_cell, looks) => formatIn(looks) || 'General');

/** 'General' or '' takes a cell's own format away. */
export function writeFormats(
  book: Book,
  sheet: UniverSheet,
  area: Area,
  formats: readonly (readonly string[])[],
): void {
  checkShape(formats, area);
  const change = alike((format: string) => ({
    n: format === '' || format === 'General' ? null : { pattern: format },
  }));
  changeLooks(
    book,
    sheet,
    area,
    formats.map((row) => row.map(change)),
  );
}

/** The last row and column that hold a value or a formula; 0 for an empty tab. Formats alone do not count. */
export function extent(sheet: UniverSheet): GridSize {
  let rows = 0;
  let columns = 0;
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (isBlank(cell)) return;
      rows = Math.max(rows, row + 1);
      columns = Math.max(columns, column + 1);
    });
  return { rows, columns };
}

/** Looks alone: whatever else a cell has stays. */
export function writeStyles(
  book: Book,
  sheet: UniverSheet,
  area: Area,
  table: readonly (readonly Change[])[],
): void {
  checkShape(table, area);
  changeLooks(book, sheet, area, table);
}
