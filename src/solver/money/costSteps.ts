// The steps of the money problem: every asset alone, cash passed on between assets, whole shares at the end.

import type { CostAsset } from '../types';
import { type CostBook, costOf, type Slot, spend } from './costBook';
import { optionsOf } from './costOptions';
import { chooseFor } from './costSearch';
import { placeShares } from './costShares';

const MOST_ROUNDS = 4;

export interface Found {
  readonly units: number[];
  readonly shares: number[];
  readonly objective: number;
}

export function cheaper(a: Found | undefined, b: Found | undefined): Found | undefined {
  return a && b ? (b.objective < a.objective ? b : a) : (a ?? b);
}

/** Whole shares for given units; undefined when they do not fit. */
export function finish(
  book: CostBook,
  units: readonly number[],
  plan?: readonly number[],
): Found | undefined {
  const shares = placeShares(book, units, plan ?? book.slots.map(() => 0));
  if (!shares) return undefined;
  const objective = book.slots.reduce(
    (sum, slot, at) => sum + costOf(slot, shares[at] ?? 0, units[at] ?? 0),
    0,
  );
  return { units: [...units], shares, objective };
}

/** Asset by asset with the cash the other assets leave, until no asset gains: never worse than where it starts. */
export function improve(book: CostBook, start: Found | undefined): Found | undefined {
  let best = start;
  for (let round = 0; best && round < MOST_ROUNDS; round++) {
    const before: number = best.objective;
    for (const asset of book.assets) {
      const current: Found = best;
      const others = book.funds.map(() => 0);
      book.slots.forEach((slot, at) => {
        if (slot.asset === asset) return;
        others[slot.fund] =
          (others[slot.fund] ?? 0) + spend(slot, current.shares[at] ?? 0, current.units[at] ?? 0);
      });
      const chosen = chooseEach(
        book,
        (slot) => (book.funds[slot.fund]?.cash ?? Infinity) - (others[slot.fund] ?? 0),
        asset,
      );
      const units = current.units.map((count, at) =>
        book.slots[at]?.asset === asset ? (chosen.units[at] ?? 0) : count,
      );
      const plan = current.shares.map((count, at) => (book.slots[at]?.asset === asset ? 0 : count));
      best = cheaper(current, finish(book, units, plan)) ?? current;
    }
    if (best.objective >= before) break;
  }
  return best;
}

/** Every asset by itself, each slot with the cash it is told. */
export function chooseEach(
  book: CostBook,
  cashOf: (slot: Slot) => number,
  only?: CostAsset,
): { readonly units: number[]; readonly bound: number } {
  const units = book.slots.map(() => 0);
  let bound = 0;
  for (const asset of only ? [only] : book.assets) {
    const own = book.slots.flatMap((slot, at) => (slot.asset === asset ? [{ slot, at }] : []));
    const demand = asset.price * asset.executedShares;
    const options = own.map(({ slot }) => optionsOf(slot, cashOf(slot)));
    const choice = { options, penalty: asset.residualPenalty, demand, most: asset.maxTotalUnits ?? Infinity };
    const chosen = chooseFor(choice, asset.price / (8 * own.length + 8));
    own.forEach(({ at }, index) => {
      units[at] = chosen.units[index] ?? 0;
    });
    bound += chosen.bound + (asset.halfSpreadBps / 1e4 - asset.residualPenalty) * demand;
  }
  return { units, bound };
}

/** Funds whose units and open targets together cost more than they have: where assets compete for cash. */
export function fundsShortOfCash(book: CostBook, units: readonly number[]): Set<number> {
  const wanted = book.funds.map(() => 0);
  book.slots.forEach((slot, at) => {
    const count = units[at] ?? 0;
    const open = Math.max(0, slot.target - slot.asset.unitValue * count) / slot.asset.price;
    wanted[slot.fund] = (wanted[slot.fund] ?? 0) + spend(slot, Math.min(open, slot.shareCap), count);
  });
  return new Set(book.funds.flatMap(({ cash }, fund) => ((wanted[fund] ?? 0) > cash ? [fund] : [])));
}
