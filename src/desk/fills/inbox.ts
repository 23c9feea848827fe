// The inboxes of brokers without a post-trade system, read as an execution feed: what they typed, checked like any tab.

import type { Broker } from '../../domain/broker';
import type { Fill } from '../../domain/fill';
import { error, type Problem, warning } from '../../domain/problem';
import type { ProblemCode } from '../../domain/problemCodes';
import { dateOf, type IsoDate } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import type { Grid } from '../../sheets/cell';
import { type Located, problemAt, readTable } from '../../sheets/read';
import { headerOf } from '../../sheets/tab';
import { type InboxRow, inboxFills } from '../../sheets/tabs';
import type { Fetched } from '../feeds';
import type { BrokerBooks } from '../services';

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
  const refused = (code: ProblemCode, text: Message): Fetched<Fill> => ({
    rows: [],
    problems: [error(code, text)],
  });
  try {
    const grid = books.fills(broker, inboxFills.name);
    if (grid !== null) return readInbox({ broker, assets, date }, grid);
    return refused(
      'no-inbox',
      msg(
        '{broker} has no inbox yet, but fills_from = inbox; make it with Trading > Brokers > Share with brokers',
        { broker },
      ),
    );
  } catch (cause) {
    return refused(
      'inbox-failed',
      msg(
        'the inbox of {broker} cannot be read ({said}); try again, or repair it with Trading > Brokers > Share with brokers',
        { broker, said: saidBy(cause) },
      ),
    );
  }
}

export interface Inbox {
  readonly broker: string;
  /** The desk's ETFs: another symbol is a slip of the keyboard. */
  readonly assets: readonly string[];
  /** The trade date. */
  readonly date: IsoDate;
}

type Row = Located<InboxRow>;

/**
 * Fills of the trade date in one inbox; rows of earlier days are left out and counted.
 * @param grid the tab as the broker left it, header row first
 */
export function readInbox(inbox: Inbox, grid: Grid): Fetched<Fill> {
  const { broker, date } = inbox;
  const place = msg('inbox of {broker}', { broker });
  const { table, problems } = readTable(inboxFills, grid, { place, kind: 'inbox' });
  const todays = table.rows.filter(({ value }) => dateOf(value.time) >= date);
  const wrong = (row: Row, field: keyof InboxRow, text: Message): Problem =>
    problemAt(table, row.row, field, 'error', `bad-${headerOf(field)}`, text);
  const seen = new Map<string, number>();
  const fills: Fill[] = [];
  const found: Problem[] = [];
  for (const row of todays) {
    const slips = slipsIn(row.value, inbox).map(({ field, text }) => wrong(row, field, text));
    found.push(...slips);
    if (slips.length > 0) continue;
    const { asset, side, quantity, price, time } = row.value;
    const fillId = idOf(broker, row.value);
    const first = seen.get(fillId);
    if (first === undefined) {
      seen.set(fillId, row.row);
      fills.push({
        ...{ date, fillId, broker, asset, side, quantity, price, time },
        status: 'EXECUTED',
        source: 'inbox',
      });
    } else {
      const { field, text } = twice(row.value, first);
      found.push(wrong(row, field, text));
    }
  }
  const earlier = table.rows.length - todays.length;
  return { rows: fills, problems: [...problems, ...found, ...leftOut(earlier, date, place)] };
}

interface Slip {
  readonly field: keyof InboxRow;
  readonly text: Message;
}

function slipsIn({ asset, quantity, time }: InboxRow, { assets, date }: Inbox): readonly Slip[] {
  const slips: Slip[] = [];
  if (!assets.includes(asset)) {
    const text = msg('asset "{asset}" is not an ETF of the desk; choose one from the list', { asset });
    slips.push({ field: 'asset', text });
  }
  if (quantity <= 0) {
    slips.push({
      field: 'quantity',
      text: msg('quantity 0 is no fill; write the shares, or delete the row'),
    });
  }
  if (dateOf(time) !== date) {
    const text = msg('time {moment} is after {date}; write the day of the fill', {
      moment: time.replace('T', ' '),
      date,
    });
    slips.push({ field: 'time', text });
  }
  return slips;
}

/** Unique among brokers, and the same each time the inbox is read, wherever the row stands. */
const idOf = (broker: string, { asset, side, quantity, price, time, fillId }: InboxRow): string =>
  `${broker}|${fillId ?? [time, asset, side, quantity, price].join('|')}`;

const twice = ({ fillId }: InboxRow, first: number): Slip =>
  fillId === null
    ? {
        field: 'asset',
        text: msg('the same fill stands in row {n} already; delete one, or give each its own fill_id', {
          n: first + 1,
        }),
      }
    : {
        field: 'fillId',
        text: msg('fill_id {id} stands in row {n} already; keep one', { id: fillId, n: first + 1 }),
      };

function leftOut(n: number, date: IsoDate, tab: Message): readonly Problem[] {
  if (n === 0) return [];
  const text = msg('{n} {n|row|rows} of days before {date} left out', { n, date });
  return [warning('other-date', text, { tab })];
}
