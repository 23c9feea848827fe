// The best answer of a market so far: choices of units that were found are made answers here, with whole shares, or mended.
import { at } from '../at';
import { totalCost, totalsOf } from './book';
import { withFewerUnits } from './fewerUnits';
import type { Mix } from './master';
import type { Market } from './seats';
import { ShareFlow } from './shareFlow';
import { byTable, type TableAnswer } from './tables';
import { wholeShares } from './wholeShares';
import type { Work } from './work';

export interface Holding {
  readonly units: readonly number[];
  readonly shares: readonly number[];
  /** BRL. */
  readonly cost: number;
}

export const EXACT = 1e-9;
const MEND_FIRST = 2e6; // work of mending choices at the beginning,
const MEND_PART = 0.05; // and of all work from then on

export class Answers {
  best: Holding | undefined;
  /** It is certain that what was executed does not fit. */
  readonly isRefuted: boolean;
  private readonly flow: ShareFlow;
  private readonly table: TableAnswer | undefined;
  private readonly seen = new Set<string>();
  private mended = 0;

  constructor(
    private readonly market: Market,
    private readonly isSmall: boolean,
    private readonly work: Work,
  ) {
    const { book } = market;
    this.flow = new ShareFlow(book, work);
    const none = book.slots.map(() => 0);
    this.flow.settle(none); // no unit leaves the most cash for shares
    const isFull = this.flow.isFull;
    const table = isFull ? 'nothing' : byTable(book, work);
    this.isRefuted = table === 'nothing';
    this.table = table === 'nothing' ? undefined : table;
    if (!this.isRefuted) this.consider(none);
  }

  /** What a table knows of the least cost, BRL. */
  get floor(): number {
    return this.table?.cost ?? -Infinity;
  }

  /** Where a table knows the best there is, it is taken; true then. Among equals what was found before stays: it is fairer. */
  settle(): boolean {
    const { table, market } = this;
    if (!table) return false;
    this.consider(table.units);
    if (this.best && this.best.cost <= table.cost + EXACT * (1 + Math.abs(table.cost))) return true;
    this.best = { ...table, cost: totalCost(market.book, table.shares, table.units) };
    return true;
  }

  /** The best answer's shares once more, with so many moves that lose at first. */
  again(mostTrials: number): void {
    if (!this.best) return;
    this.seen.delete(this.best.units.join());
    this.consider(this.best.units, mostTrials);
  }

  /** Units made an answer, if it costs less than the best; true then. Where shares find no whole place, fewer units do. */
  consider(units: readonly number[], mostTrials = this.isSmall ? Infinity : 0): boolean {
    const { book } = this.market;
    const key = units.join();
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    const totals = totalsOf(book, units);
    if (book.assets.some(({ maxTotalUnits = Infinity }, pool) => at(totals, pool) > maxTotalUnits))
      return false;
    const least = this.flow.settle(units);
    if (least === undefined) return this.mend(units);
    if (this.best && least >= this.best.cost - EXACT) return false;
    const money = this.flow.money();
    const from = this.work.done;
    const isHard = this.mayMend();
    const shares = wholeShares({ book, units, money }, mostTrials, this.work, isHard);
    if (!shares && isHard) this.mended += this.work.done - from;
    if (!shares) return this.mend(units);
    const cost = totalCost(book, shares, units);
    if (this.best && cost >= this.best.cost) return false;
    this.best = { units, shares, cost };
    return true;
  }

  /** A mix of plans: of every seat the weightiest, and the whole numbers next to their mean. */
  considerMix({ units, plans }: Mix): void {
    const rounded = Array.from(units, Math.round);
    const likeliest = [...rounded];
    this.market.seats.forEach(({ slots }, seat) => {
      slots.forEach((slot, own) => {
        likeliest[slot] = plans[seat]?.units[own] ?? at(rounded, slot);
      });
    });
    this.consider(likeliest);
    this.consider(rounded);
  }

  /** Units with shares that a mix places, BRL by slot: made whole, they may cost less than the best. */
  considerShares(units: readonly number[], money: ArrayLike<number>): void {
    const { book } = this.market;
    const shares = wholeShares({ book, units, money }, 0, this.work);
    const cost = shares ? totalCost(book, shares, units) : Infinity;
    if (shares && cost < (this.best?.cost ?? Infinity)) this.best = { units, shares, cost };
  }

  private mayMend(): boolean {
    return this.mended <= MEND_FIRST + MEND_PART * this.work.done;
  }

  private mend(units: readonly number[]): boolean {
    if (!this.mayMend()) return false;
    const from = this.work.done;
    const fewer = withFewerUnits(this.market.book, this.flow, units, this.work);
    this.mended += this.work.done - from;
    return fewer !== undefined && this.consider(fewer);
  }
}
