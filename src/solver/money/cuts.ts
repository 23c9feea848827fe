// Where a part of the answers is cut in two: first on an ETF's total of units or of requests, then on a slot's units.
// A total settles many near-alike choices at once; which total, earlier cuts tell.
import { at, realAt, wholeAt } from '../at';
import type { Mix } from './master';
import type { Part } from './rows';
import type { Market } from './seats';

/** `at` or fewer on one side, more on the other. */
export interface Cut {
  /** −1 where a total is cut. */
  readonly slot: number;
  /** By asset of the book: units, then requests; −1 where a slot is cut. */
  readonly total: number;
  readonly at: number;
  /** The side on which the mix is nearer to a whole number. */
  readonly isHigher: boolean;
  /** How far the mix lies above the cut, from 0 to 1. */
  readonly over: number;
}

const WHOLE = 1e-6;

export class Cuts {
  private readonly pools: number;
  /** By total and side: by how much a whole step has raised floors, and how often. */
  private readonly learned: { sum: number; count: number }[];

  constructor(private readonly market: Market) {
    this.pools = market.book.assets.length;
    this.learned = Array.from({ length: 4 * this.pools }, () => ({ sum: 0, count: 0 }));
  }

  learn({ total, over }: Cut, isHigher: boolean, gain: number): void {
    if (total < 0) return;
    const own = at(this.learned, 2 * total + (isHigher ? 1 : 0));
    own.sum += gain / (isHigher ? 1 - over : over);
    own.count++;
  }

  of(mix: Mix): Cut | undefined {
    return this.ofTotals(mix) ?? this.ofSlots(mix) ?? this.ofPlans(mix);
  }

  /** Where no plan differs: any slot whose units are not settled. */
  ofFree({ units }: Mix, { low, high }: Part): Cut | undefined {
    const free = this.market.book.slots.findIndex((_, slot) => wholeAt(low, slot) < wholeAt(high, slot));
    if (free < 0) return undefined;
    const count = Math.round(realAt(units, free));
    const isHigher = count > wholeAt(low, free);
    return { slot: free, total: -1, at: isHigher ? count - 1 : count, isHigher, over: 0.5 };
  }

  private ofTotals(mix: Mix): Cut | undefined {
    const totals = new Float64Array(2 * this.pools);
    this.market.book.slots.forEach(({ pool }, slot) => {
      totals[pool] = realAt(totals, pool) + realAt(mix.units, slot);
      totals[this.pools + pool] = realAt(totals, this.pools + pool) + realAt(mix.requests, slot);
    });
    let [best, most]: [Cut | undefined, number] = [undefined, 0];
    totals.forEach((count, total) => {
      const cut = cutAt(count, { slot: -1, total });
      const score = cut ? this.scoreOf(total, cut.over) : 0;
      if (score > most) [best, most] = [cut, score];
    });
    return best;
  }

  private ofSlots(mix: Mix): Cut | undefined {
    let [best, most]: [Cut | undefined, number] = [undefined, 0];
    this.market.book.slots.forEach(({ pool }, slot) => {
      const cut = cutAt(realAt(mix.units, slot), { slot, total: -1 });
      const score = cut ? Math.min(cut.over, 1 - cut.over) * this.weightOf(pool) : 0;
      if (score > most) [best, most] = [cut, score];
    });
    return best;
  }

  /** Where no count lies between two numbers, plans may still differ. */
  private ofPlans({ units, fewest, most }: Mix): Cut | undefined {
    const { slots } = this.market.book;
    const differs = slots.findIndex((_, slot) => realAt(fewest, slot) < realAt(most, slot));
    if (differs < 0) return undefined;
    const cut = Math.min(Math.round(realAt(units, differs)), realAt(most, differs) - 1);
    return { slot: differs, total: -1, at: cut, isHigher: realAt(units, differs) > cut + 0.5, over: 0.5 };
  }

  /** What both sides of a cut should raise the floor by, as far as earlier cuts of the same total tell. */
  private scoreOf(total: number, over: number): number {
    const usual = this.weightOf(total) * (total < this.pools ? 0.5 : 0.1);
    const gain = (side: number): number => {
      const { sum, count } = at(this.learned, 2 * total + side);
      return count > 0 ? sum / count : usual;
    };
    const small = 1e-6 * this.weightOf(total);
    return Math.max(small, gain(0) * over) * Math.max(small, gain(1) * (1 - over));
  }

  /** BRL: a unit left open and a request. */
  private weightOf(total: number): number {
    const asset = at(this.market.book.assets, total % this.pools);
    return asset.unitValue * asset.residualPenalty + asset.feePerRequest;
  }
}

function cutAt(count: number, where: { readonly slot: number; readonly total: number }): Cut | undefined {
  const below = Math.floor(count + WHOLE);
  const over = count - below;
  return over > WHOLE ? { ...where, at: below, isHigher: over > 0.5, over } : undefined;
}

export function halves(part: Part, { slot, total, at: cut }: Cut): [Part, Part] {
  if (slot < 0) {
    const most = part.most.map((value, index) => (index === total ? Math.min(value, cut) : value));
    const least = part.least.map((value, index) => (index === total ? Math.max(value, cut + 1) : value));
    return [
      { ...part, most },
      { ...part, least },
    ];
  }
  const high = part.high.map((value, index) => (index === slot ? Math.min(value, cut) : value));
  const low = part.low.map((value, index) => (index === slot ? Math.max(value, cut + 1) : value));
  return [
    { ...part, high },
    { ...part, low },
  ];
}
