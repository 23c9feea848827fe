// Changes how cells look: what is set on every row below the headers is kept once, for the column.
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type { Area } from './a1';
import type { Book, CellChange } from './book';
import { NO_FORMAT } from './cells';
import type { UniverSheet } from './engine';
import { BY_CONTENT, columnLooks, isAsColumn, isBlank, isSame, type Looks, lackingLooks } from './looks';
import { gridSize, rangeOf } from './ranges';

/** Of number format, alignment, wrapping, padding, colour, weight and size of the letters: null takes one away. */
export type Change = { readonly [K in 'n' | 'ht' | 'tb' | 'pd' | 'bg' | 'bl' | 'fs']?: IStyleData[K] | null };

/** What is made of equal values is one and the same change: a column of them is seen to be alike at a glance. */
export function alike<T>(changeOf: (value: T) => Change): (value: T) => Change {
  const known = new Map<T, Change>();
  return (value) => {
    const change = known.get(value) ?? changeOf(value);
    known.set(value, change);
    return change;
  };
}

/** A formula that is not calculated yet is lost to the engine unless it comes along. */
const waiting = (cell: Nullable<ICellData>): ICellData =>
  cell?.f && (cell.v === undefined || cell.v === null) ? { f: cell.f } : {};

/** Changes how the cells of an area look; `changes` has the area's shape. */
export function changeLooks(
  book: Book,
  sheet: UniverSheet,
  area: Area,
  changes: readonly (readonly Change[])[],
): void {
  const now = rangeOf(sheet, area).getCellDataGrid();
  const { rows } = gridSize(sheet);
  const isBody = area.row <= 2 && rows > 1 && area.row + area.rows - 1 === rows;
  const ofColumns = Array.from({ length: area.columns }, (_, c) => {
    const first = changes[0]?.[c] ?? {};
    const isAlike = changes.every((line) => line[c] === first || isSame(line[c] ?? {}, first));
    return isBody && isAlike ? first : null;
  });
  const cells = changes.map((line, r) =>
    line.map((change, c): CellChange | undefined => {
      const [cell, row, column] = [now[r]?.[c], area.row + r, area.column + c];
      if (ofColumns[c] && row > 1) {
        if (!isBlank(cell)) return { ...waiting(cell), s: { ...change } };
        // What a blank cell says for itself alone stays.
        return cell && !isAsColumn(sheet, cell, row, column) ? { s: { ...change } } : { s: null };
      }
      const s = { ...change, ...without(columnLooks(sheet, row, column), change) };
      return { ...waiting(cell), s };
    }),
  );
  book.putCells(
    sheet,
    area,
    cells.map((line, r) => line.map((cell, c) => (cell?.s === null && !now[r]?.[c] ? undefined : cell))),
  );
  ofColumns.forEach((change, c) => {
    if (change !== null) changeColumn(book, sheet, area.column + c, change);
  });
}

/** What a cell has to say against its column where a part of the looks is taken away from it alone. */
const without = (ofColumn: Looks, change: Change): IStyleData => ({
  ...(change.n === null && ofColumn?.n ? { n: { pattern: NO_FORMAT } } : {}),
  ...(change.ht === null && ofColumn?.ht !== undefined ? { ht: BY_CONTENT } : {}),
});

function changeColumn(book: Book, sheet: UniverSheet, column: number, change: Change): void {
  const kept = { ...sheet.getSheet().getColumnStyle(column - 1), ...change };
  const looks = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null));
  book.mutate('sheet.mutation.set-col-data', {
    subUnitId: sheet.getSheetId(),
    columnData: { [column - 1]: { s: looks } },
  });
  const [[header] = []] = rangeOf(sheet, { row: 1, column, rows: 1, columns: 1 }).getCellDataGrid();
  const lacking = isBlank(header) ? undefined : lackingLooks(sheet, header, 1, column);
  if (lacking) book.putCells(sheet, { row: 1, column }, [[{ s: lacking }]]);
}

/** Takes all looks away from an area, those of its columns too. */
export function clearLooks(book: Book, sheet: UniverSheet, area: Area): void {
  rangeOf(sheet, area).clearFormat();
  const none: Change = { n: null, ht: null, fs: null };
  const has = (column: number): boolean =>
    Object.keys(sheet.getSheet().getColumnStyle(column - 1) ?? {}).length > 0;
  for (let column = area.column; column < area.column + area.columns; column++)
    if (has(column))
      changeLooks(
        book,
        sheet,
        { ...area, column, columns: 1 },
        Array.from({ length: area.rows }, () => [none]),
      );
}
