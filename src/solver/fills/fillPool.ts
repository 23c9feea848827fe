// The pool of a day's fills by price: what every fund's average is measured against.
import { at } from '../at';
import { compareText } from '../numbers';
import type { FillProblem } from '../types';

/** Fills at one price; `value` is that price above the cheapest, in ticks when the prices have a tick. */
export interface PriceLevel {
  readonly price: number;
  readonly value: number;
  readonly quantity: number;
  readonly fills: readonly { readonly id: string; readonly quantity: number }[];
}

/** Everything is measured from the cheapest price, so that deviations are small numbers and ticks whole ones. */
export interface Pool {
  readonly levels: readonly PriceLevel[];
  readonly funds: readonly { readonly id: string; readonly shares: number }[];
  readonly total: number;
  /** BRL per unit of `value`. */
  readonly scale: number;
  /** Average value of a share in the pool. */
  readonly average: number;
}

const DECIMALS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

/** Merges equal prices and sorts by price; funds by size, then id. Nothing depends on the order of the rows. */
export function poolOf(problem: FillProblem): Pool {
  const fills = [...problem.fills].sort((a, b) => a.price - b.price || compareText(a.id, b.id));
  const funds = problem.funds.map(({ id, shares }) => ({ id, shares }));
  funds.sort((a, b) => b.shares - a.shares || compareText(a.id, b.id));
  const cheapest = at(fills, 0).price;
  const perBrl = tickOf(fills.map((fill) => fill.price));
  const levels: {
    price: number;
    value: number;
    quantity: number;
    fills: { id: string; quantity: number }[];
  }[] = [];
  for (const { id, price, quantity } of fills) {
    let level = levels[levels.length - 1];
    if (level?.price !== price) {
      const value =
        perBrl > 0 ? Math.round(price * perBrl) - Math.round(cheapest * perBrl) : price - cheapest;
      level = { price, value, quantity: 0, fills: [] };
      levels.push(level);
    }
    level.quantity += quantity;
    level.fills.push({ id, quantity });
  }
  const total = levels.reduce((sum, level) => sum + level.quantity, 0);
  const worth = levels.reduce((sum, level) => sum + level.value * level.quantity, 0);
  return { levels, funds, total, scale: perBrl > 0 ? 1 / perBrl : 1, average: total > 0 ? worth / total : 0 };
}

/** Ticks per BRL: the smallest power of ten that makes every price whole; 0 when up to 8 decimals do not. */
function tickOf(prices: readonly number[]): number {
  const fits = (perBrl: number): boolean =>
    prices.every((price) => {
      const ticks = price * perBrl;
      return ticks < 2 ** 52 && Math.abs(ticks - Math.round(ticks)) <= 4 * Number.EPSILON * ticks;
    });
  return DECIMALS.find(fits) ?? 0;
}

/**
 * The tick floor: what a fund pays is a whole number of price steps, its fair sum is not. No split of whole shares
 * brings the worst fund below the largest distance to the next whole step. In BRL; 0 when prices have no tick.
 */
export function tickFloor(pool: Pool): number {
  const step = pool.levels.reduce((divisor, level) => greatestDivisor(level.value, divisor), 0);
  if (step === 0 || !Number.isInteger(step)) return 0;
  const worst = pool.funds.reduce((floor, fund) => {
    const fair = (fund.shares * pool.average) / step;
    return Math.max(floor, Math.abs(fair - Math.round(fair)));
  }, 0);
  return worst * step * pool.scale;
}

function greatestDivisor(a: number, b: number): number {
  if (!Number.isInteger(a)) return Number.NaN;
  return b === 0 ? a : greatestDivisor(b, a % b);
}
