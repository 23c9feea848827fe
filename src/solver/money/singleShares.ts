// Whole shares moved one by one within the cash of their funds, along paths and cycles of least cost.
import { at } from '../at';
import { costOf, countsCash, shareRoom, spend } from './book';
import { sharesPaid } from './paid';
import type { Desk } from './placing';
import { type Hop, Residual } from './residual';
import type { Work } from './work';

const MOST_MOVES = 2_000;
const NOTHING = -1e-9; // BRL

export class SingleShares {
  private readonly residual: Residual;
  /** A slot that may not take shares at the moment. */
  private closed = -1;

  constructor(
    private readonly desk: Desk,
    work: Work,
  ) {
    const { book } = desk;
    this.residual = new Residual(
      book.assets.length,
      book.slots.map((slot) => ({ fund: countsCash(book, slot) ? slot.fund : -1, node: slot.pool })),
      {
        giving: (index) => this.giving(index),
        taking: (index) => this.taking(index),
        canHop: (give, take) => this.canHop(give, take),
      },
      work,
    );
  }

  /**
   * Finds room for the shares of each ETF that are still open; false when there is none. Where a share would stand beyond a
   * target, or nowhere, `gather` may place it with cash that it brings together.
   */
  takeIn(open: readonly number[], gather: (pool: number) => boolean): boolean {
    for (const [pool, left] of open.entries()) {
      if (left > MOST_MOVES) return false;
      let mayGather = true;
      for (let step = 0; step < left; step++) {
        const path = this.residual.pathTo(pool);
        const isCheap = path !== undefined && !this.isDear(path, pool);
        if (isCheap && this.move(path) !== undefined) continue;
        mayGather &&= gather(pool);
        if (mayGather) {
          this.residual.changeAll();
          continue;
        }
        if (!path || isCheap || this.move(path) === undefined) return false;
      }
    }
    return true;
  }

  /** Whether a share of the ETF would cost less where there is room for it, if cash did not count. */
  private isDear(path: readonly Hop[], pool: number): boolean {
    const cost = path.reduce(
      (sum, { give, take }) => sum + (give < 0 ? 0 : this.giving(give)) + (take < 0 ? 0 : this.taking(take)),
      0,
    );
    return this.desk.book.slots.some((slot, index) => slot.pool === pool && this.taking(index) < cost - 1e-6);
  }

  /**
   * Cycles that gain, until there is none; then moves that lose at first but let others follow, as when one dear share
   * makes room for two cheap ones.
   */
  improve(mostTrials: number): void {
    this.gain();
    let trials = 0;
    for (let index = 0; index < this.desk.shares.length; index++) {
      if (!countsCash(this.desk.book, at(this.desk.book.slots, index)) || at(this.desk.shares, index) === 0)
        continue;
      if (++trials > mostTrials) return;
      if (this.tryWithout(index)) index = -1;
    }
  }

  private gain(): number {
    let sum = 0;
    for (let step = 0; step < MOST_MOVES; step++) {
      const cycle = this.residual.gainingCycle();
      const gained = cycle && this.move(cycle);
      if (gained === undefined || gained >= NOTHING) break;
      sum += gained;
    }
    return sum;
  }

  /** One share goes to another fund and may not come back; kept if what follows makes up for it. */
  private tryWithout(index: number): boolean {
    const { book, shares, cash } = this.desk;
    const before = { shares: [...shares], cash: [...cash] };
    const { pool } = at(book.slots, index);
    const lost = this.giving(index);
    let [taker, least] = [-1, Infinity];
    book.slots.forEach((slot, other) => {
      if (slot.pool !== pool || other === index || !this.canHop(-1, other)) return;
      const cost = this.taking(other);
      if (cost < least) [taker, least] = [other, cost];
    });
    if (taker < 0) return false;
    this.move([{ give: index, take: taker }]);
    this.close(index);
    const gained = this.gain();
    this.close(-1);
    if (lost + least + gained < NOTHING) return true;
    shares.splice(0, shares.length, ...before.shares);
    cash.splice(0, cash.length, ...before.cash);
    this.residual.changeAll();
    return false;
  }

  private close(index: number): void {
    this.residual.change(index < 0 ? this.closed : index);
    this.closed = index;
  }

  private giving(index: number): number {
    return at(this.desk.shares, index) > 0 ? this.change(index, -1) : Infinity;
  }

  private taking(index: number): number {
    const room = shareRoom(at(this.desk.book.slots, index), at(this.desk.units, index));
    return index !== this.closed && at(this.desk.shares, index) + 1 <= room
      ? this.change(index, 1)
      : Infinity;
  }

  private canHop(give: number, take: number): boolean {
    const { book, cash } = this.desk;
    const slot = at(book.slots, take);
    const freed = give < 0 ? 0 : at(book.slots, give).asset.price;
    return !countsCash(book, slot) || sharesPaid(at(cash, slot.fund) + freed, slot.asset.price) > 0;
  }

  private change(index: number, by: number): number {
    const slot = at(this.desk.book.slots, index);
    const [count, units] = [at(this.desk.shares, index), at(this.desk.units, index)];
    return costOf(slot, count + by, units) - costOf(slot, count, units);
  }

  /** What it costs; undefined, with nothing moved, when hops in the same fund together overdraw its cash. */
  private move(hops: readonly Hop[]): number | undefined {
    const { book, shares, cash } = this.desk;
    const steps = hops.flatMap(({ give, take }) => [
      { index: give, by: -1 },
      { index: take, by: 1 },
    ]);
    const left = new Map<number, number>();
    for (const { index, by } of steps) {
      if (index < 0) continue;
      const slot = at(book.slots, index);
      left.set(slot.fund, (left.get(slot.fund) ?? at(cash, slot.fund)) - by * spend(slot, 1, 0));
    }
    if ([...left.values()].some((money) => money < -1e-6)) return undefined;
    let cost = 0;
    for (const { index, by } of steps) {
      if (index < 0) continue;
      cost += this.change(index, by);
      shares[index] = at(shares, index) + by;
      this.residual.change(index);
    }
    for (const [fund, money] of left) cash[fund] = money;
    return cost;
  }
}
