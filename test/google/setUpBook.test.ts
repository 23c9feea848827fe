// The workbook made ready: every tab as its schema has it, and nothing that people did undone.
import { describe, expect, it } from '@jest/globals';
import { setUpBook } from '../../src/google/setUpBook';
import { settingRows } from '../../src/sheets/settings';
import { headerOf } from '../../src/sheets/tab';
import { ALL_TABS } from '../../src/sheets/tabs';
import { said } from '../fakes/said';
import { FakeMark, FakeSheet, FakeSpreadsheet } from './fakeBook';
import { type Fakes, installFakes } from './fakes';

const names = ALL_TABS.map(({ name }) => name);

/** What the platform gives a new column. */
const NEW_WIDTH = 100;

const setUp = (language: 'pt' | 'en'): readonly string[] => setUpBook(language).made;

function fakesWith(...sheets: FakeSheet[]): Fakes {
  return installFakes(new FakeSpreadsheet(sheets));
}

describe.each([
  ['by the Sheets service', true],
  ['step by step, without it', false],
])('%s', (_name, hasService) => {
  function bookWith(...sheets: FakeSheet[]): FakeSpreadsheet {
    const { book } = fakesWith(...sheets);
    if (!hasService) Object.assign(globalThis, { Sheets: undefined });
    return book;
  }

  describe('set up of a new spreadsheet', () => {
    it('makes every tab, in order, inputs first, and writes figures as the desk speaks, in São Paulo', () => {
      const book = bookWith(new FakeSheet('Página1'));
      book.zone = 'America/New_York';
      expect(setUp('pt')).toEqual(names);
      expect(book.sheets.map(({ name }) => name)).toEqual(names);
      expect(names.slice(0, 2)).toEqual(['fund-stats', 'daily-trades']);
      expect([book.locale, book.zone]).toEqual(['pt_BR', 'America/Sao_Paulo']);
      // Set up anew in English, its cells write 1,234.56 as its dialogs do.
      expect(setUp('en')).toEqual([]);
      expect([book.locale, book.zone]).toEqual(['en_GB', 'America/Sao_Paulo']);
    });

    it('leaves what people keep in a column without a name, and puts what an older book lacks behind it', () => {
      const book = bookWith();
      setUp('en');
      const { cells } = book.sheet('brokers');
      const headers = [...(cells[0] ?? [])];
      const last = headers.length - 1;
      cells[0] = headers.slice(0, last);
      cells[1] = headers.map((_, at) => (at === last ? 750_000 : ''));
      setUp('en');
      expect(cells[0]?.[last] ?? '').toBe('');
      expect(cells[0]?.[last + 1]).toBe(headers[last]);
      expect(cells[1]?.[last]).toBe(750_000);
    });

    it('gives each tab its headers, frozen, each with a note, a format and a width', () => {
      const book = bookWith();
      setUp('en');
      for (const tab of ALL_TABS) {
        const sheet = book.sheet(tab.name);
        const columns = Object.entries(tab.columns);
        expect(sheet.cells[0]).toEqual(columns.map(([field]) => headerOf(field)));
        expect(sheet.frozenRows).toBe(tab.role === 'hidden' ? 0 : 1);
        columns.forEach(([, column], i) => {
          expect(sheet.notes.get(i + 1)).toContain(column.help);
          expect(sheet.formats.get(i + 1)).toBe(column.format);
          if (tab.role === 'hidden') return;
          expect(sheet.widths.get(i + 1) ?? NEW_WIDTH).toBeGreaterThanOrEqual(column.width);
        });
      }
    });

    it('makes columns wide enough for their headers, numbers and their headers right, dates in the middle', () => {
      const book = bookWith();
      setUp('en');
      const quotes = book.sheet('market-data');
      const [asset, inav, perUnit, , , asOf] = [1, 2, 3, 4, 5, 6];
      expect(quotes.widths.get(perUnit)).toBeGreaterThanOrEqual(16 + 'shares_per_unit'.length * 7.5);
      expect([asset, inav, asOf].map((column) => quotes.headerAlignments.get(column))).toEqual([
        'left',
        'right',
        'center',
      ]);
      expect([...quotes.alignments]).toEqual([[asOf, 'center']]);
    });

    it('colours what is bought and sold, and what went wrong', () => {
      const book = bookWith();
      setUp('en');
      const marks = book.sheet('executions').marks;
      expect(marks.map(({ text, ranges }) => [text, ranges[0]?.getRow(), ranges[0]?.getColumn()])).toEqual([
        ['BUY', 2, 5],
        ['SELL', 2, 5],
        ['COMPRA', 2, 5],
        ['VENDA', 2, 5],
        ['PENDING', 2, 9],
        ['BUSTED', 2, 9],
      ]);
    });

    it('offers what a column allows: refused otherwise where people type, only marked in feeds', () => {
      const book = bookWith();
      setUp('en');
      expect(book.sheet('holidays').rules.get(2)).toMatchObject({ allowInvalid: false });
      expect(book.sheet('executions').rules.get(9)).toMatchObject({
        values: ['EXECUTED', 'PENDING', 'BUSTED'],
        allowInvalid: true,
      });
      expect(book.sheet('orders').rules.size).toBe(0);
    });

    it('offers the sides in the desk’s language first, and takes them in either', () => {
      const book = bookWith();
      setUp('pt');
      const sides = () => book.sheet('daily-trades').rules.get(4);
      expect(sides()).toMatchObject({ values: ['COMPRA', 'VENDA', 'BUY', 'SELL'], allowInvalid: false });
      setUp('en');
      expect(sides()).toMatchObject({ values: ['BUY', 'SELL', 'COMPRA', 'VENDA'], allowInvalid: false });
    });

    it('offers funds, CNPJs, ETFs and brokers as the tabs have them, wherever the column stands there', () => {
      const book = bookWith(new FakeSheet('fund-stats', [['my note', 'CNPJ', 'fund']]));
      setUp('en');
      const offered = (tab: string) => [...book.sheet(tab).rules].map(([at, { values }]) => [at, values[0]]);
      expect(offered('daily-trades')).toEqual(
        expect.arrayContaining([
          [1, "='fund-stats'!$C$2:$C"],
          [2, "='fund-stats'!$B$2:$B"],
          [3, "='etfs'!$A$2:$A"],
        ]),
      );
      expect(offered('executions')).toEqual(expect.arrayContaining([[3, "='brokers'!$A$2:$A"]]));
      expect(book.sheet('daily-trades').rules.get(2)?.allowInvalid).toBe(true);
    });

    it('warns before anybody edits what the desk writes, or a header', () => {
      const book = bookWith();
      setUp('en');
      const [orders] = book.sheet('orders').protections;
      expect(orders).toMatchObject({ range: null, warningOnly: true });
      const [trades] = book.sheet('daily-trades').protections;
      expect(trades).toMatchObject({ range: { row: 1, column: 1, rows: 1, columns: 6 }, warningOnly: true });
    });

    it('makes no empty tab beside a renamed one: that would be read instead', () => {
      const book = bookWith();
      setUp('en');
      const settings = book.sheet('settings');
      Object.assign(settings, { name: 'settings (old)' });
      const sheets = book.sheets.length;
      expect(() => setUp('en')).toThrow(
        'the tab "settings" is missing, and "settings (old)" has its headers; rename it back to settings',
      );
      expect(book.sheets).toHaveLength(sheets);
      Object.assign(settings, { name: 'settings' });
      expect(setUp('en')).toEqual([]);
    });

    it('hides what nobody edits', () => {
      const book = bookWith();
      setUp('en');
      expect(book.sheets.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual([
        '_state',
        '_pending',
        '_import',
        '_days',
      ]);
    });

    it('lists every setting with its meaning and a blank value', () => {
      const book = bookWith();
      setUp('en');
      const rows = book.sheet('settings').cells.slice(1);
      expect(rows).toEqual(settingRows().map(({ key, meaning }) => [key, '', said(meaning)]));
    });
  });

  describe('set up of a spreadsheet in use', () => {
    it('run again changes no cell and adds no protection', () => {
      const book = bookWith();
      setUp('en');
      const before = JSON.stringify(book.sheets.map(({ cells, protections }) => [cells, protections.length]));
      for (const sheet of book.sheets) sheet.calls.length = 0;
      expect(setUp('en')).toEqual([]);
      const writes = book.sheets.flatMap(({ calls }) => calls).filter((call) => /^(set|insert)/.test(call));
      expect(writes).toEqual([]);
      expect(JSON.stringify(book.sheets.map(({ cells, protections }) => [cells, protections.length]))).toBe(
        before,
      );
    });

    it('keeps the widths and formats that people gave a column, until the schema says something new of it', () => {
      const book = bookWith();
      setUp('en');
      const sheet = book.sheet('orders');
      sheet.widths.set(1, 33).set(2, 44);
      sheet.notes.set(2, 'what an older version said');
      setUp('en');
      expect([sheet.widths.get(1), sheet.widths.get(2)]).toEqual([33, hasService ? 80 : NEW_WIDTH]);
    });

    it('keeps the colours that people gave, and replaces its own where the schema says something new', () => {
      const book = bookWith();
      setUp('en');
      const sheet = book.sheet('executions');
      const theirs = new FakeMark('HASH11', '#ffffff', [sheet.getRange(2, 5, 10, 1)], 'TEXT_CONTAINS');
      sheet.setConditionalFormatRules([...sheet.marks, theirs]);
      sheet.notes.set(5, 'what an older version said');
      setUp('en');
      expect(sheet.marks.map(({ text }) => text)).toEqual([
        'PENDING',
        'BUSTED',
        'HASH11',
        'BUY',
        'SELL',
        'COMPRA',
        'VENDA',
      ]);
    });

    it('adds missing headers at the right and leaves moved and own columns where they are', () => {
      const trades = new FakeSheet(
        'daily-trades',
        [
          ['Amount', 'my note', 'CNPJ', 'fund'],
          [10, 'x', 'c', 'f'],
        ],
        1000,
        5,
      );
      const book = bookWith(trades);
      setUp('en');
      expect(book.sheet('daily-trades').cells).toEqual([
        ['Amount', 'my note', 'CNPJ', 'fund', 'asset', 'side', 'strategy'],
        [10, 'x', 'c', 'f'],
      ]);
      expect(trades.maxColumns).toBe(7);
      expect([trades.formats.get(1), trades.formats.get(2)]).toEqual(['#,##0.00', undefined]);
      expect([trades.notes.has(2), trades.rules.get(6)?.values]).toEqual([
        false,
        ['BUY', 'SELL', 'COMPRA', 'VENDA'],
      ]);
    });

    it('says what settings mean in the desk’s language, also once that is another, and keeps what people wrote', () => {
      const book = bookWith();
      setUp('pt');
      const cells = book.sheet('settings').cells;
      const own = cells[1];
      if (own) own[2] = 'our own words';
      setUp('en');
      const meanings = cells.slice(2).map((row) => row[2]);
      expect(meanings).toEqual(
        settingRows()
          .slice(1)
          .map(({ meaning }) => said(meaning)),
      );
      expect(cells[1]?.[2]).toBe('our own words');
    });

    it('keeps settings that people wrote and adds the missing ones below', () => {
      const settings = new FakeSheet(
        'settings',
        [
          ['key', 'value', 'meaning'],
          ['desk_name', 'Mesa', 'mine'],
        ],
        3,
      );
      const book = bookWith(settings);
      setUp('en');
      const rows = book.sheet('settings').cells;
      expect(rows[1]).toEqual(['desk_name', 'Mesa', 'mine']);
      expect(rows).toHaveLength(1 + settingRows().length);
      expect(rows.filter(([key]) => String(key).toUpperCase() === 'DESK_NAME')).toHaveLength(1);
    });

    it('puts a missing tab beside its neighbours, wherever people have moved these', () => {
      const book = bookWith();
      setUp('en');
      book.sheets.splice(
        0,
        book.sheets.length,
        ...book.sheets.filter(({ name }) => name !== 'etfs'),
        new FakeSheet('own'),
      );
      expect(setUp('en')).toEqual(['etfs']);
      expect(book.sheets.map(({ name }) => name)).toEqual([...names, 'own']);
    });
  });
});

describe('a set-up by the Sheets service', () => {
  it('reads an empty spreadsheet once and makes all of it with one request of half a megabyte at most', () => {
    const { sheets, book } = fakesWith(new FakeSheet('Página1'));
    expect(setUpBook('pt')).toEqual({ made: names, slow: null });
    expect([sheets.gets, sheets.batches.length]).toEqual([2, 1]);
    expect(JSON.stringify(sheets.batches[0]).length).toBeLessThan(500_000);
    expect(book.sheets.map(({ name }) => name)).toEqual(names);
  });

  it('makes the very book that the setters make', () => {
    const looks = (book: FakeSpreadsheet) =>
      book.sheets.map((sheet) => ({
        name: sheet.name,
        cells: sheet.cells.map((row) => row.map(String)),
        notes: [...sheet.notes],
        formats: [...sheet.formats],
        rules: [...sheet.rules],
        cellRules: [...sheet.cellRules],
        alignments: [...sheet.alignments],
        headerAlignments: [...sheet.headerAlignments],
        marks: sheet.marks.map(({ text, color }) => [text, color]),
        protections: sheet.protections.map(({ description, warningOnly, range }) => [
          description,
          warningOnly,
          range === null ? null : [range.rows, range.columns],
        ]),
        frozenRows: sheet.frozenRows,
        hidden: sheet.hidden,
        tabColor: sheet.tabColor,
      }));
    const atOnce = fakesWith(new FakeSheet('Página1')).book;
    setUp('pt');
    const stepped = fakesWith(new FakeSheet('Página1')).book;
    Object.assign(globalThis, { Sheets: undefined });
    setUp('pt');
    expect(looks(atOnce)).toEqual(looks(stepped));
    // A width of its own for each column costs the setters a call.
    for (const { name, widths } of atOnce.sheets)
      for (const [column, width] of widths)
        expect(width).toBeLessThanOrEqual(stepped.sheet(name).widths.get(column) ?? NEW_WIDTH);
  });

  it('goes step by step where the service refuses, and says so', () => {
    const { sheets, book } = fakesWith(new FakeSheet('Página1'));
    sheets.refusal = new Error('Google Sheets API has not been used in project 7 before or it is disabled.');
    const { made, slow } = setUpBook('en');
    expect(made).toEqual(names);
    expect(book.sheet('etfs').cells[0]?.[0]).toBe('asset');
    expect(slow && said(slow)).toContain('step by step: Google Sheets API has not been used in project 7');
  });

  it('gives the tabs of an older book their colours, and leaves those that people chose', () => {
    const { book, sheets } = fakesWith();
    setUp('en');
    book.sheet('etfs').setTabColor('');
    book.sheet('orders').setTabColor('#ff00ff');
    setUp('en');
    expect([book.sheet('etfs').tabColor, book.sheet('orders').tabColor]).toEqual(['#f1c232', '#ff00ff']);
    expect(sheets.batches[1]).toHaveLength(1);
  });
});

describe('a set-up step by step', () => {
  it('asks the platform little: a fresh tab takes a few calls, not one a cell', () => {
    const { book } = fakesWith();
    Object.assign(globalThis, { Sheets: undefined });
    setUp('en');
    for (const tab of ALL_TABS)
      expect(book.sheet(tab.name).calls.length).toBeLessThan(12 + 2 * Object.keys(tab.columns).length);
  });
});

describe('what the Sheets service is told of a pattern', () => {
  it('says a number where the pattern has a colour, and a date only where it has one', () => {
    const { sheets } = fakesWith();
    setUp('en');
    const kinds = new Map<string, string>();
    for (const asked of sheets.batches.flat()) {
      if (asked.kind !== 'repeatCell') continue;
      const format = asked.body.cell.userEnteredFormat?.numberFormat;
      if (format?.pattern !== undefined) kinds.set(format.pattern, format.type);
    }
    expect(Object.fromEntries(kinds)).toMatchObject({
      '@': 'TEXT',
      '#,##0.00': 'NUMBER',
      '#,##0.00;[Red]-#,##0.00': 'NUMBER',
      'yyyy-mm-dd': 'DATE',
      'yyyy-mm-dd hh:mm:ss': 'DATE_TIME',
    });
    expect(
      [...kinds.entries()].filter(([pattern, kind]) => pattern.includes('[Red]') && kind !== 'NUMBER'),
    ).toEqual([]);
  });
});
