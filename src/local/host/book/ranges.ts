// The engine's ranges by Apps Script's 1-based addresses, refused outside the grid as Sheets does.
import { type Area, a1 } from './a1';
import type { UniverRange, UniverSheet } from './engine';

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export const gridSize = (sheet: UniverSheet): GridSize => ({
  rows: sheet.getMaxRows(),
  columns: sheet.getMaxColumns(),
});

/** The engine's own range; throws as Sheets does when it reaches outside the grid. */
export function rangeOf(sheet: UniverSheet, area: Area): UniverRange {
  const grid = gridSize(sheet);
  const whole = [area.row, area.column, area.rows, area.columns].every(Number.isInteger);
  if (!whole || area.row < 1 || area.column < 1)
    throw new Error('The starting row or column of the range is too small.');
  if (area.rows < 1) throw new Error('The number of rows in the range must be at least 1.');
  if (area.columns < 1) throw new Error('The number of columns in the range must be at least 1.');
  if (area.row + area.rows - 1 > grid.rows || area.column + area.columns - 1 > grid.columns)
    throw new Error(
      `The coordinates of the range are outside the dimensions of the sheet: ${sheet.getSheetName()}!${a1(area)} ` +
        `in ${grid.rows} rows and ${grid.columns} columns.`,
    );
  return sheet.getRange(area.row - 1, area.column - 1, area.rows, area.columns);
}
