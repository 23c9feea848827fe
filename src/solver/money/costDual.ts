// Lagrange for one asset: the price λ of share money (and μ of rationed units) that bounds every choice from below.
import type { Option } from './costOptions';

/** min Σ cost + 2·penalty·max(0, demand − Σ need), with Σ units ≤ most. */
export interface Choice {
  readonly options: readonly (readonly Option[])[];
  readonly penalty: number;
  readonly demand: number;
  readonly most: number;
}

/** `reduced[slot][option]` is what an option costs above its slot's cheapest at these prices. */
export interface Dual {
  readonly lambda: number;
  readonly mu: number;
  readonly bound: number;
  readonly reduced: readonly (readonly number[])[];
}

/** A bound that is concave in its price, by its value and slope there. */
interface Point {
  readonly price: number;
  readonly value: number;
  readonly slope: number;
}

/** The bound at one λ; `units` are those of a mix of choices whose needs meet the demand, if there is one. */
interface Settled extends Point {
  readonly units: number;
}

const MOST_TANGENTS = 64;

/** The best bound over λ in [0, 2·penalty] and, when units are rationed, μ ≥ 0. */
export function dualOf(choice: Choice): Dual {
  const free = settle(choice, 0);
  if (free.units <= choice.most) return dualAt(choice, free.price, 0);
  const mu = topOf(
    (price) => {
      const { value, units } = settle(choice, price);
      return { price, value: value - price * choice.most, slope: units - choice.most };
    },
    0,
    muReach(choice),
  ).price;
  return dualAt(choice, settle(choice, mu).price, mu);
}

/** The best λ for a given μ. */
function settle(choice: Choice, mu: number): Settled {
  let [scarce, ample]: [Settled | undefined, Settled | undefined] = [undefined, undefined];
  const best = topOf(
    (price) => {
      const { need, units, value } = totalsAt(choice, price, mu);
      const slope = choice.demand - need;
      const point = { price, value: value + price * choice.demand, slope, units };
      if (slope > 0) scarce = point;
      else ample = point;
      return point;
    },
    0,
    2 * choice.penalty,
  );
  return { ...best, units: mixed(scarce, ample) };
}

/** Units where the line between two choices crosses the demand: the slope of the bound in μ. */
function mixed(scarce: Settled | undefined, ample: Settled | undefined): number {
  if (!scarce || !ample) return (scarce ?? ample)?.units ?? 0;
  const part = scarce.slope / (scarce.slope - ample.slope);
  return scarce.units + part * (ample.units - scarce.units);
}

/**
 * The top of a concave, piecewise linear bound. Tangents from both sides meet above it, or on it where it has its
 * kink: each step either ends there or has found another piece, so a handful of steps is exact.
 */
function topOf(at: (price: number) => Point, lowest: number, highest: number): Point {
  let low = at(lowest);
  if (low.slope <= 0) return low;
  let high = at(highest);
  if (high.slope >= 0) return high;
  for (let step = 0; step < MOST_TANGENTS; step++) {
    const rise = high.value - high.slope * high.price - (low.value - low.slope * low.price);
    const price = rise / (low.slope - high.slope);
    if (!(price > low.price && price < high.price)) break;
    const meet = low.value + low.slope * (price - low.price);
    const point = at(price);
    if (point.slope > 0) low = point;
    else high = point;
    if (point.value >= meet - 1e-13 * Math.abs(meet)) return point;
  }
  return low.value > high.value ? low : high;
}

function totalsAt(
  choice: Choice,
  lambda: number,
  mu: number,
): { need: number; units: number; value: number } {
  let [need, units, value] = [0, 0, 0];
  for (const options of choice.options) {
    let [least, own] = [Infinity, options[0]];
    for (const option of options) {
      const cost = option.cost - lambda * option.need + mu * option.units;
      if (cost < least) [least, own] = [cost, option];
    }
    if (!own) continue;
    need += own.need;
    units += own.units;
    value += least;
  }
  return { need, units, value };
}

function dualAt(choice: Choice, lambda: number, mu: number): Dual {
  const { value } = totalsAt(choice, lambda, mu);
  const reduced = choice.options.map((options) => {
    const costs = options.map((option) => option.cost - lambda * option.need + mu * option.units);
    const least = costs.reduce((a, b) => Math.min(a, b), Infinity);
    return costs.map((cost) => cost - least);
  });
  const rationed = mu > 0 ? mu * choice.most : 0;
  return { lambda, mu, bound: value + lambda * choice.demand - rationed, reduced };
}

/** A price per unit beyond which nobody takes one. */
function muReach(choice: Choice): number {
  let reach = 0;
  for (const options of choice.options) {
    const none = options[0];
    if (!none) continue;
    for (const { units, cost, need } of options) {
      if (units > 0)
        reach = Math.max(reach, (none.cost - cost + 2 * choice.penalty * Math.abs(none.need - need)) / units);
    }
  }
  return reach + 1;
}
