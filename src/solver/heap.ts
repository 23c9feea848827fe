// A queue of fund indices by cost: the cheapest next share or unit is always at the front, ties by fund order.
import { at, realAt } from './at';

export class CheapestFirst {
  private readonly items: number[] = [];
  private readonly cost: Float64Array;

  constructor(size: number) {
    this.cost = new Float64Array(size);
  }

  get front(): number | undefined {
    return this.items[0];
  }

  get frontCost(): number {
    const { front } = this;
    return front === undefined ? Infinity : realAt(this.cost, front);
  }

  push(item: number, cost: number): void {
    this.cost[item] = cost;
    let place = this.items.length;
    this.items.push(item);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = at(this.items, parent);
      if (!this.before(item, above)) break;
      this.items[place] = above;
      place = parent;
    }
    this.items[place] = item;
  }

  /** Gives the front item a new cost, or drops it when the cost is infinite. */
  replaceFront(cost: number): void {
    const front = this.items[0];
    if (front === undefined) return;
    if (cost === Infinity) {
      const last = this.items.pop();
      if (last === undefined || last === front) return;
      this.sink(last);
    } else {
      this.cost[front] = cost;
      this.sink(front);
    }
  }

  private sink(item: number): void {
    const size = this.items.length;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= size) break;
      let child = left;
      let below = at(this.items, left);
      const right = this.items[left + 1];
      if (right !== undefined && this.before(right, below)) {
        child = left + 1;
        below = right;
      }
      if (!this.before(below, item)) break;
      this.items[place] = below;
      place = child;
    }
    this.items[place] = item;
  }

  private before(a: number, b: number): boolean {
    const costA = realAt(this.cost, a);
    const costB = realAt(this.cost, b);
    return costA < costB || (costA === costB && a < b);
  }
}
