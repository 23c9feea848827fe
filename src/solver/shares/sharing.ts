// Shares over funds whose units are fixed: min Σ w(t − P·a)² with Σa = Q, 0 ≤ a ≤ cap, in whole lots.
import { at } from '../at';
import { remainder } from '../numbers';
import { splitWholes } from './split';

/** Funds by position, already in their fixed order. `caps` are whole shares, none above `total` needs to be. */
export interface Sharing {
  readonly price: number;
  readonly lot: number;
  readonly total: number;
  readonly weights: readonly number[];
  readonly targets: readonly number[];
  readonly caps: readonly number[];
}

/**
 * `levels` prove the split: what one share more costs each fund at the margin, in units of 2·price.
 * Two of them with an odd lot, because the fund that sets the margin may not be the one that sells at it.
 */
export interface SharingResult {
  readonly shares: number[];
  readonly levels: number[];
}

/**
 * The cost of lot k + 1 is w·P·ℓ·(P·ℓ(2k + 1) − 2t), which rises with k: taking the cheapest lot each time is exact.
 * Divided by 2·P·ℓ it reads −w·(residual halfway through the lot), the form used here.
 * Undefined when the caps, counted in lots, cannot hold the total.
 */
export function shareOut(sharing: Sharing): SharingResult | undefined {
  const { price, lot, weights, targets } = sharing;
  const lots = Math.floor(sharing.total / lot);
  const upper = sharing.caps.map((cap) => Math.min(lots, Math.floor(cap / lot)));
  if (sum(upper) < lots) return undefined;
  const marginal = (fund: number, count: number): number =>
    at(weights, fund) * ((price * lot) / 2 - remainder(at(targets, fund), price, count * lot));
  const counts = splitWholes({
    total: lots,
    lower: upper.map(() => 0),
    upper,
    marginal,
    countAt: (fund, level) => {
      const reach = level / at(weights, fund) + at(targets, fund);
      return Math.floor(reach / (price * lot) - 0.5) + 1;
    },
    lowLevel: least(targets.map((_, fund) => marginal(fund, -2))),
    highLevel: -least(targets.map((_, fund) => -marginal(fund, lots + 2))),
  });
  const shares = counts.map((count) => count * lot);
  const next = cheapestTwo(
    counts.map((count, fund) => (count < at(upper, fund) ? marginal(fund, count) : Infinity)),
  );
  const odd = sharing.total - lots * lot;
  if (odd > 0 && !placeOddLot(sharing, shares, odd, next)) return undefined;
  return { shares, levels: levelsOf(next, counts, marginal) };
}

/** The fund whose next lot is the cheapest (−1 when there is none), its cost and the second cheapest cost. */
interface Cheapest {
  readonly fund: number;
  readonly cost: number;
  readonly secondCost: number;
}

/**
 * The odd lot moves its holder's costs up by less than one lot, so against the split of the whole lots the holder
 * either keeps its lots or hands exactly one to the fund whose next lot is the cheapest. Both are tried for every
 * fund, which makes the choice of the holder exact in O(F). The cheapest itself hands none over: the second cheapest
 * lot costs no less than its own next lot, which costs no less than to keep what it has.
 */
function placeOddLot(sharing: Sharing, shares: number[], odd: number, next: Cheapest): boolean {
  const { lot, caps } = sharing;
  let best = Infinity;
  let holder = -1;
  let receiver = -1;
  const consider = (cost: number, fund: number, to: number): void => {
    if (cost >= best) return;
    best = cost;
    holder = fund;
    receiver = to;
  };
  shares.forEach((held, fund) => {
    const cap = at(caps, fund);
    if (held + odd <= cap) consider(costOfMove(sharing, fund, held, held + odd), fund, -1);
    if (held >= lot && next.fund >= 0 && next.fund !== fund) {
      const given = at(shares, next.fund);
      const taken = costOfMove(sharing, next.fund, given, given + lot);
      consider(costOfMove(sharing, fund, held, held - lot + odd) + taken, fund, next.fund);
    }
  });
  if (holder < 0) return false;
  shares[holder] = at(shares, holder) + odd;
  if (receiver >= 0) {
    shares[holder] = at(shares, holder) - lot;
    shares[receiver] = at(shares, receiver) + lot;
  }
  return true;
}

/** What the objective gains when one fund goes from one holding to another, without cancelling large squares. */
function costOfMove(sharing: Sharing, fund: number, from: number, to: number): number {
  const target = at(sharing.targets, fund);
  const both = remainder(target, sharing.price, from) + remainder(target, sharing.price, to);
  return at(sharing.weights, fund) * sharing.price * (from - to) * both;
}

/**
 * Any level between the dearest lot taken and the cheapest not taken proves the split. An odd lot may need another:
 * its holder's costs lie between those of the lot it has and the next, and it may be the one that sets the level.
 */
function levelsOf(
  next: Cheapest,
  counts: number[],
  marginal: (fund: number, count: number) => number,
): number[] {
  const taken = -least(counts.map((count, fund) => (count > 0 ? -marginal(fund, count - 1) : Infinity)));
  const beyond = -least(counts.map((count, fund) => -marginal(fund, count)));
  return [next.cost, next.secondCost, taken, beyond].filter((level) => Number.isFinite(level));
}

function cheapestTwo(costs: readonly number[]): Cheapest {
  let [fund, cost, secondCost] = [-1, Infinity, Infinity];
  costs.forEach((value, index) => {
    if (value < cost) [secondCost, fund, cost] = [cost, index, value];
    else secondCost = Math.min(secondCost, value);
  });
  return { fund, cost, secondCost };
}

function least(values: readonly number[]): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Infinity);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
