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

/** Excel counts widths in characters, a spreadsheet page in pixels. */
export const PIXELS_A_CHARACTER = 7;

interface Layout {
  readonly setup: Partial<ExcelJS.PageSetup>;
  readonly footer: Partial<ExcelJS.HeaderFooter>;
  /** A column that has to be hidden; 0 = none. */
  readonly hidden: number;
}

interface Used {
  /** The cells in use. */
  readonly used: Area;
  /** Of its columns, in characters. */
  readonly widths: readonly number[];
}

/** @param paper null = every tab is for paper, with all its columns */
export function onPaper(sheet: UniverSheet, { used, widths }: Used, paper: Paper | null): Layout {
  const last = paper === null ? '' : paper.tabs[sheet.getSheetName()];
  if (last === undefined) return offPaper(used);
  const headers = rangeOf(sheet, { ...used, rows: 1 }).getDisplayValues()[0] ?? [];
  const at = headers.indexOf(last);
  const columns = at < 0 ? used.columns : at + 1;
  const width = widths.slice(0, columns).reduce((sum, each) => sum + each, 0) * CHARACTER_POINTS;
  const scale = Math.min(1, PAGE.width / width);
  const pages = (used.rows * ROW_POINTS * scale) / PAGE.height;
  const isOne = pages <= CLOSE && scale / Math.max(1, pages) >= SMALLEST;
  const setup: Partial<ExcelJS.PageSetup> = {
    orientation: 'landscape',
    paperSize: A4,
    margins: MARGINS,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: isOne ? 1 : 0,
    printArea: wholeAddress({ ...used, columns }),
    printTitlesRow: '1:1',
  };
  // Tab and page, so that sheets of paper are not mixed up.
  return { setup, footer: { oddFooter: '&L&A&R&P / &N' }, hidden: 0 };
}

/** Both ends, also of one cell: of a single address exceljs makes half a range, which Excel refuses. */
export function wholeAddress(area: Area): string {
  const address = a1(area);
  return address.includes(':') ? address : `${address}:${address}`;
}

/** Far to the right of what anybody reads. */
const NOWHERE = 256;

/** There is no switch for it: what is printed of such a tab is one blank cell in a column that is hidden. */
function offPaper({ columns }: Area): Layout {
  const hidden = Math.max(NOWHERE, columns + 1);
  const printArea = wholeAddress({ row: 1, column: hidden, rows: 1, columns: 1 });
  return { setup: { printArea }, footer: {}, hidden };
}

/** The widths of columns as on the screen, in characters. */
export const screenWidths = (sheet: UniverSheet, { columns }: Area): readonly number[] =>
  Array.from({ length: columns }, (_, at) => sheet.getColumnWidth(at) / PIXELS_A_CHARACTER);

/** Rows that are looked through at a time. */
const ROWS_AT_ONCE = 500;

/** No wider than what stands in them, so that more of a tab is readable on a page. */
export function narrow(sheet: UniverSheet, used: Area): readonly number[] {
  const widths = screenWidths(sheet, used);
  const longest = widths.map(() => 0);
  for (let row = 1; row <= used.rows; row += ROWS_AT_ONCE) {
    const area = { ...used, row, rows: Math.min(ROWS_AT_ONCE, used.rows - row + 1) };
    for (const line of rangeOf(sheet, area).getDisplayValues())
      line.forEach((cell, at) => {
        longest[at] = Math.max(longest[at] ?? 0, String(cell ?? '').length);
      });
  }
  return widths.map((width, at) => Math.min(width, (longest[at] ?? 0) + ROOM));
}
