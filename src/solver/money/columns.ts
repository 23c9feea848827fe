// The columns of a linear program, packed one after the other: only entries that are not zero.
import { realAt, wholeAt } from '../at';

/** One column: its cost and its few entries. */
export interface Column {
  readonly cost: number;
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

export class Columns {
  size = 0;
  cost = new Float64Array(64);
  /** Where a column's entries begin; the next column's beginning is their end. */
  start = new Int32Array(65);
  row = new Int32Array(1024);
  value = new Float64Array(1024);
  /** Its row in the basis, or −1. */
  place = new Int32Array(64).fill(-1);
  /** 1 where it may not come into the basis. */
  isBarred = new Uint8Array(64);

  add({ cost, rows, values }: Column): number {
    const from = wholeAt(this.start, this.size);
    const end = from + rows.length;
    if (this.size === this.cost.length) {
      this.cost = grown(this.cost, new Float64Array(2 * this.size));
      this.start = grown(this.start, new Int32Array(2 * this.size + 1));
      this.place = grown(this.place, new Int32Array(2 * this.size).fill(-1));
      this.isBarred = grown(this.isBarred, new Uint8Array(2 * this.size));
    }
    if (end > this.row.length) {
      const room = 2 * Math.max(end, this.row.length);
      this.row = grown(this.row, new Int32Array(room));
      this.value = grown(this.value, new Float64Array(room));
    }
    this.cost[this.size] = cost;
    this.row.set(rows, from);
    this.value.set(values, from);
    this.start[++this.size] = end;
    return this.size - 1;
  }

  /** How many entries a column has. */
  lengthOf(column: number): number {
    return wholeAt(this.start, column + 1) - wholeAt(this.start, column);
  }

  /** What a unit of the column earns at the prices of its rows. */
  worth(column: number, prices: Float64Array): number {
    let worth = 0;
    const end = wholeAt(this.start, column + 1);
    for (let entry = wholeAt(this.start, column); entry < end; entry++)
      worth += realAt(prices, wholeAt(this.row, entry)) * realAt(this.value, entry);
    return worth;
  }

  /** The same entries with the other sign, at no cost. */
  turned(column: number): Column {
    const [from, end] = [wholeAt(this.start, column), wholeAt(this.start, column + 1)];
    return {
      cost: 0,
      rows: Array.from(this.row.subarray(from, end)),
      values: Array.from(this.value.subarray(from, end), (value) => -value),
    };
  }
}

function grown<List extends Int32Array | Float64Array | Uint8Array>(from: List, to: List): List {
  to.set(from);
  return to;
}
