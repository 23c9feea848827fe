// The book as an Excel file: values, formulas, formats, frozen headers, dropdowns, notes, widths, hidden tabs, charts as pictures.
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ICellData } from '@univerjs/core';
import type ExcelJS from 'exceljs';
import { type Area, a1 } from './a1';
import type { Book } from './book';
import { formatIn, type Place, scriptValue } from './cells';
import type { UniverSheet } from './engine';
import { cellsIn, extent } from './grid';
import { columnLooks } from './looks';
import { narrow, onPaper, type Paper, screenWidths } from './paper';
import { gridSize } from './ranges';
import { type ConditionSpec, readConditions, readNotes, readValidations, type ValidationSpec } from './rules';
import { isDateFormat } from './serial';
import { addCharts } from './xlsxCharts';
import { argb, openStyles, type Styles } from './xlsxStyles';
import { openWriter, type Writer } from './xlsxWriter';

/** The first row below the headers, where the looks of a column begin. */
const BODY = 2;
/** Excel keeps a dropdown's entries in one formula of at most 255 characters. */
const LIST_LIMIT = 255;

/** Rows that are read and written at a time: a large tab never stands in memory twice. */
const ROWS_AT_ONCE = 500;

/** @param paper which tabs are printed and how charts are drawn; left out = all of them, and charts are not in the file */
export async function exportXlsx(book: Book, path: string, paper: Paper | null = null): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.new`;
  const writer = openWriter(fresh);
  // Fixed, so that the same book gives the same file.
  writer.workbook.created = writer.workbook.modified = new Date(0);
  const making: Making = { writer, book, paper, styles: openStyles() };
  try {
    await writer.write(async () => {
      for (const sheet of book.sheets()) await addSheet(making, sheet);
    });
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  await rename(fresh, path);
}

interface Making {
  readonly writer: Writer;
  readonly book: Book;
  readonly paper: Paper | null;
  readonly styles: Styles;
}

async function addSheet({ writer, book, paper, styles }: Making, sheet: UniverSheet): Promise<void> {
  const frozen = sheet.getFrozenRows();
  const color = argb(sheet.getTabColor());
  const { rows, columns } = extent(sheet);
  const used = { row: 1, column: 1, rows, columns };
  const widths =
    paper?.tabs[sheet.getSheetName()] === undefined ? screenWidths(sheet, used) : narrow(sheet, used);
  const print = rows === 0 ? null : onPaper(sheet, { used, widths }, paper);
  const page = writer.workbook.addWorksheet(sheet.getSheetName(), {
    state: sheet.isSheetHidden() ? 'hidden' : 'visible',
    views: frozen > 0 ? [{ state: 'frozen', ySplit: frozen }] : [],
    ...(color ? { properties: { tabColor: { argb: color } } } : {}),
    ...(print === null ? {} : { pageSetup: print.setup, headerFooter: print.footer }),
  });
  if (print !== null) page.autoFilter = a1(used);
  if (print?.hidden) page.getColumn(print.hidden).hidden = true;
  widths.forEach((width, at) => {
    const target = page.getColumn(at + 1);
    target.width = width;
    // What is typed below the content looks like what stands above it.
    target.style = styles(columnLooks(sheet, BODY, at + 1)) ?? {};
  });
  for (const rule of readConditions(sheet)) addCondition(page, rule);
  if (paper !== null) await addCharts({ writer, page, book, sheet, paper });
  const grid = gridSize(sheet);
  for (let row = 1; row <= grid.rows; row += ROWS_AT_ONCE) {
    const area = { row, column: 1, rows: Math.min(ROWS_AT_ONCE, grid.rows - row + 1), columns: grid.columns };
    const inside = Math.min(area.rows, rows - row + 1);
    if (inside > 0) addCells(page, book, sheet, { area: { ...area, rows: inside, columns }, styles });
    addRules(page, book, sheet, area);
    await writer.rowsDone(page, row + area.rows - 1);
    // Whoever else waits has a turn.
    await setImmediate();
  }
  writer.sheetDone(page);
}

/** Notes and dropdowns, of blank cells too. */
function addRules(page: ExcelJS.Worksheet, book: Book, sheet: UniverSheet, area: Area): void {
  readNotes(sheet, area).forEach((line, r) => {
    line.forEach((note, c) => {
      if (note === '') return;
      const row = page.getRow(area.row + r);
      row.getCell(area.column + c).note = note;
      if (!row.hasValues) row.height = ROW_HEIGHT;
    });
  });
  readValidations(book, sheet, area).forEach((line, r) => {
    line.forEach((spec, c) => {
      if (spec) page.getCell(area.row + r, area.column + c).dataValidation = dropdown(spec);
    });
  });
}
const ROW_HEIGHT = 15;

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

function dropdown(spec: ValidationSpec): ExcelJS.DataValidation {
  const entries = (spec.criteria === 'CHECKBOX' ? ['TRUE', 'FALSE'] : spec.values).join(',');
  const help = spec.help === null ? {} : { showInputMessage: true, prompt: spec.help };
  const list = { type: 'list', allowBlank: true, showErrorMessage: !spec.allowInvalid, ...help } as const;
  if (spec.criteria === 'VALUE_IN_RANGE') return { ...list, formulae: [spec.source] };
  // A longer list does not fit into Excel's file format: its help stays, its entries are left to the spreadsheet.
  if (entries.length > LIST_LIMIT) return { type: 'custom', allowBlank: true, formulae: ['TRUE'], ...help };
  return { ...list, formulae: [`"${entries.replace(/"/g, '""')}"`] };
}
