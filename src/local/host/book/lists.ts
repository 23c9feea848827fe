// The entries of a dropdown: its own, or those that stand in a range of the book.
import { type Area, a1, parseA1 } from './a1';
import type { Book } from './book';
import type { UniverSheet } from './engine';
import { cellsOf } from './grid';
import { gridSize } from './ranges';

/** `'fund-stats'!$B$2:$B$1000`. */
export function addressOf(sheet: UniverSheet, area: Area): string {
  const name = sheet.getSheetName().replace(/'/g, "''");
  return `'${name}'!${a1(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}

export interface Source {
  readonly sheet: UniverSheet;
  readonly area: Area;
}

/** @param address with or without `=`; an open end reaches to the edge of its tab; null = the tab is gone */
export function sourceOf(book: Book, address: string): Source | null {
  const [, quoted, plain, cells = ''] = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address) ?? [];
  const name = quoted?.replace(/''/g, "'") ?? plain;
  const sheet = book.sheets().find((each) => each.getSheetName() === name);
  return sheet ? { sheet, area: parseA1(cells, gridSize(sheet)) } : null;
}

/** What a dropdown of the engine takes: its entries as JSON or separated by commas, or the range that holds them. */
export function entriesOf(book: Book, formula: string): string[] {
  if (formula.startsWith('=')) {
    const source = sourceOf(book, formula);
    const cells = source ? cellsOf(source.sheet, source.area).flat() : [];
    return [...new Set(cells.map((cell) => String(cell?.v ?? '')))].filter((entry) => entry !== '');
  }
  if (!formula.startsWith('[')) return formula === '' ? [] : formula.split(',');
  const items: unknown = JSON.parse(formula);
  return Array.isArray(items) ? items.map(String) : [];
}
