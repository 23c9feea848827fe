// What cash does for one slot at given prices: the lower hull of its corners, from the least cash on.
import { realAt, wholeAt } from '../at';
import type { Corners } from './corners';

const NONE: Corners = {
  size: 0,
  cash: new Float64Array(0),
  cost: new Float64Array(0),
  units: new Float64Array(0),
  money: new Float64Array(0),
  open: new Float64Array(0),
};

/**
 * What a share (in units of its ETF), a unit, a request and what stays open (in units) are worth, by asset of the book,
 * in BRL.
 */
export interface Prices {
  readonly share: Float64Array;
  readonly unit: Float64Array;
  readonly request: Float64Array;
  readonly open: Float64Array;
}

/** The lower hull of a slot's corners: from the least cash on, each next corner saves less a BRL. Made anew again and again. */
export class Hull {
  corners: Corners = NONE;
  size = 0;
  corner = new Int32Array(16);
  /** At the prices. */
  cost = new Float64Array(16);

  of(corners: Corners, pool: number, prices: Prices): this {
    if (corners.size > this.corner.length) {
      this.corner = new Int32Array(2 * corners.size);
      this.cost = new Float64Array(2 * corners.size);
    }
    this.corners = corners;
    const { corner, cost } = this;
    const { cash } = corners;
    const [share, unit] = [realAt(prices.share, pool), realAt(prices.unit, pool)];
    const [request, open] = [realAt(prices.request, pool), realAt(prices.open, pool)];
    let size = 0;
    for (let index = 0; index < corners.size; index++) {
      const units = realAt(corners.units, index);
      const earned = share * realAt(corners.money, index) + unit * units + (units > 0 ? request : 0);
      const own = realAt(corners.cost, index) - open * realAt(corners.open, index) - earned;
      if (size > 0 && own >= realAt(cost, size - 1)) continue;
      const spent = realAt(cash, index);
      while (size > 0) {
        const last = realAt(cash, wholeAt(corner, size - 1));
        if (spent > last) {
          if (size === 1) break;
          const before = realAt(cash, wholeAt(corner, size - 2));
          const rise = realAt(cost, size - 1) - realAt(cost, size - 2);
          if (rise * (spent - last) < (own - realAt(cost, size - 1)) * (last - before)) break;
        }
        size--;
      }
      corner[size] = index;
      cost[size] = own;
      size++;
    }
    this.size = size;
    return this;
  }

  /** The cheapest corner alone, whatever cash it takes. */
  least(corners: Corners, pool: number, prices: Prices): this {
    const [share, unit] = [realAt(prices.share, pool), realAt(prices.unit, pool)];
    const [request, open] = [realAt(prices.request, pool), realAt(prices.open, pool)];
    this.corners = corners;
    let [best, least] = [-1, Infinity];
    for (let index = 0; index < corners.size; index++) {
      const units = realAt(corners.units, index);
      const earned = share * realAt(corners.money, index) + unit * units + (units > 0 ? request : 0);
      const own = realAt(corners.cost, index) - open * realAt(corners.open, index) - earned;
      if (own < least) [best, least] = [index, own];
    }
    this.size = best < 0 ? 0 : 1;
    this.corner[0] = best;
    this.cost[0] = least;
    return this;
  }
}

export function slopeTo(hull: Hull, to: number): number {
  return (realAt(hull.cost, to) - realAt(hull.cost, to - 1)) / (cashOf(hull, to) - cashOf(hull, to - 1));
}

export function cashOf(hull: Hull, index: number): number {
  return realAt(hull.corners.cash, wholeAt(hull.corner, index));
}

/** The fewest and the most units that the corners allow. */
export function rangeOf({ size, units }: Corners): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < size; index++) {
    low = Math.min(low, realAt(units, index));
    high = Math.max(high, realAt(units, index));
  }
  return { low, high };
}
