// Where a part of the answers is cut in two: first on an ETF's total of units or of requests, then on a slot's units.
// A total settles many near-alike choices at once; which total and which slot, earlier cuts tell.
import { at, realAt } from '../at';
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

interface Learned {
  sum: number;
  count: number;
}

const WHOLE = 1e-6;

export class Cuts {
  private readonly pools: number;
  /** By total or slot, and side: by how much a whole step has raised floors, and how often. */
  private readonly learned: Learned[];
  private readonly ofAllSlots: Learned = { sum: 0, count: 0 };

  constructor(private readonly market: Market) {
    this.pools = market.book.assets.length;
    const things = 2 * this.pools + market.book.slots.length;
    this.learned = Array.from({ length: 2 * things }, () => ({ sum: 0, count: 0 }));
  }

  learn({ total, slot, over }: Cut, isHigher: boolean, gain: number): void {
    const step = Math.max(0, gain) / (isHigher ? 1 - over : over);
    const own = at(this.learned, 2 * (total < 0 ? 2 * this.pools + slot : total) + (isHigher ? 1 : 0));
    for (const learned of total < 0 ? [own, this.ofAllSlots] : [own]) {
      learned.sum += step;
      learned.count++;
    }
  }

  of(mix: Mix): Cut | undefined {
    return this.ofTotals(mix) ?? this.ofSlots(mix) ?? this.ofPlans(mix);
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
      const score = cut ? this.scoreOf(cut, total, this.usualOf(total)) : 0;
      if (score > most) [best, most] = [cut, score];
    });
    return best;
  }

  private ofSlots(mix: Mix): Cut | undefined {
    const { sum, count } = this.ofAllSlots;
    let [best, most]: [Cut | undefined, number] = [undefined, 0];
    this.market.book.slots.forEach(({ pool }, slot) => {
      const cut = cutAt(realAt(mix.units, slot), { slot, total: -1 });
      if (!cut) return;
      // Most cuts of slots raise nothing, as others make up for them: what is not known yet is taken for as good as most.
      const usual = count > 0 ? sum / count : this.weightOf(pool);
      const score = this.scoreOf(cut, 2 * this.pools + slot, usual);
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

  /** What both sides of a cut should raise the floor by, as far as earlier cuts of the same total or slot tell. */
  private scoreOf({ over }: Cut, thing: number, usual: number): number {
    const gain = (side: number): number => {
      const { sum, count } = at(this.learned, 2 * thing + side);
      return count > 0 ? sum / count : usual;
    };
    const pool = thing < 2 * this.pools ? thing : at(this.market.book.slots, thing - 2 * this.pools).pool;
    const small = 1e-6 * this.weightOf(pool);
    return Math.max(small, gain(0) * over) * Math.max(small, gain(1) * (1 - over));
  }

  private usualOf(total: number): number {
    return this.weightOf(total) * (total < this.pools ? 0.5 : 0.1);
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
