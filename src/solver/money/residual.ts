// Money or shares moved between ETFs inside the funds: paths and cycles over one node an ETF and one for idle cash.
import { at, realAt, wholeAt } from '../at';
import type { Work } from './work';

/** A slot's holding in the flow, or that of all slots of an ETF without cash to share: fund −1. */
export interface Cell {
  readonly fund: number;
  /** Node of its ETF. */
  readonly node: number;
}

/** One step of a path: something of `give` becomes something of `take`; −1 stands for idle cash. */
export interface Hop {
  readonly give: number;
  readonly take: number;
}

/** What one kind of flow has to say of its cells. */
export interface Rules {
  /** Cost of taking a little away from a cell, and of adding a little; Infinity where that cannot be. */
  readonly giving: (cell: number) => number;
  readonly taking: (cell: number) => number;
  readonly canHop: (give: number, take: number) => boolean;
}

const TINY = 1e-9;

/** The cheapest hop between any two nodes; the last node is idle cash. */
export class Residual {
  readonly idle: number;
  private readonly size: number;
  private readonly cost: Float64Array;
  private readonly give: Int32Array;
  private readonly take: Int32Array;
  private readonly distance: Float64Array;
  private readonly parent: Int32Array;
  private readonly funds: readonly (readonly number[])[];
  private readonly edges: number;
  private readonly from: Float64Array;
  private readonly to: Float64Array;
  private isMeasured = false;

  constructor(
    nodes: number,
    private readonly cells: readonly Cell[],
    private readonly rules: Rules,
    private readonly work: Work,
  ) {
    this.idle = nodes;
    this.size = nodes + 1;
    this.cost = new Float64Array(this.size * this.size);
    this.give = new Int32Array(this.size * this.size);
    this.take = new Int32Array(this.size * this.size);
    this.distance = new Float64Array(this.size);
    this.parent = new Int32Array(this.size);
    this.from = new Float64Array(cells.length);
    this.to = new Float64Array(cells.length);
    const funds = new Map<number, number[]>();
    cells.forEach(({ fund }, cell) => {
      if (fund < 0) return;
      const own = funds.get(fund);
      if (own) own.push(cell);
      else funds.set(fund, [cell]);
    });
    this.funds = [...funds.values()];
    this.edges = this.funds.reduce((sum, { length }) => sum + length * length, 4 * cells.length);
  }

  /** Cells have changed: the hops are looked at again before they are used. */
  change(): void {
    this.isMeasured = false;
  }

  /** From idle cash to every node. */
  distances(): Float64Array {
    this.measure();
    this.distance.fill(Infinity);
    this.distance[this.idle] = 0;
    this.parent.fill(-1);
    for (let round = 0; round < this.size; round++) if (this.relax() < 0) break;
    return this.distance;
  }

  /** Hops from idle cash to a node at least cost, in order; undefined when there is no way. */
  pathTo(node: number): Hop[] | undefined {
    this.distances();
    if (realAt(this.distance, node) === Infinity) return undefined;
    const hops: Hop[] = [];
    for (let to = node; to !== this.idle; ) {
      const from = wholeAt(this.parent, to);
      if (from < 0 || hops.length > this.size) return undefined;
      hops.unshift(this.hop(from, to));
      to = from;
    }
    return hops;
  }

  /** Hops around a cycle that gains; undefined when none does. */
  gainingCycle(): Hop[] | undefined {
    this.measure();
    this.distance.fill(0);
    this.parent.fill(-1);
    let last = -1;
    for (let round = 0; round <= this.size; round++) {
      last = this.relax();
      if (last < 0) return undefined;
    }
    for (let step = 0; step < this.size; step++) last = wholeAt(this.parent, last);
    const hops: Hop[] = [];
    let to = last;
    do {
      const from = wholeAt(this.parent, to);
      hops.unshift(this.hop(from, to));
      to = from;
    } while (to !== last);
    return hops;
  }

  private hop(from: number, to: number): Hop {
    const edge = from * this.size + to;
    return { give: wholeAt(this.give, edge), take: wholeAt(this.take, edge) };
  }

  /** One round of Bellman and Ford; the last node improved, or −1 (idle cash counts as node too). */
  private relax(): number {
    let improved = -1;
    for (let from = 0; from < this.size; from++) {
      const start = realAt(this.distance, from);
      if (start === Infinity) continue;
      for (let to = 0; to < this.size; to++) {
        const reached = start + realAt(this.cost, from * this.size + to);
        if (reached >= realAt(this.distance, to) - TINY) continue;
        this.distance[to] = reached;
        this.parent[to] = from;
        improved = to;
      }
    }
    return improved;
  }

  private measure(): void {
    if (this.isMeasured) return;
    this.isMeasured = true;
    this.work.done += 2 * this.edges; // each is found and looked at
    this.cost.fill(Infinity);
    const { cells, idle, rules, from, to } = this;
    for (let cell = 0; cell < cells.length; cell++) {
      const { node } = at(cells, cell);
      from[cell] = rules.giving(cell);
      to[cell] = rules.taking(cell);
      this.offer(node * this.size + idle, realAt(from, cell), cell, -1);
      if (rules.canHop(-1, cell)) this.offer(idle * this.size + node, realAt(to, cell), -1, cell);
    }
    for (const own of this.funds) {
      for (const give of own) {
        if (realAt(from, give) === Infinity) continue;
        for (const take of own) {
          const cost = realAt(from, give) + realAt(to, take);
          if (give === take || cost === Infinity) continue;
          const edge = at(cells, give).node * this.size + at(cells, take).node;
          if (cost < realAt(this.cost, edge) && rules.canHop(give, take)) this.offer(edge, cost, give, take);
        }
      }
    }
  }

  private offer(edge: number, cost: number, give: number, take: number): void {
    if (cost >= realAt(this.cost, edge)) return;
    this.cost[edge] = cost;
    this.give[edge] = give;
    this.take[edge] = take;
  }
}
