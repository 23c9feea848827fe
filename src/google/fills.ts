// From the post-trade system's rows to the desk's fills: own accounts only, without hedge legs, each row checked.

import type { Fetched, FetchedFills, LeftOut, PastFills, Unplaced } from '../desk/feeds';
import { consolidatedId, type Fill, fillKey } from '../domain/fill';
import { error, type Problem, warning } from '../domain/problem';
import { dateOf, type Stamp } from '../domain/stamp';
import type { Side } from '../domain/trade';
import { msg } from '../language/message';
import { FieldReader } from './answers';
import { aboutOf, type ReportedFill, wordsOf } from './fillRow';
import { readMoment } from './moments';
import { type OtherRow, otherRows, reportedRow } from './otherDays';
import { dateIn, type OwnRow, ownRows, type RowsContext, unreadDate } from './ownRows';
import { settle } from './settle';
import { takenBackLater } from './takenBackLater';

export interface FillsContext extends RowsContext {
  /** What the day has recorded: a row may take back a fill that the answer no longer holds. */
  readonly known?: readonly Fill[];
  /** What is known beside them. */
  readonly past?: PastFills | undefined;
  /** The day is over: a row without a time is today's, and one of a later day may take back a fill of it. */
  readonly isOver?: boolean;
}

/** `{"consolidatedAllocations":[…]}`: a row is one fill at its average price; a later fetch replaces it. */
export function parseConsolidated(body: unknown, context: FillsContext): FetchedFills {
  const { rows, whole, problems, leftOut } = ownRows(body, 'consolidatedAllocations', context);
  const fills: Fill[] = [];
  const others: OtherRow[] = [];
  for (const row of rows) {
    const read = readerOf(row, context);
    const date = dateIn(row, context) ?? context.date;
    const { account, symbol, side, broker } = whose(read, row);
    refuseUnread(read, row, context);
    const quantity = read.whole('qty');
    const fill: Fill = {
      date,
      fillId: consolidatedId(account, symbol, side),
      broker,
      asset: symbol,
      side,
      quantity,
      // Nothing executed has no price, and the row is dropped.
      price: quantity === 0 ? 0 : read.price('avgPrice'),
      time: null,
      status: 'EXECUTED',
      source: 'api',
    };
    if (date !== context.date) {
      const own: Fill = quantity === 0 ? { ...fill, status: 'BUSTED' } : fill;
      const told = read.wrong.length > 0 ? null : reportedRow(own, account, row.index + 1);
      others.push({ date, broker: row.broker, told });
      continue;
    }
    problems.push(...read.wrong);
    if (read.wrong.length > 0) continue;
    // Everything of the row was taken back: it never happened.
    const before = context.known?.find((known) => fillKey(known) === fillKey(fill));
    if (quantity > 0) fills.push(fill);
    else if (before !== undefined) fills.push({ ...before, status: 'BUSTED' });
  }
  problems.push(...twice(fills, context.url));
  const answer = answered(fills, [...whole, ...problems], [...leftOut, ...otherRows(others, context)]);
  return { ...answer, ...unplacedIn(problems, []), isConsolidated: true };
}

const UNDONE = { kind: 'bust', status: 'BUSTED' } as const;

/** `{"fills":[…]}`: fills, and rows that bust or correct one. */
export function parseFills(body: unknown, context: FillsContext): FetchedFills {
  const { rows, whole, problems, leftOut } = ownRows(body, 'fills', context);
  const reported: ReportedFill[] = [];
  const others: OtherRow[] = [];
  for (const row of rows) {
    const read = readerOf(row, context);
    const { account, symbol, side, broker } = whose(read, row);
    const time = stampOf(read, context);
    const fillId = read.id('fillId');
    const word = wordsOf(read);
    // Corrected to nothing is busted.
    const isUndone = word.kind === 'correction' && read.isZero('qty');
    const { kind, status, isEvent } = isUndone ? { ...word, ...UNDONE } : word;
    // A bust need not repeat what its fill was.
    const isBare = (field: string): boolean => kind === 'bust' && read.isVoid(field);
    const quantity = isBare('qty') ? 0 : read.signed('qty');
    const price = isBare('price') ? 0 : read.price('price');
    const about = aboutOf(read);
    if (time === null) refuseUnread(read, row, context);
    const ownDate = dateIn(row, context) ?? (context.isOver ? '' : context.date);
    const date = time === null ? ownDate : dateOf(time);
    if (read.wrong.length > 0) {
      // What cannot be read of another day is that day's to ask about.
      if (date === context.date || date === '') problems.push(...read.wrong);
      else others.push({ date, broker: row.broker, told: null });
      continue;
    }
    const told: ReportedFill = {
      fill: {
        ...{ date, fillId, broker, asset: symbol, side, price, time },
        quantity: Math.abs(quantity),
        status,
        source: 'api',
      },
      ...{ account, row: row.index + 1, kind, isEvent, about },
      takesBack: quantity < 0,
    };
    const isEmpty = quantity === 0 && kind !== 'bust';
    if (date !== context.date)
      others.push({
        date,
        broker,
        told: isEmpty ? { ...told, fill: { ...told.fill, status: 'BUSTED' } } : told,
      });
    else if (isEmpty) problems.push(emptyFill(row.index + 1, fillId, broker, context.url));
    else reported.push(told);
  }
  const { url, past, known = [] } = context;
  const late = context.isOver
    ? takenBackLater(
        others.flatMap(({ told }) => told ?? []),
        { date: context.date, known, own: reported, corrected: past?.corrected ?? {} },
      )
    : [];
  const settled = settle([...reported, ...late], { known, url, past });
  const found = [...problems, ...settled.problems];
  const answer: FetchedFills = {
    ...answered(settled.fills, [...whole, ...found], [...leftOut, ...otherRows(others, context)]),
    ...unplacedIn(found, settled.unplaced),
  };
  return Object.keys(settled.corrected).length === 0 ? answer : { ...answer, corrected: settled.corrected };
}

function answered(
  fills: readonly Fill[],
  problems: readonly Problem[],
  leftOut: readonly LeftOut[],
): Fetched<Fill> {
  return leftOut.length === 0
    ? { rows: fills, problems }
    : { rows: fills, problems, leftOut: counted(leftOut) };
}

/** What was found wrong with rows is of rows that stand for nothing; what is wrong with a whole answer is none. */
function unplacedIn(
  problems: readonly Problem[],
  named: readonly Unplaced[],
): Pick<FetchedFills, 'unplaced'> {
  const others = problems.filter(
    (problem) => problem.severity === 'error' && named.every((each) => each.problem !== problem),
  );
  const unplaced = [...named, ...others.map((problem) => ({ problem, subject: '' }))];
  return unplaced.length === 0 ? {} : { unplaced };
}

/** One entry a reason, broker and date. */
function counted(leftOut: readonly LeftOut[]): readonly LeftOut[] {
  const sums = new Map<string, LeftOut>();
  for (const each of leftOut) {
    const key = JSON.stringify([each.reason, each.broker, each.date]);
    sums.set(key, { ...each, n: each.n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

const emptyFill = (n: number, fill: string, broker: string, url: string): Problem =>
  warning(
    'empty-fill',
    msg('{url}: row {n} ({fill} of {broker}) is a fill of 0 shares and is left out; ask the provider.', {
      url,
      n,
      fill,
      broker,
    }),
  );

interface Whose {
  readonly account: string;
  readonly symbol: string;
  readonly side: Side;
  readonly broker: string;
}

const readerOf = ({ fields, index }: OwnRow, { url }: FillsContext): FieldReader =>
  new FieldReader(msg('{url}: row {n}', { url, n: index + 1 }), fields);

/** Without a time a row is of the date that it gives: one that cannot be read makes it nobody's, and not today's. */
function refuseUnread(read: FieldReader, row: OwnRow, context: FillsContext): void {
  const unread = unreadDate(row, context);
  if (unread !== null) read.refuse(unread, 'date', null);
}

const whose = (read: FieldReader, { broker }: OwnRow): Whose => ({
  account: read.id('accountCode'),
  symbol: read.symbol('symbol'),
  side: sideOf(read),
  broker: broker ?? '',
});

/** Two consolidated rows of one account, symbol and side: neither may silently replace the other. */
function twice(fills: readonly Fill[], url: string): readonly Problem[] {
  const ids = fills.map(({ fillId }) => fillId);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) =>
    error(
      'duplicate-row',
      msg('{url}: {id} stands twice in a consolidated answer; ask the provider.', { url, id }),
    ),
  );
}

function sideOf(read: FieldReader): Side {
  const side = read.text('side').toUpperCase();
  if (side === 'BUY' || side === 'SELL') return side;
  return side === '' ? 'BUY' : read.refuse('side', 'side', 'BUY');
}

/** An instant with its zone becomes São Paulo time; a time without a zone is taken for it. */
function stampOf(read: FieldReader, { localTime }: FillsContext): Stamp | null {
  const text = read.optionalText('time');
  return text === null ? null : (readMoment(text, localTime) ?? read.refuse('time', 'time', null));
}
