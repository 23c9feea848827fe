// A small dense simplex for the master: columns come and go, the inverse of the basis stays.
import { at, realAt, wholeAt } from '../at';
import { type Column, Columns } from './columns';
import type { Work } from './work';

const TINY = 1e-9;
const LEAST_PIVOT = 1e-7;
const REFRESH = 300; // pivots after which the inverse is made anew

/** min Σ cost·x, Σ column·x = right side, x ≥ 0. Columns that are barred may stay in the basis, but at a penalty. */
export class Simplex {
  private readonly columns = new Columns();
  readonly prices: Float64Array;
  readonly level: Float64Array;
  readonly basis: Int32Array;
  private readonly inverse: Float64Array;
  private readonly way: Float64Array;
  private readonly filled: Int32Array;
  private readonly place: number[] = [];
  private readonly isBarred: boolean[] = [];
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
    this.inverse = new Float64Array(size * size);
    this.way = new Float64Array(size);
    this.filled = new Int32Array(size);
    for (let row = 0; row < size; row++) {
      const sign = realAt(right, row) < 0 ? -1 : 1;
      const column = { cost: 0, rows: [row], values: [sign] };
      this.basis[row] = this.add(column, true);
      this.place[wholeAt(this.basis, row)] = row;
      this.inverse[row * size + row] = sign;
    }
    this.settle();
  }

  /** A column barred from the start is artificial: allowed only until others take its place. */
  add(column: Column, isBarred = false): number {
    this.isBarred.push(isBarred);
    this.place.push(-1);
    return this.columns.add(column);
  }

  bar(index: number, isBarred: boolean): void {
    this.isBarred[index] = isBarred;
  }

  /** What artificial and barred columns still hold. */
  get amiss(): number {
    let sum = 0;
    for (let row = 0; row < this.basis.length; row++)
      if (at(this.isBarred, wholeAt(this.basis, row))) sum += Math.max(0, realAt(this.level, row));
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
    this.settle();
    const size = this.basis.length;
    for (let row = 0; row < size; row++) {
      if (realAt(this.level, row) >= 0) continue;
      const turned = this.add(this.columns.turned(wholeAt(this.basis, row)), true);
      this.place[wholeAt(this.basis, row)] = -1;
      this.place[turned] = row;
      this.basis[row] = turned;
      this.level[row] = -realAt(this.level, row);
      for (let column = 0; column < size; column++)
        this.inverse[row * size + column] = -realAt(this.inverse, row * size + column);
    }
  }

  /** Back to a basis that stood before: its columns are still there. */
  resume(basis: Int32Array): void {
    for (let row = 0; row < this.basis.length; row++) this.place[wholeAt(this.basis, row)] = -1;
    this.basis.set(basis);
    this.refactor();
  }

  /** To the optimum over the columns allowed, or for so many pivots. */
  optimise(mostPivots: number): void {
    this.gaining = [];
    this.takePrices();
    let isExact = true;
    for (let pivot = 0; pivot < mostPivots; pivot++) {
      let entering = this.mostGaining();
      if (entering < 0 && !isExact) {
        this.takePrices();
        isExact = true;
        entering = this.mostGaining();
      }
      if (entering < 0) return;
      this.wayOf(entering);
      const leaving = this.leavingRow();
      if (leaving < 0) return;
      const gain = this.gain(entering);
      this.exchange(entering, leaving);
      this.movePrices(leaving, gain);
      isExact = false;
      if (++this.pivots % REFRESH > 0) continue;
      this.refactor();
      this.takePrices();
    }
    this.takePrices();
  }

  /** Prices after a pivot: those before, less the gain along the leaving row. */
  private movePrices(leaving: number, gain: number): void {
    const start = leaving * this.basis.length;
    for (let row = 0; row < this.basis.length; row++)
      this.prices[row] = realAt(this.prices, row) - gain * realAt(this.inverse, start + row);
  }

  /** What a unit of the column would save at the prices, or 0 when that is less than rounding. */
  gain(column: number): number {
    const cost = realAt(this.columns.cost, column);
    const own = this.columns.worth(column, this.prices) - cost;
    return own > TINY * (1 + Math.abs(cost)) ? own : 0;
  }

  /** Whether a column that is not there yet would be worth adding. */
  wouldGain({ cost, rows, values }: Column): boolean {
    let worth = 0;
    for (let entry = 0; entry < rows.length; entry++)
      worth += realAt(this.prices, at(rows, entry)) * at(values, entry);
    return worth - cost > TINY * (1 + Math.abs(cost));
  }

  private costOf(index: number): number {
    return realAt(this.columns.cost, index) + (at(this.isBarred, index) ? this.penalty : 0);
  }

  private takePrices(): void {
    const size = this.basis.length;
    this.prices.fill(0);
    for (let row = 0; row < size; row++) {
      const cost = this.costOf(wholeAt(this.basis, row));
      if (cost === 0) continue;
      for (let column = 0; column < size; column++)
        this.prices[column] = realAt(this.prices, column) + cost * realAt(this.inverse, row * size + column);
    }
    this.work.done += size * size;
  }

  /** The column that gains most of those that gained when all were looked at last; all again when none does. */
  private mostGaining(): number {
    const known = this.bestOf(this.gaining);
    if (known >= 0) return known;
    this.gaining = [];
    for (let column = 0; column < this.columns.size; column++)
      if (!at(this.isBarred, column) && at(this.place, column) < 0 && this.gain(column) > 0)
        this.gaining.push(column);
    this.work.done += wholeAt(this.columns.start, this.columns.size);
    return this.bestOf(this.gaining);
  }

  private bestOf(columns: readonly number[]): number {
    let [best, most] = [-1, 0];
    for (const column of columns) {
      if (at(this.place, column) >= 0) continue;
      const own = this.gain(column);
      if (own > most) [best, most] = [column, own];
    }
    return best;
  }

  /** The entering column in terms of the basis. */
  private wayOf(column: number): void {
    const size = this.basis.length;
    const { start, row: rows, value } = this.columns;
    const [from, end] = [wholeAt(start, column), wholeAt(start, column + 1)];
    for (let row = 0; row < size; row++) {
      let sum = 0;
      for (let entry = from; entry < end; entry++)
        sum += realAt(this.inverse, row * size + wholeAt(rows, entry)) * realAt(value, entry);
      this.way[row] = sum;
    }
    this.work.done += size * (end - from);
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
    this.pivotInverse(leaving, pivot);
    this.place[wholeAt(this.basis, leaving)] = -1;
    this.place[entering] = leaving;
    this.basis[leaving] = entering;
  }

  /** Only where the pivot's row is not zero: rows that bind nothing keep their slack, and their zeros. */
  private pivotInverse(leaving: number, pivot: number): void {
    const { inverse, filled, way } = this;
    const size = this.basis.length;
    const start = leaving * size;
    let count = 0;
    for (let column = 0; column < size; column++) {
      const value = realAt(inverse, start + column);
      if (value === 0) continue;
      inverse[start + column] = value / pivot;
      filled[count++] = column;
    }
    for (let row = 0; row < size; row++) {
      const factor = realAt(way, row);
      if (row === leaving || factor === 0) continue;
      this.work.done += count;
      const to = row * size;
      for (let index = 0; index < count; index++) {
        const column = wholeAt(filled, index);
        inverse[to + column] = realAt(inverse, to + column) - factor * realAt(inverse, start + column);
      }
    }
  }

  /** Makes the inverse anew from the columns, so that rounding errors do not add up. */
  private refactor(): void {
    const size = this.basis.length;
    const open = Array.from(this.basis);
    this.inverse.fill(0);
    for (let row = 0; row < size; row++) this.inverse[row * size + row] = 1;
    const isTaken = open.map(() => false);
    const next = new Int32Array(size).fill(-1);
    for (const index of open) {
      this.wayOf(index);
      let [row, largest] = [-1, LEAST_PIVOT * 1e-3];
      for (let other = 0; other < size; other++) {
        const step = Math.abs(realAt(this.way, other));
        if (!at(isTaken, other) && step > largest) [row, largest] = [other, step];
      }
      this.place[index] = row;
      if (row < 0) continue;
      isTaken[row] = true;
      next[row] = index;
      this.pivotInverse(row, realAt(this.way, row));
    }
    for (let row = 0; row < size; row++) {
      if (wholeAt(next, row) >= 0) continue;
      next[row] = this.add({ cost: 0, rows: [row], values: [1] }, true);
      this.place[wholeAt(next, row)] = row;
    }
    this.basis.set(next);
    this.settle();
  }

  private settle(): void {
    const size = this.basis.length;
    for (let row = 0; row < size; row++) {
      let sum = 0;
      for (let column = 0; column < size; column++)
        sum += realAt(this.inverse, row * size + column) * realAt(this.right, column);
      this.level[row] = Math.abs(sum) < 1e-11 ? 0 : sum;
    }
  }
}
