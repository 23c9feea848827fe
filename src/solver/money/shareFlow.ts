// The cheapest shares beside given units, as real numbers: a min-cost flow of money over the funds' cash.
import { at, realAt, wholeAt } from '../at';
import { Beside } from './beside';
import type { Book } from './book';
import { type Hop, Residual } from './residual';
import type { Work } from './work';

const CENT = 1e-6;
const MOST_STEPS = 20_000;

/** One market's flow, kept from one choice of units to the next: only funds in which something changed are looked at again. */
export class ShareFlow {
  /** No flow beside the units last settled costs less, BRL. */
  least = 0;
  /** What was executed finds no cash beside the units last settled, not even as real numbers. */
  isFull = false;
  private readonly beside: Beside;
  private readonly held: Float64Array;
  /** By fund what shares have left. */
  private readonly cash: Float64Array;
  private readonly open: Float64Array;
  private readonly executed: Float64Array;
  /** BRL if all executed shares saved nothing, without units. */
  private readonly base: number;
  private readonly residual: Residual;

  constructor(
    private readonly book: Book,
    private readonly work: Work,
  ) {
    this.beside = new Beside(book, work);
    const { places } = this.beside;
    this.held = new Float64Array(places.length);
    this.cash = new Float64Array(book.funds.length);
    this.open = new Float64Array(book.assets.length);
    this.executed = Float64Array.from(book.assets, ({ price, executedShares }) => price * executedShares);
    this.base = book.assets.reduce(
      (sum, { price, executedShares, halfSpreadBps, residualPenalty }) =>
        sum + price * executedShares * (halfSpreadBps / 1e4 + residualPenalty),
      0,
    );
    const rules = {
      giving: (cell: number) => this.giving(cell),
      taking: (cell: number) => this.taking(cell),
      canHop: (give: number, take: number) => give >= 0 || this.idle(take) > CENT,
    };
    this.residual = new Residual(book.assets.length, places, rules, work);
  }

  /**
   * BRL in all; undefined when what was executed finds no cash beside these units, by slot of the book. What costs more
   * than the limit for certain is not settled to its end: Infinity.
   */
  settle(units: ArrayLike<number>, limit = Infinity): number | undefined {
    this.isFull = false;
    if (!this.begin(units)) return undefined;
    const own = this.base + this.beside.cost();
    const { open } = this;
    const { nodeOf } = this.beside;
    open.set(this.executed);
    for (let cell = 0; cell < this.held.length; cell++) {
      const node = wholeAt(nodeOf, cell);
      open[node] = realAt(open, node) - realAt(this.held, cell);
    }
    this.giveBack();
    for (let step = 0; step < MOST_STEPS; step++) {
      const cycle = this.residual.gainingCycle();
      if (!cycle) break;
      if (this.move(cycle, Infinity) <= CENT) break;
    }
    for (let node = 0; node < open.length; node++) {
      for (let step = 0; realAt(open, node) > CENT; step++) {
        this.least = own + this.leastOf();
        if (this.least > limit) return Infinity;
        const path = step < MOST_STEPS ? this.residual.pathTo(node) : undefined;
        if (!path) {
          this.isFull = step < MOST_STEPS;
          return undefined;
        }
        const moved = this.move(path, realAt(open, node));
        if (moved <= 0) return undefined;
        open[node] = realAt(open, node) - moved;
      }
    }
    this.least = own + this.leastOf();
    return this.least;
  }

  /** What is open finds its place at no less than the first of it does. */
  private leastOf(): number {
    const { held, open } = this;
    const { need, gain } = this.beside;
    this.work.done += held.length;
    let cost = 0;
    for (let cell = 0; cell < held.length; cell++)
      cost -= realAt(gain, cell) * Math.min(realAt(held, cell), realAt(need, cell));
    let isAll = true;
    for (let node = 0; node < open.length; node++) if (realAt(open, node) > CENT) isAll = false;
    if (isAll) return cost;
    const distances = this.residual.distances();
    for (let node = 0; node < open.length; node++)
      if (realAt(open, node) > CENT) cost += realAt(open, node) * realAt(distances, node);
    return cost;
  }

  /** What a BRL more of an ETF's shares costs, by asset of the book, after settling. */
  prices(): Float64Array {
    return this.residual.distances().slice(0, this.book.assets.length);
  }

  keep(): Float64Array {
    return this.held.slice();
  }

  restore(held: Float64Array): void {
    for (let cell = 0; cell < held.length; cell++) {
      if (realAt(held, cell) === realAt(this.held, cell)) continue;
      this.held[cell] = realAt(held, cell);
      this.change(cell);
    }
  }

  private change(cell: number): void {
    this.residual.change(cell);
    this.beside.change(wholeAt(this.beside.fundOf, cell));
  }

  /** What is held is cut to what still fits beside new units. False where these alone cost more than the cash. */
  private begin(units: ArrayLike<number>): boolean {
    const { beside } = this;
    if (!beside.give(units)) return false;
    for (const fund of beside.changed()) {
      let cash = realAt(beside.paid, fund);
      for (const cell of beside.measure(fund)) {
        let held = Math.min(realAt(this.held, cell), realAt(beside.need, cell));
        if (wholeAt(beside.fundOf, cell) >= 0) {
          held = Math.min(held, Math.max(0, cash));
          cash -= held;
        }
        this.held[cell] = held;
        this.residual.change(cell);
      }
      this.cash[fund] = cash;
    }
    return true;
  }

  /** What is held beyond what was executed goes back. */
  private giveBack(): void {
    const { open, held } = this;
    const { nodeOf } = this.beside;
    for (let cell = 0; cell < held.length; cell++) {
      const node = wholeAt(nodeOf, cell);
      const back = Math.min(realAt(held, cell), Math.max(0, -realAt(open, node)));
      if (back === 0) continue;
      this.hold(cell, -back);
      open[node] = realAt(open, node) + back;
    }
  }

  private idle(cell: number): number {
    const fund = wholeAt(this.beside.fundOf, cell);
    return fund < 0 ? Infinity : realAt(this.cash, fund);
  }

  private giving(cell: number): number {
    const own = realAt(this.held, cell);
    if (own <= CENT) return Infinity;
    return own > realAt(this.beside.need, cell) + CENT ? 0 : realAt(this.beside.gain, cell);
  }

  private taking(cell: number): number {
    const own = realAt(this.held, cell);
    if (own < realAt(this.beside.need, cell) - CENT) return -realAt(this.beside.gain, cell);
    return own < realAt(this.beside.room, cell) - CENT ? 0 : Infinity;
  }

  /** Moves as much along the hops as the first kink allows. */
  private move(hops: readonly Hop[], most: number): number {
    const { need: needs, room } = this.beside;
    let amount = most;
    for (const { give, take } of hops) {
      if (give >= 0) {
        const [held, need] = [realAt(this.held, give), realAt(needs, give)];
        amount = Math.min(amount, held > need + CENT ? held - need : held);
      } else amount = Math.min(amount, this.idle(take));
      if (take >= 0) {
        const [held, need] = [realAt(this.held, take), realAt(needs, take)];
        amount = Math.min(amount, (held < need - CENT ? need : realAt(room, take)) - held);
      }
    }
    for (const { give, take } of hops) {
      if (give >= 0) this.hold(give, -amount);
      if (take >= 0) this.hold(take, amount);
    }
    return amount;
  }

  private hold(cell: number, more: number): void {
    const fund = wholeAt(this.beside.fundOf, cell);
    this.held[cell] = realAt(this.held, cell) + more;
    if (fund >= 0) this.cash[fund] = realAt(this.cash, fund) - more;
    this.change(cell);
  }

  /** BRL by slot where cash is counted; the rest goes to slots that need not count it. */
  money(): Float64Array {
    const money = new Float64Array(this.book.slots.length);
    this.beside.places.forEach(({ fund, slots }, cell) => {
      if (fund >= 0) money[at(slots, 0)] = realAt(this.held, cell);
    });
    return money;
  }
}
