// Cells copied from one block to another, as Sheets copies: relative addresses in formulas move along.
import type { ICellData } from '@univerjs/core';
import { type Area, columnLetters, columnNumber } from './a1';
import type { Book } from './book';
import type { UniverSheet } from './engine';
import { cellsOf } from './grid';
import { looksAt } from './looks';
import { rangeOf } from './ranges';

export interface Block {
  readonly book: Book;
  readonly sheet: UniverSheet;
  readonly area: Area;
}

/** What is copied: everything, values without their formulas, or looks alone. */
export type What = 'all' | 'values' | 'formats';

/** An address, but neither a function's name nor a word that only looks like one. */
const ADDRESS = /"[^"]*"|(?<![A-Za-z0-9_.])(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![\w(.])/g;

/** The formula as it reads this many rows further down and columns further right. */
export const movedFormula = (formula: string, rows: number, columns: number): string =>
  formula.replace(
    ADDRESS,
    (whole, fixedColumn?: string, column?: string, fixedRow?: string, row?: string) => {
      if (column === undefined || row === undefined) return whole;
      const toColumn = fixedColumn ? columnNumber(column) : columnNumber(column) + columns;
      const toRow = fixedRow ? Number(row) : Number(row) + rows;
      if (toColumn < 1 || toRow < 1) return '#REF!';
      return `${fixedColumn}${columnLetters(toColumn)}${fixedRow}${toRow}`;
    },
  );

/** Repeated where the target is a multiple of the source, else once from its first cell. */
export function copyCells(from: Block, to: Block, what: What): void {
  const { rows, columns } = from.area;
  const repeats = to.area.rows % rows === 0 && to.area.columns % columns === 0;
  const area = repeats ? to.area : { ...to.area, rows, columns };
  const source = cellsOf(from.sheet, from.area);
  const cells = Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_each, c): ICellData => {
      const cell = source[r % rows]?.[c % columns];
      const looks = looksAt(from.sheet, cell, from.area.row + (r % rows), from.area.column + (c % columns));
      const down = area.row + r - (from.area.row + (r % rows));
      const right = area.column + c - (from.area.column + (c % columns));
      const formula = cell?.f && what === 'all' ? movedFormula(cell.f, down, right) : null;
      return {
        ...(what !== 'formats'
          ? {
              v: formula === null ? (cell?.v ?? null) : null,
              f: formula,
              t: cell?.t ?? null,
              si: null,
              p: null,
            }
          : {}),
        ...(what !== 'values' ? { s: looks ? { ...looks } : null } : {}),
      };
    }),
  );
  rangeOf(to.sheet, area).setValues(cells);
}
