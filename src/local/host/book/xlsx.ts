// The book as an Excel file: values, formulas, formats, frozen headers, dropdowns, notes, widths, hidden tabs.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type ExcelJS from 'exceljs';
import { type Area, a1 } from './a1';
import type { Book } from './book';
import { formatIn, type Place, scriptValue } from './cells';
import type { UniverSheet } from './engine';
import { cellsIn, extent } from './grid';
import { columnLooks } from './looks';
import { gridSize } from './ranges';
import { type ConditionSpec, readConditions, readNotes, readValidations, type ValidationSpec } from './rules';
import { isDateFormat } from './serial';

/** The first row below the headers, where the looks of a column begin. */
const BODY = 2;
/** Excel counts widths in characters, a spreadsheet page in pixels. */
const PIXELS_A_CHARACTER = 7;
/** Excel keeps a dropdown's entries in one formula of at most 255 characters. */
const LIST_LIMIT = 255;

export async function exportXlsx(book: Book, path: string): Promise<void> {
  // Loaded when it is needed: a start is quicker without it.
  const Excel: typeof ExcelJS = require('exceljs');
  const workbook = new Excel.Workbook();
  // Fixed, so that the same book gives the same file.
  workbook.created = workbook.modified = new Date(0);
  for (const sheet of book.sheets()) addSheet(workbook, book, sheet);
  await mkdir(dirname(path), { recursive: true });
  await workbook.xlsx.writeFile(path);
}

function addSheet(workbook: ExcelJS.Workbook, book: Book, sheet: UniverSheet): void {
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
  if (rows > 0) layOutForPrint(page, rows, columns);
  for (const rule of readConditions(sheet)) addCondition(page, rule);
  const area: Area = { row: 1, column: 1, ...gridSize(sheet) };
  if (rows > 0) addCells(page, book, sheet, { ...area, rows, columns });
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
}

/** Arrows at the headers; on paper as wide as a page, with the headers on each. */
function layOutForPrint(page: ExcelJS.Worksheet, rows: number, columns: number): void {
  const all = a1({ row: 1, column: 1, rows, columns });
  page.autoFilter = a1({ row: 1, column: 1, rows, columns });
  Object.assign(page.pageSetup, {
    orientation: 'landscape',
    paperSize: A4,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: all,
    printTitlesRow: '1:1',
  });
}
const A4 = 9;

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
