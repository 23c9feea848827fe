// Whole shares once all units are fixed: what the flow of money leaves is moved share by share, and among equally
// cheap splits the fairest is taken.
import { at } from '../at';
import { type Book, countsCash, spend } from './book';
import { FAR, IdleCash } from './idleCash';
import { sharesPaid } from './paid';
import { type Desk, place } from './placing';
import { SingleShares } from './singleShares';
import type { Work } from './work';

export interface Planned {
  readonly book: Book;
  readonly units: readonly number[];
  /** BRL by slot that the flow gives to slots that count cash. */
  readonly money: ArrayLike<number>;
}

/**
 * By slot; undefined when the shares do not fit. `mostTrials` limits the moves that lose at first; with `isHard` much more is
 * tried before it is said that they do not fit.
 */
export function wholeShares(
  { book, units, money }: Planned,
  mostTrials: number,
  work: Work,
  isHard = false,
): number[] | undefined {
  const shares = book.slots.map(({ asset }, slot) => sharesPaid(money[slot] ?? 0, asset.price));
  const cash = book.funds.map((fund) => fund.cash);
  book.slots.forEach((slot, index) => {
    cash[slot.fund] = at(cash, slot.fund) - spend(slot, at(shares, index), at(units, index));
  });
  if (cash.some((left) => left < -1e-6)) return undefined;
  const desk = { book, units, shares, cash };
  const open = book.assets.map((_, pool) => place(desk, pool));
  if (!book.slots.some((slot) => countsCash(book, slot)))
    return open.some((left) => left > 0) ? undefined : shares;
  const single = new SingleShares(desk, work);
  const idle = new IdleCash(desk, work);
  if (!single.takeIn(open, (pool) => idle.takeShare(pool)) && !(isHard && takeFar(desk, single, work)))
    return undefined;
  single.improve(mostTrials);
  for (let pool = 0; pool < book.assets.length; pool++) place(desk, pool);
  return shares;
}

/** What is still open, with cash brought together to the last centavo. */
function takeFar(desk: Desk, single: SingleShares, work: Work): boolean {
  const { book, shares } = desk;
  const idle = new IdleCash(desk, work, FAR);
  const open = book.assets.map(({ executedShares }, pool) =>
    book.slots.reduce(
      (left, slot, index) => left - (slot.pool === pool ? at(shares, index) : 0),
      executedShares,
    ),
  );
  return single.takeIn(open, (pool) => idle.takeShare(pool));
}
