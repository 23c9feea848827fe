// What a seat with given units asks for: cash for its shares, and shares within its targets. Any prices make a floor of that.
import { at, realAt, wholeAt } from '../at';
import type { Book } from './book';
import { realCost, roomWithin } from './corners';
import type { Seat } from './seats';

/** Prices of share money by ETF, and the floor that they put under what the choice at hand costs, BRL. */
export interface View {
  /** What a BRL of shares within the target costs, by ETF: below zero where it saves. */
  readonly slopes: Float64Array;
  /** ETFs where it saves, most first. */
  readonly order: Int32Array;
  floor: number;
}

/** What a seat with given units has to say to any prices. */
interface Ask {
  /** BRL without shares. */
  fixed: number;
  /** Cash for shares. */
  left: number;
  /** BRL of shares within the target, by ETF; without cash to share only of its one ETF. */
  readonly need: Float64Array;
  /** That ETF, else −1. */
  readonly pool: number;
}

/** Asks of all seats as they stand, and of those that are being changed. */
export class Asks {
  /** By slot. */
  private readonly seatOf: Int32Array;
  private readonly now: Ask[];
  private readonly isKnown: Uint8Array;
  private readonly changed: readonly { readonly shared: Ask; readonly alone: Ask[] }[];
  /** Seats that are being changed, and what they ask for then. */
  private readonly touched = new Int32Array(2);
  private readonly asked: Ask[] = [];
  private count = 0;

  constructor(
    private readonly book: Book,
    private readonly seats: readonly Seat[],
  ) {
    this.seatOf = new Int32Array(book.slots.length);
    seats.forEach(({ slots }, seat) => {
      for (const slot of slots) this.seatOf[slot] = seat;
    });
    const [none, each] = [book.assets.length, book.assets.map((_, pool) => pool)];
    this.now = seats.map((seat) =>
      seat.cash < Infinity ? emptyAsk(none, -1) : emptyAsk(1, this.poolOf(seat)),
    );
    this.isKnown = new Uint8Array(seats.length);
    this.changed = [0, 1].map(() => ({
      shared: emptyAsk(none, -1),
      alone: each.map((pool) => emptyAsk(1, pool)),
    }));
  }

  /** Other units altogether. */
  forget(): void {
    this.isKnown.fill(0);
  }

  /** The seats of two slots (the second −1: of one) are about to be given other units. */
  begin(slot: number, other: number, units: Int32Array): void {
    const seat = wholeAt(this.seatOf, slot);
    this.touched[0] = seat;
    this.count = 1;
    this.know(seat, units);
    if (other < 0 || wholeAt(this.seatOf, other) === seat) return;
    this.touched[1] = wholeAt(this.seatOf, other);
    this.count = 2;
    this.know(wholeAt(this.touched, 1), units);
  }

  /** They have them. False where a seat's cash does not pay for its units. */
  ask(units: Int32Array): boolean {
    for (let index = 0; index < this.count; index++) {
      const seat = wholeAt(this.touched, index);
      const { pool } = at(this.now, seat);
      const room = at(this.changed, index);
      const own = pool < 0 ? room.shared : at(room.alone, pool);
      this.asked[index] = own;
      this.fill(own, at(this.seats, seat), units);
      if (own.left < -1e-6) return false;
    }
    return true;
  }

  /** They keep them. */
  take(): void {
    for (let index = 0; index < this.count; index++) {
      const [own, then] = [at(this.now, wholeAt(this.touched, index)), at(this.asked, index)];
      own.fixed = then.fixed;
      own.left = then.left;
      own.need.set(then.need);
    }
  }

  /** By how much their change raises what a view puts under the cost. */
  rise(view: View): number {
    let rise = 0;
    for (let index = 0; index < this.count; index++) {
      const [own, then] = [at(this.now, wholeAt(this.touched, index)), at(this.asked, index)];
      rise += then.fixed - own.fixed + saved(view, then) - saved(view, own);
    }
    return rise;
  }

  private know(seat: number, units: Int32Array): void {
    if (this.isKnown[seat] === 1) return;
    this.isKnown[seat] = 1;
    this.fill(at(this.now, seat), at(this.seats, seat), units);
  }

  private fill(own: Ask, { slots, cash }: Seat, units: Int32Array): void {
    const { slots: all } = this.book;
    let [fixed, left] = [0, cash];
    for (const index of slots) {
      const slot = at(all, index);
      const held = wholeAt(units, index);
      fixed += realCost(slot, held, 0);
      if (slot.asset.side === 'BUY') left -= slot.asset.unitValue * held;
    }
    own.fixed = fixed;
    own.left = left;
    own.need.fill(0);
    for (const index of slots) {
      const slot = at(all, index);
      const { need } = roomWithin(slot, wholeAt(units, index), slot.asset.side === 'BUY' ? left : Infinity);
      own.need[own.pool < 0 ? slot.pool : 0] = need;
    }
  }

  private poolOf({ slots }: Seat): number {
    return at(this.book.slots, at(slots, 0)).pool;
  }
}

function emptyAsk(size: number, pool: number): Ask {
  return { fixed: 0, left: 0, need: new Float64Array(size), pool };
}

/** What shares save a seat at the prices of a view, below zero: its cash goes where a BRL saves most. */
function saved({ slopes, order }: View, { left, need, pool: only }: Ask): number {
  if (only >= 0) return Math.min(0, realAt(slopes, only)) * realAt(need, 0);
  let [cost, cash] = [0, left];
  for (let step = 0; step < order.length && cash > 0; step++) {
    const pool = wholeAt(order, step);
    const money = Math.min(realAt(need, pool), cash);
    cost += realAt(slopes, pool) * money;
    cash -= money;
  }
  return cost;
}
