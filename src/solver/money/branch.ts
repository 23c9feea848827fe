// Branch and bound over one market, on the mixes of plans that the master finds: the part with the lowest floor is cut
// next, and from time to time followed down to an answer, or the answers near the best one are searched.
import { at } from '../at';
import type { FloorClaim } from '../checks/checkFloor';
import { Annealing } from './annealing';
import { Answers, EXACT, type Holding } from './answers';
import { isSmall } from './book';
import { Cuts, halves } from './cuts';
import { Exchange } from './exchange';
import type { Prices } from './hull';
import { LastShare, nearWhole } from './lastShare';
import { Master, type Mix } from './master';
import type { Part } from './rows';
import type { Market } from './seats';
import { ShareFlow } from './shareFlow';
import { leave, type Open, rootOf, type Tree, takeLowest } from './tree';
import type { Work } from './work';

/** Of the cost: what whole shares may cost against real ones, in an answer that is called proven. */
export const SETTLED = 1e-4;
const CLOSE = 5e-6; // of the cost: whole shares cost that much against real ones
const MOST_PATIENCE = 16;
const WALKS = 2; // at a time
const HEATS = [1, 4, 10]; // of walks at their beginning, in turns: near the best answer, and far enough to forget it
const REACH = 0.1; // of the gap: how far above the lowest floor a part is followed down
const DEEP = 0.5; // the same from time to time: further up parts seldom hold a better answer, and take long to solve
const MOST_NEAR = 60; // parts near the best answer
const MOST_PAUSE = 2; // of the work of a search for better answers: so long the floor has its turn
const MOST_NEAR_PAUSE = 64; // of these searches
const MOST_ROUNDS = 40;
const WORTH_IT = 0.02; // of the gap: what a search near the best has to gain to be repeated soon
const MOST_TRIALS = 300;
const MOST_PARTS = 10_000; // solved to the last share on a small day,
const FEW_PARTS = 500; // and on others

export class Branching {
  /** The floor of the first part, which is all answers, and the plans it was found with. */
  claim: FloorClaim | undefined;
  private readonly master: Master;
  private readonly answers: Answers;
  private readonly exchange: Exchange;
  private readonly annealing: Annealing;
  private readonly cuts: Cuts;
  private readonly lastShare: LastShare;
  private readonly root: Part;
  private readonly tree: Tree;
  private readonly isSmall: boolean;
  private parts = 0;
  private walks = 0;
  private patience = 1;
  /** BRL, when the first walk began: hot walks are as hot to the end of the search, else all of them would end alike. */
  private firstGap = 0;
  private plunges = 0;
  /** Searches for better answers, and at which work the next one comes; of these, which look near the best. */
  private rounds = 0;
  private pause = 1;
  private nextRound = 0;
  private nearPause = 1;
  private nextNear = 0;

  constructor(
    private readonly market: Market,
    private readonly work: Work,
  ) {
    const { book } = market;
    this.isSmall = isSmall(book);
    this.root = rootOf(market);
    this.tree = { open: [{ part: this.root, floor: -Infinity }], left: Infinity };
    this.answers = new Answers(market, this.isSmall, work);
    this.exchange = new Exchange(market, work);
    this.annealing = new Annealing(market, new ShareFlow(book, work), work);
    this.cuts = new Cuts(market);
    this.lastShare = new LastShare(market, this.isSmall ? MOST_PARTS : FEW_PARTS, work);
    this.master = new Master(market, this.root, work);
  }

  get best(): Holding | undefined {
    return this.answers.best;
  }

  /** It is certain that what was executed does not fit, whatever the units. */
  get isRefuted(): boolean {
    return this.answers.isRefuted;
  }

  get isDone(): boolean {
    return this.tree.open.length === 0 || this.isRefuted;
  }

  /** No answer costs less, shares counted as real numbers. */
  get floor(): number {
    const open = this.tree.open.reduce((floor, own) => Math.min(floor, own.floor), this.tree.left);
    const least = Math.max(open, this.answers.floor);
    return Math.min(least, this.best?.cost ?? Infinity);
  }

  get gap(): number {
    return (this.best?.cost ?? Infinity) - this.floor;
  }

  /** One step: some parts with low floors, perhaps down towards an answer, and at times those near the best answer. */
  plunge(isSpent: () => boolean): void {
    this.plunges++;
    if (this.plunges === 1) {
      // A good answer first: it keeps everything after it short.
      const whole = takeLowest(this.tree);
      const { rest, mix }: { rest?: Open; mix?: Mix } = whole ? this.look(this.tree, whole) : {};
      if (rest) this.tree.open.push(rest);
      if (this.answers.settle()) this.tree.open.length = 0;
      else if (mix) this.anneal(mix.prices, isSpent);
      this.nextRound = 2 * this.work.done;
      return;
    }
    const isDeep = (this.plunges & (this.plunges - 1)) === 0;
    const mix = this.dive(this.tree, isSpent, isDeep ? DEEP : REACH);
    if (!mix || isSpent() || this.work.done < this.nextRound) return;
    const [before, from] = [this.gap, this.work.done];
    if (this.rounds++ >= this.nextNear) {
      const gains = this.searchNear(mix.units, isSpent);
      this.nearPause = gains ? 1 : Math.min(MOST_NEAR_PAUSE, 2 * this.nearPause);
      this.nextNear = this.rounds + this.nearPause - 1;
    }
    this.anneal(mix.prices, isSpent);
    this.pause = this.gap > before * (1 - WORTH_IT) ? Math.min(MOST_PAUSE, 2 * this.pause) : 1;
    this.nextRound = this.work.done + this.pause * (this.work.done - from);
  }

  /** The best answer's shares once more, with more patience. */
  finish(): void {
    if (!this.isSmall) this.answers.again(MOST_TRIALS);
  }

  /**
   * Walks, which may climb before they descend: each time twice as patient. A hot one ends in another answer, and what lies
   * between that and the best one is searched too.
   */
  private anneal(prices: Prices, isSpent: () => boolean): void {
    if (this.walks === 0) this.firstGap = this.gap;
    for (let walks = 0; walks < WALKS && this.best && !isSpent(); walks++) {
      const heat = at(HEATS, this.walks++ % HEATS.length);
      const { best, end } = this.annealing.from(
        this.best.units,
        { hot: heat > 1 ? heat * this.firstGap : this.gap, cold: this.gap, patience: this.patience },
        isSpent,
      );
      if (this.answers.consider(best)) this.polish(prices);
      if (this.searchNear(end, isSpent)) this.polish(prices);
    }
    this.patience = Math.min(MOST_PATIENCE, 2 * this.patience);
  }

  /**
   * The part of all answers that agree with the best where another choice or mix of units does: searched for a better one,
   * not for a floor; true when there was.
   */
  private searchNear(other: ArrayLike<number>, isSpent: () => boolean): boolean {
    const { best, root } = this;
    if (!best) return false;
    const before = best.cost;
    const bound = (free: number, slot: number): number => {
      const units = at(best.units, slot);
      return Math.abs((other[slot] ?? NaN) - units) < 1e-6 ? units : free;
    };
    const part: Part = { ...root, low: root.low.map(bound), high: root.high.map(bound) };
    const tree: Tree = { open: [{ part, floor: -Infinity }], left: Infinity };
    const most = this.parts + MOST_NEAR;
    const isOver = (): boolean => this.parts >= most || isSpent();
    while (tree.open.length > 0 && !isOver()) this.dive(tree, isOver, Infinity);
    return this.best !== undefined && this.best.cost < before;
  }

  /** From the part with the lowest floor downwards; the first mix on the way. */
  private dive(tree: Tree, isSpent: () => boolean, reach: number): Mix | undefined {
    let next = takeLowest(tree);
    if (!next) return undefined;
    const most = this.best ? next.floor + reach * (this.best.cost - next.floor) : Infinity;
    let first: Mix | undefined;
    while (next) {
      const { rest, mix }: { rest?: Open; mix?: Mix } = this.look(tree, next);
      first ??= mix;
      if (rest && (isSpent() || rest.floor > most)) {
        tree.open.push(rest);
        break;
      }
      next = rest;
    }
    return first;
  }

  /** Solves a part; its likelier half comes back, the other half waits. */
  private look(
    tree: Tree,
    { part, floor: from, cut: way, isHigher, basis }: Open,
  ): { rest?: Open; mix?: Mix } {
    if (from >= this.enough()) return leave(tree, from);
    this.parts++;
    const master = part.shares ? this.lastShare.masterOf(part) : this.master;
    const { floor: own, mix } = master.solve(part, this.enough(), basis);
    const floor = Math.max(from, own);
    this.claim ??= this.master.claim(floor);
    if (way && from > -Infinity) this.cuts.learn(way, isHigher === true, Math.min(own, this.enough()) - from);
    if (!mix || floor >= this.enough()) return leave(tree, floor);
    this.answers.considerMix(mix);
    if (floor >= this.enough()) return leave(tree, floor);
    const cut = this.cuts.of(mix);
    if (!cut) return this.isOpen(floor) ? this.cutShares(tree, { part, floor }, mix) : leave(tree, floor);
    const [low, high] = halves(part, cut);
    const [first, second] = cut.isHigher ? [high, low] : [low, high];
    tree.open.push({ part: second, floor, cut, isHigher: !cut.isHigher, basis: mix.basis });
    return { rest: { part: first, floor, cut, isHigher: cut.isHigher, basis: mix.basis }, mix };
  }

  /** Where units are whole, shares are cut: what is whole in both is the best of its part. */
  private cutShares(tree: Tree, { part, floor }: Open, mix: Mix): { rest?: Open; mix?: Mix } {
    const { market, answers } = this;
    answers.considerShares(Array.from(mix.units, Math.round), nearWhole(market.book, mix));
    const sides = floor < this.enough() ? this.lastShare.sidesOf(mix, part) : undefined;
    if (!sides) return leave(tree, floor);
    const [first, second] = sides;
    tree.open.push({ part: second, floor, basis: mix.basis });
    return { rest: { part: first, floor, basis: mix.basis }, mix };
  }

  /** Whole units that hold no whole shares leave a part open: it is cut on, as every part of a small day is. */
  private isOpen(floor: number): boolean {
    return this.isSmall || !this.best || floor < this.best.cost - SETTLED * Math.abs(this.best.cost);
  }

  /** A floor as high as this settles a part. */
  private enough(): number {
    if (!this.best) return Infinity;
    return this.best.cost - (this.isSmall ? EXACT : CLOSE) * Math.abs(this.best.cost);
  }

  /** Exchanges on the best answer at these prices, as long as they gain. */
  private polish(prices: Prices): void {
    for (let round = 0; round < MOST_ROUNDS && this.best; round++) {
      let gains = false;
      for (const units of this.exchange.from(this.best.units, prices))
        gains = this.answers.consider(units) || gains;
      if (!gains) return;
    }
  }
}
