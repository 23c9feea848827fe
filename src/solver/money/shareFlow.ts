// The cheapest shares beside given units, as real numbers: a min-cost flow of money over the funds' cash.
import { at, realAt } from '../at';
import { type Book, countsCash } from './book';
import { realCost, roomWithin } from './corners';
import { DUST } from './paid';
import { type Cell, type Hop, Residual } from './residual';
import type { Work } from './work';

const CENT = 1e-6;
const MOST_STEPS = 20_000;

interface Place extends Cell {
  readonly slots: readonly number[];
  /** BRL that a BRL of shares within the target saves. */
  readonly gain: number;
}

/** One market's flow, kept from one choice of units to the next: only what changed is moved. */
export class ShareFlow {
  /** No flow beside the units last settled costs less, BRL. */
  least = 0;
  /** What was executed finds no cash beside the units last settled, not even as real numbers. */
  isFull = false;
  private readonly places: readonly Place[];
  private readonly held: Float64Array;
  private readonly need: Float64Array;
  private readonly room: Float64Array;
  private readonly cash: Float64Array;
  /** BRL beside the units, before shares. */
  private readonly paid: Float64Array;
  private readonly residual: Residual;

  constructor(
    private readonly book: Book,
    work: Work,
  ) {
    this.places = placesOf(book);
    this.held = new Float64Array(this.places.length);
    this.need = new Float64Array(this.places.length);
    this.room = new Float64Array(this.places.length);
    this.cash = Float64Array.from(book.funds, ({ cash }) => cash);
    this.paid = this.cash.slice();
    const rules = {
      giving: (cell: number) => this.giving(cell),
      taking: (cell: number) => this.taking(cell),
      canHop: (give: number, take: number) => give >= 0 || this.idle(take) > CENT,
    };
    this.residual = new Residual(book.assets.length, this.places, rules, work);
  }

  /**
   * BRL in all; undefined when what was executed finds no cash beside these units, by slot of the book. What costs more
   * than the limit for certain is not settled to its end: Infinity.
   */
  settle(units: readonly number[], limit = Infinity): number | undefined {
    this.residual.change();
    this.isFull = false;
    if (!this.begin(units)) return undefined;
    const own = this.costOfUnits(units);
    const open = this.book.assets.map(({ price, executedShares }) => price * executedShares);
    this.places.forEach(({ node }, cell) => {
      open[node] = at(open, node) - realAt(this.held, cell);
    });
    this.giveBack(open);
    for (let step = 0; step < MOST_STEPS; step++) {
      const cycle = this.residual.gainingCycle();
      if (!cycle) break;
      if (this.move(cycle, Infinity) <= CENT) break;
    }
    for (let node = 0; node < open.length; node++) {
      for (let step = 0; at(open, node) > CENT; step++) {
        this.least = own + this.leastOf(open);
        if (this.least > limit) return Infinity;
        const path = step < MOST_STEPS ? this.residual.pathTo(node) : undefined;
        if (!path) {
          this.isFull = step < MOST_STEPS;
          return undefined;
        }
        const moved = this.move(path, at(open, node));
        if (moved <= 0) return undefined;
        open[node] = at(open, node) - moved;
      }
    }
    this.least = own + this.leastOf(open);
    return this.least;
  }

  /** What is open finds its place at no less than the first of it does. */
  private leastOf(open: readonly number[]): number {
    let cost = 0;
    this.places.forEach(({ gain }, cell) => {
      cost -= gain * Math.min(realAt(this.held, cell), realAt(this.need, cell));
    });
    if (!open.some((money) => money > CENT)) return cost;
    const distances = this.residual.distances();
    open.forEach((money, node) => {
      if (money > CENT) cost += money * realAt(distances, node);
    });
    return cost;
  }

  /** What a BRL more of an ETF's shares costs, by asset of the book, after settling. */
  prices(): Float64Array {
    return this.residual.distances().slice(0, this.book.assets.length);
  }

  keep(): Float64Array {
    return this.held.slice();
  }

  restore(held: Float64Array): void {
    this.held.set(held);
  }

  /** Needs and rooms beside new units; what is held is cut to what still fits. */
  private begin(units: readonly number[]): boolean {
    this.book.funds.forEach(({ cash }, fund) => {
      this.cash[fund] = cash + DUST;
    });
    this.book.slots.forEach(({ fund, asset }, index) => {
      if (asset.side === 'BUY')
        this.cash[fund] = realAt(this.cash, fund) - asset.unitValue * at(units, index);
    });
    for (let fund = 0; fund < this.cash.length; fund++) if (realAt(this.cash, fund) < -CENT) return false;
    for (let fund = 0; fund < this.cash.length; fund++) this.paid[fund] = realAt(this.cash, fund);
    this.places.forEach(({ slots, fund }, cell) => {
      let [need, room] = [0, 0];
      const left = fund < 0 ? Infinity : realAt(this.paid, fund);
      for (const index of slots) {
        const own = roomWithin(at(this.book.slots, index), at(units, index), left);
        need += own.need;
        room += own.room;
      }
      this.need[cell] = need;
      this.room[cell] = room;
      this.held[cell] = Math.min(realAt(this.held, cell), need);
      if (fund < 0) return;
      const held = Math.min(realAt(this.held, cell), Math.max(0, realAt(this.cash, fund)));
      this.held[cell] = held;
      this.cash[fund] = realAt(this.cash, fund) - held;
    });
    return true;
  }

  /** What is held beyond what was executed goes back. */
  private giveBack(open: number[]): void {
    this.places.forEach(({ node, fund }, cell) => {
      const back = Math.min(realAt(this.held, cell), Math.max(0, -at(open, node)));
      if (back === 0) return;
      this.held[cell] = realAt(this.held, cell) - back;
      open[node] = at(open, node) + back;
      if (fund >= 0) this.cash[fund] = realAt(this.cash, fund) + back;
    });
  }

  private idle(cell: number): number {
    const { fund } = at(this.places, cell);
    return fund < 0 ? Infinity : realAt(this.cash, fund);
  }

  private giving(cell: number): number {
    const own = realAt(this.held, cell);
    if (own <= CENT) return Infinity;
    return own > realAt(this.need, cell) + CENT ? 0 : at(this.places, cell).gain;
  }

  private taking(cell: number): number {
    const own = realAt(this.held, cell);
    if (own < realAt(this.need, cell) - CENT) return -at(this.places, cell).gain;
    return own < realAt(this.room, cell) - CENT ? 0 : Infinity;
  }

  /** Moves as much along the hops as the first kink allows. */
  private move(hops: readonly Hop[], most: number): number {
    let amount = most;
    for (const { give, take } of hops) {
      if (give >= 0) {
        const [held, need] = [realAt(this.held, give), realAt(this.need, give)];
        amount = Math.min(amount, held > need + CENT ? held - need : held);
      } else amount = Math.min(amount, this.idle(take));
      if (take >= 0) {
        const [held, need] = [realAt(this.held, take), realAt(this.need, take)];
        amount = Math.min(amount, (held < need - CENT ? need : realAt(this.room, take)) - held);
      }
    }
    for (const { give, take } of hops) {
      this.hold(give, -amount);
      this.hold(take, amount);
    }
    return amount;
  }

  private hold(cell: number, more: number): void {
    this.residual.change();
    if (cell < 0) return;
    const { fund } = at(this.places, cell);
    this.held[cell] = realAt(this.held, cell) + more;
    if (fund >= 0) this.cash[fund] = realAt(this.cash, fund) - more;
  }

  /** BRL by slot where cash is counted; the rest goes to slots that need not count it. */
  money(): Float64Array {
    const money = new Float64Array(this.book.slots.length);
    this.places.forEach(({ fund, slots }, cell) => {
      if (fund >= 0) money[at(slots, 0)] = realAt(this.held, cell);
    });
    return money;
  }

  private costOfUnits(units: readonly number[]): number {
    let cost = 0;
    this.book.slots.forEach((slot, index) => {
      cost += realCost(slot, at(units, index), 0);
    });
    for (const { price, executedShares, halfSpreadBps, residualPenalty } of this.book.assets) {
      cost += price * executedShares * (halfSpreadBps / 1e4 + residualPenalty);
    }
    return cost;
  }
}

/** A place for every slot that counts cash, and one for all other slots of an ETF. */
function placesOf(book: Book): Place[] {
  const places: Place[] = [];
  const free = new Map<number, number[]>();
  book.slots.forEach((slot, index) => {
    const own = { node: slot.pool, gain: 2 * slot.asset.residualPenalty };
    const known = free.get(slot.pool);
    if (countsCash(book, slot)) places.push({ ...own, fund: slot.fund, slots: [index] });
    else if (known) known.push(index);
    else {
      const slots = [index];
      free.set(slot.pool, slots);
      places.push({ ...own, fund: -1, slots });
    }
  });
  return places;
}
