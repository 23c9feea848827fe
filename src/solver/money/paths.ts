// Cheapest paths and cycles that gain over a few nodes, every one with a hop to every other (Bellman and Ford).
import { realAt, wholeAt } from '../at';
import type { Work } from './work';

const TINY = 1e-9;

export class Paths {
  /** From the node last asked for, or after cycles anything. */
  readonly distance: Float64Array;
  private readonly parent: Int32Array;

  /** `cost` by hop, row after row; whoever owns it changes it. */
  constructor(
    private readonly size: number,
    private readonly cost: Float64Array,
    private readonly work: Work,
  ) {
    this.distance = new Float64Array(size);
    this.parent = new Int32Array(size);
  }

  from(start: number): void {
    this.distance.fill(Infinity);
    this.distance[start] = 0;
    this.parent.fill(-1);
    for (let round = 0; round < this.size; round++) if (this.relax() < 0) break;
  }

  /** Nodes from the one last asked for to another; undefined when there is no way. */
  to(node: number, start: number): number[] | undefined {
    if (realAt(this.distance, node) === Infinity) return undefined;
    const nodes = [node];
    for (let next = node; next !== start; ) {
      next = wholeAt(this.parent, next);
      if (next < 0 || nodes.length > this.size + 1) return undefined;
      nodes.unshift(next);
    }
    return nodes;
  }

  /** Nodes around a cycle of less than no cost, the first once more at the end; undefined when there is none. */
  gainingCycle(): number[] | undefined {
    this.distance.fill(0);
    this.parent.fill(-1);
    let last = -1;
    for (let round = 0; round <= this.size; round++) {
      last = this.relax();
      if (last < 0) return undefined;
    }
    for (let step = 0; step < this.size; step++) last = wholeAt(this.parent, last);
    const nodes = [last];
    let next = last;
    do {
      next = wholeAt(this.parent, next);
      nodes.unshift(next);
    } while (next !== last);
    return nodes;
  }

  /** One round over all hops; the last node improved, or −1. */
  private relax(): number {
    const { size, distance, cost, parent } = this;
    this.work.done += size * size;
    let improved = -1;
    for (let from = 0; from < size; from++) {
      const start = realAt(distance, from);
      if (start === Infinity) continue;
      for (let to = 0; to < size; to++) {
        const reached = start + realAt(cost, from * size + to);
        if (reached >= realAt(distance, to) - TINY) continue;
        distance[to] = reached;
        parent[to] = from;
        improved = to;
      }
    }
    return improved;
  }
}
