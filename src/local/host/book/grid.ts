// Cells in blocks: one read and one write of the engine for a whole range, with the shapes and limits of Sheets.
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type { Area } from './a1';
import type { Book } from './book';
import { formatOf, given, type ScriptValue, type StyleOf, scriptValue, stored } from './cells';
import type { UniverSheet } from './engine';
import { type GridSize, rangeOf } from './ranges';

export const styleOfBook =
  (book: Book): StyleOf =>
  (style) =>
    style === null || style === undefined ? undefined : book.univer.getWorkbook().getStyles().get(style);

export const cellsOf = (sheet: UniverSheet, area: Area): Nullable<ICellData>[][] =>
  rangeOf(sheet, area).getCellDataGrid();

export function readValues(book: Book, sheet: UniverSheet, area: Area): ScriptValue[][] {
  const styleOf = styleOfBook(book);
  const { place } = book;
  return cellsOf(sheet, area).map((row) =>
    row.map((cell) => scriptValue(cell, formatOf(cell, styleOf), place)),
  );
}

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
  const range = rangeOf(sheet, area);
  const styleOf = styleOfBook(book);
  const { place } = book;
  const now = range.getCellDataGrid();
  const cells = table.map((row, r) =>
    row.map((value, c): ICellData => {
      const format = formatOf(now[r]?.[c], styleOf);
      const entry = stored(value, format, place, { row: area.row + r, column: area.column + c });
      if (entry.format === undefined || format !== '') return entry.cell;
      return { ...entry.cell, s: { n: { pattern: entry.format } } };
    }),
  );
  range.setValues(cells);
}

export function readFormats(book: Book, sheet: UniverSheet, area: Area): string[][] {
  const styleOf = styleOfBook(book);
  return cellsOf(sheet, area).map((row) => row.map((cell) => formatOf(cell, styleOf) || 'General'));
}

/** 'General' or '' takes a cell's own format away. */
export function writeFormats(sheet: UniverSheet, area: Area, formats: readonly (readonly string[])[]): void {
  checkShape(formats, area);
  const pattern = (format: string): IStyleData =>
    format === '' || format === 'General' ? { n: null } : { n: { pattern: format } };
  const range = rangeOf(sheet, area);
  const now = range.getCellDataGrid();
  range.setValues(
    formats.map((row, r) => row.map((format, c) => ({ ...waiting(now[r]?.[c]), s: pattern(format) }))),
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
      const filled = cell && ((cell.v ?? '') !== '' || cell.f || cell.si || cell.p);
      if (!filled) return;
      rows = Math.max(rows, row + 1);
      columns = Math.max(columns, column + 1);
    });
  return { rows, columns };
}

/** Looks alone: whatever else a cell has stays. */
export function writeStyles(sheet: UniverSheet, area: Area, table: readonly (readonly IStyleData[])[]): void {
  checkShape(table, area);
  const range = rangeOf(sheet, area);
  const now = range.getCellDataGrid();
  range.setValues(table.map((row, r) => row.map((style, c) => ({ ...waiting(now[r]?.[c]), s: style }))));
}

/** A formula that is not calculated yet is lost to the engine unless it comes along. */
const waiting = (cell: Nullable<ICellData>): ICellData =>
  cell?.f && (cell.v === undefined || cell.v === null) ? { f: cell.f } : {};

/** Values as they are given: a text stays a text, whatever it looks like. undefined blanks a cell. */
export function writeTexts(
  { place }: Book,
  sheet: UniverSheet,
  area: Area,
  table: readonly (readonly (string | number | boolean | undefined)[])[],
): void {
  checkShape(table, area);
  rangeOf(sheet, area).setValues(table.map((row) => row.map((value): ICellData => given(value, place))));
}
