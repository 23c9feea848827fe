// Whether the Sheets service is there, does what Set up asks of it, whole or not at all, and is seen by SpreadsheetApp at once.

import type { Finding } from '../../desk/setUp/selfTestReport';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import { type Request, type SheetsService, sheetsService } from '../sheetsService';
import { finding, type Lab, SCRATCH_TAB, type SelfTest } from './lab';

const TEXT = '=1/2';
const NOTE = 'one\ntwo';
const COLOR = { rgbColor: { red: 1, green: 0, blue: 0 } };

const cell = (sheetId: number) => ({
  sheetId,
  startRowIndex: 0,
  endRowIndex: 1,
  startColumnIndex: 0,
  endColumnIndex: 1,
});

const writing = (sheetId: number, text: string): Request => ({
  updateCells: {
    range: cell(sheetId),
    rows: [{ values: [{ userEnteredValue: { stringValue: text }, note: NOTE }] }],
    fields: 'userEnteredValue,note',
  },
});

/** One of each kind that Set up sends, but those that touch other tabs. */
const looks = (sheetId: number): readonly Request[] => [
  {
    updateSheetProperties: {
      properties: { sheetId, tabColorStyle: COLOR, gridProperties: { frozenRowCount: 1 } },
      fields: 'tabColorStyle,gridProperties.frozenRowCount',
    },
  },
  {
    repeatCell: {
      range: { ...cell(sheetId), startRowIndex: 1, endRowIndex: 2 },
      cell: {
        userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '#,##0.00' }, padding: { left: 8 } },
      },
      fields: 'userEnteredFormat.numberFormat,userEnteredFormat.padding',
    },
  },
  {
    setDataValidation: {
      range: { ...cell(sheetId), startRowIndex: 1, endRowIndex: 2 },
      rule: {
        condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'BUY' }] },
        inputMessage: NOTE,
        strict: true,
        showCustomUi: true,
      },
    },
  },
  {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
      properties: { pixelSize: 160 },
      fields: 'pixelSize',
    },
  },
  {
    addConditionalFormatRule: {
      index: 0,
      rule: {
        ranges: [cell(sheetId)],
        booleanRule: {
          condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'BUY' }] },
          format: { backgroundColorStyle: COLOR },
        },
      },
    },
  },
  { addProtectedRange: { protectedRange: { range: { sheetId }, description: TEXT, warningOnly: true } } },
  { appendDimension: { sheetId, dimension: 'ROWS', length: 1 } },
];

function batch(lab: Lab): Finding {
  const service = sheetsService();
  if (service === null)
    return finding(
      'impossible',
      msg('the Sheets service is missing: Set up takes minutes instead of seconds'),
      [msg('in the script editor add the service Sheets, version v4')],
    );
  const sheet = lab.sheet();
  const [id, sheetId] = [lab.spreadsheet.getId(), sheet.getSheetId()];
  SpreadsheetApp.flush();
  service.update(id, [writing(sheetId, TEXT), ...looks(sheetId)]);
  const first = sheet.getRange(1, 1);
  const details: Message[] = [];
  if (String(first.getValue()) !== TEXT || first.getNote() !== NOTE)
    details.push(msg('SpreadsheetApp does not see at once what the Sheets service wrote'));
  if (!isAnswered(service, id))
    details.push(msg('the Sheets service does not answer a header and its note as they were written'));
  const refused = refusalOf(service, id, sheetId);
  if (refused === null) details.push(msg('a sheet that there is not is written to'));
  if (String(first.getValue()) !== TEXT) details.push(msg('a batch that is refused was carried out in part'));
  return details.length === 0
    ? finding(
        'ok',
        msg('a batch is carried out whole or not at all, and seen at once'),
        refused === null ? [] : [refused],
      )
    : finding('differs', msg('the Sheets service does otherwise than Set up counts on'), details);
}

function isAnswered(service: SheetsService, id: string): boolean {
  const { sheets = [] } = service.get(
    id,
    'sheets(properties(title),data(rowData(values(formattedValue,note))))',
    [`'${SCRATCH_TAB}'!1:1`],
  );
  const found = sheets[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
  return sheets.length === 1 && found?.formattedValue === TEXT && found.note === NOTE;
}

/** What is said to a batch whose second request cannot be carried out; null where it is taken. */
function refusalOf(service: SheetsService, id: string, sheetId: number): Message | null {
  try {
    service.update(id, [writing(sheetId, 'half'), { deleteSheet: { sheetId: sheetId + 1_000_003 } }]);
    return null;
  } catch (error) {
    return saidBy(error);
  }
}

export const SERVICE_TESTS: readonly SelfTest[] = [
  { id: 'sheets-service', title: msg('The Sheets service'), run: batch },
];
