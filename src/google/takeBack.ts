// Rows of negative quantity: what they take back of which fill.
import { type Fill, fillKey, saidFill } from '../domain/fill';
import { grouped } from '../domain/lookup';
import { error, type Problem } from '../domain/problem';
import { type Message, msg } from '../language/message';
import { byAffix, isPool, named } from './about';
import { type Book, isOfEarlier } from './fillBook';
import type { ReportedFill } from './fillRow';

/** Fills of the row's pool that nobody has taken back, those that only the desk knows included. */
export function live(book: Book, event: ReportedFill): readonly Fill[] {
  const recorded = book.known.filter((fill) => !book.fills.has(fillKey(fill)));
  return [...book.fills.values(), ...recorded].filter(
    (fill) => isPool(fill, event) && fill.status !== 'BUSTED',
  );
}

export const isAlike = (a: Fill, b: Fill): boolean => a.quantity === b.quantity && a.price === b.price;

/** Negative quantities: those that name their fill first, then those that only look like one. */
export function takeBack(book: Book, events: readonly ReportedFill[]): void {
  const unnamed: ReportedFill[] = [];
  for (const event of events) {
    const { about, fill } = event;
    const target =
      about === null ? (named(book, event, fill.fillId) ?? byAffix(book, event)) : named(book, event, about);
    if (target !== null) reduce(book, target, event);
    else if (about !== null && isOfEarlier(book, event, about)) continue;
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
      { ...saidFill(fill), url: book.url, n3: row, said: why },
    ),
  );
