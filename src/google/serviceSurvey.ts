// How a tab stands for the Sheets service, and how it is told colours and blocks of cells.
import type { Surveyed } from './setUpTab';

type Rgb = GoogleAppsScript.Sheets.Schema.ColorStyle;

/** How a tab stands, as the Sheets service told it. */
export interface ServiceSurvey extends Surveyed {
  readonly sheetId: number;
  /** Whether the tab has a colour already: the desk's, or one that people chose. */
  readonly isColored: boolean;
  /** Places among the tab's conditional formats of those that an earlier set-up made for columns that are stale. */
  readonly ownMarks: readonly number[];
  /** How many conditional formats the tab has. */
  readonly marks: number;
}

/** #rrggbb as parts of one. */
export function rgb(color: string): Rgb {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16) / 255;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}

/** A block of cells; rows and columns count from 1 here and from 0 there. */
export const block = (sheetId: number, row: number, column: number, rows: number, columns: number) => ({
  sheetId,
  startRowIndex: row - 1,
  endRowIndex: row - 1 + rows,
  startColumnIndex: column - 1,
  endColumnIndex: column - 1 + columns,
});
