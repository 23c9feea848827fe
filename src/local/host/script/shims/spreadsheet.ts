// SpreadsheetApp and its objects as the script sees them: each is a name and a list of calls to the host.

import { embeddedChart } from './charts';
import { BOOLEAN_CRITERIA, conditionalFormatRule, conditionBuilder } from './conditions';
import { pageOf } from './html';
import { range, rangeList } from './range';
import { ask, callOn, dataOf, defineKind, field, remote, service, value } from './remote';
import { sheet } from './sheet';
import { menuBuilder, promptResponse } from './ui';
import { validation, validationBuilder } from './validation';

function spreadsheet(data: unknown): object {
  return remote('Spreadsheet', data, {
    gives: [
      'getName',
      'getUrl',
      'getSheetByName',
      'getSheets',
      'insertSheet',
      'deleteSheet',
      'setActiveSheet',
      'getActiveSheet',
      'getNumSheets',
      'rename',
      'getSpreadsheetTimeZone',
      'getSpreadsheetLocale',
      'setSpreadsheetTimeZone',
      'setSpreadsheetLocale',
      'toast',
    ],
    own: {
      getId: () => field(data, 'book'),
      ...onActiveSheet(() => ask('Spreadsheet.getActiveSheet', data)),
      getRange: (a1: unknown) => rangeByName(data, String(a1)),
      setActiveRange: (cells: unknown) => ask('Sheet.setActiveRange', sheetOf(cells), cells),
      addMenu: (caption: unknown, items: unknown) => addMenu(String(caption), items),
      getEditors: () => people('getEditors', data),
      getViewers: () => people('getViewers', data),
    },
  });
}

function people(method: string, book: unknown): readonly object[] {
  const addresses = ask(`Spreadsheet.${method}`, book);
  return (Array.isArray(addresses) ? addresses : []).map((address) =>
    value('User', null, { getEmail: () => address }),
  );
}

/** What identifies the tab of a range. */
const sheetOf = (cells: unknown): unknown => {
  const data = dataOf(cells);
  return { book: field(data, 'book'), sheet: field(data, 'sheet') };
};

const OF_ACTIVE_SHEET = [
  'appendRow',
  'deleteColumn',
  'deleteRow',
  'getActiveCell',
  'getActiveRange',
  'getCurrentCell',
  'getDataRange',
  'getLastColumn',
  'getLastRow',
  'getRangeList',
  'getSheetName',
  'setColumnWidth',
  'setFrozenRows',
  'sort',
] as const;

/** A spreadsheet answers these for the tab that is looked at. */
const onActiveSheet = (active: () => unknown): Record<string, unknown> =>
  Object.fromEntries(
    OF_ACTIVE_SHEET.map((name) => [name, (...args: unknown[]) => callOn(active(), name, ...args)]),
  );

/** `Prices!A1:B2`, or `A1:B2` of the tab that is looked at. */
function rangeByName(book: unknown, a1: string): unknown {
  const mark = a1.lastIndexOf('!');
  if (mark < 0) return callOn(ask('Spreadsheet.getActiveSheet', book), 'getRange', a1);
  const name = a1
    .slice(0, mark)
    .replace(/^'(.*)'$/, '$1')
    .replace(/''/g, "'");
  const found = ask('Spreadsheet.getSheetByName', book, name);
  if (found === null) throw new Error(`Range not found: "${a1}"`);
  return callOn(found, 'getRange', a1.slice(mark + 1));
}

/** The older way to make a menu: rows of `{ name, functionName }`, null for a line between them. */
function addMenu(caption: string, items: unknown): void {
  const menu = menuBuilder(caption);
  for (const item of Array.isArray(items) ? items : [])
    if (item === null) callOn(menu, 'addSeparator');
    else callOn(menu, 'addItem', String(field(item, 'name')), String(field(item, 'functionName')));
  callOn(menu, 'addToUi');
}

const protection = (data: unknown): object =>
  remote('Protection', data, {
    gives: ['getDescription', 'getProtectionType', 'getRange', 'isWarningOnly', 'remove'],
    chains: ['setDescription', 'setWarningOnly'],
  });

export function spreadsheetApp(): object {
  defineKind('Spreadsheet', spreadsheet);
  defineKind('Sheet', sheet);
  defineKind('Range', range);
  defineKind('Protection', protection);
  defineKind('DataValidation', validation);
  defineKind('ConditionalFormatRule', conditionalFormatRule);
  defineKind('EmbeddedChart', embeddedChart);
  defineKind('PromptResponse', promptResponse);
  const getUi = (): object => {
    ask('SpreadsheetApp.getUi');
    return ui;
  };
  const ui = service('Ui', ['alert', 'prompt'], {
    showModelessDialog: (output: unknown, title: unknown) => ask('Ui.showModalDialog', pageOf(output), title),
    showModalDialog: (output: unknown, title: unknown) => ask('Ui.showModalDialog', pageOf(output), title),
    showSidebar: (output: unknown) => ask('Ui.showSidebar', pageOf(output)),
    createMenu: (caption: unknown) => menuBuilder(String(caption)),
    createAddonMenu: () => menuBuilder('Add-ons'),
    Button: { CLOSE: 'CLOSE', OK: 'OK', CANCEL: 'CANCEL', YES: 'YES', NO: 'NO' },
    ButtonSet: { OK: 'OK', OK_CANCEL: 'OK_CANCEL', YES_NO: 'YES_NO', YES_NO_CANCEL: 'YES_NO_CANCEL' },
  });
  const active = (): unknown => ask('SpreadsheetApp.getActiveSheet');
  const own = ['getActiveCell', 'getActiveRange', 'getCurrentCell'];
  return service(
    'SpreadsheetApp',
    ['getActive', 'getActiveSpreadsheet', 'getActiveSheet', 'openById', 'flush'],
    {
      getUi,
      ...Object.fromEntries(own.map((name) => [name, () => callOn(active(), name)])),
      getActiveRangeList: () => rangeList([callOn(active(), 'getActiveRange')]),
      setActiveSheet: (tab: unknown) =>
        ask('Spreadsheet.setActiveSheet', { book: field(dataOf(tab), 'book') }, tab),
      setActiveRange: (cells: unknown) => ask('Sheet.setActiveRange', sheetOf(cells), cells),
      openByUrl(url: unknown) {
        const id = /\/d\/([^/]+)/.exec(String(url))?.[1];
        if (id === undefined) throw new Error(`Invalid argument: url (${String(url)})`);
        return ask('SpreadsheetApp.openById', id);
      },
      create(name: unknown) {
        const file = ask(
          'Drive.Files.create',
          { name, mimeType: 'application/vnd.google-apps.spreadsheet' },
          null,
          {
            fields: 'id',
          },
        );
        return ask('SpreadsheetApp.openById', field(file, 'id'));
      },
      newDataValidation: validationBuilder,
      newConditionalFormatRule: conditionBuilder,
      BooleanCriteria: BOOLEAN_CRITERIA,
      ProtectionType: { SHEET: 'SHEET', RANGE: 'RANGE' },
      BorderStyle: { SOLID: 'SOLID' },
    },
  );
}
