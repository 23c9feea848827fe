// What a choice of units leaves for shares: cash by fund, needs and rooms by place. From one choice to the next only what changed.
import { at, realAt, wholeAt } from '../at';
import { type Book, countsCash } from './book';
import { realCost, roomWithin } from './corners';
import { DUST } from './paid';
import type { Cell } from './residual';
import type { Work } from './work';

/** A slot that counts cash, or all other slots of an ETF together: fund −1. */
interface Place extends Cell {
  readonly slots: readonly number[];
}

const CENT = 1e-6;

export class Beside {
  readonly places: readonly Place[];
  /** By place its fund, its ETF, and BRL that a BRL of shares within the target saves. */
  readonly fundOf: Int32Array;
  readonly nodeOf: Int32Array;
  readonly gain: Float64Array;
  /** By place the BRL of shares within targets, and of all that fit. */
  readonly need: Float64Array;
  readonly room: Float64Array;
  /** By fund the cash beside units. */
  readonly paid: Float64Array;
  /** By slot. */
  private readonly units: Int32Array;
  private readonly unitCost: Float64Array;
  private readonly slotNeed: Float64Array;
  private readonly slotRoom: Float64Array;
  private readonly placeOf: Int32Array;
  private readonly slotsOf: readonly number[][];
  private readonly isChanged: Uint8Array;
  private list: number[] = [];

  constructor(
    private readonly book: Book,
    private readonly work: Work,
  ) {
    this.places = placesOf(book);
    const [places, slots, funds] = [this.places.length, book.slots.length, book.funds.length];
    this.fundOf = Int32Array.from(this.places, ({ fund }) => fund);
    this.nodeOf = Int32Array.from(this.places, ({ node }) => node);
    this.gain = Float64Array.from(this.places, ({ node }) => 2 * at(book.assets, node).residualPenalty);
    this.need = new Float64Array(places);
    this.room = new Float64Array(places);
    this.paid = new Float64Array(funds);
    this.units = new Int32Array(slots).fill(-1);
    this.unitCost = new Float64Array(slots);
    this.slotNeed = new Float64Array(slots);
    this.slotRoom = new Float64Array(slots);
    this.placeOf = new Int32Array(slots);
    this.places.forEach((place, cell) => {
      for (const slot of place.slots) this.placeOf[slot] = cell;
    });
    const slotsOf = book.funds.map((): number[] => []);
    book.slots.forEach(({ fund }, slot) => {
      at(slotsOf, fund).push(slot);
    });
    this.slotsOf = slotsOf;
    this.isChanged = new Uint8Array(funds);
  }

  /** What the fund holds has changed; −1 stands for none. */
  change(fund: number): void {
    if (fund < 0 || this.isChanged[fund] === 1) return;
    this.isChanged[fund] = 1;
    this.list.push(fund);
  }

  /** Other units; false where they alone cost a fund more than its cash. */
  give(units: ArrayLike<number>): boolean {
    const { slots, funds } = this.book;
    this.work.done += slots.length;
    for (let index = 0; index < units.length; index++) {
      const count = units[index] ?? Number.NaN;
      if (count === wholeAt(this.units, index)) continue;
      const slot = at(slots, index);
      this.units[index] = count;
      this.unitCost[index] = realCost(slot, count, 0);
      this.change(slot.fund);
    }
    for (const fund of this.list) {
      let cash = at(funds, fund).cash + DUST;
      for (const index of at(this.slotsOf, fund)) {
        const { asset } = at(slots, index);
        if (asset.side === 'BUY') cash -= asset.unitValue * wholeAt(this.units, index);
      }
      if (cash < -CENT) return false;
      this.paid[fund] = cash;
    }
    return true;
  }

  /** Funds in which something changed since they were last asked for. */
  changed(): readonly number[] {
    const { list } = this;
    for (const fund of list) this.isChanged[fund] = 0;
    this.list = [];
    return list;
  }

  /** Needs and rooms of a fund's slots anew: its places, and those shared with others where they have changed. */
  measure(fund: number): number[] {
    const own = at(this.slotsOf, fund);
    this.work.done += 4 * own.length;
    const cells: number[] = [];
    for (const index of own) {
      const cell = wholeAt(this.placeOf, index);
      const isFree = wholeAt(this.fundOf, cell) < 0;
      const left = isFree ? Infinity : realAt(this.paid, fund);
      const { need, room } = roomWithin(at(this.book.slots, index), wholeAt(this.units, index), left);
      if (isFree && need === realAt(this.slotNeed, index) && room === realAt(this.slotRoom, index)) continue;
      this.slotNeed[index] = need;
      this.slotRoom[index] = room;
      this.addUp(cell);
      cells.push(cell);
    }
    return cells;
  }

  /** BRL of the units, without shares. */
  cost(): number {
    let cost = 0;
    for (let slot = 0; slot < this.unitCost.length; slot++) cost += realAt(this.unitCost, slot);
    return cost;
  }

  private addUp(cell: number): void {
    let [need, room] = [0, 0];
    for (const index of at(this.places, cell).slots) {
      need += realAt(this.slotNeed, index);
      room += realAt(this.slotRoom, index);
    }
    this.need[cell] = need;
    this.room[cell] = room;
  }
}

/** A place for every slot that counts cash, and one for all other slots of an ETF. */
function placesOf(book: Book): Place[] {
  const places: Place[] = [];
  const free = new Map<number, number[]>();
  book.slots.forEach((slot, index) => {
    const known = free.get(slot.pool);
    if (countsCash(book, slot)) places.push({ fund: slot.fund, node: slot.pool, slots: [index] });
    else if (known) known.push(index);
    else {
      const slots = [index];
      free.set(slot.pool, slots);
      places.push({ fund: -1, node: slot.pool, slots });
    }
  });
  return places;
}
