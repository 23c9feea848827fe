// SpreadsheetApp and its objects as the script sees them: each is a name and a list of calls to the host.
import type { ValidationSpec } from '../../book/rules';
import { chartBuilder, embeddedChart } from './charts';
import { BOOLEAN_CRITERIA, conditionalFormatRule, conditionBuilder } from './conditions';
import { pageOf } from './html';
import { ask, builder, defineKind, remote, service, value } from './remote';
import { menuBuilder, promptResponse } from './ui';

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null;
const field = (data: unknown, key: string): unknown => (isRecord(data) ? data[key] : undefined);

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
      'getSpreadsheetTimeZone',
      'getSpreadsheetLocale',
      'setSpreadsheetTimeZone',
      'setSpreadsheetLocale',
      'toast',
    ],
    own: {
      getId: () => field(data, 'book'),
      // The laptop has one user.
      getEditors: () => [value('User', null, { getEmail: () => ask('Session.getEmail') })],
      getViewers: () => [],
    },
  });
}

function sheet(data: unknown): object {
  const self = remote('Sheet', data, {
    gives: [
      'getName',
      'getSheetId',
      'getIndex',
      'getDataRange',
      'getRange',
      'getLastRow',
      'getLastColumn',
      'getMaxRows',
      'getMaxColumns',
      'getFrozenRows',
      'isSheetHidden',
      'protect',
      'getProtections',
      'getCharts',
      'setConditionalFormatRules',
      'getConditionalFormatRules',
      'setFrozenRows',
      'insertChart',
      'updateChart',
      'removeChart',
    ],
    chains: [
      'appendRow',
      'insertRowsAfter',
      'insertColumnsAfter',
      'hideSheet',
      'showSheet',
      'setColumnWidth',
      'setColumnWidths',
      'setTabColor',
      'activate',
    ],
    own: { newChart: () => chartBuilder() },
  });
  return self;
}

/** The position is known here already; only what lies in the cells is asked of the host. */
function range(data: unknown): object {
  const area = field(data, 'area');
  return remote('Range', data, {
    gives: [
      'getValues',
      'getValue',
      'getFormulas',
      'getNumberFormats',
      'getDataValidations',
      'getNotes',
      'getA1Notation',
      'protect',
    ],
    chains: [
      'setValues',
      'setValue',
      'setNumberFormat',
      'setNumberFormats',
      'setDataValidation',
      'setDataValidations',
      'setNote',
      'setNotes',
      'setFontWeight',
      'setBackground',
      'setFontColor',
      'setHorizontalAlignment',
      'setHorizontalAlignments',
      'setWrap',
      'activate',
      'clearContent',
    ],
    own: {
      getRow: () => field(area, 'row'),
      getColumn: () => field(area, 'column'),
      getNumRows: () => field(area, 'rows'),
      getNumColumns: () => field(area, 'columns'),
    },
  });
}

const protection = (data: unknown): object =>
  remote('Protection', data, {
    gives: ['getDescription', 'getProtectionType', 'getRange', 'isWarningOnly', 'remove'],
    chains: ['setDescription', 'setWarningOnly'],
  });

const validation = (data: unknown): object =>
  value('DataValidation', data, {
    getCriteriaType: () => field(data, 'criteria'),
    getCriteriaValues: () => [field(data, 'values'), field(data, 'showDropdown')],
    getAllowInvalid: () => field(data, 'allowInvalid'),
    getHelpText: () => field(data, 'help'),
  });

function validationBuilder(): object {
  const draft: ValidationSpec = {
    criteria: 'VALUE_IN_LIST',
    values: [],
    showDropdown: true,
    allowInvalid: true,
    help: null,
  };
  return builder<ValidationSpec>(
    'DataValidationBuilder',
    draft,
    {
      requireValueInList: (spec, values: unknown[], showDropdown = true) => ({
        ...spec,
        criteria: 'VALUE_IN_LIST',
        values: values.map(String),
        showDropdown,
      }),
      requireCheckbox: (spec) => ({ ...spec, criteria: 'CHECKBOX', values: [] }),
      setAllowInvalid: (spec, allowInvalid: boolean) => ({ ...spec, allowInvalid }),
      setHelpText: (spec, help: string) => ({ ...spec, help }),
    },
    { build: validation },
  );
}

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
    showModalDialog: (output: unknown, title: unknown) => ask('Ui.showModalDialog', pageOf(output), title),
    showSidebar: (output: unknown) => ask('Ui.showSidebar', pageOf(output)),
    createMenu: (caption: unknown) => menuBuilder(String(caption)),
    createAddonMenu: () => menuBuilder('Add-ons'),
    Button: { CLOSE: 'CLOSE', OK: 'OK', CANCEL: 'CANCEL', YES: 'YES', NO: 'NO' },
    ButtonSet: { OK: 'OK', OK_CANCEL: 'OK_CANCEL', YES_NO: 'YES_NO', YES_NO_CANCEL: 'YES_NO_CANCEL' },
  });
  return service('SpreadsheetApp', ['getActive', 'getActiveSpreadsheet', 'openById', 'flush'], {
    getUi,
    newDataValidation: validationBuilder,
    newConditionalFormatRule: conditionBuilder,
    BooleanCriteria: BOOLEAN_CRITERIA,
    ProtectionType: { SHEET: 'SHEET', RANGE: 'RANGE' },
  });
}
