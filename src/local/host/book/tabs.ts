// Whole tabs read and written by the desk itself: to seed a book, to show it, to check it in a test.
import { type Area, parseA1 } from './a1';
import type { Book } from './book';
import type { ScriptValue } from './cells';
import { extent, readValues, writeFormats, writeValues } from './grid';
import { gridSize } from './ranges';
import { PLAIN_TEXT } from './typed';

export type TabValue = ScriptValue;

export interface TabOptions {
  /** Columns, counted from 1, whose cells are plain text whatever they look like: CNPJs, accounts. */
  readonly textColumns?: readonly number[];
}

export const tabNames = (book: Book): readonly string[] => book.sheets().map((sheet) => sheet.getSheetName());

/** The filled part of a tab; an empty tab has no rows. */
export function readTab(book: Book, name: string): TabValue[][] {
  const sheet = book.tab(name);
  const { rows, columns } = extent(sheet);
  return rows === 0 ? [] : readValues(book, sheet, { row: 1, column: 1, rows, columns });
}

/** Replaces the content of a tab, which is added where there is none; rows may differ in length. */
export function writeTab(
  book: Book,
  name: string,
  rows: readonly (readonly unknown[])[],
  { textColumns = [] }: TabOptions = {},
): void {
  const sheet = book.univer.getSheetByName(name) ?? book.insertSheet(name);
  const old = extent(sheet);
  const width = Math.max(old.columns, ...rows.map((row) => row.length));
  const height = Math.max(old.rows, rows.length);
  if (width === 0 || height === 0) return;
  const grid = gridSize(sheet);
  if (height > grid.rows) sheet.insertRowsAfter(grid.rows - 1, height - grid.rows);
  if (width > grid.columns) sheet.insertColumnsAfter(grid.columns - 1, width - grid.columns);
  const area: Area = { row: 1, column: 1, rows: height, columns: width };
  for (const column of textColumns) {
    const formats = Array.from({ length: gridSize(sheet).rows }, () => [PLAIN_TEXT]);
    writeFormats(book, sheet, { row: 1, column, rows: formats.length, columns: 1 }, formats);
  }
  const padded = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_each, c) => rows[r]?.[c] ?? ''),
  );
  writeValues(book, sheet, area, padded);
}

/** Puts one value into one cell, as a person would type it; the rest of the tab stays. */
export function writeCell(book: Book, name: string, cell: string, value: unknown): void {
  const sheet = book.tab(name);
  const area = parseA1(cell, gridSize(sheet));
  if (area.rows * area.columns !== 1) throw new Error(`"${cell}" is not one cell; write it like B2.`);
  writeValues(book, sheet, area, [[value ?? '']]);
}
