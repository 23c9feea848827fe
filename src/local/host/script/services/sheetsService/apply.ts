// One request of a batch carried out on the book: what was thought through before cannot fail any more.
import type { Area } from '../../../book/a1';
import { a1 } from '../../../book/a1';
import type { Book } from '../../../book/book';
import type { Change } from '../../../book/columnLooks';
import type { UniverApi, UniverSheet } from '../../../book/engine';
import { writeStyles, writeTexts } from '../../../book/grid';
import { addressOf, sourceOf } from '../../../book/lists';
import { gridSize } from '../../../book/ranges';
import {
  readConditions,
  setConditions,
  setNotes,
  setValidation,
  type ValidationSpec,
} from '../../../book/rules';
import { protect } from '../protections';
import { pathsOf, readMask } from './fields';
import { numberOf } from './numbers';
import type { AskedFor, Body, CellData, ColorStyle, GridRange, Kind, SheetProperties } from './requests';

export function sheetOf(book: Book, id: number): UniverSheet {
  const sheet = book.sheets().find((each) => numberOf(each) === id);
  if (!sheet) throw new Error(`No grid with id: ${id}`);
  return sheet;
}

const hex = ({ rgbColor: { red, green, blue } }: ColorStyle): string =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Where nothing is said the range goes to the edge of the sheet. */
function areaOf(sheet: UniverSheet, range: GridRange): Area {
  const { rows, columns } = gridSize(sheet);
  const { startRowIndex = 0, endRowIndex = rows, startColumnIndex = 0, endColumnIndex = columns } = range;
  return {
    row: startRowIndex + 1,
    column: startColumnIndex + 1,
    rows: endRowIndex - startRowIndex,
    columns: endColumnIndex - startColumnIndex,
  };
}

type Rule = NonNullable<Body<'setDataValidation'>['rule']>;

function ruleOf(book: Book, { condition, showCustomUi, strict, inputMessage }: Rule): ValidationSpec {
  const entries = condition.values.map(({ userEnteredValue }) => userEnteredValue);
  const how = { showDropdown: showCustomUi, allowInvalid: !strict, help: inputMessage ?? null };
  if (condition.type === 'ONE_OF_LIST')
    return { criteria: 'VALUE_IN_LIST', values: entries, source: '', ...how };
  const found = sourceOf(book, entries[0] ?? '');
  if (!found) throw new Error(`Invalid data validation rule: ${entries[0] ?? ''}`);
  return { criteria: 'VALUE_IN_RANGE', values: [], source: addressOf(found.sheet, found.area), ...how };
}

interface Desk {
  readonly api: UniverApi;
  readonly book: Book;
}

type Carriers = { readonly [K in Kind]: (body: Body<K>, desk: Desk) => void };

const CARRIERS: Carriers = {
  updateSpreadsheetProperties({ properties: { title, locale, timeZone } }, { book }) {
    if (title !== undefined) book.rename(title);
    if (locale !== undefined) book.amend({ locale });
    if (timeZone !== undefined) book.amend({ timeZone });
  },
  addSheet: ({ properties }, { book }) => addSheet(book, properties),
  updateSheetProperties: ({ properties }, { book }) =>
    dressSheet(book, sheetOf(book, properties.sheetId ?? 0), properties),
  deleteSheet: ({ sheetId }, { book }) => book.deleteSheet(sheetOf(book, sheetId).getSheetId()),
  appendDimension({ sheetId, dimension, length }, { book }) {
    const sheet = sheetOf(book, sheetId);
    const { rows, columns } = gridSize(sheet);
    if (dimension === 'ROWS') sheet.insertRowsAfter(rows - 1, length);
    else sheet.insertColumnsAfter(columns - 1, length);
  },
  updateDimensionProperties({ range, properties: { pixelSize } }, { book }) {
    const { sheetId, dimension, startIndex, endIndex } = range;
    const sheet = sheetOf(book, sheetId);
    if (dimension === 'COLUMNS') sheet.setColumnWidths(startIndex, endIndex - startIndex, pixelSize);
    else sheet.setRowHeights(startIndex, endIndex - startIndex, pixelSize);
  },
  updateCells: (body, { book }) => updateCells(book, body),
  repeatCell({ range, cell, fields }, { book }) {
    const { rows, columns } = areaOf(sheetOf(book, range.sheetId), range);
    const values = Array.from({ length: columns }, () => cell);
    updateCells(book, { range, fields, rows: Array.from({ length: rows }, () => ({ values })) });
  },
  setDataValidation({ range, rule }, { book }) {
    const sheet = sheetOf(book, range.sheetId);
    setValidation(book, sheet, areaOf(sheet, range), rule ? ruleOf(book, rule) : null);
  },
  addProtectedRange({ protectedRange: { range, ...how } }, { book }) {
    const sheet = sheetOf(book, range.sheetId);
    const isWhole = range.endRowIndex === undefined && range.endColumnIndex === undefined;
    protect(book, sheet, isWhole ? null : a1(areaOf(sheet, range)), how);
  },
  addConditionalFormatRule({ rule: { ranges, booleanRule }, index }, { book }) {
    const sheet = sheetOf(book, ranges[0]?.sheetId ?? 0);
    const rules = [...readConditions(sheet)];
    rules.splice(index, 0, {
      condition: 'TEXT_EQ',
      value: booleanRule.condition.values[0]?.userEnteredValue ?? '',
      kept: null,
      background: hex(booleanRule.format.backgroundColorStyle),
      fontColor: null,
      areas: ranges.map((range) => areaOf(sheet, range)),
    });
    setConditions(sheet, rules);
  },
  deleteConditionalFormatRule({ sheetId, index }, { book }) {
    const sheet = sheetOf(book, sheetId);
    setConditions(
      sheet,
      readConditions(sheet).filter((_, at) => at !== index),
    );
  },
};

export function carryOut<K extends Kind>(desk: Desk, { kind, body }: AskedFor<K>): void {
  CARRIERS[kind](body, desk);
}

function addSheet(book: Book, properties: SheetProperties): void {
  const { title = '', index, sheetId, gridProperties } = properties;
  const sheet = book.insertSheet(title, index, {
    ...(sheetId === undefined ? {} : { id: sheetId }),
    rows: gridProperties?.rowCount,
    columns: gridProperties?.columnCount,
  });
  dressSheet(book, sheet, properties);
}

function dressSheet(book: Book, sheet: UniverSheet, properties: SheetProperties): void {
  const { title, tabColorStyle, gridProperties, hidden } = properties;
  if (title !== undefined && title !== sheet.getSheetName()) book.renameSheet(sheet, title);
  if (tabColorStyle !== undefined) sheet.setTabColor(hex(tabColorStyle));
  if (gridProperties?.frozenRowCount !== undefined) sheet.setFrozenRows(gridProperties.frozenRowCount);
  if (hidden === true && !sheet.isSheetHidden()) sheet.hideSheet();
  if (hidden === false && sheet.isSheetHidden()) sheet.showSheet();
}

function updateCells(book: Book, body: Body<'updateCells'>): void {
  const sheet = sheetOf(book, body.range.sheetId);
  const whole = areaOf(sheet, body.range);
  const paths = pathsOf(readMask(body.fields));
  const cellsAt = (row: number): readonly CellData[] => {
    const given = body.rows[row]?.values ?? [];
    // A cell of the range that is left out is blanked in what is listed.
    return Array.from({ length: whole.columns }, (_, column) => given[column] ?? {});
  };
  const table = Array.from({ length: whole.rows }, (_, row) => cellsAt(row));
  if (paths.includes('userEnteredValue'))
    writeTexts(
      book,
      sheet,
      whole,
      table.map((row) =>
        row.map(
          ({ userEnteredValue: value }) => value?.stringValue ?? value?.numberValue ?? value?.boolValue,
        ),
      ),
    );
  if (paths.includes('note'))
    setNotes(
      book,
      sheet,
      whole,
      table.map((row) => row.map(({ note }) => note ?? null)),
    );
  const looks = new Set(paths.filter((path) => path.startsWith('userEnteredFormat')));
  if (looks.size === 0) return;
  writeStyles(
    book,
    sheet,
    whole,
    table.map((row) => row.map((cell) => styleOf(cell, looks))),
  );
}

/** Univer's HorizontalAlign and WrapStrategy. */
const ALIGNED = { LEFT: 1, CENTER: 2, RIGHT: 3 } as const;
const WRAPPED = { OVERFLOW_CELL: 1, CLIP: 2, WRAP: 3 } as const;
/** What a cell has where nothing is said. */
const PADDING = { top: 2, right: 3, bottom: 2, left: 3 };

/** The looks that are listed; what is listed and not given goes back to how a cell looks at first. */
function styleOf({ userEnteredFormat: format = {} }: CellData, listed: ReadonlySet<string>): Change {
  const style: { -readonly [K in keyof Change]: Change[K] } = {};
  const has = (name: string): boolean => listed.has(`userEnteredFormat.${name}`);
  if (has('numberFormat')) {
    const pattern = format.numberFormat?.pattern ?? '';
    style.n = pattern === '' ? null : { pattern };
  }
  if (has('horizontalAlignment'))
    style.ht = format.horizontalAlignment === undefined ? null : ALIGNED[format.horizontalAlignment];
  if (has('wrapStrategy')) style.tb = format.wrapStrategy === undefined ? null : WRAPPED[format.wrapStrategy];
  if (has('textFormat.bold')) style.bl = format.textFormat?.bold ? 1 : 0;
  if (has('backgroundColorStyle'))
    style.bg = format.backgroundColorStyle ? { rgb: hex(format.backgroundColorStyle) } : null;
  if (has('padding')) {
    const { top: t, right: r, bottom: b, left: l } = format.padding ?? PADDING;
    style.pd = { t, r, b, l };
  }
  return style;
}
