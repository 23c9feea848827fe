// The master's rows: what plans of different seats share. By ETF the shares executed, the totals of units and of requests
// from above and below, and a line under what stays open; then one row a seat, that it has one plan.
import { at, realAt, wholeAt } from '../at';
import type { Book } from './book';
import type { SlotBounds } from './bounds';
import type { Column } from './columns';
import type { Prices } from './hull';
import type { Plan } from './pricing';
import type { Market } from './seats';

/**
 * A part of all answers: bounds on the units by slot of the book, and on totals: of units by asset of the book, then
 * of requests by asset.
 */
export interface Part extends SlotBounds {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** A line under |w − T| at all whole T: through its values at the whole numbers next to w. */
interface Slant {
  readonly whole: number;
  readonly slope: number;
  readonly least: number;
}

const ROUNDING = 1e-14;

export class Rows {
  readonly right: Float64Array;
  /** Rows before those of the seats; only the first of them, one an ETF, have to be met exactly. */
  readonly shared: number;
  readonly exact: number;
  private readonly slopes: Float64Array;
  private readonly taken: Float64Array;

  constructor(private readonly market: Market) {
    const { book, seats } = market;
    this.exact = book.assets.length;
    this.shared = 6 * this.exact;
    const slants = book.assets.map((_, pool) => slantOf(book, pool));
    this.slopes = Float64Array.from(slants, ({ slope }) => slope);
    this.taken = new Float64Array(this.shared);
    this.right = new Float64Array(this.shared + seats.length).fill(1, this.shared);
    book.assets.forEach(({ price, executedShares, unitValue }, pool) => {
      const { slope, whole, least } = at(slants, pool);
      this.right[pool] = (price * executedShares) / unitValue;
      this.right[5 * this.exact + pool] = slope * whole - least;
    });
  }

  limitTo({ least, most }: Part): void {
    for (let total = 0; total < 2 * this.exact; total++) {
      this.right[this.exact + total] = realAt(most, total);
      this.right[3 * this.exact + total] = -realAt(least, total);
    }
  }

  /** What a plan takes of the rows, for `worthOfPlan` and `columnOf`. */
  take(seat: number, plan: Plan): void {
    const { seats, book } = this.market;
    const { taken, exact } = this;
    taken.fill(0);
    const add = (row: number, value: number): void => {
      taken[row] = realAt(taken, row) + value;
    };
    const { slots } = at(seats, seat);
    for (let own = 0; own < slots.length; own++) {
      const { pool } = at(book.slots, at(slots, own));
      const units = wholeAt(plan.units, own);
      const request = Math.min(1, units);
      add(pool, realAt(plan.money, own));
      add(exact + pool, units);
      add(2 * exact + pool, request);
      add(3 * exact + pool, -units);
      add(4 * exact + pool, -request);
      add(5 * exact + pool, realAt(this.slopes, pool) * units - realAt(plan.open, own));
    }
  }

  /** What the plan just taken earns at the prices of the rows. */
  worthOfPlan(seat: number, duals: Float64Array): number {
    let worth = realAt(duals, this.shared + seat);
    for (let row = 0; row < this.shared; row++) worth += realAt(duals, row) * realAt(this.taken, row);
    return worth;
  }

  /** The plan just taken as a column. */
  columnOf(seat: number, cost: number): Column {
    const [rows, values]: [number[], number[]] = [[], []];
    this.taken.forEach((value, row) => {
      if (value === 0) return;
      rows.push(row);
      values.push(value);
    });
    rows.push(this.shared + seat);
    values.push(1);
    return { cost, rows, values };
  }

  /** What the rows' prices make of a plan. Those of limits are below zero but for rounding: made so, for the floor. */
  pricesOf(duals: Float64Array): Prices {
    for (let row = this.exact; row < this.shared; row++) duals[row] = Math.min(0, realAt(duals, row));
    const line = (index: number): Float64Array => duals.slice(index * this.exact, (index + 1) * this.exact);
    const less = (a: Float64Array, b: Float64Array): Float64Array =>
      a.map((value, pool) => value - realAt(b, pool));
    const open = line(5).map((price) => -price);
    const slanted = open.map((price, pool) => price * realAt(this.slopes, pool));
    return {
      share: line(0),
      unit: less(less(line(1), line(3)), slanted),
      request: less(line(2), line(4)),
      open,
    };
  }

  /** What the shared rows earn at prices, less what rounding may have added where prices are huge. */
  floorOfWorth(duals: Float64Array): number {
    let [worth, size] = [0, 0];
    for (let row = 0; row < this.shared; row++) {
      const own = realAt(duals, row) * realAt(this.right, row);
      worth += own;
      size += Math.abs(own);
    }
    return worth - ROUNDING * size;
  }
}

/**
 * What stays open in an ETF, added up over its funds, is no less than what its targets ask for beyond shares and units
 * in total, and units come whole: |w − T| at T units, w the targets less the shares in units. A mix of plans could make
 * T a fraction and leave nothing open; the line through the two whole numbers next to w forbids that.
 */
function slantOf({ assets, slots }: Book, pool: number): Slant {
  const { unitValue, price, executedShares } = at(assets, pool);
  const wanted = slots.reduce((sum, slot) => sum + (slot.pool === pool ? slot.target : 0), 0);
  const units = (wanted - price * executedShares) / unitValue;
  const whole = Math.floor(units);
  return { whole, slope: 1 - 2 * (units - whole), least: units - whole };
}
