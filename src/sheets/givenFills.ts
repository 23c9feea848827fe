// Fills that a person hands over for a correction: pasted rows (tabs, semicolons or commas, with or without headers), or records
// by column. A row may name a known fill by its number alone and say only what is different of it.
import { parse } from 'papaparse';
import type { Fill } from '../domain/fill';
import type { Problem } from '../domain/problem';
import { parseTypedPrice } from '../domain/readFigures';
import { dateOf, type IsoDate } from '../domain/stamp';
import { msg } from '../language/message';
import { type Cell, type Grid, isBlank } from './cell';
import type { Source } from './headers';
import { problemAt, readTable } from './read';
import { fieldsOf, headerOf, normalHeader, type Tab } from './tab';
import { executions } from './tabs';

export type GivenRows = string | readonly Readonly<Record<string, Cell>>[];

const SOURCE: Source = { place: msg('the rows given'), kind: 'file' };
const HEADERS: readonly string[] = fieldsOf(executions).map(headerOf);
const ID = headerOf('fillId');
/** Here prices are text as somebody wrote them, and no sheet has read them before. */
const GIVEN: Tab<Fill> = {
  ...executions,
  columns: { ...executions.columns, price: { ...executions.columns.price, parse: parseTypedPrice } },
};

/** @param known the day's fills: a blank cell of a row that names one of them is filled from it */
export function readGivenFills(
  given: GivenRows,
  date: IsoDate,
  known: readonly Fill[],
): { readonly rows: readonly Fill[]; readonly problems: readonly Problem[] } {
  const grid = typeof given === 'string' ? pasted(given) : recorded(given);
  if (grid.length < 2) return { rows: [], problems: [] };
  const { table, problems } = readTable(GIVEN, completed(grid, date, known), SOURCE);
  const elsewhen = table.rows
    .filter(({ value }) => value.date === date && value.time !== null && dateOf(value.time) !== date)
    .map(({ row, value }) =>
      problemAt(
        table,
        row,
        'time',
        'error',
        'other-date',
        msg('the time is of {date} and the correction of {date2}; correct the time, or leave it blank', {
          date: dateOf(value.time ?? ''),
          date2: date,
        }),
      ),
    );
  const strays = table.rows
    .filter(({ value }) => value.date !== date)
    .map(({ row, value }) =>
      problemAt(
        table,
        row,
        'date',
        'error',
        'other-date',
        msg('the row is of {date} and the correction of {date2}; correct one day at a time', {
          date: value.date,
          date2: date,
        }),
      ),
    );
  return {
    rows: table.rows.map(({ value }) => ({ ...value, source: 'typed' as const })),
    problems: [...problems, ...strays, ...elsewhen, ...empty(table)],
  };
}

/** A fill of 0 shares is none: what is taken back is BUSTED. */
const empty = (table: ReturnType<typeof readTable<Fill>>['table']): readonly Problem[] =>
  table.rows
    .filter(({ value }) => value.quantity === 0 && value.status !== 'BUSTED')
    .map(({ row }) =>
      problemAt(
        table,
        row,
        'quantity',
        'error',
        'empty-fill',
        msg('a fill of 0 shares is none; write BUSTED into status if it was taken back'),
      ),
    );

function pasted(text: string): Grid {
  const content = text.replace(/^\ufeff/, '');
  const delimiter = ['\t', ';', ','].find((mark) => content.includes(mark)) ?? '\t';
  const { data } = parse<string[]>(content, { delimiter, skipEmptyLines: 'greedy' });
  const [first = []] = data;
  const isHeader = first.some((cell) => normalHeader(cell) === ID);
  // Without headers they are the tab's own columns, from the left.
  return data.length === 0 || isHeader ? data : [HEADERS, ...data];
}

function recorded(rows: readonly Readonly<Record<string, Cell>>[]): Grid {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? null))];
}

/** Every column is there, and what a row leaves open is the fill's that it names, where there is one such fill. */
function completed(grid: Grid, date: IsoDate, known: readonly Fill[]): Grid {
  const [given = [], ...rows] = grid;
  const named = given.map(normalHeader);
  const missing = HEADERS.filter((header) => !named.includes(header));
  const headers = [...given, ...missing];
  const places = new Map(headers.map((header, at) => [normalHeader(header), at]));
  return [
    headers,
    ...rows.map((cells) => {
      const row: Cell[] = headers.map((_, at) => cells[at] ?? null);
      const fill = meant(row, places, known);
      for (const field of fieldsOf(executions)) {
        const at = places.get(headerOf(field)) ?? -1;
        if (at < 0 || !isBlank(row[at])) continue;
        if (field === 'date') row[at] = date;
        else if (field === 'status' || field === 'source') row[at] = null;
        else if (fill !== null) row[at] = printed(field, fill);
      }
      return row;
    }),
  ];
}

/** What a row may leave open; numbers, dates and statuses are its own. */
function printed(field: keyof Fill, fill: Fill): Cell {
  const { columns } = executions;
  switch (field) {
    case 'broker':
      return columns.broker.print(fill.broker);
    case 'asset':
      return columns.asset.print(fill.asset);
    case 'side':
      return columns.side.print(fill.side);
    case 'quantity':
      return columns.quantity.print(fill.quantity);
    case 'price':
      return columns.price.print(fill.price);
    case 'time':
      return columns.time.print(fill.time);
    default:
      return null;
  }
}

/** The only known fill with the row's number, and with its broker, ETF and side where it says them. */
function meant(
  row: readonly Cell[],
  places: ReadonlyMap<string, number>,
  known: readonly Fill[],
): Fill | null {
  const said = (field: 'fillId' | 'broker' | 'asset' | 'side'): string =>
    String(row[places.get(headerOf(field)) ?? -1] ?? '').trim();
  const fits = known.filter(
    (fill) =>
      fill.fillId === said('fillId') &&
      (['broker', 'asset', 'side'] as const).every((field) => ['', fill[field]].includes(said(field))),
  );
  const [fill, other] = fits;
  return fill === undefined || other !== undefined ? null : fill;
}

/** What is no list of rows is refused before anything is read. */
export const isGivenRows = (given: unknown): given is GivenRows =>
  typeof given === 'string' ||
  (Array.isArray(given) &&
    given.every(
      (row) =>
        typeof row === 'object' &&
        row !== null &&
        Object.values(row).every(
          (cell) => cell === null || ['string', 'number', 'boolean'].includes(typeof cell),
        ),
    ));
