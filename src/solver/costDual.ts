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

const HALVINGS = 48;

/** The best bound over λ in [0, 2·penalty] and, when units are rationed, μ ≥ 0: both by bisection on the totals. */
export function dualOf(choice: Choice): Dual {
  let best = dualAt(choice, 0, 0);
  const settle = (mu: number): { lambda: number; units: number } => {
    let [low, high] = [0, 2 * choice.penalty];
    for (let step = 0; step < HALVINGS; step++) {
      const middle = (low + high) / 2;
      if (totalsAt(choice, middle, mu).need < choice.demand) low = middle;
      else high = middle;
    }
    for (const lambda of [low, high]) {
      const dual = dualAt(choice, lambda, mu);
      if (dual.bound > best.bound) best = dual;
    }
    return { lambda: high, units: totalsAt(choice, high, mu).units };
  };
  if (settle(0).units <= choice.most || choice.most === Infinity) return best;
  let [low, high] = [0, muReach(choice)];
  for (let step = 0; step < HALVINGS / 2; step++) {
    const middle = (low + high) / 2;
    if (settle(middle).units > choice.most) low = middle;
    else high = middle;
  }
  return best;
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
