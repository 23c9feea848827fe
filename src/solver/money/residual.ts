// Money or shares moved between ETFs inside the funds: paths and cycles over one node an ETF and one for idle cash.
import { at, realAt, wholeAt } from '../at';
import { Paths } from './paths';
import type { Work } from './work';

/** A slot's holding in the flow, or that of all slots of an ETF without cash to share: fund −1. A fund has one an ETF at most. */
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

/**
 * The cheapest hop between any two nodes; the last node is idle cash. Cells that share a fund's cash are a group, every other
 * cell is one by itself: only groups in which something changed are looked at again.
 */
export class Residual {
  readonly idle: number;
  private readonly size: number;
  /** By hop from node to node: the least cost, and the cells and the group that offer it. */
  private readonly cost: Float64Array;
  private readonly give: Int32Array;
  private readonly take: Int32Array;
  private readonly owner: Int32Array;
  private readonly paths: Paths;
  private readonly nodeOf: Int32Array;
  private readonly groupOf: Int32Array;
  private readonly groups: readonly Int32Array[];
  /** By node its cells; by group and node the cell, or −1. */
  private readonly cellsAt: readonly Int32Array[];
  private readonly cellOf: Int32Array;
  private readonly from: Float64Array;
  private readonly to: Float64Array;
  private readonly isChanged: Uint8Array;
  private changed: number[] = [];
  private isMeasured = false;
  private isFromIdle = false;

  constructor(
    nodes: number,
    cells: readonly Cell[],
    private readonly rules: Rules,
    private readonly work: Work,
  ) {
    this.idle = nodes;
    this.size = nodes + 1;
    const hops = this.size * this.size;
    this.cost = new Float64Array(hops).fill(Infinity);
    this.give = new Int32Array(hops);
    this.take = new Int32Array(hops);
    this.owner = new Int32Array(hops).fill(-1);
    this.paths = new Paths(this.size, this.cost, work);
    this.nodeOf = Int32Array.from(cells, ({ node }) => node);
    this.groups = groupsOf(cells);
    this.groupOf = new Int32Array(cells.length);
    this.cellOf = new Int32Array(this.groups.length * this.size).fill(-1);
    this.groups.forEach((own, group) => {
      for (const cell of own) {
        this.groupOf[cell] = group;
        this.cellOf[group * this.size + wholeAt(this.nodeOf, cell)] = cell;
      }
    });
    this.cellsAt = Array.from({ length: nodes }, (_, node) =>
      Int32Array.from(cells.flatMap((cell, index) => (cell.node === node ? [index] : []))),
    );
    this.from = new Float64Array(cells.length).fill(Infinity);
    this.to = new Float64Array(cells.length).fill(Infinity);
    this.isChanged = new Uint8Array(this.groups.length);
    this.changeAll();
  }

  /** A cell, or what its fund has idle, has changed. */
  change(cell: number): void {
    const group = wholeAt(this.groupOf, cell);
    this.isMeasured = false;
    if (this.isChanged[group] === 1) return;
    this.isChanged[group] = 1;
    this.changed.push(group);
  }

  changeAll(): void {
    for (const own of this.groups) this.change(wholeAt(own, 0));
  }

  /** From idle cash to every node. */
  distances(): Float64Array {
    this.measure();
    if (!this.isFromIdle) this.paths.from(this.idle);
    this.isFromIdle = true;
    return this.paths.distance;
  }

  /** Hops from idle cash to a node at least cost, in order; undefined when there is no way. */
  pathTo(node: number): Hop[] | undefined {
    this.distances();
    return this.hopsOf(this.paths.to(node, this.idle));
  }

  /** Hops around a cycle that gains; undefined when none does. */
  gainingCycle(): Hop[] | undefined {
    this.measure();
    this.isFromIdle = false;
    return this.hopsOf(this.paths.gainingCycle());
  }

  private hopsOf(nodes: readonly number[] | undefined): Hop[] | undefined {
    return nodes?.slice(1).map((to, index) => {
      const hop = at(nodes, index) * this.size + to;
      return { give: wholeAt(this.give, hop), take: wholeAt(this.take, hop) };
    });
  }

  private measure(): void {
    if (this.isMeasured) return;
    this.isMeasured = true;
    this.isFromIdle = false;
    const dearer: number[] = [];
    for (const group of this.changed) {
      this.isChanged[group] = 0;
      this.look(group, dearer);
    }
    this.changed.length = 0;
    for (const edge of dearer) this.lookAgain(edge);
  }

  /** What a group offers now; hops that it offered for less are put on the list. */
  private look(group: number, dearer: number[]): void {
    const { from, to, rules, nodeOf, size, idle } = this;
    const own = at(this.groups, group);
    this.work.done += own.length * (own.length + 2);
    for (let index = 0; index < own.length; index++) {
      const cell = wholeAt(own, index);
      from[cell] = rules.giving(cell);
      to[cell] = rules.taking(cell);
    }
    for (let index = 0; index < own.length; index++) {
      const give = wholeAt(own, index);
      const node = wholeAt(nodeOf, give);
      const out = realAt(from, give);
      this.offer(node * size + idle, out, give, -1, dearer);
      this.offer(idle * size + node, realAt(to, give), -1, give, dearer);
      for (let other = 0; other < own.length; other++) {
        const take = wholeAt(own, other);
        if (other !== index)
          this.offer(node * size + wholeAt(nodeOf, take), out + realAt(to, take), give, take, dearer);
      }
    }
  }

  private offer(edge: number, offered: number, give: number, take: number, dearer: number[]): void {
    const group = wholeAt(this.groupOf, give < 0 ? take : give);
    const known = realAt(this.cost, edge);
    const isOwner = wholeAt(this.owner, edge) === group;
    if (offered >= known && !isOwner) return;
    const cost = offered < Infinity && (take < 0 || this.rules.canHop(give, take)) ? offered : Infinity;
    if (isOwner && cost > known) dearer.push(edge);
    else if (cost < known || isOwner) this.set(edge, cost, give, take);
  }

  /** Nobody offers the hop for less than its owner did. */
  private lookAgain(edge: number): void {
    const { size, idle, cost, from, to, rules } = this;
    const least = realAt(cost, edge);
    const [out, into] = [Math.floor(edge / size), edge % size];
    cost[edge] = Infinity;
    this.owner[edge] = -1;
    const cells = at(this.cellsAt, out === idle ? into : out);
    for (let index = 0; index < cells.length && realAt(cost, edge) > least; index++) {
      const cell = wholeAt(cells, index);
      const give = out === idle ? -1 : cell;
      const take =
        into === idle
          ? -1
          : out === idle
            ? cell
            : wholeAt(this.cellOf, wholeAt(this.groupOf, cell) * size + into);
      if (take < 0 && into !== idle) continue;
      const offered = (give < 0 ? 0 : realAt(from, give)) + (take < 0 ? 0 : realAt(to, take));
      this.work.done++;
      if (offered < realAt(cost, edge) && (take < 0 || rules.canHop(give, take)))
        this.set(edge, offered, give, take);
    }
  }

  private set(edge: number, cost: number, give: number, take: number): void {
    this.cost[edge] = cost;
    this.give[edge] = give;
    this.take[edge] = take;
    this.owner[edge] = wholeAt(this.groupOf, give < 0 ? take : give);
  }
}

/** Cells of a fund together, every other one by itself. */
function groupsOf(cells: readonly Cell[]): Int32Array[] {
  const funds = new Map<number, number[]>();
  const groups: number[][] = [];
  cells.forEach(({ fund }, cell) => {
    const known = fund < 0 ? undefined : funds.get(fund);
    if (known) known.push(cell);
    else {
      const own = [cell];
      if (fund >= 0) funds.set(fund, own);
      groups.push(own);
    }
  });
  return groups.map((own) => Int32Array.from(own));
}
