// A small dense simplex for the master: columns come and go, the inverse of the basis stays.
import { realAt, wholeAt } from '../at';
import { type Column, Columns } from './columns';
import { Inverse } from './inverse';
import type { Work } from './work';

const TINY = 1e-9;
const LEAST_PIVOT = 1e-7;
const MOST_STILL = 4; // times as many pivots as there are rows: those that gain nothing go round in circles
const REFRESH = 300; // pivots after which the inverse is made anew

/** min Σ cost·x, Σ column·x = right side, x ≥ 0. Columns that are barred may stay in the basis, but at a penalty. */
export class Simplex {
  private readonly columns = new Columns();
  readonly prices: Float64Array;
  readonly level: Float64Array;
  readonly basis: Int32Array;
  private readonly inverse: Inverse;
  private readonly way: Float64Array;
  private readonly costs: Float64Array; // by row, of its basic variable
  private allowed: number[] = []; // to come into the basis
  private isListed = false;
  private gaining: number[] = [];
  private pivots = 0;

  /** Starts on artificial columns, which cost the penalty. */
  constructor(
    private readonly right: Float64Array,
    private penalty: number,
    private readonly work: Work,
  ) {
    const size = right.length;
    this.prices = new Float64Array(size);
    this.level = new Float64Array(size);
    this.basis = new Int32Array(size);
    this.inverse = new Inverse(size, work);
    this.way = new Float64Array(size);
    this.costs = new Float64Array(size);
    for (let row = 0; row < size; row++) {
      const sign = realAt(right, row) < 0 ? -1 : 1;
      const column = { cost: 0, rows: [row], values: [sign] };
      this.basis[row] = this.add(column, true);
      this.columns.place[wholeAt(this.basis, row)] = row;
      if (sign < 0) this.inverse.turn(row);
    }
    this.inverse.levelsOf(right, this.level);
  }

  /** A column barred from the start is artificial: allowed only until others take its place. */
  add(column: Column, isBarred = false): number {
    const index = this.columns.add(column);
    if (isBarred) this.columns.isBarred[index] = 1;
    else if (this.isListed) this.allowed.push(index);
    return index;
  }

  bar(index: number, isBarred: boolean): void {
    if ((this.columns.isBarred[index] === 1) === isBarred) return;
    this.columns.isBarred[index] = isBarred ? 1 : 0;
    this.isListed = false;
  }

  /** What artificial and barred columns still hold. */
  get amiss(): number {
    let sum = 0;
    for (let row = 0; row < this.basis.length; row++)
      if (this.isBarred(wholeAt(this.basis, row))) sum += Math.max(0, realAt(this.level, row));
    return sum;
  }

  get value(): number {
    let sum = 0;
    for (let row = 0; row < this.basis.length; row++)
      sum += this.costOf(wholeAt(this.basis, row)) * realAt(this.level, row);
    return sum;
  }

  /** A new right side: rows that would fall below zero are held by artificial columns. */
  restart(right: Float64Array, penalty: number): void {
    this.right.set(right);
    this.penalty = penalty;
    this.inverse.levelsOf(this.right, this.level);
    for (let row = 0; row < this.basis.length; row++) {
      if (realAt(this.level, row) >= 0) continue;
      const turned = this.add(this.columns.turned(wholeAt(this.basis, row)), true);
      this.columns.place[wholeAt(this.basis, row)] = -1;
      this.columns.place[turned] = row;
      this.basis[row] = turned;
      this.level[row] = -realAt(this.level, row);
      this.inverse.turn(row);
    }
  }

  /** Back to a basis that stood before: its columns are still there. */
  resume(basis: Int32Array): void {
    for (let row = 0; row < this.basis.length; row++) this.columns.place[wholeAt(this.basis, row)] = -1;
    this.basis.set(basis);
    this.refactor();
  }

  /** To the optimum over the columns allowed, or for so many pivots. */
  optimise(mostPivots: number): void {
    this.gaining = [];
    this.takePrices();
    let [isExact, value] = [true, Infinity];
    for (let pivot = 0; pivot < mostPivots; pivot++) {
      if (pivot % (MOST_STILL * this.basis.length) === 0) {
        if (this.value >= value - TINY * Math.abs(value)) break;
        value = this.value;
      }
      let entering = this.mostGaining();
      if (entering < 0 && !isExact) {
        this.takePrices();
        isExact = true;
        entering = this.mostGaining();
      }
      if (entering < 0) return;
      this.inverse.wayOf(this.columns, entering, this.way);
      const leaving = this.leavingRow();
      if (leaving < 0) return;
      const gain = this.gain(entering);
      this.exchange(entering, leaving);
      this.inverse.lessRow(leaving, gain, this.prices); // as after a pivot
      isExact = false;
      if (++this.pivots % REFRESH > 0) continue;
      this.refactor();
      this.takePrices();
    }
    this.takePrices();
  }

  /** What a unit of the column would save at the prices, or 0 when that is less than rounding. */
  gain(column: number): number {
    const cost = realAt(this.columns.cost, column);
    const worth = this.columns.worth(column, this.prices);
    return isGain(worth, cost) ? worth - cost : 0;
  }

  private isBarred(index: number): boolean {
    return this.columns.isBarred[index] === 1;
  }

  private costOf(index: number): number {
    return realAt(this.columns.cost, index) + (this.isBarred(index) ? this.penalty : 0);
  }

  private takePrices(): void {
    for (let row = 0; row < this.costs.length; row++) this.costs[row] = this.costOf(wholeAt(this.basis, row));
    this.inverse.pricesOf(this.costs, this.prices);
  }

  /** The column that gains most of those that gained when all were looked at last; all again when none does. */
  private mostGaining(): number {
    const known = this.bestOf(this.gaining);
    if (known >= 0) return known;
    this.gaining = [];
    for (const column of this.listed()) {
      if (wholeAt(this.columns.place, column) >= 0) continue;
      this.work.done += this.columns.lengthOf(column);
      if (this.gain(column) > 0) this.gaining.push(column);
    }
    return this.bestOf(this.gaining);
  }

  private bestOf(columns: readonly number[]): number {
    let [best, most] = [-1, 0];
    this.work.done += 4 * columns.length;
    for (const column of columns) {
      if (wholeAt(this.columns.place, column) >= 0) continue;
      const own = this.gain(column);
      if (own > most) [best, most] = [column, own];
    }
    return best;
  }

  private listed(): readonly number[] {
    if (this.isListed) return this.allowed;
    this.isListed = true;
    this.allowed = [];
    for (let column = 0; column < this.columns.size; column++)
      if (!this.isBarred(column)) this.allowed.push(column);
    return this.allowed;
  }

  /** The row that reaches zero first; among equals the one with the largest pivot. */
  private leavingRow(): number {
    let most = Infinity;
    for (let row = 0; row < this.basis.length; row++) {
      const step = realAt(this.way, row);
      if (step > LEAST_PIVOT) most = Math.min(most, (Math.max(0, realAt(this.level, row)) + TINY) / step);
    }
    let [leaving, largest] = [-1, 0];
    for (let row = 0; row < this.basis.length; row++) {
      const step = realAt(this.way, row);
      if (step <= LEAST_PIVOT || Math.max(0, realAt(this.level, row)) / step > most) continue;
      if (step > largest) [leaving, largest] = [row, step];
    }
    return leaving;
  }

  private exchange(entering: number, leaving: number): void {
    const size = this.basis.length;
    const pivot = realAt(this.way, leaving);
    const amount = Math.max(0, realAt(this.level, leaving)) / pivot;
    for (let row = 0; row < size; row++)
      this.level[row] = realAt(this.level, row) - amount * realAt(this.way, row);
    this.level[leaving] = amount;
    this.inverse.pivot(leaving, this.way);
    this.columns.place[wholeAt(this.basis, leaving)] = -1;
    this.columns.place[entering] = leaving;
    this.basis[leaving] = entering;
  }

  /**
   * Makes the inverse anew from the columns, so that rounding errors do not add up: columns with one entry first, which leave
   * most of it zero.
   */
  private refactor(): void {
    const size = this.basis.length;
    const open = Array.from(this.basis);
    open.sort((a, b) => Math.min(2, this.columns.lengthOf(a)) - Math.min(2, this.columns.lengthOf(b)));
    this.inverse.reset();
    const next = new Int32Array(size).fill(-1);
    for (const index of open) {
      this.inverse.wayOf(this.columns, index, this.way);
      let [row, largest] = [-1, LEAST_PIVOT * 1e-3];
      for (let other = 0; other < size; other++) {
        const step = Math.abs(realAt(this.way, other));
        if (wholeAt(next, other) < 0 && step > largest) [row, largest] = [other, step];
      }
      this.columns.place[index] = row;
      if (row < 0) continue;
      next[row] = index;
      this.inverse.pivot(row, this.way);
    }
    for (let row = 0; row < size; row++) {
      if (wholeAt(next, row) >= 0) continue;
      next[row] = this.add({ cost: 0, rows: [row], values: [1] }, true);
      this.columns.place[wholeAt(next, row)] = row;
    }
    this.basis.set(next);
    this.inverse.levelsOf(this.right, this.level);
  }
}

/** Whether a column that earns so much is worth its cost, by more than rounding. */
export function isGain(worth: number, cost: number): boolean {
  return worth - cost > TINY * (1 + Math.abs(cost));
}
