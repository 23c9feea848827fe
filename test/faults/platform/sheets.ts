// SpreadsheetApp over a world: what is written counts for others once it is flushed.

import { fromSerial, toSerial } from '../../../src/domain/stamp';
import { typed } from '../../../src/local/host/book/typed';
import type { Strikes } from './strike';
import {
  type BookState,
  copySheet,
  type Kept,
  newSheet,
  type Rule,
  type SheetState,
  type World,
} from './world';

type Value = string | number | boolean | Date;
const LONGEST_CELL = 50_000;
const ZONE_MS = 3 * 3_600_000;

export interface Sheets {
  readonly app: object;
  /** What was written since the last flush is gone. */
  lose(): void;
  /** It is there for good. */
  keep(): void;
}

interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function openSheets(worldNow: () => World, { call }: Strikes): Sheets {
  /** Sheets as they stood at the last flush. */
  const flushed = new Map<SheetState, SheetState>();
  const touch = (sheet: SheetState): void => {
    if (!flushed.has(sheet)) flushed.set(sheet, copySheet(sheet));
  };

  const rangeOf = (sheet: SheetState, block: Block): object => {
    const { row, column, rows, columns } = block;
    if (row < 1 || column < 1 || rows < 1 || columns < 1) throw new Error('The range has no cells.');
    if (row + rows - 1 > sheet.rows || column + columns - 1 > sheet.columns)
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
    const at = <T>(values: readonly (readonly T[])[], r: number, c: number): T | undefined => values[r]?.[c];
    const read = (): Value[][] =>
      Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (_none, c) =>
          shown(
            at(sheet.cells, row - 1 + r, column - 1 + c) ?? null,
            formatAt(sheet, row + r, column - 1 + c),
          ),
        ),
      );
    const look = (name: string, change: (column: number, index: number) => void) => (): object =>
      call(`SpreadsheetApp.${name}`, () => {
        touch(sheet);
        for (let i = 0; i < columns; i += 1) change(column - 1 + i, i);
        return range;
      });
    const range: object = forgiving(
      {
        getValues: () => call('SpreadsheetApp.getValues', read),
        getValue: () => call('SpreadsheetApp.getValue', () => read()[0]?.[0] ?? ''),
        getDisplayValues: () =>
          call('SpreadsheetApp.getDisplayValues', () => read().map((cells) => cells.map(String))),
        setValues: (values: readonly (readonly Value[])[]) =>
          call('SpreadsheetApp.setValues', () => {
            if (values.length !== rows || values.some((each) => each.length !== columns))
              throw new Error('The number of values does not match the range.');
            write(sheet, row - 1, column - 1, values);
            return range;
          }),
        setValue: (value: Value) =>
          call('SpreadsheetApp.setValue', () => {
            write(sheet, row - 1, column - 1, [[value]]);
            return range;
          }),
        getNotes: () =>
          call('SpreadsheetApp.getNotes', () => [
            Array.from({ length: columns }, (_, i) => (row === 1 ? (sheet.notes[column - 1 + i] ?? '') : '')),
          ]),
        setNotes: (notes: readonly (readonly string[])[]) =>
          look('setNotes', (each, i) => put(sheet.notes, each, notes[0]?.[i] ?? ''))(),
        setNumberFormats: (formats: readonly (readonly string[])[]) =>
          look('setNumberFormats', (each, i) => put(sheet.formats, each, formats[0]?.[i] ?? ''))(),
        setNumberFormat: (format: string) =>
          look('setNumberFormat', (each) => put(sheet.formats, each, format))(),
        getRow: () => row,
        getColumn: () => column,
        getNumRows: () => rows,
        getNumColumns: () => columns,
        getA1Notation: () => `A${row}:Z${row + rows - 1}`,
        protect: () => protectionOf(sheet, false),
        activate: () => call('SpreadsheetApp.activate', () => range),
      },
      (name) => look(name, () => undefined),
    );
    return range;
  };

  const write = (
    sheet: SheetState,
    row: number,
    column: number,
    values: readonly (readonly Value[])[],
  ): void => {
    touch(sheet);
    values.forEach((cells, r) => {
      while (sheet.cells.length <= row + r) sheet.cells.push([]);
      const line = sheet.cells[row + r] ?? [];
      cells.forEach((cell, c) => {
        line[column + c] = entered(cell, formatAt(sheet, row + r + 1, column + c));
      });
    });
  };

  const protectionOf = (sheet: SheetState, whole: boolean): object =>
    call('SpreadsheetApp.protect', () => {
      const made = { whole, description: '', warns: false };
      sheet.protections.push(made);
      return protectionApi(made);
    });
  const protectionApi = (made: SheetState['protections'][number]): object => {
    const api = {
      setDescription: (text: string) =>
        call('SpreadsheetApp.setDescription', () => {
          made.description = text;
          return api;
        }),
      setWarningOnly: (only: boolean) =>
        call('SpreadsheetApp.setWarningOnly', () => {
          made.warns = only;
          return api;
        }),
      getDescription: () => made.description,
      getRange: () => ({ getA1Notation: () => 'A1:Z1' }),
    };
    return api;
  };

  const sheetOf = (book: BookState, sheet: SheetState): object => {
    const counted = <T>(name: string, work: () => T): T => call(`SpreadsheetApp.${name}`, work);
    const range = (row: number, column: number, rows = 1, columns = 1) =>
      rangeOf(sheet, { row, column, rows, columns });
    const api: object = forgiving(
      {
        state: sheet,
        getName: () => sheet.name,
        getMaxRows: () => counted('getMaxRows', () => sheet.rows),
        getMaxColumns: () => counted('getMaxColumns', () => sheet.columns),
        getLastRow: () => counted('getLastRow', () => used(sheet).rows),
        getLastColumn: () => counted('getLastColumn', () => used(sheet).columns),
        getRange: (row: number | string, column = 1, rows = 1, columns = 1) =>
          typeof row === 'string' ? range(1, 1) : range(row, column, rows, columns),
        getSheetValues: (row: number, column: number, rows: number, columns: number) =>
          Reflect.apply(Reflect.get(range(row, column, rows, columns), 'getValues'), null, []),
        getDataRange: () => {
          const { rows, columns } = used(sheet);
          return range(1, 1, Math.max(1, rows), Math.max(1, columns));
        },
        insertRowsAfter: (_after: number, count: number) =>
          counted('insertRowsAfter', () => {
            sheet.rows += count;
          }),
        insertColumnsAfter: (_after: number, count: number) =>
          counted('insertColumnsAfter', () => {
            sheet.columns += count;
          }),
        appendRow: (cells: readonly Value[]) =>
          counted('appendRow', () => {
            const at = used(sheet).rows;
            sheet.rows = Math.max(sheet.rows, at + 1);
            write(sheet, at, 0, [cells]);
          }),
        setFrozenRows: () => counted('setFrozenRows', () => undefined),
        setTabColor: () => counted('setTabColor', () => undefined),
        setColumnWidths: () => counted('setColumnWidths', () => undefined),
        getConditionalFormatRules: () => counted('getConditionalFormatRules', () => sheet.rules.map(ruleOf)),
        setConditionalFormatRules: (rules: readonly { readonly rule: Rule }[]) =>
          counted('setConditionalFormatRules', () => {
            touch(sheet);
            sheet.rules = rules.map(({ rule }) => rule);
          }),
        hideSheet: () =>
          counted('hideSheet', () => {
            sheet.hidden = true;
          }),
        protect: () => protectionOf(sheet, true),
        getProtections: (type: string) =>
          counted('getProtections', () =>
            sheet.protections.filter(({ whole }) => whole === (type === 'SHEET')).map(protectionApi),
          ),
        activate: () => counted('activate', () => api),
        getCharts: () => counted('getCharts', () => sheet.charts.map(chartOf)),
        newChart: () => chartOf(''),
        insertChart: (chart: { readonly title: () => string }) =>
          counted('insertChart', () => void sheet.charts.push(chart.title())),
        updateChart: () => counted('updateChart', () => undefined),
        removeChart: (chart: { readonly title: () => string }) =>
          counted('removeChart', () => void sheet.charts.splice(sheet.charts.indexOf(chart.title()), 1)),
        book,
      },
      (name) => () => counted(name, () => undefined),
    );
    return api;
  };

  const bookOf = (book: BookState): object => {
    const counted = <T>(name: string, work: () => T): T => call(`SpreadsheetApp.${name}`, work);
    const found = (name: string): SheetState | undefined => book.sheets.find((sheet) => sheet.name === name);
    return {
      getId: () => book.id,
      getSheetByName: (name: string) =>
        counted('getSheetByName', () => {
          const sheet = found(name);
          return sheet === undefined ? null : sheetOf(book, sheet);
        }),
      getRange: (a1: string) => {
        const [, tab = '', letter = ''] = /^'(.*)'!\$([A-Z])\$2:\$[A-Z]$/.exec(a1) ?? [];
        const list = found(tab.replace(/''/g, "'"));
        if (list !== undefined)
          return rangeOf(list, {
            row: 2,
            column: letter.charCodeAt(0) - 64,
            rows: list.rows - 1,
            columns: 1,
          });
        const [, name = '', letters = '', rows = ''] = /^'(.*)'!A1:([A-Z]+)(\d+)$/.exec(a1) ?? [];
        const columns = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
        const sheet = found(name.replace(/''/g, "'"));
        if (sheet === undefined) throw new Error(`Range not found: "${a1}"`);
        return rangeOf(sheet, { row: 1, column: 1, rows: Number(rows), columns });
      },
      getSheets: () => counted('getSheets', () => book.sheets.map((sheet) => sheetOf(book, sheet))),
      insertSheet: (name: string, index = book.sheets.length) =>
        counted('insertSheet', () => {
          if (found(name)) throw new Error(`A sheet with the name "${name}" already exists.`);
          const sheet = newSheet(name);
          book.sheets.splice(index, 0, sheet);
          return sheetOf(book, sheet);
        }),
      deleteSheet: ({ state }: { readonly state: SheetState }) =>
        counted('deleteSheet', () => void book.sheets.splice(book.sheets.indexOf(state), 1)),
      getSpreadsheetTimeZone: () => counted('getSpreadsheetTimeZone', () => book.zone),
      setSpreadsheetTimeZone: (zone: string) =>
        counted('setSpreadsheetTimeZone', () => {
          book.zone = zone;
        }),
      getSpreadsheetLocale: () => counted('getSpreadsheetLocale', () => book.locale),
      setSpreadsheetLocale: (locale: string) =>
        counted('setSpreadsheetLocale', () => {
          book.locale = locale;
        }),
      toast: () => counted('toast', () => undefined),
      getEditors: () => counted('getEditors', () => [{ getEmail: () => worldNow().user }]),
      getViewers: () => counted('getViewers', () => []),
      getActiveSheet: () =>
        counted('getActiveSheet', () => sheetOf(book, book.sheets[0] ?? newSheet('none'))),
      setActiveSheet: () => counted('setActiveSheet', () => undefined),
    };
  };

  const bookNamed = (id: string): BookState => {
    const book = worldNow().books.get(id);
    if (book === undefined || worldNow().files.some((file) => file.id === id && file.trashed))
      throw new Error(
        `Unexpected error while getting the method or property openById on object SpreadsheetApp.`,
      );
    return book;
  };

  return {
    lose() {
      for (const [sheet, before] of flushed) Object.assign(sheet, before);
      flushed.clear();
    },
    keep: () => flushed.clear(),
    app: {
      getActive: () => bookOf(bookNamed(worldNow().bookId)),
      openById: (id: string) => call('SpreadsheetApp.openById', () => bookOf(bookNamed(id))),
      flush: () => call('SpreadsheetApp.flush', () => flushed.clear()),
      getUi: () => uiOf(worldNow, call),
      BooleanCriteria: { TEXT_EQUAL_TO: 'TEXT_EQUAL_TO' },
      ProtectionType: { SHEET: 'SHEET', RANGE: 'RANGE' },
      newConditionalFormatRule,
      newDataValidation: () =>
        fluent(['requireValueInList', 'requireValueInRange', 'setAllowInvalid', 'setHelpText'], () => ({})),
    },
  };
}

function put<T>(list: T[], at: number, value: T): void {
  list[at] = value;
}

/** Looks that nobody compares are taken by whatever setter there is. */
const forgiving = (api: object, setter: (name: string) => () => unknown): object =>
  new Proxy(api, {
    get: (own, name) =>
      typeof name === 'string' && !(name in own) && name.startsWith('set')
        ? setter(name)
        : Reflect.get(own, name),
  });

const formatAt = (sheet: SheetState, row: number, column: number): string =>
  row === 1 ? '' : (sheet.formats[column] ?? '');

/** As Sheets takes a value: an apostrophe makes text of it and is not part of it, other texts become what they look like. */
function entered(cell: Value, format: string): Kept {
  if (cell instanceof Date) return toSerial(new Date(cell.getTime() - ZONE_MS).toISOString().slice(0, 19));
  if (typeof cell !== 'string') return cell;
  if (cell.length > LONGEST_CELL)
    throw new Error(
      `Your input contains more than the maximum of ${LONGEST_CELL} characters in a single cell.`,
    );
  const value = typed(cell, format, 'pt_BR', 2024);
  if (value.kind === 'blank') return null;
  return value.kind === 'formula' ? `#RAN ${value.value}` : value.value;
}

const shown = (cell: Kept, format: string): Value => {
  if (cell === null) return '';
  if (typeof cell !== 'number' || !/y/i.test(format)) return cell;
  return new Date(
    Date.parse(`${fromSerial(cell).slice(0, 19)}${fromSerial(cell).length === 10 ? 'T00:00:00' : ''}Z`) +
      ZONE_MS,
  );
};

function used(sheet: SheetState): { readonly rows: number; readonly columns: number } {
  let [rows, columns] = [0, 0];
  sheet.cells.forEach((row, r) => {
    for (let c = row.length; c > 0; c -= 1) {
      const cell = row[c - 1];
      if (cell === '' || cell === null || cell === undefined) continue;
      [rows, columns] = [r + 1, Math.max(columns, c)];
      break;
    }
  });
  return { rows, columns };
}

/** A builder whose steps say nothing of interest. */
function fluent(steps: readonly string[], build: () => object): object {
  const builder: Record<string, unknown> = { build };
  for (const step of steps) builder[step] = () => builder;
  return builder;
}

const ruleOf = (rule: Rule): object => ({
  rule,
  getRanges: () => [
    { getRow: () => rule.row, getColumn: () => rule.column, getNumColumns: () => rule.columns },
  ],
  getBooleanCondition: () => ({ getCriteriaType: () => 'TEXT_EQUAL_TO' }),
});

interface Position {
  getRow(): number;
  getColumn(): number;
  getNumColumns(): number;
}

function newConditionalFormatRule(): object {
  let rule: Rule = { text: '', color: '', row: 0, column: 0, columns: 0 };
  const builder = {
    whenTextEqualTo: (text: string) => {
      rule = { ...rule, text };
      return builder;
    },
    setBackground: (color: string) => {
      rule = { ...rule, color };
      return builder;
    },
    setRanges: ([first]: readonly Position[]) => {
      if (first)
        rule = { ...rule, row: first.getRow(), column: first.getColumn(), columns: first.getNumColumns() };
      return builder;
    },
    build: () => ruleOf(rule),
  };
  return builder;
}

function chartOf(known: string): object {
  let title = known;
  const chart: Record<string, unknown> = {
    title: () => title,
    getOptions: () => ({ get: () => title }),
    setOption: (name: string, value: unknown) => {
      if (name === 'title') title = String(value);
      return chart;
    },
    build: () => chart,
  };
  for (const step of ['modify', 'clearRanges', 'addRange', 'setChartType', 'setPosition'])
    chart[step] = () => chart;
  return chart;
}

const BUTTONS = {
  OK: 'OK',
  CANCEL: 'CANCEL',
  YES: 'YES',
  NO: 'NO',
  OK_CANCEL: 'OK_CANCEL',
  YES_NO: 'YES_NO',
};

/** The person at the screen: says yes, and answers questions as the world has it. */
function uiOf(worldNow: () => World, call: Strikes['call']): object {
  const show = (text: string): void => void worldNow().shown.push(text);
  const menu = fluent(['addItem', 'addSeparator', 'addSubMenu'], () => ({}));
  return {
    Button: BUTTONS,
    ButtonSet: BUTTONS,
    createMenu: () => Object.assign(menu, { addToUi: () => call('SpreadsheetApp.addToUi', () => undefined) }),
    alert: (_title: string, text: string, buttons: string) =>
      call('SpreadsheetApp.alert', () => {
        show(text);
        return buttons === 'YES_NO' ? 'YES' : 'OK';
      }),
    prompt: (_title: string, text: string) =>
      call('SpreadsheetApp.prompt', () => {
        show(text);
        const world = worldNow();
        const [answer = 'because', ...later] = world.answers;
        world.answers = later;
        return { getSelectedButton: () => 'OK', getResponseText: () => answer };
      }),
    showModalDialog: () => call('SpreadsheetApp.showModalDialog', () => undefined),
    showModelessDialog: () => call('SpreadsheetApp.showModelessDialog', () => undefined),
    showSidebar: () => call('SpreadsheetApp.showSidebar', () => undefined),
  };
}
