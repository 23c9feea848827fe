// The cheapest units at given prices: each fund takes units while their marginal cost is at or below one level.
import { at } from '../at';
import { CheapestFirst } from '../heap';
import { splitWholes } from '../shares/split';
import { type UnitMarket, unitMarginal } from './unitFund';
import type { UnitNode } from './unitNode';

/** Counts are tied between `least` and `most` per fund; any choice inside them with an allowed total costs the same. */
export interface UnitChoice {
  readonly level: number;
  readonly least: number[];
  readonly most: number[];
  readonly lowTotal: number;
  readonly highTotal: number;
}

const MOST_SINGLY = 1000;
const BLUR = 1e-9; // of a marginal: what rounding makes of equal ones

/** Looks at one fund's marginal cost, the measure that limits the search instead of a clock. */
export interface Work {
  done: number;
}

/** A price of shares, what a unit may cost there, and whether those that cost just that count too. */
interface Level {
  readonly theta: number;
  readonly level: number;
  readonly tied: boolean;
}

interface Marginals {
  readonly counts: (level: number, tied: boolean) => number[];
  /** Of the unit after so many; Infinity beyond the part's bounds. */
  readonly marginal: (fund: number, units: number) => number;
}

/** Marginal costs rise in u, so the count at a level is found by bisection. `tied` counts those at the level too. */
function countAt(market: UnitMarket, node: UnitNode, fund: number, { theta, level, tied }: Level): number {
  const own = market.funds[fund];
  let low = at(node.low, fund);
  let high = at(node.high, fund);
  if (!own) return low;
  while (low < high) {
    const half = Math.floor((low + high) / 2);
    const marginal = unitMarginal(market, own, half, theta);
    if (tied ? marginal <= level : marginal < level) low = half + 1;
    else high = half;
  }
  return low;
}

/** The cheapest units of a part at share price θ: level 0 when the totals allow it, else the level that meets them. */
export function chooseUnits(market: UnitMarket, node: UnitNode, theta: number, work: Work): UnitChoice {
  const widest = node.high.reduce((most, units, fund) => Math.max(most, units - at(node.low, fund)), 1);
  const steps = 1 + Math.ceil(Math.log2(widest + 1));
  const counts = (level: number, tied: boolean): number[] => {
    work.done += market.funds.length * steps;
    const asked = { theta, level, tied };
    return market.funds.map((_, fund) => countAt(market, node, fund, asked));
  };
  const choice = (level: number): UnitChoice => {
    const least = counts(level, false);
    const most = counts(level, true);
    return { level, least, most, lowTotal: sum(least), highTotal: sum(most) };
  };
  const free = choice(0);
  if (free.highTotal >= node.lowTotal && free.lowTotal <= node.highTotal) {
    const lowTotal = Math.max(free.lowTotal, node.lowTotal);
    return { ...free, lowTotal, highTotal: Math.min(free.highTotal, node.highTotal) };
  }
  const total = free.highTotal < node.lowTotal ? node.lowTotal : node.highTotal;
  const marginal = (fund: number, units: number): number => {
    const own = market.funds[fund];
    return own && units < at(node.high, fund) ? unitMarginal(market, own, units, theta) : Infinity;
  };
  const level = levelFor(market, node, { theta, total }, { counts, marginal });
  return straddled(choice(level), node, total, marginal);
}

/**
 * Rounding errors may put a marginal on the wrong side of the level: the ties are widened until they allow the total, by
 * those that missed the level by least. Any others would cost more, and the bound would be none.
 */
function straddled(
  { level, least, most }: UnitChoice,
  node: UnitNode,
  total: number,
  marginal: (fund: number, units: number) => number,
): UnitChoice {
  let over = sum(least) - total;
  let under = total - sum(most);
  const blur = BLUR * Math.abs(level);
  while (over > 0) {
    const last = (fund: number): number =>
      at(least, fund) > at(node.low, fund) ? marginal(fund, at(least, fund) - 1) : -Infinity;
    const order = byMarginal(least, (fund) => -last(fund));
    if (order.length === 0) break;
    for (const fund of order) {
      const from = last(fund);
      while (over > 0 && last(fund) > -Infinity && last(fund) >= from - blur) {
        least[fund] = at(least, fund) - 1;
        over--;
      }
    }
  }
  while (under > 0) {
    const order = byMarginal(most, (fund) => marginal(fund, at(most, fund)));
    if (order.length === 0) break;
    for (const fund of order) {
      const to = marginal(fund, at(most, fund)) + blur;
      while (under > 0 && at(most, fund) < at(node.high, fund) && marginal(fund, at(most, fund)) <= to) {
        most[fund] = at(most, fund) + 1;
        under--;
      }
    }
  }
  return { level, least, most, lowTotal: total, highTotal: total };
}

/** Funds that have one, the lowest first. */
function byMarginal(counts: readonly number[], marginal: (fund: number) => number): number[] {
  const own = counts.map((_, fund) => marginal(fund));
  const funds = counts.flatMap((_, fund) => (at(own, fund) < Infinity ? [fund] : []));
  return funds.sort((a, b) => at(own, a) - at(own, b) || a - b);
}

/**
 * The marginal cost of the last of `total` units. The plateau −2θL, where funds with free share money are tied, is
 * tried first; otherwise the level is bisected until a queue can take the last few units one by one.
 */
function levelFor(
  market: UnitMarket,
  node: UnitNode,
  { theta, total }: { readonly theta: number; readonly total: number },
  { counts, marginal }: Marginals,
): number {
  const plateau = -2 * theta * market.unitValue;
  let low = plateau;
  let taken = counts(plateau, true);
  let high = plateau;
  if (sum(taken) >= total) {
    const below = counts(plateau, false);
    if (sum(below) < total) return plateau;
    low = node.low.reduce((least, units, fund) => Math.min(least, marginal(fund, units)), plateau);
    taken = [...node.low];
  } else {
    high = node.high.reduce((most, units, fund) => {
      const last = units > at(node.low, fund) ? marginal(fund, units - 1) : plateau;
      return Math.max(most, last);
    }, plateau);
  }
  for (let step = 0; step < 100 && total - sum(taken) > 16 + market.funds.length / 64; step++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    const reached = counts(middle, true);
    if (sum(reached) >= total) high = middle;
    else [low, taken] = [middle, reached];
  }
  // So many pieces between neighbouring levels are a plateau of equal marginals: its level is the upper one.
  if (total - sum(taken) > MOST_SINGLY + market.funds.length) return high;
  return lastLevel(taken, total, low, marginal);
}

function lastLevel(
  taken: number[],
  total: number,
  below: number,
  marginal: (fund: number, units: number) => number,
): number {
  const queue = new CheapestFirst(taken.length);
  taken.forEach((units, fund) => {
    const cost = marginal(fund, units);
    if (cost < Infinity) queue.push(fund, cost);
  });
  let level = below;
  for (let open = total - sum(taken); open > 0; open--) {
    const fund = queue.front;
    if (fund === undefined) break;
    level = queue.frontCost;
    const units = at(taken, fund) + 1;
    taken[fund] = units;
    queue.replaceFront(marginal(fund, units));
  }
  return level;
}

/** Among tied counts, units pro rata to target: the fairest mix of primary at NAV and secondary at market. */
export function proRataUnits(
  targets: readonly number[],
  least: readonly number[],
  most: readonly number[],
  total: number,
): number[] {
  return splitWholes({
    total,
    lower: least,
    upper: most,
    marginal: (fund, units) => (units + 0.5) / at(targets, fund),
    countAt: (fund, level) => Math.floor(level * at(targets, fund) - 0.5) + 1,
    lowLevel: -2 / at(targets, targets.length - 1),
    highLevel: most.reduce((top, units, fund) => Math.max(top, (units + 2) / at(targets, fund)), 0),
  });
}

/** Among tied counts, as few funds as can hold the total: those that must, then those that can hold the most. */
export function fewestUnits(
  targets: readonly number[],
  least: readonly number[],
  most: readonly number[],
  total: number,
): number[] {
  const optional = most.map((_, fund) => fund).filter((fund) => at(least, fund) === 0);
  optional.sort((a, b) => at(most, b) - at(most, a) || a - b);
  const upper = most.map((units, fund) => (at(least, fund) > 0 ? units : 0));
  let room = sum(upper);
  for (const fund of optional) {
    if (room >= total) break;
    upper[fund] = at(most, fund);
    room += at(most, fund);
  }
  return proRataUnits(targets, least, upper, total);
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
