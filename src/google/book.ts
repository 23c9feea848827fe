// The desk's spreadsheet, or a broker's: one platform call for each read and write, because each costs up to half a second.

import type { Book } from '../desk/services';
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import type { Cell } from '../sheets/cell';
import { fromPlatform, toPlatform } from './cells';

const ISO = "yyyy-MM-dd'T'HH:mm:ss";

interface OpenTab {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  /** Size of the grid; asked once a run, kept up to date as it grows. */
  maxRows: number;
  maxColumns: number;
}

/** @param find the spreadsheet; the desk's own unless another is named, such as a broker's */
export function createBook(
  find: () => GoogleAppsScript.Spreadsheet.Spreadsheet = () => SpreadsheetApp.getActive(),
): Book {
  let opened: GoogleAppsScript.Spreadsheet.Spreadsheet | null = null;
  let zone: string | null = null;
  const tabs = new Map<string, OpenTab>();

  const spreadsheet = (): GoogleAppsScript.Spreadsheet.Spreadsheet => {
    opened ??= find();
    return opened;
  };
  const inZone = (instant: Date): string => {
    zone ??= spreadsheet().getSpreadsheetTimeZone();
    return Utilities.formatDate(instant, zone, ISO);
  };
  const open = (name: string): OpenTab | null => {
    const known = tabs.get(name);
    if (known) return known;
    const sheet = spreadsheet().getSheetByName(name);
    if (!sheet) return null;
    const tab = { sheet, maxRows: 0, maxColumns: 0 };
    tabs.set(name, tab);
    return tab;
  };
  const grid = (tab: OpenTab): OpenTab => {
    if (tab.maxRows === 0) tab.maxRows = tab.sheet.getMaxRows();
    if (tab.maxColumns === 0) tab.maxColumns = tab.sheet.getMaxColumns();
    return tab;
  };

  return {
    read(name) {
      const tab = open(name);
      return tab && fromPlatform(tab.sheet.getDataRange().getValues(), inZone);
    },

    tail(name, rows) {
      const tab = open(name);
      if (!tab) return null;
      const [last, width] = [tab.sheet.getLastRow(), tab.sheet.getLastColumn()];
      if (last === 0 || width === 0) return [];
      const first = Math.max(2, last - rows + 1);
      const header = tab.sheet.getRange(1, 1, 1, width).getValues();
      const below = first > last ? [] : tab.sheet.getRange(first, 1, last - first + 1, width).getValues();
      return fromPlatform([...header, ...below], inZone);
    },

    outline(name) {
      const tab = open(name);
      if (!tab) return null;
      const { sheet, maxColumns } = grid(tab);
      const [first = []] = fromPlatform(sheet.getRange(1, 1, 1, maxColumns).getValues(), inZone);
      return { headers: withoutTrailingBlanks(first), lastRow: sheet.getLastRow() };
    },

    write(name, row, column, values) {
      const width = values[0]?.length ?? 0;
      if (width === 0) return;
      const tab = open(name);
      if (!tab)
        throw new SaidError(
          msg('The tab "{tab}" is missing; run Trading > Set up, then try again.', { tab: name }),
        );
      grow(grid(tab), row + values.length, column + width);
      tab.sheet.getRange(row + 1, column + 1, values.length, width).setValues(toPlatform(values));
    },

    flush: () => SpreadsheetApp.flush(),
  };
}

function grow(tab: OpenTab, rows: number, columns: number): void {
  if (rows > tab.maxRows) {
    tab.sheet.insertRowsAfter(tab.maxRows, rows - tab.maxRows);
    tab.maxRows = rows;
  }
  if (columns > tab.maxColumns) {
    tab.sheet.insertColumnsAfter(tab.maxColumns, columns - tab.maxColumns);
    tab.maxColumns = columns;
  }
}

function withoutTrailingBlanks(cells: readonly Cell[]): readonly Cell[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === null) end -= 1;
  return cells.slice(0, end);
}
