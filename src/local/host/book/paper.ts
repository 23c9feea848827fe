// How a tab of the Excel file comes out on paper: which columns, how small, on how many pages, or not at all.
import type ExcelJS from 'exceljs';
import { type Area, a1 } from './a1';
import type { ChartSpec } from './chart';
import type { UniverSheet } from './engine';
import { rangeOf } from './ranges';

/** A picture as a spreadsheet program takes it; or why there is none. */
export type Picture =
  | { readonly png: Uint8Array; readonly width: number; readonly height: number }
  | { readonly why: string };

export interface Paper {
  /** The tabs that are printed, each with the last of its columns that is; blank = all columns. */
  readonly tabs: Readonly<Record<string, string>>;
  /** @param tables the cells of the chart's ranges */
  readonly picture: (
    chart: ChartSpec,
    tables: readonly (readonly (readonly unknown[])[])[],
  ) => Promise<Picture>;
}

/** A4 on its side: what the margins leave of it, in points. */
const PAGE = { width: 842 - 2 * 18, height: 595 - 2 * 36 };
export const MARGINS = { left: 0.25, right: 0.25, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 };
const A4 = 9;
/** Excel's default row, and a character of a width in its default letter, in points. */
export const ROW_POINTS = 15;
export const CHARACTER_POINTS = 5.25;
/** A few rows too many make a page smaller rather than a second one; never below this scale. */
const SMALLEST = 0.45;
const CLOSE = 1.6;
/** Beside the widest text of a column: its edges and the arrow of the filter. */
const ROOM = 3;

/**
 * @param area the cells in use
 * @param last header of the last column on paper; null = the tab is not for paper
 */
export function layOutForPrint(page: ExcelJS.Worksheet, area: Area, last: string | null): void {
  page.autoFilter = a1(area);
  if (last === null) {
    keepOffPaper(page, area);
    return;
  }
  const headers = Array.from({ length: area.columns }, (_, at) => page.getCell(1, at + 1).value);
  const at = headers.indexOf(last);
  const columns = at < 0 ? area.columns : at + 1;
  const width = widthOf(page, columns) * CHARACTER_POINTS;
  const scale = Math.min(1, PAGE.width / width);
  const pages = (area.rows * ROW_POINTS * scale) / PAGE.height;
  const isOne = pages <= CLOSE && scale / Math.max(1, pages) >= SMALLEST;
  Object.assign(page.pageSetup, {
    orientation: 'landscape',
    paperSize: A4,
    margins: MARGINS,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: isOne ? 1 : 0,
    printArea: wholeAddress({ ...area, columns }),
    printTitlesRow: '1:1',
  });
  // Tab and page, so that sheets of paper are not mixed up.
  page.headerFooter.oddFooter = '&L&A&R&P / &N';
}

/** Both ends, also of one cell: of a single address exceljs makes half a range, which Excel refuses. */
export function wholeAddress(area: Area): string {
  const address = a1(area);
  return address.includes(':') ? address : `${address}:${address}`;
}

const widthOf = (page: ExcelJS.Worksheet, columns: number): number =>
  Array.from({ length: columns }, (_, at) => page.getColumn(at + 1).width ?? 9).reduce(
    (sum, each) => sum + each,
    0,
  );

/** Far to the right of what anybody reads. */
const NOWHERE = 256;

/** There is no switch for it: what is printed of such a tab is one blank cell in a column that is hidden. */
function keepOffPaper(page: ExcelJS.Worksheet, { columns }: Area): void {
  const column = Math.max(NOWHERE, columns + 1);
  page.getColumn(column).hidden = true;
  page.pageSetup.printArea = wholeAddress({ row: 1, column, rows: 1, columns: 1 });
}

/** No wider than what stands in them, so that more of a tab is readable on a page. */
export function narrow(page: ExcelJS.Worksheet, sheet: UniverSheet, area: Area): void {
  const shown = rangeOf(sheet, area).getDisplayValues();
  for (let at = 0; at < area.columns; at++) {
    const longest = Math.max(...shown.map((row) => String(row[at] ?? '').length));
    const column = page.getColumn(at + 1);
    column.width = Math.min(column.width ?? longest + ROOM, longest + ROOM);
  }
}
