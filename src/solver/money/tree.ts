// The parts that branch and bound has still to look at: each cut from a larger one, with a floor under all of its answers.
import { at } from '../at';
import type { Cut } from './cuts';
import type { Basis } from './master';
import type { Part } from './rows';
import type { Market } from './seats';

export interface Open {
  readonly part: Part;
  readonly floor: number;
  /** The cut that made it, and on which side it lies. */
  readonly cut?: Cut;
  readonly isHigher?: boolean;
  /** Where the simplex stood when it was cut: from there its own mix is found soonest. */
  readonly basis?: Basis;
}

export interface Tree {
  readonly open: Open[];
  /** The least floor of the parts that were left though not settled. */
  left: number;
}

/** All answers: totals of units, then of requests, by asset of the book. */
export function rootOf({ book }: Market): Part {
  const caps = book.assets.map((_, pool) =>
    book.slots.flatMap((slot) => (slot.pool === pool ? [slot.unitCap] : [])),
  );
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const units = caps.map((own, pool) => Math.min(at(book.assets, pool).maxTotalUnits ?? Infinity, sum(own)));
  const requests = caps.map((own) => sum(own.map((cap) => Math.min(1, cap))));
  return {
    low: new Int32Array(book.slots.length),
    high: Int32Array.from(book.slots, ({ unitCap }) => unitCap),
    least: new Float64Array(2 * caps.length),
    most: Float64Array.from([...units, ...requests]),
  };
}

/** A part that is looked at no further: its floor counts all the same. */
export function leave(tree: Tree, floor: number): Record<string, never> {
  tree.left = Math.min(tree.left, floor);
  return {};
}

/** The part with the lowest floor, out of those that wait. */
export function takeLowest({ open }: Tree): Open | undefined {
  let [lowest, least] = [-1, Infinity];
  open.forEach(({ floor }, index) => {
    if (floor < least) [lowest, least] = [index, floor];
  });
  return lowest < 0 ? undefined : open.splice(lowest, 1)[0];
}
