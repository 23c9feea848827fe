// What a part of all answers allows a slot: units, and shares where these are cut.
import { realAt, wholeAt } from '../at';
import type { Slot } from './book';
import type { Bounds } from './corners';

/** Bounds on the units, by slot of the book, and on the shares where these are cut. */
export interface SlotBounds {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly shares?: ShareBounds;
}

/** Whole shares by slot, from and to. */
export interface ShareBounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** The bounds of a slot's shares; all that it may hold where they are not cut. */
export function sharesOf({ shares }: SlotBounds, { shareCap }: Slot, index: number): Bounds {
  if (!shares) return { low: 0, high: shareCap };
  return { low: realAt(shares.low, index), high: realAt(shares.high, index) };
}

/** A slot as if `low` of its shares were settled: what else it may take, and what it still wants. */
export function besideShares(slot: Slot, { low, high }: Bounds): Slot {
  const { target, holdings, asset } = slot;
  return { ...slot, target: target - asset.price * low, holdings: holdings - low, shareCap: high - low };
}

/** Whether two parts bound a slot alike. */
export function isSame(a: SlotBounds, b: SlotBounds, slot: number): boolean {
  if (wholeAt(a.low, slot) !== wholeAt(b.low, slot) || wholeAt(a.high, slot) !== wholeAt(b.high, slot))
    return false;
  if (a.shares === b.shares) return true;
  if (!a.shares || !b.shares) return false;
  return a.shares.low[slot] === b.shares.low[slot] && a.shares.high[slot] === b.shares.high[slot];
}
