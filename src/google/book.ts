// The desk's spreadsheet, or a broker's: one platform call for each read and write, because each costs up to half a second.

import type { Book } from '../desk/services';
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import { type Cell, columnLetter, type Grid } from '../sheets/cell';
import type { Rows } from '../sheets/madeRows';
import type { Stranger } from '../sheets/renamed';
import { normalHeader } from '../sheets/tab';
import { fromPlatform, toPlatform } from './cells';

const ISO = "yyyy-MM-dd'T'HH:mm:ss";

/** So many rows are read whole rather than asked for their number first. */
const FEW_ROWS = 200;

/** @param find the spreadsheet; the desk's own unless another is named, such as a broker's */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export function createBook(
  find: () => GoogleAppsScript.Spreadsheet.Spreadsheet = () => SpreadsheetApp.getActive(),
): Book {
  let zone: string | null = null;
  let isWritten = false;
  /** Whether the platform may give something again that it gave before: it keeps what it read for an execution until that is flushed. */
  let hasRead = false;
  const tabs = new Map<string, Sheet>();
  /** The last row in use of tabs that were only looked at so far. */
  const lastRows = new Map<string, number>();

  const inZone = (instant: Date): string => {
    zone ??= find().getSpreadsheetTimeZone();
    return Utilities.formatDate(instant, zone, ISO);
  };
  /** Tabs that were seen whole through a window: the next write goes through it, too. */
  const windows = new Map<string, Window>();
  /** Whether the block takes all that the window shows below the headers. */
  const throughWindow = (name: string, values: Rows<Cell>): boolean => {
    const seen = windows.get(name);
    windows.delete(name);
    const width = seen?.headers.length ?? 0;
    if (!seen || widthOf(values) !== width) return false;
    const below = seen.rows - 1 - values.length;
    if (below < 0 || (below > 0 && !seen.isOwn)) return false;
    const blank = Array.from({ length: width }, () => null);
    const rest = Array.from({ length: below }, () => blank);
    seen.range.setValues([[...seen.headers], ...toPlatform([...values, ...rest])]);
    return true;
  };
  const open = (name: string): Sheet | null => {
    hasRead = true;
    const sheet = tabs.get(name) ?? find().getSheetByName(name);
    if (sheet) tabs.set(name, sheet);
    return sheet;
  };

  return {
    read(name) {
      const tab = open(name);
      if (!tab) return null;
      const range = tab.getDataRange();
      const values = range.getValues();
      windows.set(name, { range, headers: values[0] ?? [], rows: values.length, isOwn: false });
      return fromPlatform(values, inZone);
    },

    tail(name, rows) {
      const tab = open(name);
      if (!tab) return null;
      const range = tab.getDataRange();
      const [last, width] = [range.getNumRows(), range.getNumColumns()];
      if (last <= rows + 1) return withoutBlankTab(fromPlatform(range.getValues(), inZone));
      const header = tab.getSheetValues(1, 1, 1, width);
      return fromPlatform([...header, ...tab.getSheetValues(last - rows + 1, 1, rows, width)], inZone);
    },

    outline(name, wanted = []) {
      hasRead = true;
      const seen = wanted.length === 0 ? null : windowOn(find(), name, wanted);
      if (seen !== null) {
        windows.set(name, seen);
        return { headers: wanted, lastRow: seen.lastRow };
      }
      const tab = open(name);
      if (!tab) return null;
      const range = tab.getDataRange();
      const rows = range.getNumRows();
      lastRows.set(name, rows);
      const first =
        rows <= FEW_ROWS ? range.getValues().slice(0, 1) : tab.getSheetValues(1, 1, 1, range.getNumColumns());
      const [headers = []] = fromPlatform(first, inZone);
      return { headers: withoutTrailingBlanks(headers), lastRow: rows };
    },

    strangers: (known) => strangersAmong(find(), known, inZone),

    write(name, row, column, values) {
      const width = widthOf(values);
      if (width === 0) return;
      if (row === 1 && column === 0 && throughWindow(name, values)) {
        isWritten = true;
        return;
      }
      const tab = open(name);
      if (!tab)
        throw new SaidError(
          msg('The tab "{tab}" is missing; run Trading > Set up, then try again.', { tab: name }),
        );
      const cells = toPlatform(values);
      const [only] = cells;
      // One row below the last is appended with a single call.
      if (only !== undefined && cells.length === 1 && column === 0 && row === lastRows.get(name))
        tab.appendRow(only);
      else block(tab, row + 1, column + 1, values.length, width).setValues(cells);
      lastRows.delete(name);
      isWritten = true;
    },

    append(name, headers, cells) {
      const tab = open(name);
      if (!tab) return false;
      const row =
        rowUnder(headersAsSetUp(tab, headers), headers, cells) ?? rowUnder(allHeaders(tab), headers, cells);
      if (row === null) return false;
      const [placed = []] = toPlatform([row]);
      tab.appendRow(placed);
      lastRows.delete(name);
      isWritten = true;
      return true;
    },

    flush() {
      if (!isWritten) return;
      SpreadsheetApp.flush();
      isWritten = false;
      hasRead = false;
    },

    refresh() {
      if (isWritten || hasRead) SpreadsheetApp.flush();
      isWritten = false;
      hasRead = false;
    },
  };
}

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** As high as what most output tabs hold: a higher one is looked at and written step by step. */
const WINDOW_ROWS = 150;

interface Window {
  readonly range: Range;
  /** Its first row, as the platform gave it. */
  readonly headers: readonly unknown[];
  readonly rows: number;
  /** Whether what lies below the records in it is blank and the desk's to write. */
  readonly isOwn: boolean;
}

/**
 * The tab's own columns as one range, read and later written with one call each, where they stand as they were set up and all
 * that is in them lies within the window; null = look at it the long way. Columns of the users beside them are not touched.
 */
function windowOn(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  name: string,
  wanted: readonly string[],
): (Window & { readonly lastRow: number }) | null {
  let range: Range;
  try {
    range = spreadsheet.getRange(
      `'${name.replace(/'/g, "''")}'!A1:${columnLetter(wanted.length - 1)}${WINDOW_ROWS}`,
    );
  } catch {
    return null;
  }
  const values = range.getValues();
  const [headers = []] = values;
  if (wanted.some((header, at) => normalHeader(headers[at]) !== header)) return null;
  let lastRow = values.length;
  while (lastRow > 1 && values[lastRow - 1]?.every((cell) => cell === '')) lastRow -= 1;
  return lastRow === values.length ? null : { range, headers, rows: values.length, isOwn: true, lastRow };
}

/** Sheets by other names, each with its first row; an empty one has none. */
export function strangersAmong(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  known: readonly string[],
  inZone: (instant: Date) => string,
): readonly Stranger[] {
  return spreadsheet
    .getSheets()
    .filter((sheet) => !known.includes(sheet.getName()))
    .map((sheet) => {
      const width = sheet.getLastColumn();
      const first = width === 0 ? [] : sheet.getRange(1, 1, 1, width).getValues();
      return { name: sheet.getName(), headers: fromPlatform(first, inZone)[0] ?? [] };
    });
}

/** One call where nobody has moved a column; nothing where the tab is narrower than that. */
function headersAsSetUp(sheet: Sheet, { length }: readonly string[]): readonly unknown[] {
  try {
    return sheet.getSheetValues(1, 1, 1, length)[0] ?? [];
  } catch {
    return [];
  }
}

const allHeaders = (sheet: Sheet): readonly unknown[] =>
  sheet.getSheetValues(1, 1, 1, Math.max(1, sheet.getLastColumn()))[0] ?? [];

/** The cells as a row of the tab; null where a header is not among those present. */
function rowUnder(
  present: readonly unknown[],
  headers: readonly string[],
  cells: readonly Cell[],
): readonly Cell[] | null {
  const names = present.map((header) => (typeof header === 'string' ? normalHeader(header) : ''));
  if (headers.some((header) => !names.includes(header))) return null;
  return names.map((name) => cells[headers.indexOf(name)] ?? null);
}

/** Of its first row; 0 = there is none. */
function widthOf(rows: Rows<Cell>): number {
  for (const row of rows) return row.length;
  return 0;
}

/** The block, whose sheet grows where it is too small: it is asked for its size only then. */
function block(sheet: Sheet, row: number, column: number, rows: number, columns: number) {
  try {
    return sheet.getRange(row, column, rows, columns);
  } catch {
    const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
    const [lastRow, lastColumn] = [row + rows - 1, column + columns - 1];
    if (lastRow > maxRows) sheet.insertRowsAfter(maxRows, lastRow - maxRows);
    if (lastColumn > maxColumns) sheet.insertColumnsAfter(maxColumns, lastColumn - maxColumns);
    return sheet.getRange(row, column, rows, columns);
  }
}

function withoutTrailingBlanks(cells: readonly Cell[]): readonly Cell[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === null) end -= 1;
  return cells.slice(0, end);
}

/** What is in use of an empty tab is one blank cell. */
const withoutBlankTab = (grid: Grid): Grid =>
  grid.length === 1 && grid[0]?.every((cell) => cell === null) ? [] : grid;
