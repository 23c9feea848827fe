// What a choice for assets that compete for cash misses: demand left open, rations exceeded, cash lacking.
import type { Joint } from './costSeats';

/** What is searched: options by their reduced costs, and what lacking BRL of cash costs. */
export interface Search {
  readonly joint: Joint;
  readonly prices: readonly number[];
  readonly reduced: readonly (readonly number[])[];
  readonly cashPrice: number;
}

const BEYOND_RATION = 1e9; // BRL per unit

/** What demand still open costs at the dual prices, beside further uses. */
export function missOf(
  { joint, prices, cashPrice }: Search,
  open: readonly number[],
  uses: readonly number[] = [],
): number {
  let [miss, lacking] = [0, (open[prices.length] ?? 0) - (uses[prices.length] ?? 0)];
  for (let at = 0; at < prices.length; at++) {
    const price = prices[at] ?? 0;
    const steepest = joint.steepest[at] ?? 0;
    const left = (open[at] ?? 0) - (uses[at] ?? 0);
    miss += left > 1e-9 ? (Math.min(steepest, BEYOND_RATION) - price) * left : -price * left;
    if (joint.isBought[at]) lacking += left;
  }
  return lacking > 0 ? miss + cashPrice * lacking : miss;
}

/** By resource what the demand leaves, and last what spare cash there is, below zero. */
export function openAt({ demand, seats }: Joint, options: readonly number[]): number[] {
  const open = [...demand, 0];
  seats.forEach((seat, index) => {
    const uses = seat.options[options[index] ?? 0]?.whole ?? [];
    for (let at = 0; at < open.length; at++) open[at] = (open[at] ?? 0) - (uses[at] ?? 0);
  });
  return open;
}

/** Share money beyond all needs and all spare cash: what is planned too much of one asset is spare for another. */
export function lackingCash({ isBought }: Joint, open: readonly number[]): number {
  return open.reduce((sum, left, at) => (isBought[at] === false ? sum : sum + left), 0);
}
