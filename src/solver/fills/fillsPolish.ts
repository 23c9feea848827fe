// Brings the worst fund's deviation down towards the tick floor by swapping single shares of different prices.
import { at, realAt } from '../at';
import type { Pool } from './fillPool';
import { deviationsOf, type Takes } from './fillsEven';

const WORK = 3e7; // price levels looked at, all in all

interface Swap {
  readonly from: number;
  readonly to: number;
  readonly worst: number;
}

/**
 * The worst fund gives a share at one price and takes one at another, from the fund that gains (or minds) most.
 * Every swap lowers the worst of the two, so the loop ends; it also ends when the worst fund finds no partner.
 */
export function polish(pool: Pool, takes: Takes): void {
  const ranks = new Ranks(deviationsOf(pool, takes));
  const size = pool.funds.length;
  const dearer = pool.levels.map((level) => level.value);
  const cheaper = dearer.map((value) => -value);
  let work = 0;
  for (;;) {
    const { worst } = ranks;
    const sign = ranks.of(worst) > 0 ? 1 : -1;
    const own = Math.abs(ranks.of(worst));
    const values = sign > 0 ? dearer : cheaper;
    let done = true;
    for (const partner of sign > 0 ? ranks.rising : ranks.falling) {
      if (partner === worst) continue;
      work += pool.levels.length;
      const swap = bestSwap(values, takes, size, worst, partner, own, sign * ranks.of(partner));
      if (swap.worst >= own * (1 - 1e-9)) continue;
      move(takes, size, worst, partner, swap);
      const difference = sign * (at(values, swap.from) - at(values, swap.to));
      ranks.change(worst, -difference);
      ranks.change(partner, difference);
      done = false;
      break;
    }
    if (done || work > WORK) return;
  }
}

/** Funds by their deviation, kept in order while single ones change; ties by the order of the funds. */
class Ranks {
  /** From the lowest deviation, and from the highest. */
  readonly rising: number[];
  readonly falling: number[];

  constructor(private readonly deviations: Float64Array) {
    const funds = Array.from(deviations.keys());
    this.rising = [...funds].sort((a, b) => this.of(a) - this.of(b) || a - b);
    this.falling = funds.sort((a, b) => this.of(b) - this.of(a) || a - b);
  }

  of(fund: number): number {
    return realAt(this.deviations, fund);
  }

  /** The fund that is furthest from nothing. */
  get worst(): number {
    const [low, high] = [at(this.rising, 0), at(this.falling, 0)];
    const [below, above] = [Math.abs(this.of(low)), Math.abs(this.of(high))];
    if (below === above) return Math.min(low, high);
    return below > above ? low : high;
  }

  change(fund: number, by: number): void {
    this.rising.splice(this.placeOf(fund, this.rising, 1), 1);
    this.falling.splice(this.placeOf(fund, this.falling, -1), 1);
    this.deviations[fund] = this.of(fund) + by;
    this.rising.splice(this.placeOf(fund, this.rising, 1), 0, fund);
    this.falling.splice(this.placeOf(fund, this.falling, -1), 0, fund);
  }

  /** Where the fund stands, or would stand. */
  private placeOf(fund: number, order: readonly number[], sign: number): number {
    let [low, high] = [0, order.length];
    while (low < high) {
      const half = (low + high) >> 1;
      const other = at(order, half);
      if ((sign * (this.of(other) - this.of(fund)) || other - fund) < 0) low = half + 1;
      else high = half;
    }
    return low;
  }
}

/**
 * The pair of levels whose prices differ nearest to the ideal (own − other) / 2: the giver's levels rise, so the
 * taker's best match rises with them, and one pass over both finds the best.
 */
function bestSwap(
  values: readonly number[],
  takes: Takes,
  size: number,
  giver: number,
  taker: number,
  own: number,
  other: number,
): Swap {
  const rising = at(values, 0) <= at(values, values.length - 1);
  const last = values.length - 1;
  const levelAt = (step: number): number => (rising ? step : last - step);
  const ideal = (own - other) / 2;
  let best: Swap = { from: -1, to: -1, worst: Infinity };
  let below = -1;
  let above = 0;
  const tryPair = (from: number, to: number): void => {
    const difference = at(values, from) - at(values, to);
    const worst = Math.max(Math.abs(own - difference), Math.abs(other + difference));
    if (worst < best.worst) best = { from, to, worst };
  };
  for (let step = 0; step <= last; step++) {
    const from = levelAt(step);
    if (realAt(takes, from * size + giver) === 0) continue;
    const wanted = at(values, from) - ideal;
    while (above <= last) {
      const to = levelAt(above);
      const holds = realAt(takes, to * size + taker) > 0;
      if (holds && at(values, to) >= wanted) break;
      if (holds) below = above;
      above++;
    }
    if (below >= 0) tryPair(from, levelAt(below));
    if (above <= last) tryPair(from, levelAt(above));
    if (best.worst <= Math.abs(own + other) / 2 + 1e-9) break;
  }
  return best;
}

function move(takes: Takes, size: number, giver: number, taker: number, swap: Swap): void {
  const shift = (level: number, fund: number, by: number): void => {
    takes[level * size + fund] = realAt(takes, level * size + fund) + by;
  };
  shift(swap.from, giver, -1);
  shift(swap.to, giver, 1);
  shift(swap.to, taker, -1);
  shift(swap.from, taker, 1);
}
