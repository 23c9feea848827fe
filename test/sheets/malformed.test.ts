// Every malformed input of the catalogue: named with its code, its cell and its remedy, and nothing else is lost by it.
import { describe, expect, it } from '@jest/globals';
import { importBook } from '../../src/desk/setUp/importBook';
import { inEnglish, type Problem } from '../../src/domain/problem';
import { CODE_GROUPS } from '../../src/domain/problemCodes';
import { print } from '../../src/language/print';
import { type Cell, columnLetter, type Grid } from '../../src/sheets/cell';
import { parseFundsFile, parseTradesFile } from '../../src/sheets/importFiles';
import { readTable } from '../../src/sheets/read';
import { readSettings } from '../../src/sheets/settings';
import { fieldsOf, headerOf, type Tab } from '../../src/sheets/tab';
import {
  brokers,
  dailyTrades,
  etfs,
  executions,
  fundStats,
  holdings,
  holidays,
  marketData,
  settingsTab,
} from '../../src/sheets/tabs';
import { memoryDesk } from '../fakes/memoryDesk';
import { CATALOGUE } from '../fixtures/catalogue';
import { GOOD_ROWS } from '../fixtures/goodRows';
import { addressed, ERROR_CELLS, MALFORMED_CELLS, MALFORMED_SETTINGS } from '../fixtures/malformed';
import { GOOD_FUNDS, MALFORMED_FILES } from '../fixtures/malformedFiles';

interface Read {
  readonly rows: readonly { readonly row: number }[];
  readonly problems: readonly Problem[];
}

interface Reader {
  readonly name: string;
  readonly headers: readonly string[];
  /** Headers whose column only explains. */
  readonly explaining: readonly string[];
  read(grid: Grid): Read;
}

const reader = <R>(tab: Tab<R>): Reader => ({
  name: tab.name,
  headers: fieldsOf(tab).map(headerOf),
  explaining: fieldsOf(tab)
    .filter((field) => tab.columns[field].explains === true)
    .map(headerOf),
  read: (grid) => {
    const { table, problems } = readTable(tab, grid);
    return { rows: table.rows, problems };
  },
});

const READERS: readonly Reader[] = [
  reader(dailyTrades),
  reader(fundStats),
  reader(etfs),
  reader(brokers),
  reader(holdings),
  reader(holidays),
  reader(executions),
  reader(marketData),
];
const readerOf = (tab: string): Reader => {
  const found = READERS.find(({ name }) => name === tab);
  if (!found) throw new Error(`no reader of ${tab}`);
  return found;
};

/** The tab's three good rows, with one cell of the second replaced. */
function gridOf({ name, headers }: Reader, header?: string, value?: Cell): Cell[][] {
  const rows = GOOD_ROWS[name] ?? [];
  return [
    [...headers],
    ...rows.map((row, index) =>
      headers.map((each) => (each === header && index === 1 ? (value ?? null) : (row[each] ?? null))),
    ),
  ];
}

const named = (problem: Problem) => ({
  code: problem.code,
  cell: problem.cell,
  known: problem.code.startsWith('bad-') || problem.code in CODE_GROUPS.reading,
  sentence: inEnglish(problem),
});
const expected = (code: string, cell: string | null, remedy: string) =>
  expect.objectContaining({ code, cell, known: true, sentence: expect.stringContaining(remedy) });

describe('the rows among which malformed cells are put', () => {
  it.each(READERS.map((each) => [each.name, each] as const))('%s: are read without a word', (_name, each) => {
    expect(each.read(gridOf(each))).toMatchObject({
      problems: [],
      rows: [{ row: 1 }, { row: 2 }, { row: 3 }],
    });
  });
});

describe('a cell that cannot be read is its row’s problem and no other’s', () => {
  it.each(MALFORMED_CELLS.map((each) => [each.input, each] as const))('%s', (_input, each) => {
    const tab = readerOf(each.tab);
    const column = columnLetter(tab.headers.indexOf(each.header));
    const { rows, problems } = tab.read(gridOf(tab, each.header, each.value));
    expect(problems.map(named)).toEqual([expected(each.code, addressed(each, column), each.remedy)]);
    expect(rows.map(({ row }) => row)).toEqual([1, 3]);
  });
});

describe('an error that a spreadsheet shows is told under every header', () => {
  it.each(READERS.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    for (const [index, header] of each.headers.entries())
      for (const value of ERROR_CELLS) {
        const { rows, problems } = each.read(gridOf(each, header, value));
        expect(problems.map(named)).toEqual([
          expected('error-cell', `${columnLetter(index)}3`, `${header} shows the error ${value}`),
        ]);
        expect(rows.map(({ row }) => row)).toEqual([1, 3]);
      }
  });
});

describe('a header is never read as blank', () => {
  const cases = READERS.flatMap((each) =>
    each.headers.map((header, index) => [`${each.name}, ${header}`, each, header, index] as const),
  );
  const explains = (each: Reader, header: string): boolean => each.explaining.includes(header);

  it.each(cases)('%s: misspelt, it is named with the likely meant one', (_case, each, header, index) => {
    const grid = gridOf(each);
    const misspelt = `${header}_x`;
    grid[0] = (grid[0] ?? []).map((cell) => (cell === header ? misspelt : cell));
    const { rows, problems } = each.read(grid);
    const short = header.length < 3;
    expect(problems.map(named)).toEqual([
      short
        ? expected('missing-header', '1:1', `header "${header}" is missing`)
        : expected('missing-header', `${columnLetter(index)}1`, `"${misspelt}" is probably meant`),
    ]);
    expect(rows).toEqual([]);
  });

  it.each(cases)('%s: gone, it is missed', (_case, each, header, index) => {
    const grid = gridOf(each).map((row) => row.filter((_cell, column) => column !== index));
    const { problems } = each.read(grid);
    expect(problems.map(named)).toEqual(
      explains(each, header) ? [] : [expected('missing-header', '1:1', `header "${header}" is missing`)],
    );
  });

  it.each(cases)('%s: doubled, it is told, whatever its case', (_case, each, header) => {
    const grid = gridOf(each).map((row, index) => [
      ...row,
      index === 0 ? ` ${header.toUpperCase()}\u200b` : 'x',
    ]);
    const { problems } = each.read(grid);
    expect(problems.map(named)).toEqual([
      expected('duplicate-header', `${columnLetter(each.headers.length)}1`, 'rename one'),
    ]);
  });

  it('that only explains may be gone', () => {
    const { problems } = readTable(settingsTab, [['key', 'value']]);
    expect(problems).toEqual([]);
  });
});

describe('a setting that cannot be read', () => {
  it.each(MALFORMED_SETTINGS.map((each) => [each.input, each] as const))('%s', (_input, each) => {
    const { table, problems } = readTable(settingsTab, [['key', 'value', 'meaning'], ...each.rows]);
    const all = [...problems, ...readSettings(table).problems];
    expect(all.map(named)).toEqual([expected(each.code, each.cell, each.remedy)]);
  });
});

describe('a file that cannot be read as it is meant', () => {
  it.each(MALFORMED_FILES.map((each) => [each.input, each] as const))('%s', (_input, each) => {
    const { problems } = each.file === 'fund file' ? parseFundsFile(each.text) : parseTradesFile(each.text);
    expect(problems.map(named)).toContainEqual(expected(each.code, each.cell, each.remedy));
    for (const { tab, text } of problems) {
      expect(tab).toEqual({ key: each.file });
      expect(typeof text === 'string' ? text : print(text, 'pt')).not.toBe('');
    }
  });

  it.each(MALFORMED_FILES.map((each) => [each.input, each] as const))(
    '%s: changes nothing where it is an error',
    (_input, each) => {
      const desk = memoryDesk();
      desk.book.fill('fund-stats', GOOD_ROWS['fund-stats'] ?? []);
      desk.book.fill('daily-trades', GOOD_ROWS['daily-trades'] ?? []);
      const before = JSON.stringify([...desk.book.tabs]);
      const isFund = each.file === 'fund file';
      const { problems } = isFund ? parseFundsFile(each.text) : parseTradesFile(each.text);
      const report = importBook(desk.services, {
        fundsJson: isFund ? each.text : null,
        tradesCsv: isFund ? null : each.text,
      });
      expect(report.problems).toHaveLength(problems.length);
      const refused = problems.some(({ severity }) => severity === 'error');
      expect(JSON.stringify([...desk.book.tabs]) === before).toBe(refused);
    },
  );

  it('and one that can is read without a word', () => {
    expect(parseFundsFile(GOOD_FUNDS).problems).toEqual([]);
  });
});

it('the catalogue holds several hundred inputs, each with a code that is explained', () => {
  expect(CATALOGUE.length).toBeGreaterThanOrEqual(400);
  const explained = Object.values(CODE_GROUPS).flatMap((group) => Object.keys(group));
  expect(
    CATALOGUE.filter(({ code }) => !explained.includes(code) && !code.startsWith('bad-')).map(
      ({ input, code }) => `${input}: ${code}`,
    ),
  ).toEqual([]);
  // One input stands once.
  const inputs = CATALOGUE.map(({ place, input, sentence }) => `${place} ${input} ${sentence}`);
  expect(inputs.filter((input, index) => inputs.indexOf(input) !== index)).toEqual([]);
});
