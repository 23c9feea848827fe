// The inverse of a simplex basis, whole and dense, kept column after column: what a pivot changes lies together.
import { realAt, wholeAt } from '../at';
import type { Columns } from './columns';
import type { Work } from './work';

export class Inverse {
  /** Column c, row r at c · size + r. */
  private readonly entries: Float64Array;
  private readonly filled: Int32Array;

  constructor(
    private readonly size: number,
    private readonly work: Work,
  ) {
    this.entries = new Float64Array(size * size);
    this.filled = new Int32Array(size);
    this.reset();
  }

  /** Of the basis of unit columns. */
  reset(): void {
    this.entries.fill(0);
    for (let row = 0; row < this.size; row++) this.entries[row * this.size + row] = 1;
  }

  /** The column of that row's basic variable is turned round. */
  turn(row: number): void {
    const { entries, size } = this;
    for (let at = row; at < entries.length; at += size) entries[at] = -realAt(entries, at);
  }

  /** A column in terms of the basis. */
  wayOf({ start, row: rows, value }: Columns, column: number, way: Float64Array): void {
    const { entries, size } = this;
    const [from, end] = [wholeAt(start, column), wholeAt(start, column + 1)];
    way.fill(0);
    for (let entry = from; entry < end; entry++) {
      const factor = realAt(value, entry);
      const begin = wholeAt(rows, entry) * size;
      for (let row = 0; row < size; row++)
        way[row] = realAt(way, row) + factor * realAt(entries, begin + row);
    }
    this.work.done += size * (end - from);
  }

  /** A column takes the place of the one in a row; columns without an entry there stay as they are. */
  pivot(leaving: number, way: Float64Array): void {
    const { entries, filled, size } = this;
    let count = 0;
    for (let row = 0; row < size; row++) if (row !== leaving && realAt(way, row) !== 0) filled[count++] = row;
    const step = realAt(way, leaving);
    for (let begin = 0; begin < entries.length; begin += size) {
      const own = realAt(entries, begin + leaving);
      if (own === 0) continue;
      const factor = own / step;
      entries[begin + leaving] = factor;
      this.work.done += count;
      for (let index = 0; index < count; index++) {
        const row = wholeAt(filled, index);
        entries[begin + row] = realAt(entries, begin + row) - realAt(way, row) * factor;
      }
    }
  }

  /** Less so many times a row of the inverse. */
  lessRow(row: number, factor: number, prices: Float64Array): void {
    const { entries, size } = this;
    for (let column = 0; column < size; column++)
      prices[column] = realAt(prices, column) - factor * realAt(entries, column * size + row);
  }

  /** What rows are worth, where the basic variables of the rows cost so much. */
  pricesOf(costs: Float64Array, prices: Float64Array): void {
    const { entries, size } = this;
    for (let column = 0; column < size; column++) {
      const begin = column * size;
      let sum = 0;
      for (let row = 0; row < size; row++) sum += realAt(costs, row) * realAt(entries, begin + row);
      prices[column] = sum;
    }
    this.work.done += size * size;
  }

  /** What the basic variables hold, so that rows add up to their right sides. */
  levelsOf(right: Float64Array, levels: Float64Array): void {
    const { entries, size } = this;
    levels.fill(0);
    for (let column = 0; column < size; column++) {
      const own = realAt(right, column);
      const begin = column * size;
      if (own === 0) continue;
      for (let row = 0; row < size; row++)
        levels[row] = realAt(levels, row) + own * realAt(entries, begin + row);
    }
    for (let row = 0; row < size; row++) if (Math.abs(realAt(levels, row)) < 1e-11) levels[row] = 0;
    this.work.done += size * size;
  }
}
