// How far a seat's cash goes over the hulls of its slots: to the least of each, then where a BRL saves most.
import { at, realAt, wholeAt } from '../at';
import { cashOf, type Hull, slopeTo } from './hull';
import { DUST } from './paid';
import type { Work } from './work';

/** The slot that is left between two corners, or −1, and how far it is on the way to the next. */
export interface Filling {
  /** At the prices of the hulls. */
  readonly cost: number;
  readonly partial: number;
  readonly part: number;
}

/** `reached` becomes the corner of each slot; undefined when not even the least of each is paid. */
export function fill(
  hulls: readonly Hull[],
  cash: number,
  reached: Int32Array,
  work: Work,
): Filling | undefined {
  let [left, cost] = [cash + DUST, 0];
  for (let slot = 0; slot < hulls.length; slot++) {
    const hull = at(hulls, slot);
    if (hull.size === 0) return undefined;
    reached[slot] = 0;
    left -= realAt(hull.corners.cash, wholeAt(hull.corner, 0));
    cost += realAt(hull.cost, 0);
  }
  if (left < -1e-6) return undefined;
  for (;;) {
    work.done += 4 * hulls.length;
    let [steepest, next] = [0, -1];
    for (let slot = 0; slot < hulls.length; slot++) {
      const hull = at(hulls, slot);
      const to = wholeAt(reached, slot) + 1;
      if (to >= hull.size) continue;
      const slope = slopeTo(hull, to);
      if (slope < steepest) [steepest, next] = [slope, slot];
    }
    if (next < 0) return { cost, partial: -1, part: 0 };
    const hull = at(hulls, next);
    const to = wholeAt(reached, next) + 1;
    const step = cashOf(hull, to) - cashOf(hull, to - 1);
    if (step > left) {
      if (left <= 1e-6) return { cost, partial: -1, part: 0 };
      return { cost: cost + steepest * left, partial: next, part: left / step };
    }
    left -= step;
    cost += realAt(hull.cost, to) - realAt(hull.cost, to - 1);
    reached[next] = to;
  }
}
