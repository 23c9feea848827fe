// What cash does for one slot at given prices: the lower hull of its corners, from the least cash on.
import { realAt, wholeAt } from '../at';
import type { Corners } from './corners';

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

/** The lower hull of a slot's corners: from the least cash on, each next corner saves less a BRL. */
export interface Hull {
  readonly corners: Corners;
  readonly size: number;
  readonly corner: Int32Array;
  readonly cost: Float64Array;
}

export function lowerHull(corners: Corners, pool: number, prices: Prices): Hull {
  const share = realAt(prices.share, pool);
  const unit = realAt(prices.unit, pool);
  const request = realAt(prices.request, pool);
  const open = realAt(prices.open, pool);
  const corner = new Int32Array(corners.size);
  const cost = new Float64Array(corners.size);
  let size = 0;
  for (let index = 0; index < corners.size; index++) {
    const units = realAt(corners.units, index);
    const earned = share * realAt(corners.money, index) + unit * units + (units > 0 ? request : 0);
    const own = realAt(corners.cost, index) - open * realAt(corners.open, index) - earned;
    if (size > 0 && own >= realAt(cost, size - 1)) continue;
    const cash = realAt(corners.cash, index);
    while (size > 0) {
      const last = realAt(corners.cash, wholeAt(corner, size - 1));
      if (cash > last) {
        if (size === 1) break;
        const before = realAt(corners.cash, wholeAt(corner, size - 2));
        const rise = realAt(cost, size - 1) - realAt(cost, size - 2);
        if (rise * (cash - last) < (own - realAt(cost, size - 1)) * (last - before)) break;
      }
      size--;
    }
    corner[size] = index;
    cost[size] = own;
    size++;
  }
  return { corners, size, corner, cost };
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
