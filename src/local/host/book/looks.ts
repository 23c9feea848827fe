// Looks of whole columns: what is set on every row below the headers is kept once, for the column. A cell with content carries
// its column's looks as its own, which is where the engine and its page look for them; a blank one needs no cell at all.
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type { UniverSheet } from './engine';

/** HorizontalAlign.UNSPECIFIED */
export const BY_CONTENT = 0;

export type Looks = Nullable<IStyleData>;

const ownLooks = (sheet: UniverSheet, cell: Nullable<ICellData>): Looks =>
  cell?.s === null || cell?.s === undefined ? undefined : sheet.getWorkbook().getStyles().get(cell.s);

/** `row` and `column` count from 1; the looks of a column begin below its header. */
export const columnLooks = (sheet: UniverSheet, row: number, column: number): Looks =>
  row === 1 ? undefined : sheet.getSheet().getColumnStyle(column - 1);

/** How a cell looks: as it says itself, else as its column does. */
export function looksAt(sheet: UniverSheet, cell: Nullable<ICellData>, row: number, column: number): Looks {
  const [own, ofColumn] = [ownLooks(sheet, cell), columnLooks(sheet, row, column)];
  if (!own || !ofColumn) return own ?? ofColumn;
  // Most cells with content say all that their column says.
  for (const key in ofColumn) if (!(key in own)) return { ...ofColumn, ...own };
  return own;
}

/** What a cell that gets content lacks of its column's looks; undefined = nothing. */
export function lackingLooks(
  sheet: UniverSheet,
  cell: Nullable<ICellData>,
  row: number,
  column: number,
): IStyleData | undefined {
  const own: IStyleData = ownLooks(sheet, cell) ?? {};
  const wanted = row === 1 ? headerLooks(sheet, column) : columnLooks(sheet, row, column);
  const lacking = Object.entries(wanted ?? {}).filter(([key]) => !(key in own));
  return lacking.length === 0 ? undefined : Object.fromEntries(lacking);
}

/** A header is aligned by its content, whatever the cells below it are. */
const headerLooks = (sheet: UniverSheet, column: number): IStyleData =>
  sheet.getSheet().getColumnStyle(column - 1)?.ht === undefined ? {} : { ht: BY_CONTENT };

/** Whether a cell says no more of its looks than its column does. */
export const isAsColumn = (
  sheet: UniverSheet,
  cell: Nullable<ICellData>,
  row: number,
  column: number,
): boolean => isSame(ownLooks(sheet, cell) ?? {}, columnLooks(sheet, row, column) ?? {});

export const isSame = (a: object, b: object): boolean => {
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => JSON.stringify(value) === JSON.stringify(right.get(key)))
  );
};

/** Neither a value nor a formula. */
export const isBlank = (cell: Nullable<ICellData>): boolean =>
  !cell || ((cell.v ?? '') === '' && !cell.f && !cell.si && !cell.p);
