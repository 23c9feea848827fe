// The inboxes of brokers without a post-trade system, read as an execution feed: what they typed, checked like any tab.
import type { Broker } from '../../domain/broker';
import type { Fill } from '../../domain/fill';
import { inEnglish, type Problem } from '../../domain/problem';
import { dateOf, type IsoDate } from '../../domain/stamp';
import { msg } from '../../language/message';
import type { Grid } from '../../sheets/cell';
import { type Located, problemAt, readTable } from '../../sheets/read';
import { headerOf } from '../../sheets/tab';
import { type InboxRow, inboxFills } from '../../sheets/tabs';
import type { BrokerBooks, Fetched } from '../services';
import { reasonOf } from './apply';

const SHARE = 'Trading > Brokers > Share with brokers';

/** The fills of all brokers that have an inbox; null where no broker has one. */
export function inboxFillsOf(
  books: BrokerBooks,
  brokers: readonly Broker[],
  assets: readonly string[],
  date: IsoDate,
): Fetched<Fill> | null {
  const own = brokers.filter(({ fillsFrom }) => fillsFrom === 'inbox');
  if (own.length === 0) return null;
  const found = own.map(({ name }) => fetchInbox(books, name, assets, date));
  return {
    rows: found.flatMap(({ rows }) => rows),
    problems: found.flatMap(({ problems }) => problems),
  };
}

function fetchInbox(
  books: BrokerBooks,
  broker: string,
  assets: readonly string[],
  date: IsoDate,
): Fetched<Fill> {
  const refused = (code: string, text: string): Fetched<Fill> => ({
    rows: [],
    problems: [{ severity: 'error', code, tab: null, cell: null, text }],
  });
  try {
    const grid = books.fills(broker, inboxFills.name);
    if (grid === null)
      return refused('no-inbox', `${broker} has no inbox yet, but fills_from = inbox; make it with ${SHARE}`);
    return readInbox(broker, grid, assets, date);
  } catch (error) {
    const text = `the inbox of ${broker} cannot be read (${reasonOf(error)}); try again, or repair it with ${SHARE}`;
    return refused('inbox-failed', text);
  }
}

/**
 * Fills of `date` in one inbox; rows of earlier days are left out and counted.
 * @param grid the tab as the broker left it, header row first
 * @param assets the desk's ETFs: another symbol is a slip of the keyboard
 */
export function readInbox(
  broker: string,
  grid: Grid,
  assets: readonly string[],
  date: IsoDate,
): Fetched<Fill> {
  const { table, problems } = readTable(inboxFills, grid, {
    place: msg('inbox of {broker}', { broker }),
    kind: 'inbox',
  });
  const wrong = (row: Located<InboxRow>, field: keyof InboxRow, text: string): Problem =>
    problemAt(table, row.row, field, 'error', `bad-${headerOf(field)}`, text);
  const seen = new Map<string, number>();
  const fills: Fill[] = [];
  const found: Problem[] = [];
  let earlier = 0;
  for (const row of table.rows) {
    const { asset, side, quantity, price, time } = row.value;
    if (dateOf(time) < date) {
      earlier += 1;
      continue;
    }
    const slips = [
      ...(assets.includes(asset)
        ? []
        : [wrong(row, 'asset', `asset "${asset}" is not an ETF of the desk; choose one from the list`)]),
      ...(quantity > 0
        ? []
        : [wrong(row, 'quantity', 'quantity 0 is no fill; write the shares, or delete the row')]),
      ...(dateOf(time) === date
        ? []
        : [wrong(row, 'time', `time ${time.replace('T', ' ')} is after ${date}; write the day of the fill`)]),
    ];
    found.push(...slips);
    if (slips.length > 0) continue;
    const fillId = idOf(broker, row.value);
    const first = seen.get(fillId);
    if (first === undefined) {
      seen.set(fillId, row.row);
      fills.push({ date, fillId, broker, asset, side, quantity, price, time, status: 'EXECUTED' });
    } else found.push(twice(row, first, wrong));
  }
  return {
    rows: fills,
    problems: [...problems, ...found, ...leftOut(broker, earlier, date)].map(placeless),
  };
}

/** Unique among brokers, and the same each time the inbox is read, wherever the row stands. */
const idOf = (broker: string, { asset, side, quantity, price, time, fillId }: InboxRow): string =>
  `${broker}|${fillId ?? [time, asset, side, quantity, price].join('|')}`;

const twice = (
  row: Located<InboxRow>,
  first: number,
  wrong: (row: Located<InboxRow>, field: keyof InboxRow, text: string) => Problem,
): Problem =>
  row.value.fillId === null
    ? wrong(
        row,
        'asset',
        `the same fill stands in row ${first + 1} already; delete one, or give each its own fill_id`,
      )
    : wrong(row, 'fillId', `fill_id ${row.value.fillId} stands in row ${first + 1} already; keep one`);

const leftOut = (broker: string, count: number, date: IsoDate): readonly Problem[] =>
  count === 0
    ? []
    : [
        {
          severity: 'warning',
          code: 'other-date',
          tab: null,
          cell: null,
          text: `inbox of ${broker}: ${count} ${count === 1 ? 'row' : 'rows'} of days before ${date} left out`,
        },
      ];

/** The cell lies in another spreadsheet: nobody can jump there from the desk's. */
const placeless = (problem: Problem): Problem => ({
  ...problem,
  tab: null,
  cell: null,
  text: inEnglish(problem),
});
