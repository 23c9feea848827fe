// The choice a search starts from: cheapest in the dual and near the demand, with every step away from it.
import type { Choice, Dual } from './costDual';
import { missOf, type Prices, type Step } from './costHalves';

export interface Base {
  readonly prices: Prices;
  readonly mu: number;
  /** By slot. */
  readonly options: readonly number[];
  readonly excess: number;
  /** What the demand leaves beside the options' needs, and rationed units beside their units. */
  readonly open: number;
  readonly unusedUnits: number;
  /** By slot, slots and steps in order of what they cost. */
  readonly steps: readonly (readonly Step[])[];
  /** What it costs above the dual's bound to take no unit at all, which is always allowed. */
  readonly noUnits: number;
}

export function baseOf(choice: Choice, dual: Dual, slack: number): Base {
  const prices = { over: dual.lambda, under: 2 * choice.penalty - dual.lambda };
  const options = nearDemand(choice, dual, slack / choice.options.length);
  const isRationed = choice.most < Infinity;
  let [excess, need, units, leastNeed, leastExcess] = [0, 0, 0, 0, 0];
  const steps = choice.options.map((own, slot) => {
    const costs = dual.reduced[slot] ?? [];
    const at = options[slot] ?? 0;
    const from = { excess: costs[at] ?? 0, need: own[at]?.need ?? 0, units: own[at]?.units ?? 0 };
    excess += from.excess;
    need += from.need;
    units += from.units;
    leastExcess += costs[0] ?? 0;
    leastNeed += own[0]?.need ?? 0;
    const others = own.map((to, option) => ({
      slot,
      option,
      excess: (costs[option] ?? 0) - from.excess,
      need: to.need - from.need,
      units: isRationed ? to.units - from.units : 0,
    }));
    return others.filter(({ option }) => option !== at).sort(byCost);
  });
  const unused = dual.mu > 0 ? dual.mu * choice.most : 0;
  return {
    prices,
    mu: dual.mu,
    options,
    excess,
    open: choice.demand - need,
    unusedUnits: choice.most - units,
    steps: steps.filter((own) => own.length > 0).sort(([a], [b]) => (a && b ? byCost(a, b) : 0)),
    noUnits: leastExcess + missOf(leastNeed - choice.demand, prices) + unused,
  };
}

function byCost(a: Step, b: Step): number {
  return a.excess - b.excess || a.slot - b.slot || a.option - b.option;
}

/** By slot, of the options that cost nothing in the dual, those whose needs add up to just below the demand. */
function nearDemand(choice: Choice, dual: Dual, nothing: number): number[] {
  const ties = choice.options.map((options, slot) => {
    const free = options
      .map((_, option) => option)
      .filter((at) => (dual.reduced[slot]?.[at] ?? 0) <= nothing);
    const own = free.map((option) => ({ option, need: options[option]?.need ?? 0 }));
    return own.sort((a, b) => a.need - b.need || a.option - b.option);
  });
  let open = choice.demand - ties.reduce((sum, [least]) => sum + (least?.need ?? 0), 0);
  return ties.map((own) => {
    const least = own[0]?.need ?? 0;
    const chosen = own.reduce((a, b) => (b.need - least <= open ? b : a));
    open -= chosen.need - least;
    return chosen.option;
  });
}
