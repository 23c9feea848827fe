// Reading a tab: columns where people put them, rows that they left blank, and every problem at its cell.
import { describe, expect, it } from '@jest/globals';
import { inEnglish } from '../../src/domain/problem';
import type { Cell, Grid } from '../../src/sheets/cell';
import { columnLetter, faultOf } from '../../src/sheets/cell';
import { readTable } from '../../src/sheets/read';
import { fieldsOf, headerOf, type Tab } from '../../src/sheets/tab';
import { brokers, dailyTrades, fundStats } from '../../src/sheets/tabs';

const headersOf = <R>(tab: Tab<R>): readonly string[] => fieldsOf(tab).map(headerOf);
const HEADERS = ['fund', 'cnpj', 'asset', 'side', 'amount', 'strategy'];
const ALFA = ['Alfa', '11.222.333/0001-81', 'HASH11', 'BUY', 1000, 'SimpleOrder'];
const BETA = ['Beta', '38.314.708/0001-90', 'HASH11', 'SELL', '2.000,00', 'RebalanceOrder'];

const trades = (grid: Grid) => readTable(dailyTrades, grid);
const texts = (grid: Grid): readonly string[] => trades(grid).problems.map(inEnglish);

describe('a tab that somebody has rearranged', () => {
  it('reads the same with moved columns, columns of the users and blank rows', () => {
    const plain = trades([HEADERS, ALFA, BETA]).table.rows.map(({ value }) => value);
    const mixed = (row: readonly Cell[]): readonly Cell[] => ['mine', ...[...row].reverse(), null, 'x'];
    const blank: readonly Cell[] = ['mine', ' ', '\u00a0', null, '', null, null, null, 'my sum'];
    const { table, problems } = trades([mixed(HEADERS), blank, mixed(ALFA), blank, mixed(BETA), blank]);
    expect(problems).toEqual([]);
    expect(table.rows.map(({ value }) => value)).toEqual(plain);
    expect(table.rows.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('takes headers whatever their case, blanks and hyphens', () => {
    const { table, problems } = readTable(brokers, [
      [
        'Name',
        'CODE',
        'emails',
        'cc\u200b',
        'Language',
        ' account codes ',
        'share',
        'Allocate By',
        'fills-from',
        'Min Ticket',
        'file format',
      ],
      ['Aurora', 3, 'mesa@aurora.example', null, 'PT', '101; 102', '100%'],
    ]);
    expect(problems).toEqual([]);
    expect(table.rows[0]?.value).toMatchObject({
      code: '3',
      accountCodes: ['101', '102'],
      share: 1,
      allocateBy: 'average',
    });
  });
});

describe('a tab that cannot be read', () => {
  it('names the missing header and reads no row', () => {
    const grid = [HEADERS.map((header) => (header === 'amount' ? 'valor' : header)), ALFA];
    expect(texts(grid)).toEqual([
      'daily-trades!E1: header "amount" is missing; "valor" is probably meant: rename it',
    ]);
    expect(trades(grid).table.rows).toEqual([]);
  });

  it('names a header that stands twice', () => {
    expect(texts([[...HEADERS, 'Amount'], ALFA])).toEqual([
      'daily-trades!G1: header "amount" stands twice; rename one',
    ]);
  });

  it('names the missing tab', () => {
    expect(readTable(dailyTrades, null).problems.map(inEnglish)).toEqual([
      'daily-trades: the tab "daily-trades" is missing; run Trading > Set up',
    ]);
  });

  it('an empty sheet lacks every required header at once', () => {
    expect(texts([])).toHaveLength(6);
  });
});

describe('rows that are wrong', () => {
  it('are all named at once, each at its own cell, and left out', () => {
    const wrong = ['Gama', '11.222.333/0001-82', 'HASH11', 'HOLD', '1,2,3', null];
    const grid = [HEADERS, ALFA, wrong, BETA];
    expect(texts(grid)).toEqual([
      'daily-trades!B3: cnpj "11.222.333/0001-82" has wrong check digits: 11.222.333/0001 should end in 81; compare every character with the fund\'s papers',
      'daily-trades!D3: side "HOLD" is not one of BUY, SELL',
      'daily-trades!E3: amount "1,2,3" is not an amount in BRL; write it like 1234.56',
      'daily-trades!F3: strategy is blank; SimpleOrder, RebalanceOrder; AdjustmentOrder rows are listed and ignored',
    ]);
    expect(trades(grid).table.rows.map(({ row }) => row)).toEqual([1, 3]);
  });

  it('two rows of one fund are one too many, however its CNPJ is written', () => {
    const { problems } = readTable(fundStats, [
      headersOf(fundStats),
      ['Alfa', '11.222.333/0001-81'],
      ['Alfa FIF', ' 11222333000181 '],
    ]);
    expect(problems.map(inEnglish)).toEqual([
      'fund-stats!B3: 11.222.333/0001-81 stands in row 2 already; keep one',
    ]);
  });
});

it('a cell shows an error only where that is all it shows', () => {
  expect(faultOf(' #REF! ')).toBe('#REF!');
  expect(faultOf('#NOME?')).toBe('#NOME?');
  for (const text of [
    'was #REF!',
    '#REF! since noon',
    '#REFUGE',
    '#N/A yet',
    'Loading... no',
    'not Carregando...',
  ]) {
    expect(faultOf(text)).toBeNull();
  }
});

it('a cell longer than a sheet takes is named in what people type, and left out', () => {
  const { table, problems } = trades([HEADERS, ['x'.repeat(50_001), ...ALFA.slice(1)], BETA]);
  expect(problems.map(({ code, cell }) => [code, cell])).toEqual([['too-long', 'A2']]);
  expect(table.rows.map(({ value }) => value.fund)).toEqual(['Beta']);
});

it('columns are lettered as the sheet letters them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
