// Whether a whole batch can be carried out, before any of it is: the book is thought through request by request.
import { CELL_CHARACTERS } from '../../limits';
import { pathsOf, readMask } from './fields';
import {
  type Asked,
  type AskedFor,
  type Body,
  type CellData,
  failure,
  type GridRange,
  type Kind,
  type SheetProperties,
} from './requests';

export interface ModelSheet {
  title: string;
  rows: number;
  columns: number;
  hidden: boolean;
  /** How many conditional formats it has. */
  marks: number;
}

/** By the number of the sheet. */
export type Model = Map<number, ModelSheet>;

const MOST_CELLS = 10_000_000;
const LONGEST_TITLE = 100;

const CELL_FIELDS = [
  'userEnteredValue',
  'note',
  'userEnteredFormat.numberFormat',
  'userEnteredFormat.backgroundColorStyle',
  'userEnteredFormat.horizontalAlignment',
  'userEnteredFormat.wrapStrategy',
  'userEnteredFormat.padding',
  'userEnteredFormat.textFormat.bold',
];
const SHEET_FIELDS = ['title', 'hidden', 'tabColorStyle', 'gridProperties.frozenRowCount'];
const BOOK_FIELDS = ['title', 'locale', 'timeZone'];

/** @throws as Google does at the first that cannot be carried out */
export function thinkThrough(asked: readonly Asked[], model: Model): void {
  asked.forEach((each, at) => {
    try {
      consider(each, model);
    } catch (error) {
      throw failure(
        `Invalid requests[${at}].${each.kind}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    const cells = [...model.values()].reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    if (cells > MOST_CELLS)
      throw failure(
        `Invalid requests[${at}].${each.kind}: This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
      );
  });
}

type Considered = { readonly [K in Kind]: (body: Body<K>, model: Model) => void };

/** By the request: what it would do to the model. */
const CONSIDERED: Considered = {
  updateSpreadsheetProperties: ({ fields }) => check(fields, BOOK_FIELDS),
  addSheet: ({ properties }, model) => considerNew(properties, model),
  updateSheetProperties({ properties, fields }, model) {
    check(fields, SHEET_FIELDS);
    const sheet = sheetIn(model, properties.sheetId);
    if (properties.title !== undefined) refuseTitle(properties.title, sheet, model);
    if (properties.hidden !== undefined) sheet.hidden = properties.hidden;
    if (sheet.hidden && [...model.values()].every(({ hidden }) => hidden))
      throw new Error("You can't hide all the sheets in a document.");
  },
  deleteSheet({ sheetId }, model) {
    sheetIn(model, sheetId);
    model.delete(sheetId);
    if ([...model.values()].every(({ hidden }) => hidden))
      throw new Error("You can't remove all the visible sheets in a document.");
  },
  appendDimension({ sheetId, dimension, length }, model) {
    const sheet = sheetIn(model, sheetId);
    if (dimension === 'ROWS') sheet.rows += length;
    else sheet.columns += length;
  },
  updateDimensionProperties({ range: { sheetId, dimension, startIndex, endIndex } }, model) {
    const { rows, columns } = sheetIn(model, sheetId);
    if (startIndex >= endIndex || endIndex > (dimension === 'ROWS' ? rows : columns))
      throw new Error('The range is out of bounds.');
  },
  updateCells({ range, rows, fields }, model) {
    check(fields, CELL_FIELDS);
    considerCells(range, rows, model);
  },
  repeatCell({ range, cell, fields }, model) {
    check(fields, CELL_FIELDS);
    considerCells(range, [{ values: [cell] }], model);
  },
  setDataValidation({ range, rule }, model) {
    inside(range, model);
    if (rule?.condition.type === 'ONE_OF_RANGE')
      considerList(rule.condition.values[0]?.userEnteredValue ?? '', model);
  },
  addProtectedRange: ({ protectedRange }, model) => inside(protectedRange.range, model),
  addConditionalFormatRule({ rule, index }, model) {
    for (const range of rule.ranges) inside(range, model);
    const sheet = sheetIn(model, rule.ranges[0]?.sheetId);
    if (rule.ranges.some(({ sheetId }) => sheetId !== rule.ranges[0]?.sheetId))
      throw new Error('All ranges must be on the same sheet.');
    if (index > sheet.marks) throw new Error(`No conditional format on sheet at index: ${index}`);
    sheet.marks += 1;
  },
  deleteConditionalFormatRule({ sheetId, index }, model) {
    const sheet = sheetIn(model, sheetId);
    if (index >= sheet.marks) throw new Error(`No conditional format on sheet at index: ${index}`);
    sheet.marks -= 1;
  },
};

/** The range whose cells a dropdown offers: of a tab that is there by now. */
function considerList(address: string, model: Model): void {
  const [, name] = /^='((?:[^']|'')+)'!\$?[A-Z]+\$?\d+:\$?[A-Z]+(\$?\d+)?$/.exec(address) ?? [];
  const title = name?.replace(/''/g, "'");
  if (![...model.values()].some((sheet) => sheet.title === title))
    throw new Error(`Invalid data validation rule: ${address}`);
}

function consider<K extends Kind>({ kind, body }: AskedFor<K>, model: Model): void {
  CONSIDERED[kind](body, model);
}

function sheetIn(model: Model, id: number | undefined): ModelSheet {
  const sheet = id === undefined ? undefined : model.get(id);
  if (!sheet) throw new Error(`No grid with id: ${id ?? 0}`);
  return sheet;
}

function considerNew(properties: SheetProperties, model: Model): void {
  const { sheetId, title, gridProperties, hidden = false } = properties;
  if (sheetId === undefined || title === undefined)
    throw new Error('not implemented locally: a sheet without a number or a title of its own');
  if (model.has(sheetId)) throw new Error(`A sheet with the id ${sheetId} already exists.`);
  const sheet = {
    title,
    rows: gridProperties?.rowCount ?? 1_000,
    columns: gridProperties?.columnCount ?? 26,
    hidden,
    marks: 0,
  };
  refuseTitle(title, sheet, model);
  if ((gridProperties?.frozenRowCount ?? 0) >= sheet.rows)
    throw new Error("You can't freeze all visible rows on the sheet.");
  model.set(sheetId, sheet);
}

function refuseTitle(title: string, own: ModelSheet, model: Model): void {
  if (title === '' || title.length > LONGEST_TITLE)
    throw new Error(`The name of a sheet has 1 to ${LONGEST_TITLE} characters.`);
  if ([...model.values()].some((sheet) => sheet !== own && sheet.title === title))
    throw new Error(`A sheet with the name "${title}" already exists. Please enter another name.`);
  own.title = title;
}

/** @throws where a range has no cells or reaches outside the sheet */
function inside(range: GridRange, model: Model): void {
  const { rows, columns, title } = sheetIn(model, range.sheetId);
  const { startRowIndex = 0, endRowIndex = rows, startColumnIndex = 0, endColumnIndex = columns } = range;
  if (startRowIndex >= endRowIndex || startColumnIndex >= endColumnIndex)
    throw new Error('The range has no cells.');
  if (endRowIndex > rows || endColumnIndex > columns)
    throw new Error(`Range ('${title}') exceeds grid limits. Max rows: ${rows}, max columns: ${columns}`);
}

function considerCells(
  range: GridRange,
  given: readonly { readonly values: readonly CellData[] }[],
  model: Model,
): void {
  inside(range, model);
  const { rows, columns } = sheetIn(model, range.sheetId);
  const [height, width] = [
    (range.endRowIndex ?? rows) - (range.startRowIndex ?? 0),
    (range.endColumnIndex ?? columns) - (range.startColumnIndex ?? 0),
  ];
  if (given.length > height || given.some(({ values }) => values.length > width))
    throw new Error('Attempting to write outside of the requested range.');
  const isLong = ({ userEnteredValue }: CellData): boolean =>
    (userEnteredValue?.stringValue?.length ?? 0) > CELL_CHARACTERS;
  if (given.some(({ values }) => values.some(isLong)))
    throw new Error(
      `Your input contains more than the maximum of ${CELL_CHARACTERS} characters in a single cell.`,
    );
}

/** A change says what it changes; what lies under a field that is known is known too. */
function check(fields: string, known: readonly string[]): void {
  if (fields.trim() === '')
    throw new Error("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  if (fields.trim() === '*') throw new Error('not implemented locally: all fields at once');
  for (const path of pathsOf(readMask(fields)))
    if (!known.includes(path)) throw new Error(`Invalid field: ${path}`);
}
