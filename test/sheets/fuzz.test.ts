// Whatever stands in a tab or a file: no reader throws, no row disappears without a word, no amount changes by a factor.
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  double,
  integer,
  oneof,
  option,
  property,
  string,
  tuple,
} from 'fast-check';
import { inEnglish, type Problem } from '../../src/domain/problem';
import { parseAmount } from '../../src/domain/readFigures';
import { print } from '../../src/language/print';
import type { Cell } from '../../src/sheets/cell';
import { parseFundsFile, parseTradesFile } from '../../src/sheets/importFiles';
import { type Reading, readTable } from '../../src/sheets/read';
import { readSettings } from '../../src/sheets/settings';
import { fieldsOf, headerOf, type Tab } from '../../src/sheets/tab';
import {
  brokerOrders,
  brokers,
  dailyTrades,
  etfs,
  executions,
  fundStats,
  history,
  holdings,
  holidays,
  inboxFills,
  marketData,
  orders,
  settingsTab,
} from '../../src/sheets/tabs';
import { anyCharacter } from '../fakes/anyText';
import { fuzzRuns, printFuzzed } from '../fakes/fuzzRuns';

const ODD = [
  '11.222.333/0001-81',
  'HASH11',
  'BUY',
  'Venda',
  '1.234,56',
  '1,500',
  '1.5E+05',
  '%',
  '60%',
  '13:30',
  '2024-11-08',
  '2024-11-08T10:05:00',
  '31/01/2025',
  '#REF!',
  'TOTAL',
  '=A1',
  'HASH11:3',
  '__proto__',
  'constructor',
  '\u202e12',
  '\u200b',
  'sim',
  'a@b.example',
];
const cell: Arbitrary<Cell> = oneof(
  constantFrom<Cell>(...ODD, null, true, false, 0, 1, -1),
  string({ maxLength: 12 }),
  string({ unit: anyCharacter, maxLength: 6 }),
  double(),
  integer(),
);
const runs = (reader: string) => fuzzRuns(150, reader);
afterAll(() => printFuzzed('tabs and files'));

/** Rows with anything in them are read or named. */
function accountsFor<R>(
  tab: Tab<R>,
  grid: readonly (readonly Cell[])[],
  { table, problems }: Reading<R>,
): void {
  const named = new Set(problems.map((problem) => Number(/\d+$/.exec(problem.cell ?? '')?.[0] ?? 0)));
  const read = new Set(table.rows.map(({ row }) => row + 1));
  if (named.has(1)) return;
  grid.slice(1).forEach((row, index) => {
    const isBlank = row.every((each) => each === null || (typeof each === 'string' && isNothing(each)));
    if (!isBlank)
      expect([index + 2, read.has(index + 2) || named.has(index + 2), tab.name]).toEqual([
        index + 2,
        true,
        tab.name,
      ]);
  });
}
const isNothing = (text: string): boolean =>
  readTable(settingsTab, [
    ['key', 'value', 'meaning'],
    [text, text, text],
  ]).table.rows.length === 0 &&
  readTable(settingsTab, [
    ['key', 'value', 'meaning'],
    [text, text, text],
  ]).problems.length === 0;

/** Both languages print without a hole left open. */
const isSaid = (problems: readonly Problem[]): void => {
  for (const problem of problems) {
    expect(inEnglish(problem)).not.toMatch(/\{\w+\}: |undefined|\[object/);
    if (typeof problem.text !== 'string') expect(print(problem.text, 'pt')).not.toBe('');
  }
};

function readsAnything<R>(tab: Tab<R>): void {
  const headers = fieldsOf(tab).map(headerOf);
  const row = array(cell, { minLength: headers.length, maxLength: headers.length });
  assert(
    property(array(row, { maxLength: 5 }), (rows) => {
      const grid = [headers, ...rows];
      const reading = readTable(tab, grid);
      accountsFor(tab, grid, reading);
      isSaid(reading.problems);
    }),
    runs(`the tab ${tab.name}`),
  );
  assert(
    property(array(array(cell, { maxLength: 6 }), { maxLength: 4 }), (grid) => {
      isSaid(readTable(tab, grid).problems);
    }),
    runs(`the tab ${tab.name}`),
  );
}

describe('a tab with anything in it', () => {
  it('is read or named, row by row', () => {
    readsAnything(dailyTrades);
    readsAnything(fundStats);
    readsAnything(etfs);
    readsAnything(brokers);
    readsAnything(holdings);
    readsAnything(holidays);
    readsAnything(executions);
    readsAnything(marketData);
    readsAnything(inboxFills);
    readsAnything(orders);
    readsAnything(brokerOrders);
    readsAnything(history);
  });

  it('gives settings, or says which cannot be read', () => {
    assert(
      property(array(tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
        const { table, problems } = readTable(settingsTab, [['key', 'value', 'meaning'], ...rows]);
        isSaid([...problems, ...readSettings(table).problems]);
      }),
      runs('the tab settings'),
    );
  });
});

describe('a trades file', () => {
  it('of any text is read or refused', () => {
    const line = oneof(
      constantFrom(
        'Fund,CNPJ,Asset,Side,Amount,Strategy',
        'Fundo;CNPJ;Ativo;Lado;Financeiro;Estratégia',
        'sep=;',
        '',
        'TOTAL,,,,1,',
      ),
      string({ maxLength: 30 }),
      array(constantFrom(...ODD), { maxLength: 8 }).map((cells) => cells.join(',')),
    );
    assert(
      property(array(line, { maxLength: 6 }), (lines) => {
        const { records, problems } = parseTradesFile(lines.join('\n'));
        isSaid(problems);
        expect(records.length > 0 || problems.length > 0).toBe(true);
      }),
      fuzzRuns(1000, 'a trades file'),
    );
  });

  const cents = integer({ min: 1, max: 5_000_000_000_00 });
  /** How people and exporters write an amount; the last two hold the delimiter and are cut by it. */
  const written: readonly ((cents: number) => string)[] = [
    (n) => (n / 100).toFixed(2),
    (n) => `"${grouped(n, ',', '.')}"`,
    (n) => `"${grouped(n, '.', ',')}"`,
    (n) => `"R$ ${grouped(n, '.', ',')}"`,
    (n) => grouped(n, ',', '.'),
    (n) => (n / 100).toFixed(2).replace('.', ','),
  ];
  const HEADERS: readonly string[][] = [
    ['Fund', 'CNPJ', 'Asset', 'Side', 'Amount', 'Strategy'],
    ['Fund', 'CNPJ', 'Asset', 'Side', 'Strategy', 'Amount'],
    ['Amount', 'Fund', 'CNPJ', 'Asset', 'Side', 'Strategy'],
    ['Fundo', 'CNPJ', 'Ativo', 'Lado', 'Estratégia', 'Financeiro'],
  ];
  const valueUnder = (header: string, amount: string): string =>
    ({
      Fund: 'Alfa',
      Fundo: 'Alfa',
      CNPJ: '11.222.333/0001-81',
      Asset: 'HASH11',
      Ativo: 'HASH11',
      Side: 'BUY',
      Lado: 'C',
      Strategy: 'SimpleOrder',
      Estratégia: 'SimpleOrder',
    })[header] ?? amount;

  it('never changes an amount by a factor: it is read exactly, or refused', () => {
    assert(
      property(
        cents,
        integer({ min: 0, max: written.length - 1 }),
        constantFrom(...HEADERS),
        constantFrom(',', ';', '\t'),
        option(constantFrom('Notes', '')),
        (amount, how, headers, mark, extra) => {
          const text = written[how]?.(amount) ?? '';
          const all = extra === null ? headers : [...headers, extra];
          const row = headers.map((header) => valueUnder(header, text));
          const { records } = parseTradesFile(`${all.join(mark)}\n${row.join(mark)}`);
          const [trade] = records;
          if (trade !== undefined) expect(trade.amount).toBe(amount);
        },
      ),
      fuzzRuns(3000, 'a trades file'),
    );
  });

  it('takes the same row of any delimiter, with a mark at the beginning or without, in the same way', () => {
    assert(
      property(cents, boolean(), constantFrom(...HEADERS), (amount, marked, headers) => {
        const rowOf = (mark: string) =>
          `${marked ? '\ufeff' : ''}${headers.join(mark)}\r\n${headers.map((header) => valueUnder(header, (amount / 100).toFixed(2))).join(mark)}\r\n`;
        const read = [',', ';', '\t', '|'].map((mark) => parseTradesFile(rowOf(mark)));
        for (const { records, problems } of read) {
          expect(problems).toEqual([]);
          expect(records.map((trade) => trade.amount)).toEqual([amount]);
        }
      }),
      runs('a trades file'),
    );
  });
});

/** Cents in groups of three, such as `1,234.56`. */
function grouped(cents: number, mark: string, point: string): string {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, mark);
  return `${whole}${point}${String(cents % 100).padStart(2, '0')}`;
}

it('an amount that is read in one way is read the same as its figure', () => {
  assert(
    property(integer({ min: 1, max: 9_999_999_999_99 }), constantFrom('.', ','), (cents, mark) => {
      const text = grouped(cents, mark, mark === '.' ? ',' : '.');
      expect(parseAmount(text)).toEqual({ ok: true, value: cents });
    }),
    runs('an amount'),
  );
});

describe('a fund file', () => {
  const KEYS = [
    'fund_name',
    'fund_cnpj',
    'fundName',
    'assets_onshore',
    'moviment_account',
    '__proto__',
    'constructor',
    'x',
  ];
  const value: Arbitrary<string> = oneof(
    constantFrom(
      'null',
      '1',
      'true',
      '[]',
      '{}',
      '"ALFA"',
      '"11.222.333/0001-81"',
      '["HASH11"]',
      '[null]',
      '{"Ag":1}',
      '[[]]',
    ),
    string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
  );
  const object = array(tuple(constantFrom(...KEYS), value), { maxLength: 6 }).map(
    (pairs) => `{${pairs.map(([key, each]) => `"${key}":${each}`).join(',')}}`,
  );

  it('of any shape is read or refused, and no fund is left out without a word', () => {
    assert(
      property(array(oneof(object, value), { maxLength: 4 }), (funds) => {
        const { records, problems } = parseFundsFile(`{"funds":[${funds.join(',')}]}`);
        isSaid(problems);
        const hasError = problems.some(({ severity }) => severity === 'error');
        expect(records.length === funds.length || hasError).toBe(true);
        expect(records.length === 0 && !hasError).toBe(false);
      }),
      fuzzRuns(1000, 'a fund file'),
    );
    assert(
      property(string({ maxLength: 40 }), (text) => isSaid(parseFundsFile(text).problems)),
      runs('a fund file'),
    );
  });
});
