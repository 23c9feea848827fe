// A queue of fund indices by cost: the cheapest next share or unit is always at the front, ties by fund order.

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
    return this.costOf(this.items[0] ?? -1);
  }

  push(item: number, cost: number): void {
    this.cost[item] = cost;
    let at = this.items.length;
    this.items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.items[parent] ?? -1;
      if (!this.before(item, above)) break;
      this.items[at] = above;
      at = parent;
    }
    this.items[at] = item;
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
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= size) break;
      let child = left;
      let below = this.items[left] ?? -1;
      const right = this.items[left + 1];
      if (right !== undefined && this.before(right, below)) {
        child = left + 1;
        below = right;
      }
      if (!this.before(below, item)) break;
      this.items[at] = below;
      at = child;
    }
    this.items[at] = item;
  }

  private costOf(item: number): number {
    return this.cost[item] ?? Infinity;
  }

  private before(a: number, b: number): boolean {
    const costA = this.costOf(a);
    const costB = this.costOf(b);
    return costA < costB || (costA === costB && a < b);
  }
}
