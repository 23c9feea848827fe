// Units whose cash leaves no whole place for all shares: the cheapest are taken away, one by one, until there is one.
import { at } from '../at';
import { type Book, costOf, countsCash, shareRoom, spend } from './book';
import { sharesPaid } from './paid';
import { type Desk, place } from './placing';
import type { ShareFlow } from './shareFlow';
import { wholeShares } from './wholeShares';
import type { Work } from './work';

const MOST_TAKEN = 200;
const WORK = 20; // of a slot looked at

/** Undefined when no unit that is left makes room, or too many had to go. */
export function withFewerUnits(
  book: Book,
  flow: ShareFlow,
  given: readonly number[],
  work: Work,
): number[] | undefined {
  const units = [...given];
  for (let step = 0; step < MOST_TAKEN; step++) {
    const isSettled = flow.settle(units) !== undefined;
    const money = flow.money();
    if (step > 0 && isSettled && wholeShares({ book, units, money }, 0, work)) return units;
    const desk = deskOf(book, units, money);
    const taken = cheapest(desk, work);
    if (taken < 0) return undefined;
    units[taken] = at(units, taken) - 1;
  }
  return undefined;
}

/** What the flow places, in whole shares, within the cash. */
function deskOf(book: Book, units: readonly number[], money: ArrayLike<number>): Desk {
  const cash = book.funds.map((fund) => fund.cash);
  book.slots.forEach((slot, index) => {
    cash[slot.fund] = at(cash, slot.fund) - spend(slot, 0, at(units, index));
  });
  const shares = book.slots.map((slot, index) => {
    const count = Math.min(
      sharesPaid(money[index] ?? 0, slot.asset.price),
      Math.floor(shareRoom(slot, at(units, index))),
      countsCash(book, slot) ? sharesPaid(at(cash, slot.fund), slot.asset.price) : Infinity,
    );
    cash[slot.fund] = at(cash, slot.fund) - spend(slot, count, 0);
    return count;
  });
  return { book, units, shares, cash };
}

/** The slot whose last unit is given up at least cost, where that makes room for shares that have none; −1 without one. */
function cheapest(desk: Desk, work: Work): number {
  const { book, units, shares, cash } = desk;
  const overdrawn = new Set(cash.flatMap((left, fund) => (left < -1e-6 ? [fund] : [])));
  const open = book.assets.map((_, pool) => (overdrawn.size > 0 ? 0 : place(desk, pool)));
  const takers = new Set<number>(overdrawn);
  book.slots.forEach((slot, index) => {
    const hasRoom = at(shares, index) + 1 <= shareRoom(slot, at(units, index));
    if (at(open, slot.pool) > 0 && hasRoom) takers.add(slot.fund);
  });
  work.done += WORK * book.slots.length;
  let [best, least] = [-1, Infinity];
  book.slots.forEach((slot, index) => {
    const count = at(units, index);
    if (count === 0) return;
    const isSold = slot.asset.side === 'SELL';
    const makesRoom = isSold ? at(open, slot.pool) > 0 : takers.has(slot.fund);
    if (!makesRoom) return;
    const cost = costOf(slot, at(shares, index), count - 1) - costOf(slot, at(shares, index), count);
    if (cost < least) [best, least] = [index, cost];
  });
  return best;
}
