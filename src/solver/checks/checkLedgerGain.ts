// By how much any other ledger could be better, at most: the multipliers' bound (Lagrange) over all slices at once.
import type { LedgerProblem } from '../ledger/ledgerTypes';
import { possibleGain } from './checkShares';
import type { Seat } from './checkSlice';

/** A slice as a claim sees it at given margins; `worth` is the multiplier per BRL, 2·level. */
interface Offer {
  readonly price: number;
  readonly level: number;
  readonly worth: number;
  readonly shares: number;
  /** All that the rank got of the slice. */
  readonly total: number;
}

/**
 * For one rank: the slices' shares among its claims, all slices open at once. With a multiplier per slice no ledger
 * gains more than the sum of what each claim alone would gain by taking anything it likes (the multipliers cancel when
 * the shares add up). A claim with one slice is counted in whole shares, the others as if shares could be divided.
 */
export function possibleLedgerGain(
  problem: LedgerProblem,
  seats: readonly Seat[],
  hints: readonly (readonly number[])[],
): number {
  const totals = problem.slices.map((_, at) => seats.reduce((sum, { shares }) => sum + (shares[at] ?? 0), 0));
  const gains = hints.map((levels) =>
    seats.reduce((sum, seat) => {
      const offers = problem.slices.flatMap(({ price }, at): Offer[] => {
        const total = totals[at] ?? 0;
        if (total === 0 || at < seat.claim.from || at > seat.claim.to) return [];
        const level = levels[at] ?? 0;
        return [{ price, level, worth: 2 * level, shares: seat.shares[at] ?? 0, total }];
      });
      return sum + gainOf(seat, offers);
    }, 0),
  );
  return Math.max(0, Math.min(...gains));
}

function gainOf(seat: Seat, offers: readonly Offer[]): number {
  const { claim, weight, open } = seat;
  const [first] = offers;
  if (!first) return 0;
  const cap = claim.maxShares ?? Number.MAX_SAFE_INTEGER;
  if (offers.length === 1) {
    const fund = { weight, target: claim.target, cap: Math.min(cap, first.total), shares: first.shares };
    return possibleGain(first.price, 1, 0, [fund], [first.level]);
  }
  const room = offers.reduce((sum, { total }) => sum + total, 0);
  return cap < room ? cappedGain(seat, offers, cap) : freeGain(weight, claim.target, open, offers);
}

/** Without a cap a claim would take its BRL where they are worth the most. */
function freeGain(weight: number, target: number, open: number, offers: readonly Offer[]): number {
  const best = offers.reduce((most, { worth }) => Math.max(most, worth), -Infinity);
  const ideal = Math.min(target, -best / (2 * weight));
  const elsewhere = offers.reduce(
    (sum, { price, worth, shares }) => sum + (best - worth) * price * shares,
    0,
  );
  return (open - ideal) * (weight * (open + ideal) + best) + elsewhere;
}

/**
 * With a cap in shares a claim chooses BRL and worth together out of the hull of "the whole cap in one slice" and
 * nothing: on each edge of its upper side the least is where a parabola has its bottom, or at an end.
 */
function cappedGain(seat: Seat, offers: readonly Offer[], cap: number): number {
  const { claim, weight, open } = seat;
  const held = offers.reduce((sum, { price, worth, shares }) => sum + price * shares * worth, 0);
  const corners = [
    { money: 0, value: 0 },
    ...offers.map(({ price, worth }) => ({ money: cap * price, value: cap * price * worth })),
  ].sort((a, b) => a.money - b.money || a.value - b.value);
  let best = 0;
  const consider = (money: number, value: number): void => {
    const left = claim.target - money;
    best = Math.max(best, weight * (open - left) * (open + left) + value - held);
  };
  corners.forEach((from, index) => {
    consider(from.money, from.value);
    for (const to of corners.slice(index + 1)) {
      const width = to.money - from.money;
      if (!(width > 0)) continue;
      const slope = (to.value - from.value) / width;
      const step = Math.max(0, Math.min(width, claim.target + slope / (2 * weight) - from.money));
      consider(from.money + step, from.value + slope * step);
    }
  });
  return best;
}
