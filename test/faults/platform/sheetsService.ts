// The Sheets service over a world, as strict as the laptop's: what it does is there for good, all of it or nothing.
import { type Model, thinkThrough } from '../../../src/local/host/script/services/sheetsService/model';
import {
  type Asked,
  type ColorStyle,
  type GridRange,
  readRequests,
} from '../../../src/local/host/script/services/sheetsService/requests';
import type { Strikes } from './strike';
import { type BookState, newSheet, type SheetState, type World } from './world';

const HEX = 16;
const MOST = 255;

const hex = ({ rgbColor: { red, green, blue } }: ColorStyle): string =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(part * MOST)
        .toString(HEX)
        .padStart(2, '0'),
    )
    .join('')}`;

/** The same for a name in every copy of a world. */
const numberOf = ({ name, number }: SheetState): number =>
  number ?? [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7) + 1_000;

export function openSheetsService(worldNow: () => World, call: Strikes['call']): object {
  const opened = (id: string): BookState => {
    const book = worldNow().books.get(id);
    if (book === undefined) throw new Error('Requested entity was not found.');
    return book;
  };
  return {
    Spreadsheets: {
      get: (id: string, { ranges }: { readonly ranges?: readonly string[] }) =>
        call('Sheets.get', () => {
          const { locale, zone, sheets } = opened(id);
          const names = ranges?.map((range) => range.replace(/^'(.*)'(!1:1)?$/, '$1').replace(/''/g, "'"));
          return {
            properties: { locale, timeZone: zone },
            sheets: sheets.flatMap((sheet, index) =>
              names === undefined || names.includes(sheet.name) ? [described(sheet, index)] : [],
            ),
          };
        }),
      batchUpdate: (resource: object, id: string) =>
        call('Sheets.batchUpdate', () => {
          const book = opened(id);
          const asked = readRequests(JSON.parse(JSON.stringify(resource)));
          thinkThrough(asked, modelOf(book));
          for (const each of asked) carryOut(book, each);
          return { replies: [] };
        }),
    },
  };
}

const modelOf = ({ sheets }: BookState): Model =>
  new Map(
    sheets.map((sheet) => [
      numberOf(sheet),
      {
        title: sheet.name,
        rows: sheet.rows,
        columns: sheet.columns,
        hidden: sheet.hidden,
        marks: sheet.rules.length,
      },
    ]),
  );

function described(sheet: SheetState, index: number): object {
  const sheetId = numberOf(sheet);
  const width = Math.max(sheet.notes.length, ...sheet.cells.map((row) => row.length));
  const cells = sheet.cells.map((row, r) => ({
    values: Array.from({ length: width }, (_, c) => ({
      ...((row[c] ?? '') === '' ? {} : { formattedValue: String(row[c]) }),
      ...(r === 0 && sheet.notes[c] ? { note: sheet.notes[c] } : {}),
    })),
  }));
  return {
    properties: {
      ...{ sheetId, title: sheet.name, index },
      gridProperties: { rowCount: sheet.rows, columnCount: sheet.columns },
    },
    protectedRanges: sheet.protections.map(({ whole, description }) => ({
      description,
      range: whole ? { sheetId } : { sheetId, endRowIndex: 1, endColumnIndex: width },
    })),
    conditionalFormats: sheet.rules.map(({ row, column, columns }) => ({
      // Zeros are left out, as Google does.
      ranges: [
        {
          startRowIndex: row - 1,
          ...(column === 1 ? {} : { startColumnIndex: column - 1 }),
          endColumnIndex: column - 1 + columns,
        },
      ],
      booleanRule: { condition: { type: 'TEXT_EQ' } },
    })),
    data: [{ ...(cells.length === 0 ? {} : { rowData: cells }) }],
  };
}

function carryOut(book: BookState, asked: Asked): void {
  const sheetAt = (id: number | undefined): SheetState => {
    const sheet = book.sheets.find((each) => numberOf(each) === id);
    if (sheet === undefined) throw new Error(`no sheet ${id}`);
    return sheet;
  };
  if (asked.kind === 'updateSpreadsheetProperties') {
    const { locale = book.locale, timeZone = book.zone } = asked.body.properties;
    Object.assign(book, { locale, zone: timeZone });
  } else if (asked.kind === 'addSheet') {
    const { title = '', index = book.sheets.length, sheetId, hidden, gridProperties } = asked.body.properties;
    const sheet: SheetState = {
      ...newSheet(title),
      ...(sheetId === undefined ? {} : { number: sheetId }),
      columns: gridProperties?.columnCount ?? newSheet(title).columns,
      hidden: hidden ?? false,
    };
    book.sheets.splice(index, 0, sheet);
  } else if (asked.kind === 'deleteSheet')
    book.sheets = book.sheets.filter((sheet) => numberOf(sheet) !== asked.body.sheetId);
  else if (asked.kind === 'updateSheetProperties') {
    const { sheetId, hidden } = asked.body.properties;
    const sheet = sheetAt(sheetId);
    sheet.hidden = hidden ?? sheet.hidden;
  } else if (asked.kind === 'appendDimension') {
    const sheet = sheetAt(asked.body.sheetId);
    if (asked.body.dimension === 'ROWS') sheet.rows += asked.body.length;
    else sheet.columns += asked.body.length;
  } else if (asked.kind === 'addProtectedRange') {
    const { range, description, warningOnly } = asked.body.protectedRange;
    const whole = range.endRowIndex === undefined;
    sheetAt(range.sheetId).protections.push({ whole, description, warns: warningOnly });
  } else if (asked.kind === 'addConditionalFormatRule') {
    const [range] = asked.body.rule.ranges;
    const sheet = sheetAt(range?.sheetId);
    const { condition, format } = asked.body.rule.booleanRule;
    const rules = [...sheet.rules];
    rules.splice(asked.body.index, 0, {
      text: condition.values[0]?.userEnteredValue ?? '',
      color: hex(format.backgroundColorStyle),
      row: (range?.startRowIndex ?? 0) + 1,
      column: (range?.startColumnIndex ?? 0) + 1,
      columns: (range?.endColumnIndex ?? 0) - (range?.startColumnIndex ?? 0),
    });
    sheet.rules = rules;
  } else if (asked.kind === 'deleteConditionalFormatRule') {
    const sheet = sheetAt(asked.body.sheetId);
    sheet.rules = sheet.rules.filter((_, at) => at !== asked.body.index);
  } else if (asked.kind === 'updateCells') fill(sheetAt(asked.body.range.sheetId), asked.body);
  else if (asked.kind === 'repeatCell') {
    const pattern = asked.body.cell.userEnteredFormat?.numberFormat?.pattern ?? '';
    const { formats } = sheetAt(asked.body.range.sheetId);
    for (const column of columnsOf(asked.body.range)) formats[column] = pattern;
  }
}

const columnsOf = ({ startColumnIndex = 0, endColumnIndex = 0 }: GridRange): readonly number[] =>
  Array.from({ length: endColumnIndex - startColumnIndex }, (_, i) => startColumnIndex + i);

function fill(
  sheet: SheetState,
  { range, rows, fields }: Extract<Asked, { kind: 'updateCells' }>['body'],
): void {
  const { startRowIndex = 0, startColumnIndex = 0 } = range;
  rows.forEach(({ values }, r) => {
    while (sheet.cells.length <= startRowIndex + r) sheet.cells.push([]);
    values.forEach(({ userEnteredValue, note }, c) => {
      const row = sheet.cells[startRowIndex + r] ?? [];
      const { stringValue, numberValue, boolValue } = userEnteredValue ?? {};
      if (fields.includes('userEnteredValue'))
        row[startColumnIndex + c] = stringValue ?? numberValue ?? boolValue ?? null;
      if (fields.includes('note')) sheet.notes[startColumnIndex + c] = note ?? '';
    });
  });
}
