// The corners of slots: made once for all parts that bound a slot alike.
import { at, wholeAt } from '../at';
import type { Book, Slot } from './book';
import { besideShares, type SlotBounds, sharesOf } from './bounds';
import { type Bounds, type Corners, cornersOf } from './corners';

export class KnownCorners {
  private readonly known: Map<number | string, Corners>[];
  /** By slot the corners last used, and their bounds. */
  private readonly last: (Corners | undefined)[];
  private readonly lastLow: Int32Array;
  private readonly lastHigh: Int32Array;

  constructor(private readonly book: Book) {
    const size = book.slots.length;
    this.known = book.slots.map(() => new Map<number | string, Corners>());
    this.last = book.slots.map(() => undefined);
    this.lastLow = new Int32Array(size);
    this.lastHigh = new Int32Array(size);
  }

  /** Units from `low` to `high`; shares as the part bounds them. */
  of(index: number, { low, high }: Bounds, part: SlotBounds, cash: number): Corners {
    if (part.shares && this.isCut(index, part)) return this.within(index, { low, high }, part, cash);
    const last = this.last[index];
    if (last && wholeAt(this.lastLow, index) === low && wholeAt(this.lastHigh, index) === high) return last;
    const corners = this.made(index, low * 1_048_576 + high, () =>
      cornersOf(at(this.book.slots, index), { low, high }, cash),
    );
    this.last[index] = corners;
    this.lastLow[index] = low;
    this.lastHigh[index] = high;
    return corners;
  }

  private within(index: number, units: Bounds, part: SlotBounds, cash: number): Corners {
    const slot = at(this.book.slots, index);
    const shares = sharesOf(part, slot, index);
    return this.made(index, `${units.low} ${units.high} ${shares.low} ${shares.high}`, () =>
      cornersWithin(slot, units, shares, cash),
    );
  }

  private isCut(index: number, part: SlotBounds): boolean {
    const slot = at(this.book.slots, index);
    const { low, high } = sharesOf(part, slot, index);
    return low > 0 || high < Math.floor(slot.shareCap);
  }

  private made(index: number, key: number | string, make: () => Corners): Corners {
    const known = at(this.known, index);
    const corners = known.get(key) ?? make();
    known.set(key, corners);
    return corners;
  }
}

/** The corners of a slot that takes shares between bounds: those beside its fewest shares, with these. */
function cornersWithin(slot: Slot, units: Bounds, shares: Bounds, cash: number): Corners {
  const { price, unitValue, halfSpreadBps, side } = slot.asset;
  const settled = price * shares.low;
  const own = cornersOf(besideShares(slot, shares), units, side === 'BUY' ? cash - settled : cash);
  return {
    ...own,
    cash: own.cash.map((money) => money + settled),
    cost: own.cost.map((cost) => cost + (halfSpreadBps / 1e4) * settled),
    money: own.money.map((money) => money + settled / unitValue),
  };
}
