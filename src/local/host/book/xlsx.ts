// The book as an Excel file: values, formulas, formats, frozen headers, dropdowns, notes, widths, hidden tabs, charts as pictures.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type ExcelJS from 'exceljs';
import { type Area, a1, parseA1 } from './a1';
import type { Book } from './book';
import { formatIn, type Place, scriptValue } from './cells';
import type { ChartSpec } from './chart';
import type { UniverSheet } from './engine';
import { cellsIn, cellsOf, extent } from './grid';
import { columnLooks } from './looks';
import { layOutForPrint, narrow, type Paper, wholeAddress } from './paper';
import { gridSize } from './ranges';
import { type ConditionSpec, readConditions, readNotes, readValidations, type ValidationSpec } from './rules';
import { isDateFormat } from './serial';

/** The first row below the headers, where the looks of a column begin. */
const BODY = 2;
/** Excel counts widths in characters, a spreadsheet page in pixels. */
const PIXELS_A_CHARACTER = 7;
/** Excel keeps a dropdown's entries in one formula of at most 255 characters. */
const LIST_LIMIT = 255;

/** @param paper which tabs are printed and how charts are drawn; left out = all of them, and charts are not in the file */
export async function exportXlsx(book: Book, path: string, paper: Paper | null = null): Promise<void> {
  // Loaded when it is needed: a start is quicker without it.
  const Excel: typeof ExcelJS = require('exceljs');
  const workbook = new Excel.Workbook();
  // Fixed, so that the same book gives the same file.
  workbook.created = workbook.modified = new Date(0);
  for (const sheet of book.sheets()) {
    const page = addSheet(workbook, book, sheet, paper);
    if (paper !== null) await addCharts({ workbook, page, book, sheet, paper });
  }
  await mkdir(dirname(path), { recursive: true });
  await workbook.xlsx.writeFile(path);
}

function addSheet(
  workbook: ExcelJS.Workbook,
  book: Book,
  sheet: UniverSheet,
  paper: Paper | null,
): ExcelJS.Worksheet {
  const frozen = sheet.getFrozenRows();
  const page = workbook.addWorksheet(sheet.getSheetName(), {
    state: sheet.isSheetHidden() ? 'hidden' : 'visible',
    views: frozen > 0 ? [{ state: 'frozen', ySplit: frozen }] : [],
  });
  const color = argb(sheet.getTabColor());
  if (color) page.properties.tabColor = { argb: color };
  const { rows, columns } = extent(sheet);
  for (let column = 1; column <= columns; column++) {
    const target = page.getColumn(column);
    target.width = sheet.getColumnWidth(column - 1) / PIXELS_A_CHARACTER;
    // What is typed below the content looks like what stands above it.
    applyStyle(target, columnLooks(sheet, BODY, column));
  }
  for (const rule of readConditions(sheet)) addCondition(page, rule);
  const area: Area = { row: 1, column: 1, ...gridSize(sheet) };
  const used = { ...area, rows, columns };
  if (rows > 0) addCells(page, book, sheet, used);
  const last = paper === null ? '' : (paper.tabs[sheet.getSheetName()] ?? null);
  if (rows > 0 && paper !== null && last !== null) narrow(page, sheet, used);
  if (rows > 0) layOutForPrint(page, used, last);
  readNotes(sheet, area).forEach((line, r) => {
    line.forEach((note, c) => {
      if (note !== '') page.getCell(r + 1, c + 1).note = note;
    });
  });
  readValidations(book, sheet, area).forEach((line, r) => {
    line.forEach((spec, c) => {
      if (spec) page.getCell(r + 1, c + 1).dataValidation = dropdown(spec);
    });
  });
  return page;
}

interface Charted {
  readonly workbook: ExcelJS.Workbook;
  readonly page: ExcelJS.Worksheet;
  readonly book: Book;
  readonly sheet: UniverSheet;
  readonly paper: Paper;
}

/** Charts as pictures, where they float on the screen; on paper as far as they reach. */
async function addCharts({ workbook, page, book, sheet, paper }: Charted): Promise<void> {
  const charts = book.extras.charts.filter((chart) => chart.sheet === sheet.getSheetId());
  let [right, bottom] = [0, 0];
  for (const chart of charts) {
    const picture = await paper.picture(chart, tablesOf(book, chart));
    const { row, column, offsetX, offsetY } = chart.position;
    if ('why' in picture) {
      page.getCell(row, column).value = picture.why;
      continue;
    }
    const { png, width, height } = picture;
    const image = workbook.addImage({ base64: Buffer.from(png).toString('base64'), extension: 'png' });
    const [x, y] = [leftOf(page, column) + offsetX, (row - 1) * ROW_PIXELS + offsetY];
    page.addImage(image, { tl: cellAt(page, x, y), ext: { width, height } });
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  if (right === 0 || page.pageSetup.printTitlesRow === undefined) return;
  const end = cellAt(page, right, bottom);
  const reach = { row: 1, column: 1, rows: Math.ceil(end.row) + 1, columns: Math.ceil(end.col) + 1 };
  // One page, however much of it is drawn.
  Object.assign(page.pageSetup, { printArea: wholeAddress(reach), fitToHeight: 1 });
}

const ROW_PIXELS = 20;
const pixelsOf = (page: ExcelJS.Worksheet, column: number): number =>
  Math.round((page.getColumn(column).width ?? 9) * PIXELS_A_CHARACTER);
const leftOf = (page: ExcelJS.Worksheet, column: number): number =>
  Array.from({ length: column - 1 }, (_, at) => pixelsOf(page, at + 1)).reduce((sum, each) => sum + each, 0);

/** Columns and rows from 0, with the part of the last one. */
function cellAt(
  page: ExcelJS.Worksheet,
  x: number,
  y: number,
): { readonly col: number; readonly row: number } {
  let [column, left] = [1, x];
  while (left >= pixelsOf(page, column)) {
    left -= pixelsOf(page, column);
    column += 1;
  }
  return { col: column - 1 + left / pixelsOf(page, column), row: y / ROW_PIXELS };
}

const tablesOf = (book: Book, { ranges }: ChartSpec): readonly (readonly (readonly unknown[])[])[] =>
  ranges.map(({ sheet: id, a1: where }) => {
    const sheet = book.sheets().find((each) => each.getSheetId() === id);
    return sheet
      ? cellsOf(sheet, parseA1(where, gridSize(sheet))).map((row) => row.map((cell) => cell?.v ?? ''))
      : [];
  });

/** Colours of what stands out. A rule that was made in the page is not known well enough to be written. */
function addCondition(page: ExcelJS.Worksheet, rule: ConditionSpec): void {
  const fill = argb(rule.background);
  const font = argb(rule.fontColor);
  const style: Partial<ExcelJS.Style> = {
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: fill } } } : {}),
    ...(font ? { font: { color: { argb: font } } } : {}),
  };
  const text = `"${String(rule.value).replace(/"/g, '""')}"`;
  for (const area of rule.areas) {
    const first = a1({ ...area, rows: 1, columns: 1 });
    const formulae = {
      TEXT_EQ: `${first}=${text}`,
      TEXT_CONTAINS: `ISNUMBER(SEARCH(${text},${first}))`,
      NUMBER_LESS: `AND(ISNUMBER(${first}),${first}<${rule.value})`,
      NUMBER_GREATER: `AND(ISNUMBER(${first}),${first}>${rule.value})`,
      OTHER: null,
    }[rule.condition];
    if (formulae !== null)
      page.addConditionalFormatting({
        ref: a1(area),
        rules: [{ type: 'expression', priority: 1, formulae: [formulae], style }],
      });
  }
}

function addCells(page: ExcelJS.Worksheet, book: Book, sheet: UniverSheet, area: Area): void {
  const { place } = book;
  cellsIn(sheet, area, (cell, looks) => ({ cell, looks })).forEach((line, r) => {
    line.forEach(({ cell, looks }, c) => {
      if (!cell) return;
      const target = page.getCell(r + 1, c + 1);
      const value = excelValue(cell, formatIn(looks), place);
      if (value !== undefined) target.value = value;
      applyStyle(target, looks);
    });
  });
}

/** Excel keeps the wall clock's reading, so the serial is passed on and not a moment in UTC. */
function excelValue(cell: ICellData, format: string, place: Place): ExcelJS.CellValue | undefined {
  const value = scriptValue(cell, isDateFormat(format) ? '' : format, place);
  if (cell.f) return { formula: cell.f.replace(/^=/, ''), ...(value === '' ? {} : { result: value }) };
  return value === '' ? undefined : value;
}

function applyStyle(target: Partial<ExcelJS.Style>, style: Nullable<IStyleData>): void {
  if (!style) return;
  if (style.n?.pattern) target.numFmt = style.n.pattern;
  const color = argb(style.cl?.rgb);
  if (style.bl || color) target.font = { bold: style.bl === 1, ...(color ? { color: { argb: color } } : {}) };
  const fill = argb(style.bg?.rgb);
  if (fill) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } };
  const horizontal =
    style.ht === 1 ? 'left' : style.ht === 2 ? 'center' : style.ht === 3 ? 'right' : undefined;
  const wrapText = style.tb === 3;
  if (horizontal || wrapText) target.alignment = { wrapText, ...(horizontal ? { horizontal } : {}) };
}

function argb(color: Nullable<string>): string | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color ?? '')?.[1];
  if (hex === undefined) return undefined;
  const six = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return `FF${six.toUpperCase()}`;
}

function dropdown(spec: ValidationSpec): ExcelJS.DataValidation {
  const entries = (spec.criteria === 'CHECKBOX' ? ['TRUE', 'FALSE'] : spec.values).join(',');
  const help = spec.help === null ? {} : { showInputMessage: true, prompt: spec.help };
  const list = { type: 'list', allowBlank: true, showErrorMessage: !spec.allowInvalid, ...help } as const;
  if (spec.criteria === 'VALUE_IN_RANGE') return { ...list, formulae: [spec.source] };
  // A longer list does not fit into Excel's file format: its help stays, its entries are left to the spreadsheet.
  if (entries.length > LIST_LIMIT) return { type: 'custom', allowBlank: true, formulae: ['TRUE'], ...help };
  return { ...list, formulae: [`"${entries.replace(/"/g, '""')}"`] };
}
