// The cheapest shares beside given units, as real numbers: a min-cost flow of money over the funds' cash.
import { at, realAt, wholeAt } from '../at';
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

/** One market's flow, kept from one choice of units to the next: only funds in which something changed are looked at again. */
export class ShareFlow {
  /** No flow beside the units last settled costs less, BRL. */
  least = 0;
  /** What was executed finds no cash beside the units last settled, not even as real numbers. */
  isFull = false;
  private readonly places: readonly Place[];
  private readonly fundOf: Int32Array;
  private readonly nodeOf: Int32Array;
  private readonly gain: Float64Array;
  private readonly held: Float64Array;
  private readonly need: Float64Array;
  private readonly room: Float64Array;
  /** By fund. */
  private readonly cash: Float64Array;
  /** The same before shares: beside the units. */
  private readonly paid: Float64Array;
  /** By slot: the units that the flow stands beside, what they cost without shares, and what room they leave. */
  private readonly units: Int32Array;
  private readonly unitCost: Float64Array;
  private readonly slotNeed: Float64Array;
  private readonly slotRoom: Float64Array;
  private readonly placeOf: Int32Array;
  private readonly slotsOf: readonly (readonly number[])[];
  private readonly placesOf: readonly (readonly number[])[];
  /** Funds whose units, holdings or cash have changed since the flow last began. */
  private readonly isChanged: Uint8Array;
  private changed: number[] = [];
  private readonly open: Float64Array;
  private readonly executed: Float64Array;
  private readonly base: number;
  private readonly residual: Residual;

  constructor(
    private readonly book: Book,
    private readonly work: Work,
  ) {
    this.places = placesOf(book);
    const [size, funds, slots] = [this.places.length, book.funds.length, book.slots.length];
    this.fundOf = Int32Array.from(this.places, ({ fund }) => fund);
    this.nodeOf = Int32Array.from(this.places, ({ node }) => node);
    this.gain = Float64Array.from(this.places, ({ gain }) => gain);
    this.held = new Float64Array(size);
    this.need = new Float64Array(size);
    this.room = new Float64Array(size);
    this.cash = new Float64Array(funds);
    this.paid = new Float64Array(funds);
    this.units = new Int32Array(slots).fill(-1);
    this.unitCost = new Float64Array(slots);
    this.slotNeed = new Float64Array(slots);
    this.slotRoom = new Float64Array(slots);
    this.placeOf = new Int32Array(slots);
    this.places.forEach((place, cell) => {
      for (const slot of place.slots) this.placeOf[slot] = cell;
    });
    this.slotsOf = listed(funds, slots, (slot) => at(book.slots, slot).fund);
    this.placesOf = listed(funds, size, (cell) => wholeAt(this.fundOf, cell));
    this.isChanged = new Uint8Array(funds);
    this.open = new Float64Array(book.assets.length);
    this.executed = Float64Array.from(book.assets, ({ price, executedShares }) => price * executedShares);
    this.base = book.assets.reduce(
      (sum, { price, executedShares, halfSpreadBps, residualPenalty }) =>
        sum + price * executedShares * (halfSpreadBps / 1e4 + residualPenalty),
      0,
    );
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
  settle(units: ArrayLike<number>, limit = Infinity): number | undefined {
    this.isFull = false;
    if (!this.begin(units)) return undefined;
    const own = this.costOfUnits();
    const { open } = this;
    open.set(this.executed);
    for (let cell = 0; cell < this.held.length; cell++) {
      const node = wholeAt(this.nodeOf, cell);
      open[node] = realAt(open, node) - realAt(this.held, cell);
    }
    this.giveBack();
    for (let step = 0; step < MOST_STEPS; step++) {
      const cycle = this.residual.gainingCycle();
      if (!cycle) break;
      if (this.move(cycle, Infinity) <= CENT) break;
    }
    for (let node = 0; node < open.length; node++) {
      for (let step = 0; realAt(open, node) > CENT; step++) {
        this.least = own + this.leastOf();
        if (this.least > limit) return Infinity;
        const path = step < MOST_STEPS ? this.residual.pathTo(node) : undefined;
        if (!path) {
          this.isFull = step < MOST_STEPS;
          return undefined;
        }
        const moved = this.move(path, realAt(open, node));
        if (moved <= 0) return undefined;
        open[node] = realAt(open, node) - moved;
      }
    }
    this.least = own + this.leastOf();
    return this.least;
  }

  /** What is open finds its place at no less than the first of it does. */
  private leastOf(): number {
    const { held, need, gain, open } = this;
    this.work.done += held.length;
    let cost = 0;
    for (let cell = 0; cell < held.length; cell++)
      cost -= realAt(gain, cell) * Math.min(realAt(held, cell), realAt(need, cell));
    let isAll = true;
    for (let node = 0; node < open.length; node++) if (realAt(open, node) > CENT) isAll = false;
    if (isAll) return cost;
    const distances = this.residual.distances();
    for (let node = 0; node < open.length; node++)
      if (realAt(open, node) > CENT) cost += realAt(open, node) * realAt(distances, node);
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
    for (let cell = 0; cell < held.length; cell++) {
      if (realAt(held, cell) === realAt(this.held, cell)) continue;
      this.held[cell] = realAt(held, cell);
      this.change(cell);
    }
  }

  private change(cell: number): void {
    this.residual.change(cell);
    const fund = wholeAt(this.fundOf, cell);
    if (fund >= 0) this.changeFund(fund);
  }

  private changeFund(fund: number): void {
    if (this.isChanged[fund] === 1) return;
    this.isChanged[fund] = 1;
    this.changed.push(fund);
  }

  /** Needs and rooms beside new units; what is held is cut to what still fits. False where units alone cost more than the cash. */
  private begin(units: ArrayLike<number>): boolean {
    const { slots, funds } = this.book;
    this.work.done += slots.length;
    for (let index = 0; index < units.length; index++) {
      const count = units[index] ?? Number.NaN;
      if (count === wholeAt(this.units, index)) continue;
      const slot = at(slots, index);
      this.units[index] = count;
      this.unitCost[index] = realCost(slot, count, 0);
      this.changeFund(slot.fund);
    }
    for (const fund of this.changed) {
      let cash = at(funds, fund).cash + DUST;
      for (const index of at(this.slotsOf, fund)) {
        const { asset } = at(slots, index);
        if (asset.side === 'BUY') cash -= asset.unitValue * wholeAt(this.units, index);
      }
      if (cash < -CENT) return false;
      this.paid[fund] = cash;
    }
    for (const fund of this.changed) this.beginFund(fund);
    this.changed.length = 0;
    return true;
  }

  private beginFund(fund: number): void {
    this.isChanged[fund] = 0;
    const own = at(this.slotsOf, fund);
    this.work.done += 4 * own.length;
    for (const index of own) {
      const slot = at(this.book.slots, index);
      const cell = wholeAt(this.placeOf, index);
      const isFree = wholeAt(this.fundOf, cell) < 0;
      const left = isFree ? Infinity : realAt(this.paid, fund);
      const { need, room } = roomWithin(slot, wholeAt(this.units, index), left);
      if (isFree && need === realAt(this.slotNeed, index) && room === realAt(this.slotRoom, index)) continue;
      this.slotNeed[index] = need;
      this.slotRoom[index] = room;
      this.beginPlace(cell);
    }
    let cash = realAt(this.paid, fund);
    for (const cell of at(this.placesOf, fund)) {
      const held = Math.min(realAt(this.held, cell), Math.max(0, cash));
      this.held[cell] = held;
      cash -= held;
      this.residual.change(cell);
    }
    this.cash[fund] = cash;
  }

  private beginPlace(cell: number): void {
    let [need, room] = [0, 0];
    for (const index of at(this.places, cell).slots) {
      need += realAt(this.slotNeed, index);
      room += realAt(this.slotRoom, index);
    }
    this.need[cell] = need;
    this.room[cell] = room;
    this.held[cell] = Math.min(realAt(this.held, cell), need);
    this.residual.change(cell);
  }

  /** What is held beyond what was executed goes back. */
  private giveBack(): void {
    const { open, held, nodeOf } = this;
    for (let cell = 0; cell < held.length; cell++) {
      const node = wholeAt(nodeOf, cell);
      const back = Math.min(realAt(held, cell), Math.max(0, -realAt(open, node)));
      if (back === 0) continue;
      this.hold(cell, -back);
      open[node] = realAt(open, node) + back;
    }
  }

  private idle(cell: number): number {
    const fund = wholeAt(this.fundOf, cell);
    return fund < 0 ? Infinity : realAt(this.cash, fund);
  }

  private giving(cell: number): number {
    const own = realAt(this.held, cell);
    if (own <= CENT) return Infinity;
    return own > realAt(this.need, cell) + CENT ? 0 : realAt(this.gain, cell);
  }

  private taking(cell: number): number {
    const own = realAt(this.held, cell);
    if (own < realAt(this.need, cell) - CENT) return -realAt(this.gain, cell);
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
      if (give >= 0) this.hold(give, -amount);
      if (take >= 0) this.hold(take, amount);
    }
    return amount;
  }

  private hold(cell: number, more: number): void {
    const fund = wholeAt(this.fundOf, cell);
    this.held[cell] = realAt(this.held, cell) + more;
    if (fund >= 0) this.cash[fund] = realAt(this.cash, fund) - more;
    this.change(cell);
  }

  /** BRL by slot where cash is counted; the rest goes to slots that need not count it. */
  money(): Float64Array {
    const money = new Float64Array(this.book.slots.length);
    this.places.forEach(({ fund, slots }, cell) => {
      if (fund >= 0) money[at(slots, 0)] = realAt(this.held, cell);
    });
    return money;
  }

  private costOfUnits(): number {
    let cost = this.base;
    for (let slot = 0; slot < this.unitCost.length; slot++) cost += realAt(this.unitCost, slot);
    return cost;
  }
}

function listed(lists: number, items: number, listOf: (item: number) => number): number[][] {
  const all = Array.from({ length: lists }, (): number[] => []);
  for (let item = 0; item < items; item++) all[listOf(item)]?.push(item);
  return all;
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
