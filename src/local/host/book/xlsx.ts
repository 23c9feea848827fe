// The book as an Excel file: values, formulas, formats, frozen headers, dropdowns, notes, widths, hidden tabs.
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type ExcelJS from 'exceljs';
import { type Area, a1 } from './a1';
import type { Book } from './book';
import { formatIn, type Place, scriptValue } from './cells';
import type { UniverSheet } from './engine';
import { cellsIn, extent } from './grid';
import { columnLooks, type Looks } from './looks';
import { gridSize } from './ranges';
import { type ConditionSpec, readConditions, readNotes, readValidations, type ValidationSpec } from './rules';
import { isDateFormat } from './serial';

/** The first row below the headers, where the looks of a column begin. */
const BODY = 2;
/** Excel counts widths in characters, a spreadsheet page in pixels. */
const PIXELS_A_CHARACTER = 7;
/** Excel keeps a dropdown's entries in one formula of at most 255 characters. */
const LIST_LIMIT = 255;

/** Rows that are read and written at a time: a large tab never stands in memory twice. */
const ROWS_AT_ONCE = 500;

export async function exportXlsx(book: Book, path: string): Promise<void> {
  // Loaded when it is needed: a start is quicker without it.
  const Excel: typeof ExcelJS = require('exceljs');
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.new`;
  const out = createWriteStream(fresh);
  const written = finished(out);
  const workbook = new Excel.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: COMPRESSION } },
  });
  // Fixed, so that the same book gives the same file.
  workbook.created = workbook.modified = new Date(0);
  try {
    // A disk that is full ends the file, and whoever still writes into it is never told.
    await Promise.race([addSheets(workbook, book), written]);
    await written;
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  await rename(fresh, path);
}
/** As small as the file has to be to be sent around. */
const COMPRESSION = 6;

async function addSheets(workbook: ExcelJS.stream.xlsx.WorkbookWriter, book: Book): Promise<void> {
  const styles = openStyles();
  for (const sheet of book.sheets()) await addSheet(workbook, book, sheet, styles);
  await workbook.commit();
}

async function addSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  book: Book,
  sheet: UniverSheet,
  styles: Styles,
): Promise<void> {
  const frozen = sheet.getFrozenRows();
  const color = argb(sheet.getTabColor());
  const { rows, columns } = extent(sheet);
  const all = rows === 0 ? null : a1({ row: 1, column: 1, rows, columns });
  const page = workbook.addWorksheet(sheet.getSheetName(), {
    state: sheet.isSheetHidden() ? 'hidden' : 'visible',
    views: frozen > 0 ? [{ state: 'frozen', ySplit: frozen }] : [],
    ...(color ? { properties: { tabColor: { argb: color } } } : {}),
    ...(all === null ? {} : { pageSetup: onPaper(all) }),
  });
  if (all !== null) page.autoFilter = all;
  for (let column = 1; column <= columns; column++) {
    const target = page.getColumn(column);
    target.width = sheet.getColumnWidth(column - 1) / PIXELS_A_CHARACTER;
    // What is typed below the content looks like what stands above it.
    target.style = styles(columnLooks(sheet, BODY, column)) ?? {};
  }
  for (const rule of readConditions(sheet)) addCondition(page, rule);
  const grid = gridSize(sheet);
  for (let row = 1; row <= grid.rows; row += ROWS_AT_ONCE) {
    const area = { row, column: 1, rows: Math.min(ROWS_AT_ONCE, grid.rows - row + 1), columns: grid.columns };
    const inside = Math.min(area.rows, rows - row + 1);
    if (inside > 0) addCells(page, book, sheet, { area: { ...area, rows: inside, columns }, styles });
    addRules(page, sheet, area);
    page.getRow(row + area.rows - 1).commit();
    // What was written so far goes out before more is made.
    await setImmediate();
  }
  page.commit();
}

/** Notes and dropdowns, of blank cells too. */
function addRules(page: ExcelJS.Worksheet, sheet: UniverSheet, area: Area): void {
  readNotes(sheet, area).forEach((line, r) => {
    line.forEach((note, c) => {
      if (note === '') return;
      const row = page.getRow(area.row + r);
      row.getCell(area.column + c).note = note;
      if (!row.hasValues) row.height = ROW_HEIGHT;
    });
  });
  readValidations(sheet, area).forEach((line, r) => {
    line.forEach((spec, c) => {
      if (spec) page.getCell(area.row + r, area.column + c).dataValidation = dropdown(spec);
    });
  });
}
const ROW_HEIGHT = 15;

/** On paper as wide as a page, with the headers on each. */
const onPaper = (area: string): Partial<ExcelJS.PageSetup> => ({
  orientation: 'landscape',
  paperSize: A4,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printArea: area,
  printTitlesRow: '1:1',
});
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

function addCells(
  page: ExcelJS.Worksheet,
  book: Book,
  sheet: UniverSheet,
  { area, styles }: { readonly area: Area; readonly styles: Styles },
): void {
  const { place } = book;
  cellsIn(sheet, area, (cell, looks) => ({ cell, looks })).forEach((line, r) => {
    const row = page.getRow(area.row + r);
    line.forEach(({ cell, looks }, c) => {
      if (!cell) return;
      const target = row.getCell(c + 1);
      const value = excelValue(cell, formatIn(looks), place);
      if (value !== undefined) target.value = value;
      const style = styles(looks);
      if (style) target.style = style;
    });
    // A row without any value would be left out, and its colours with it.
    if (!row.hasValues && row.cellCount > 0) row.height = ROW_HEIGHT;
  });
}

/** Excel keeps the wall clock's reading, so the serial is passed on and not a moment in UTC. */
function excelValue(cell: ICellData, format: string, place: Place): ExcelJS.CellValue | undefined {
  const value = scriptValue(cell, isDateFormat(format) ? '' : format, place);
  if (cell.f) return { formula: cell.f.replace(/^=/, ''), ...(value === '' ? {} : { result: value }) };
  return value === '' ? undefined : value;
}

/** Looks as Excel has them; undefined = none. */
type Styles = (looks: Looks) => Partial<ExcelJS.Style> | undefined;

/** One object for equal looks: the writer recognises it, where it would write each of a hundred thousand out to compare it. */
function openStyles(): Styles {
  const known = new Map<string, Partial<ExcelJS.Style>>();
  const made = new WeakMap<object, Partial<ExcelJS.Style>>();
  return (looks) => {
    if (!looks) return undefined;
    const before = made.get(looks);
    if (before) return before;
    const fresh = styleOf(looks);
    const key = JSON.stringify(fresh);
    const style = known.get(key) ?? fresh;
    known.set(key, style);
    made.set(looks, style);
    return style;
  };
}

function styleOf(looks: IStyleData): Partial<ExcelJS.Style> {
  const color = argb(looks.cl?.rgb);
  const fill = argb(looks.bg?.rgb);
  const horizontal =
    looks.ht === 1 ? 'left' : looks.ht === 2 ? 'center' : looks.ht === 3 ? 'right' : undefined;
  const wrapText = looks.tb === 3;
  return {
    ...(looks.n?.pattern ? { numFmt: looks.n.pattern } : {}),
    ...(looks.bl || color
      ? { font: { bold: looks.bl === 1, ...(color ? { color: { argb: color } } : {}) } }
      : {}),
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } } : {}),
    ...(horizontal || wrapText ? { alignment: { wrapText, ...(horizontal ? { horizontal } : {}) } } : {}),
  };
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
  // A longer list does not fit into Excel's file format: its help stays, its entries are left to the spreadsheet.
  if (entries.length > LIST_LIMIT) return { type: 'custom', allowBlank: true, formulae: ['TRUE'], ...help };
  return {
    type: 'list',
    allowBlank: true,
    showErrorMessage: !spec.allowInvalid,
    formulae: [`"${entries.replace(/"/g, '""')}"`],
    ...help,
  };
}
