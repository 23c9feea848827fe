// From reported rows to fills: what takes back or corrects another row is put to it, what came twice counts once, and what
// cannot be told apart is a problem. The order of rows changes nothing.
import { type Fill, fillKey, sameFill } from '../domain/fill';
import { error, type Problem, warning } from '../domain/problem';
import { type Message, msg } from '../language/message';
import type { ReportedFill } from './fillRow';

export interface Settled {
  readonly fills: readonly Fill[];
  readonly problems: readonly Problem[];
}

/** @param known what the day has recorded: a row may take back a fill that the answer no longer holds */
export function settle(reported: readonly ReportedFill[], known: readonly Fill[], url: string): Settled {
  const all = apart(reported);
  const plain = all.filter(({ kind, takesBack }) => kind === 'fill' && !takesBack);
  const fills = new Map<string, Fill>();
  const problems: Problem[] = [];
  for (const rows of grouped(plain, ({ fill }) => fillKey(fill)).values()) {
    const { fill, problem } = oneOf(rows, url);
    fills.set(fillKey(fill), fill);
    if (problem !== null) problems.push(problem);
  }
  const book: Book = { fills, known, url, problems };
  const events = unrepeated(all.filter(({ kind, takesBack }) => kind !== 'fill' || takesBack));
  correct(
    book,
    events.filter(({ kind, takesBack }) => kind === 'correction' && !takesBack),
  );
  bust(
    book,
    events.filter(({ kind, takesBack }) => kind === 'bust' && !takesBack),
  );
  takeBack(
    book,
    events.filter(({ takesBack }) => takesBack),
  );
  return { fills: [...fills.values()], problems };
}

interface Book {
  /** By key; changed as rows are put to them. */
  readonly fills: Map<string, Fill>;
  readonly known: readonly Fill[];
  readonly url: string;
  readonly problems: Problem[];
}

/** One exchange number at two accounts of one broker is two fills: the later account's says which it is. */
function apart(reported: readonly ReportedFill[]): readonly ReportedFill[] {
  const accounts = grouped(reported, ({ fill }) => fillKey(fill));
  return reported.map((each) => {
    const all = [...new Set((accounts.get(fillKey(each.fill)) ?? []).map(({ account }) => account))].sort();
    const { fill, account } = each;
    return all.indexOf(account) < 1
      ? each
      : { ...each, fill: { ...fill, fillId: `${fill.fillId}@${account}` } };
  });
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

const said = ({ fillId, broker, side, asset, quantity, price }: Fill) => ({
  fill: fillId,
  broker,
  side,
  code: asset,
  n: quantity,
  price,
});

/** The same fill more than once: the same content is one, PENDING and EXECUTED is EXECUTED, all else cannot be told apart. */
function oneOf(
  rows: readonly ReportedFill[],
  url: string,
): { readonly fill: Fill; readonly problem: Problem | null } {
  const settledRow = rows.find(({ fill: { status } }) => status === 'EXECUTED') ?? rows[0];
  if (settledRow === undefined) throw new Error('a group without rows');
  const { fill } = settledRow;
  if (rows.length === 1) return { fill, problem: null };
  const other = rows.find((row) => !sameFill({ ...row.fill, status: fill.status }, fill))?.fill;
  if (other !== undefined) {
    const text = msg(
      '{url}: fill {fill} of {side} {code} at {broker} came as {n} at {price} and as {n2} at {price2}; ask the provider which it is, or whether they are two.',
      { ...said(fill), url, n2: other.quantity, price2: other.price },
    );
    return { fill, problem: error('twofold-fill', text) };
  }
  const isSame = rows.every((row) => row.fill.status === fill.status);
  const text = msg('{url}: fill {fill} of {side} {code} at {broker} came {n2} times and counts once.', {
    url,
    fill: fill.fillId,
    side: fill.side,
    code: fill.asset,
    broker: fill.broker,
    n2: rows.length,
  });
  return { fill, problem: isSame ? warning('repeated-row', text) : null };
}

/** The same event told twice is one. */
const unrepeated = (events: readonly ReportedFill[]): readonly ReportedFill[] => [
  ...new Map(
    events.map((event) => [
      JSON.stringify([event.kind, event.takesBack, event.about, event.account, event.fill]),
      event,
    ]),
  ).values(),
];

const isPool = (fill: Fill, { fill: of }: ReportedFill): boolean =>
  fill.broker === of.broker && fill.asset === of.asset && fill.side === of.side;

/** The fill of that number in the row's pool, of this answer or else recorded. */
function named(book: Book, event: ReportedFill, id: string): Fill | null {
  const key = fillKey({ ...event.fill, fillId: id });
  return book.fills.get(key) ?? book.known.find((fill) => fillKey(fill) === key) ?? null;
}

/** `A1-C`, `A1/2`, `CXL_A1` are about A1, where there is one: the longest such number. */
function byAffix(book: Book, event: ReportedFill): Fill | null {
  const { fillId } = event.fill;
  const isAffix = (id: string): boolean =>
    (fillId.startsWith(id) && /^[^A-Za-z0-9]/.test(fillId.slice(id.length))) ||
    (fillId.endsWith(id) && /[^A-Za-z0-9]$/.test(fillId.slice(0, fillId.length - id.length)));
  const [found = null] = [...book.fills.values(), ...book.known]
    .filter(
      (fill) => isPool(fill, event) && fill.fillId !== '' && fill.fillId !== fillId && isAffix(fill.fillId),
    )
    .sort((a, b) => b.fillId.length - a.fillId.length);
  return found;
}

function correct(book: Book, events: readonly ReportedFill[]): void {
  const groups = grouped(events, (event) => {
    const target = event.about === null ? byAffix(book, event) : named(book, event, event.about);
    return fillKey({ ...event.fill, fillId: target?.fillId ?? event.about ?? event.fill.fillId });
  });
  for (const [key, rows] of groups) {
    const [event, other] = rows;
    if (event === undefined) continue;
    const fill: Fill = { ...event.fill, fillId: idIn(key) };
    if (other !== undefined && !sameFill({ ...other.fill, fillId: '' }, { ...fill, fillId: '' })) {
      const text = msg(
        '{url}: fill {fill} of {side} {code} at {broker} was corrected to {n} at {price} and to {n2} at {price2}; ask the provider which it is.',
        { ...said(fill), url: book.url, n2: other.fill.quantity, price2: other.fill.price },
      );
      book.problems.push(error('twofold-fill', text));
    }
    book.fills.set(key, fill);
  }
}

/** The number in a key. */
const idIn = (key: string): string => String(JSON.parse(key)[3]);

function bust(book: Book, events: readonly ReportedFill[]): void {
  for (const event of events) {
    const { fill, about } = event;
    const own = named(book, event, fill.fillId);
    const affixed = byAffix(book, event);
    const target =
      about !== null
        ? named(book, event, about)
        : (own ?? (affixed !== null && isSameSize(affixed, fill) ? affixed : null));
    if (target !== null) {
      book.fills.set(fillKey(target), { ...target, status: 'BUSTED' });
      continue;
    }
    if (fill.quantity === 0 || fill.price === 0) {
      const text = msg(
        '{url}: row {n} busts fill {fill} of {broker}, which nobody has seen; there is nothing to take back',
        {
          ...{ url: book.url, n: event.row, fill: about ?? fill.fillId, broker: fill.broker },
        },
      );
      book.problems.push(warning('unknown-bust', text));
      continue;
    }
    // Nothing else is named: the row is the fill that was busted, and nobody saw it before.
    const busted: Fill = { ...fill, fillId: about ?? fill.fillId, status: 'BUSTED' };
    book.fills.set(fillKey(busted), busted);
  }
}

/** Fills of the row's pool that nobody has taken back, those that only the desk knows included. */
function live(book: Book, event: ReportedFill): readonly Fill[] {
  const recorded = book.known.filter((fill) => !book.fills.has(fillKey(fill)));
  return [...book.fills.values(), ...recorded].filter(
    (fill) => isPool(fill, event) && fill.status !== 'BUSTED',
  );
}

/** A bust that does not say how much takes back all. */
const isSameSize = (fill: Fill, { quantity }: Fill): boolean => quantity === 0 || fill.quantity === quantity;

const isAlike = (a: Fill, b: Fill): boolean => a.quantity === b.quantity && a.price === b.price;

/** Negative quantities: those that name their fill first, then those that only look like one. */
function takeBack(book: Book, events: readonly ReportedFill[]): void {
  const unnamed: ReportedFill[] = [];
  for (const event of events) {
    const { about, fill } = event;
    const target =
      about === null ? (named(book, event, fill.fillId) ?? byAffix(book, event)) : named(book, event, about);
    if (target !== null) reduce(book, target, event);
    else if (about !== null)
      book.problems.push(unclear(book, msg('there is no fill {fill}', { fill: about }), fill, event.row));
    else unnamed.push(event);
  }
  const kinds = grouped(unnamed, ({ fill }) =>
    JSON.stringify([fill.broker, fill.asset, fill.side, fill.quantity, fill.price]),
  );
  for (const rows of kinds.values()) takeBackAlike(book, rows);
}

/** As many as there are fills like them: then it does not matter which is which. */
function takeBackAlike(book: Book, rows: readonly ReportedFill[]): void {
  const [event] = rows;
  if (event === undefined) return;
  const alike = live(book, event).filter((fill) => isAlike(fill, event.fill));
  if (alike.length === rows.length)
    for (const fill of alike) book.fills.set(fillKey(fill), { ...fill, status: 'BUSTED' });
  else if (!isTakenBack(book, event))
    book.problems.push(
      ...rows.map(({ fill, row }) =>
        unclear(book, msg('{n} fills are like it', { n: alike.length }), fill, row),
      ),
    );
}

/** A status has said it already: the negative row says it again. */
const isTakenBack = (book: Book, event: ReportedFill): boolean => {
  const all = [...book.fills.values()].filter((fill) => isPool(fill, event) && isAlike(fill, event.fill));
  return all.length > 0 && all.every(({ status }) => status === 'BUSTED');
};

function reduce(book: Book, target: Fill, { fill, row }: ReportedFill): void {
  const key = fillKey(target);
  if (target.status === 'BUSTED') return;
  const left = target.quantity - fill.quantity;
  if (left < 0) {
    const why = msg('fill {fill} has {n} shares only', { fill: target.fillId, n: target.quantity });
    book.problems.push(unclear(book, why, fill, row));
  } else if (left > 0 && !book.fills.has(key)) {
    // What is recorded may have been reduced by this very row.
    const why = msg('there is no fill {fill}', { fill: target.fillId });
    book.problems.push(unclear(book, why, fill, row));
  } else book.fills.set(key, left === 0 ? { ...target, status: 'BUSTED' } : { ...target, quantity: left });
}

const unclear = (book: Book, why: Message, fill: Fill, row: number): Problem =>
  error(
    'unclear-bust',
    msg(
      '{url}: row {n3} ({fill}) takes back {n} at {price} of {side} {code} at {broker}, and it cannot be told from which fill: {said}; ask the provider.',
      { ...said(fill), url: book.url, n3: row, said: why },
    ),
  );
