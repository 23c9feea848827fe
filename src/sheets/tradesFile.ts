// Reads the trades file as desks export it: `Fund,CNPJ,Asset,Side,Amount,Strategy` in English or Portuguese, separated by
// commas, semicolons, tabs or bars. Whatever could be read in two ways is refused with both.

import { type ParseError, parse } from 'papaparse';
import { error, hasErrors, type Problem, warning } from '../domain/problem';
import type { ProblemCode } from '../domain/problemCodes';
import { parseAmount } from '../domain/readFigures';
import type { IsoDate } from '../domain/stamp';
import type { Trade } from '../domain/trade';
import { type Message, msg, verbatim } from '../language/message';
import { address, columnLetter, type Grid, isBlank } from './cell';
import { notText } from './encoding';
import { locate, type Source, strangersAmong } from './headers';
import { readTable, type Table } from './read';
import { fieldsOf } from './tab';
import { dailyTrades } from './tabs';
import { contraryColumns } from './tradesColumns';
import { extraCells } from './tradesRow';

export interface Imported<R> {
  readonly records: readonly R[];
  readonly problems: readonly Problem[];
}

const PLACE = msg('trades file');

const refused = (code: ProblemCode, text: Message): Imported<never> => ({
  records: [],
  problems: [error(code, text, { tab: PLACE })],
});

/** @param today a file that says it is of another day is refused; null = not known */
export function parseTradesFile(text: string, today: IsoDate | null = null): Imported<Trade> {
  const broken = notText(text, 'CSV UTF-8');
  if (broken !== null) return refused('unreadable-file', broken);
  const content = text.replace(/^\ufeff/, '');
  if (/^\s*[{[]/.test(content))
    return refused('unreadable-file', msg('it is JSON, as the fund file is; a trades file is CSV'));
  const delimiter = delimiterOf(content);
  // Blank lines stay, so that a problem's row is the file's line.
  const { data, errors } = parse<string[]>(content, { delimiter });
  const fatal = errors.find(({ code }) => code !== 'UndetectableDelimiter');
  if (fatal) return refused('unreadable-file', quotationMark(fatal));
  return readGrid(data, delimiter, today);
}

function readGrid(
  grid: readonly (readonly string[])[],
  delimiter: string,
  today: IsoDate | null,
): Imported<Trade> {
  const first = grid.findIndex((row, index) => !row.every(isBlank) && !isSeparatorLine(row, index));
  const headerRow = headerRowOf(grid, Math.max(0, first));
  if (headerRow > Math.max(0, first))
    return refused(
      'missing-header',
      msg('the header stands in line {n}; delete the lines above it', { n: headerRow + 1 }),
    );
  if ((grid[headerRow] ?? []).length < 2)
    return refused(
      'missing-header',
      msg(
        'line {n} holds no header, and no comma, semicolon, tab or bar separates its cells; separate header and rows by one of them',
        { n: headerRow + 1 },
      ),
    );
  const source: Source = { place: PLACE, kind: 'file', headerRow };
  const odd = extraCells(grid, source, delimiter);
  const rest: Grid = grid.map((row, index) => (odd.has(index) ? [] : row));
  const { table, problems, totals } = readTable(dailyTrades, rest, source);
  const records = table.rows.map(({ value }) => value);
  const found = [
    ...[...odd.values()],
    ...problems.filter(({ code }) => code !== 'total-row'),
    ...totalsLeftOut(totals, grid, table, hasErrors(problems) || odd.size > 0),
    ...contraryColumns(grid, source, today),
    ...unknownColumns(grid, source),
  ];
  if (records.length === 0 && !hasErrors(found))
    return refused('empty-file', msg('it holds no trade and would empty daily-trades; nothing is imported'));
  return { records, problems: found };
}

/** Excel's first line, `sep=;`, says the delimiter and is no header. */
const SEPARATOR = /^\s*"?sep=(.)"?\s*$/i;
const isSeparatorLine = (row: readonly string[], index: number): boolean =>
  index === 0 && /^"?sep=/i.test((row[0] ?? '').trim());

/** How many lines may stand above the header for it to be found. */
const LINES_ABOVE = 10;

const MARKS = [';', '\t', '|', ','];

/** The header alone tells the delimiter: amounts hold commas, and so may a title above it. */
function delimiterOf(content: string): string {
  const [line = '', ...others] = content.split(/\r\n|\n|\r/);
  const said = SEPARATOR.exec(line)?.[1];
  if (said !== undefined) return said;
  const lines = [line, ...others].filter((each) => each.trim() !== '').slice(0, LINES_ABOVE);
  const cells = (text: string, delimiter: string) => parse<string[]>(text, { delimiter }).data[0] ?? [];
  for (const each of lines) for (const mark of MARKS) if (isHeader(cells(each, mark))) return mark;
  return MARKS.find((mark) => (lines[0] ?? '').includes(mark)) ?? ',';
}

/** Most of the headers stand in it. */
const isHeader = (row: readonly string[]): boolean =>
  Object.keys(locate(dailyTrades, row, { place: PLACE, kind: 'file' }).columns).length * 2 >
  fieldsOf(dailyTrades).length;

/** The first line that has most of the headers; the first of all where none has. */
function headerRowOf(grid: readonly (readonly string[])[], first: number): number {
  const at = grid.slice(0, first + LINES_ABOVE).findIndex((row, index) => index >= first && isHeader(row));
  return at < 0 ? first : at;
}

function quotationMark({ code, row, message }: ParseError): Message {
  const n = (row ?? 0) + 1;
  if (code === 'MissingQuotes')
    return msg('line {n}: a quotation mark is opened and never closed; correct the file', { n });
  return code === 'InvalidQuotes'
    ? msg('line {n}: a quotation mark stands inside a cell; take it out or double it in the file', { n })
    : msg('line {n}: {said}; correct the file', { n, said: verbatim(message) });
}

/**
 * Totals in one sentence; each is compared with what the trades add up to: all of them, those above it, or those since the total
 * above it. One that is none of these is an error: a row is missing, doubled or misread.
 * @param isPartial rows were left out, so that no total can agree
 */
function totalsLeftOut(
  totals: readonly number[],
  grid: Grid,
  { columns, rows: trades }: Table<Trade>,
  isPartial: boolean,
): readonly Problem[] {
  const column = columns.amount;
  const sumOf = (from: number, to: number): number =>
    trades.reduce((sum, { row, value }) => sum + (row > from && row < to ? value.amount : 0), 0);
  const all = sumOf(-1, Number.POSITIVE_INFINITY);
  const found = totals.map((row, index) => {
    const stated = parseAmount(column === undefined ? null : grid[row]?.[column]);
    const sums = [all, sumOf(-1, row), sumOf(totals[index - 1] ?? -1, row)];
    const money = stated.ok ? stated.value : null;
    return { row, money, agrees: money === null || sums.includes(money) };
  });
  const placed = (row: number) => ({ tab: PLACE, cell: address(row, column ?? 0) });
  const wrong = found.flatMap(({ row, money, agrees }): readonly Problem[] => {
    if (agrees || money === null || isPartial) return [];
    const text = msg(
      'row {n} is a total of {money}, but the {n2} {n2|trade adds|trades add} up to {money2}; compare the file with its source',
      { n: row + 1, money, n2: trades.length, money2: all },
    );
    return [error('total-row', text, placed(row))];
  });
  const [first, ...more] = found;
  if (wrong.length > 0 || first === undefined) return wrong;
  if (more.length > 0) {
    const rows = totals.map((index) => index + 1).join(', ');
    const text = msg('{n} total rows are left out: rows {rows}', { n: totals.length, rows });
    return [warning('total-row', text, { tab: PLACE })];
  }
  const { row, money, agrees } = first;
  const text =
    money === null || !agrees
      ? msg('the row is a total and is left out')
      : msg('row {n} is a total of {money}, as the {n2} {n2|trade adds|trades add} up to, and is left out', {
          n: row + 1,
          money,
          n2: trades.length,
        });
  return [warning('total-row', text, placed(row))];
}

/** Named once for the whole file; a column without a header goes by its letter. */
function unknownColumns(grid: Grid, source: Source): readonly Problem[] {
  const headers = grid[source.headerRow ?? 0] ?? [];
  const known = new Set(Object.values(locate(dailyTrades, headers, source).columns));
  const named = strangersAmong(dailyTrades, headers).filter(({ column }) => !known.has(column));
  const nameless = headers.flatMap((header, column) =>
    isBlank(header) && grid.some((row) => !isBlank(row[column])) ? [columnLetter(column)] : [],
  );
  const names = [...named.map(({ name }) => name), ...nameless];
  if (names.length === 0) return [];
  const text = msg('columns that the desk does not know are not read: {headers}', {
    headers: names.join(', '),
  });
  return [warning('unknown-column', text, { tab: PLACE })];
}
