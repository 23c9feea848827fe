// Answers the Sheets service v4: a book read by a field mask, and changed by a batch that is carried out whole or not at all.
import { type Area, parseA1 } from '../../../book/a1';
import type { Book } from '../../../book/book';
import type { UniverSheet } from '../../../book/engine';
import { cellsIn, extent } from '../../../book/grid';
import { gridSize } from '../../../book/ranges';
import { readConditions, readNotes } from '../../../book/rules';
import { shownText } from '../../../book/shown';
import { fields, list, optional, text } from '../arguments';
import type { Handlers } from '../service';
import type { Desktop } from '../spreadsheet';
import { carryOut } from './apply';
import { type Mask, pathsOf, pick, readMask } from './fields';
import { type Model, thinkThrough } from './model';
import { numberOf } from './numbers';
import { readRequests } from './requests';

/** What is answered, and nothing else of all that Google knows. */
const ANSWERED = pathsOf(
  readMask(
    'spreadsheetId,properties(title,locale,timeZone),sheets(properties(sheetId,title,index,hidden,tabColorStyle,' +
      'gridProperties(rowCount,columnCount,frozenRowCount)),protectedRanges(description,range,warningOnly),' +
      'conditionalFormats(ranges,booleanRule(condition(type,values),format)),data(rowData(values(formattedValue,note))))',
  ),
);

export function sheetsHandlers(desktop: Desktop): Handlers {
  const { shelf } = desktop;
  const bookOf = (id: unknown): Book => {
    const book = shelf.find(text(id, 'The id of a spreadsheet'));
    if (!book)
      throw new Error(
        'API call to sheets.spreadsheets.get failed with error: Requested entity was not found.',
      );
    return book;
  };
  return {
    'Sheets.Spreadsheets.get': async ([id, options]) => {
      const asked = fields(options ?? {}, 'The options');
      const book = bookOf(id);
      await shelf.settled();
      const mask = readMask(optional(asked.fields, text, 'fields', ANSWERED.join(',')));
      const ranges = optional(asked.ranges, list, 'ranges', []).map((range) => text(range, 'A range'));
      refuseUnknown(mask);
      return pick(answered(book, mask, ranges), mask);
    },
    'Sheets.Spreadsheets.batchUpdate': ([resource, id]) => {
      const book = bookOf(id);
      const asked = readRequests(resource);
      thinkThrough(asked, modelOf(book));
      for (const each of asked) carryOut({ api: shelf.engine.univerAPI, book }, each);
      return { spreadsheetId: book.id, replies: asked.map(() => ({})) };
    },
  };
}

function refuseUnknown(mask: Mask): void {
  for (const path of pathsOf(mask))
    if (!ANSWERED.some((known) => known === path || known.startsWith(`${path}.`)))
      throw new Error(`not implemented locally: the Sheets fields ${path}`);
}

const modelOf = (book: Book): Model =>
  new Map(
    book.sheets().map((sheet) => [
      numberOf(sheet),
      {
        title: sheet.getSheetName(),
        ...gridSize(sheet),
        hidden: sheet.isSheetHidden(),
        marks: readConditions(sheet).length,
      },
    ]),
  );

/** `'my tab'!1:1`, or a tab's name for all of it. */
function rangeIn(book: Book, range: string): { readonly sheet: UniverSheet; readonly area: Area | null } {
  const [, quoted, bare, cells] = /^(?:'((?:[^']|'')+)'|([^'!]+))(?:!(.+))?$/.exec(range) ?? [];
  const name = quoted?.replace(/''/g, "'") ?? bare ?? '';
  const sheet = book.univer.getSheetByName(name);
  if (!sheet)
    throw new Error(`API call to sheets.spreadsheets.get failed with error: Unable to parse range: ${range}`);
  return { sheet, area: cells === undefined ? null : parseA1(cells, gridSize(sheet)) };
}

function answered(book: Book, mask: Mask, ranges: readonly string[]): object {
  const wanted = ranges.map((range) => rangeIn(book, range));
  const { locale, timeZone } = book.extras;
  // Without ranges the cells of all tabs come, as far as they are in use.
  const isWanted = (sheet: UniverSheet): boolean =>
    wanted.length === 0 || wanted.some((each) => each.sheet.getSheetId() === sheet.getSheetId());
  return {
    spreadsheetId: book.id,
    properties: { title: book.univer.getName(), locale, timeZone },
    sheets: book
      .sheets()
      .filter(isWanted)
      .map((sheet) => {
        const areas = wanted.filter((each) => each.sheet.getSheetId() === sheet.getSheetId());
        return {
          properties: propertiesOf(sheet),
          ...nonEmpty('protectedRanges', protectionsOf(book, sheet)),
          ...nonEmpty('conditionalFormats', conditionsOf(sheet)),
          ...(mask.sheets?.data === undefined
            ? {}
            : {
                data: (areas.length === 0 ? [null] : areas.map(({ area }) => area)).map((area) =>
                  nonEmpty('rowData', rowsOf(book, sheet, area)),
                ),
              }),
        };
      }),
  };
}

/** Google leaves out what is empty. */
const nonEmpty = (name: string, items: readonly object[]): object =>
  items.length === 0 ? {} : { [name]: items };

const part = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16) / 255;

function propertiesOf(sheet: UniverSheet): object {
  const color = sheet.getTabColor();
  const { rows, columns } = gridSize(sheet);
  const frozen = sheet.getFrozenRows();
  return {
    sheetId: numberOf(sheet),
    title: sheet.getSheetName(),
    index: sheet.getIndex(),
    ...(sheet.isSheetHidden() ? { hidden: true } : {}),
    ...(color
      ? { tabColorStyle: { rgbColor: { red: part(color, 1), green: part(color, 3), blue: part(color, 5) } } }
      : {}),
    gridProperties: {
      rowCount: rows,
      columnCount: columns,
      ...(frozen > 0 ? { frozenRowCount: frozen } : {}),
    },
  };
}

const gridRange = (sheet: UniverSheet, { row, column, rows, columns }: Area): object => ({
  sheetId: numberOf(sheet),
  startRowIndex: row - 1,
  endRowIndex: row - 1 + rows,
  startColumnIndex: column - 1,
  endColumnIndex: column - 1 + columns,
});

const protectionsOf = (book: Book, sheet: UniverSheet): readonly object[] =>
  book.extras.protections
    .filter((each) => each.sheet === sheet.getSheetId())
    .map(({ range, description, warningOnly }) => ({
      description,
      warningOnly,
      range:
        range === null ? { sheetId: numberOf(sheet) } : gridRange(sheet, parseA1(range, gridSize(sheet))),
    }));

/** Names that Google gives to conditions. */
const CONDITIONS: Readonly<Record<string, string>> = {
  TEXT_EQ: 'TEXT_EQ',
  TEXT_CONTAINS: 'TEXT_CONTAINS',
  NUMBER_LESS: 'NUMBER_LESS',
  NUMBER_GREATER: 'NUMBER_GREATER',
  OTHER: 'CUSTOM_FORMULA',
};

const conditionsOf = (sheet: UniverSheet): readonly object[] =>
  readConditions(sheet).map(({ areas, condition, value }) => ({
    ranges: areas.map((area) => gridRange(sheet, area)),
    booleanRule: {
      condition: { type: CONDITIONS[condition], values: [{ userEnteredValue: String(value) }] },
      format: {},
    },
  }));

/** Rows down to the last in use within the area, each to its last cell in use; blank cells are empty objects. */
function rowsOf(book: Book, sheet: UniverSheet, area: Area | null): readonly object[] {
  const used = extent(sheet);
  const notes = sheet.getNotes();
  const last = {
    rows: Math.max(used.rows, ...notes.map(({ row }) => row + 1)),
    columns: Math.max(used.columns, ...notes.map(({ col }) => col + 1)),
  };
  const from = area ?? { row: 1, column: 1, ...last };
  const rows = Math.min(from.rows, last.rows - from.row + 1);
  const columns = Math.min(from.columns, last.columns - from.column + 1);
  if (rows < 1 || columns < 1) return [];
  const block = { row: from.row, column: from.column, rows, columns };
  const said = readNotes(sheet, block);
  return cellsIn(sheet, block, (cell, looks) => shownText(cell, looks, book.place)).map((row, r) => ({
    values: row.map((shown, c) => {
      const note = said[r]?.[c] ?? '';
      return { ...(shown === '' ? {} : { formattedValue: shown }), ...(note === '' ? {} : { note }) };
    }),
  }));
}
