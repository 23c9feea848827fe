// The Sheets service of the laptop: what it takes, what it answers, and that a batch is carried out whole or not at all.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ScriptedDesk, scriptedDesk } from './scripted';

const SCRIPT = `
function book() { return SpreadsheetApp.getActive(); }
function batch(requests) { return Sheets.Spreadsheets.batchUpdate({ requests: requests }, book().getId()); }
function get(fields, ranges) { return Sheets.Spreadsheets.get(book().getId(), ranges ? { fields: fields, ranges: ranges } : { fields: fields }); }
function refusal(requests) {
  var before = names();
  try { batch(requests); return 'taken'; } catch (error) { return error.message + (names().join() === before.join() ? '' : ' AND CHANGED THE BOOK'); }
}
function getRefusal(fields, ranges) { try { get(fields, ranges); return 'taken'; } catch (error) { return error.message; } }
function names() { return book().getSheets().map(function (sheet) { return sheet.getName(); }); }
function seen(name) {
  var sheet = book().getSheetByName(name);
  var range = sheet.getRange(1, 1, 2, 2);
  return {
    values: range.getValues(), notes: range.getNotes(), formats: range.getNumberFormats(), backgrounds: range.getBackgrounds(),
    rules: range.getDataValidations().map(function (row) { return row.map(function (rule) { return rule && [rule.getCriteriaValues()[0], rule.getAllowInvalid()]; }); }),
    width: sheet.getColumnWidth(2), frozen: sheet.getFrozenRows(), rows: sheet.getMaxRows(), columns: sheet.getMaxColumns(),
    protections: sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map(function (p) { return [p.getDescription(), p.isWarningOnly(), p.getRange().getA1Notation()]; }),
    marks: sheet.getConditionalFormatRules().length,
  };
}
function newTab() { return book().insertSheet('by the setters').getSheetId(); }
`;

let desk: ScriptedDesk;
const call = async (fn: string, ...args: unknown[]): Promise<unknown> => (await desk.call(fn, args)).value;

beforeAll(async () => {
  desk = await scriptedDesk(SCRIPT);
});
afterAll(() => desk.discard());

const range = (row: number, column: number, rows = 1, columns = 1) => ({
  sheetId: 7,
  startRowIndex: row - 1,
  endRowIndex: row - 1 + rows,
  startColumnIndex: column - 1,
  endColumnIndex: column - 1 + columns,
});
const blue = { rgbColor: { red: 0, green: 0, blue: 1 } };
const ADD = {
  addSheet: {
    properties: {
      sheetId: 7,
      title: 'trades',
      index: 0,
      tabColorStyle: blue,
      gridProperties: { rowCount: 50, columnCount: 4, frozenRowCount: 1 },
    },
  },
};

describe('a batch', () => {
  it('makes a tab with its headers, formats, lists, widths, colours and protection', async () => {
    await call('batch', [
      ADD,
      {
        repeatCell: {
          range: range(2, 1, 49, 1),
          cell: { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '#,##0.00' } } },
          fields: 'userEnteredFormat.numberFormat',
        },
      },
      {
        setDataValidation: {
          range: range(2, 2, 49),
          rule: {
            condition: {
              type: 'ONE_OF_LIST',
              values: [{ userEnteredValue: 'BUY' }, { userEnteredValue: 'SELL' }],
            },
            strict: true,
            showCustomUi: true,
          },
        },
      },
      {
        updateDimensionProperties: {
          range: { sheetId: 7, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
          properties: { pixelSize: 160 },
          fields: 'pixelSize',
        },
      },
      {
        addConditionalFormatRule: {
          index: 0,
          rule: {
            ranges: [range(2, 2, 49)],
            booleanRule: {
              condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'SELL' }] },
              format: { backgroundColorStyle: blue },
            },
          },
        },
      },
      {
        addProtectedRange: {
          protectedRange: { range: range(1, 1, 1, 2), description: 'headers', warningOnly: true },
        },
      },
      {
        updateCells: {
          range: range(1, 1, 1, 2),
          rows: [
            {
              values: [
                {
                  userEnteredValue: { stringValue: '1/2' },
                  note: 'BRL',
                  userEnteredFormat: { backgroundColorStyle: blue },
                },
                { userEnteredValue: { stringValue: '=1+1' }, note: 'way' },
              ],
            },
          ],
          fields: 'userEnteredValue,note,userEnteredFormat.backgroundColorStyle',
        },
      },
      { appendDimension: { sheetId: 7, dimension: 'ROWS', length: 10 } },
    ]);
    expect(await call('names')).toEqual(['trades', expect.anything()]);
    expect(await call('seen', 'trades')).toMatchObject({
      // Given as texts, they are texts: nothing is read as a date or a formula.
      values: [
        ['1/2', '=1+1'],
        ['', ''],
      ],
      notes: [
        ['BRL', 'way'],
        ['', ''],
      ],
      formats: [
        [expect.anything(), expect.anything()],
        ['#,##0.00', expect.anything()],
      ],
      backgrounds: [['#0000ff', expect.anything()], expect.anything()],
      rules: [
        [null, null],
        [null, [['BUY', 'SELL'], false]],
      ],
      width: 160,
      frozen: 1,
      rows: 60,
      columns: 4,
      protections: [['headers', true, 'A1:B1']],
      marks: 1,
    });
  });

  it('gives a tab that is inserted afterwards a number of its own', async () => {
    const number = await call('newTab');
    expect(number).not.toBe(7);
    await call('batch', [{ deleteSheet: { sheetId: number } }]);
    expect(await call('names')).not.toContain('by the setters');
  });

  it.each([
    [
      'an unknown field',
      [{ addSheet: { properties: { sheetId: 8, title: 'x', color: 1 } } }],
      /Unknown name "color" at 'requests\[0\].add_sheet.properties': Cannot find field/,
    ],
    [
      'a value of the wrong type',
      [{ appendDimension: { sheetId: 7, dimension: 'ROWS', length: 'two' } }],
      /Invalid value at 'requests\[0\].append_dimension.length'/,
    ],
    ['a request that is empty', [{}], /No request set/],
    ['two requests in one', [{ ...ADD, deleteSheet: { sheetId: 7 } }], /oneof field 'kind' is already set/],
    ['no request at all', [], /Must specify at least one request/],
    ['a name that is taken', [ADD], /sheet with the id 7 already exists/],
    [
      'a sheet that there is not',
      [{ deleteSheet: { sheetId: 99 } }],
      /Invalid requests\[0\].deleteSheet: No grid with id: 99/,
    ],
    [
      'no fields',
      [{ repeatCell: { range: range(2, 1), cell: {}, fields: '' } }],
      /At least one field must be listed/,
    ],
    [
      'a field that is none',
      [{ repeatCell: { range: range(2, 1), cell: {}, fields: 'userEnteredFormat.colour' } }],
      /Invalid field: userEnteredFormat.colour/,
    ],
    [
      'a format without its type',
      [
        {
          repeatCell: {
            range: range(2, 1),
            cell: { userEnteredFormat: { numberFormat: { pattern: '0' } } },
            fields: 'userEnteredFormat.numberFormat',
          },
        },
      ],
      /number_format.type/,
    ],
    [
      'a number that is told to be a date',
      [
        {
          repeatCell: {
            range: range(2, 1),
            cell: { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: '0.00;[Red]-0.00' } } },
            fields: 'userEnteredFormat.numberFormat',
          },
        },
      ],
      /type does not fit the pattern/,
    ],
    ['a range beyond the sheet', [{ setDataValidation: { range: range(2, 9) } }], /exceeds grid limits/],
    [
      'a cell that is too long',
      [
        {
          updateCells: {
            range: range(2, 1),
            rows: [{ values: [{ userEnteredValue: { stringValue: 'x'.repeat(50_001) } }] }],
            fields: 'userEnteredValue',
          },
        },
      ],
      /more than the maximum of 50000 characters/,
    ],
    [
      'more cells than a book may have',
      [{ appendDimension: { sheetId: 7, dimension: 'ROWS', length: 9_000_000 } }],
      /above the limit of 10000000 cells/,
    ],
    [
      'a rule at a place that there is not',
      [{ deleteConditionalFormatRule: { sheetId: 7, index: 4 } }],
      /No conditional format on sheet at index: 4/,
    ],
    [
      'a request that the laptop does not know',
      [{ mergeCells: { range: range(1, 1) } }],
      /not implemented locally: the Sheets request mergeCells/,
    ],
  ])('refuses %s, as Google does, and changes nothing', async (_what, requests, words) => {
    // What comes before a request that cannot be carried out is not carried out either.
    const first = { addSheet: { properties: { sheetId: 55, title: 'never' } } };
    const all = requests.length === 0 ? requests : [first, ...requests];
    const said = String(await call('refusal', all)).replace('requests[1]', 'requests[0]');
    expect(said).toMatch(words);
    expect(said).not.toContain('AND CHANGED THE BOOK');
  });
});

describe('a question', () => {
  it('is answered with what the mask names, of the ranges that are named', async () => {
    expect(
      await call('get', 'sheets(properties(title,tabColorStyle),data.rowData.values(formattedValue,note))', [
        "'trades'!1:1",
      ]),
    ).toEqual({
      sheets: [
        {
          properties: { title: 'trades', tabColorStyle: blue },
          data: [
            {
              rowData: [
                {
                  values: [
                    { formattedValue: '1/2', note: 'BRL' },
                    { formattedValue: '=1+1', note: 'way' },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
    expect(await call('get', 'properties.timeZone')).toEqual({
      properties: { timeZone: 'America/Sao_Paulo' },
    });
  });

  it('is refused where its mask or its range is none', async () => {
    expect(await call('getRefusal', 'sheets(properties')).toContain('Invalid field selection');
    expect(await call('getRefusal', 'sheets.charts')).toBe(
      'not implemented locally: the Sheets fields sheets.charts',
    );
    expect(await call('getRefusal', 'sheets.data', ["'nowhere'!1:1"])).toContain(
      "Unable to parse range: 'nowhere'!1:1",
    );
  });
});
