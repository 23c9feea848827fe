// The best choice of units for one asset: partial choices in order of what they cost above the dual, a bounded number.
import { type Choice, dualOf } from './costDual';

export interface Chosen {
  /** By slot. */
  readonly units: number[];
  readonly bound: number;
}

interface State {
  readonly excess: number;
  readonly need: number;
  readonly units: number;
  readonly option: number;
  readonly before: State | undefined;
}

const MOST_STATES = 4000;

/**
 * At the dual prices every choice costs its bound + the reduced costs of its options + what the totals miss:
 * λ per BRL of need too much, 2·penalty − λ per BRL too little, μ per unit not taken. Slots are decided one after the
 * other, the clearest last; partial choices that already cost more than the best known are dropped, and of those
 * whose needs lie within `grain` of each other only the cheapest stays. If more than MOST_STATES remain, the dearest
 * go, and the bound is that of the cheapest that went.
 */
export function chooseFor(choice: Choice, grain: number): Chosen {
  const dual = dualOf(choice);
  const under = 2 * choice.penalty - dual.lambda;
  const missOf = (need: number, units: number): number => {
    const unused = dual.mu > 0 ? dual.mu * (choice.most - units) : 0;
    return Math.max(dual.lambda * (need - choice.demand), under * (choice.demand - need)) + unused;
  };
  const order = choice.options.map((_, slot) => slot);
  // What a share's rounding may cost anyway is not worth searching for.
  const slack = 2 * choice.penalty * grain * order.length;
  const regret = dual.reduced.map((costs) => [...costs].sort((a, b) => a - b)[1] ?? Infinity);
  order.sort((a, b) => (regret[a] ?? 0) - (regret[b] ?? 0) || a - b);
  // What the slots still to be decided need at most and at least, and as they stand in the dual.
  const rest = restOf(choice, dual.reduced, order);
  let states: State[] = [{ excess: 0, need: 0, units: 0, option: -1, before: undefined }];
  let [best, floor]: [number, number] = [Infinity, Infinity];
  let bestState: State | undefined;
  let bestDepth = 0;
  order.forEach((slot, depth) => {
    const after = rest[depth + 1];
    const next: State[] = [];
    for (const before of states) {
      choice.options[slot]?.forEach((option, at) => {
        const excess = before.excess + (dual.reduced[slot]?.[at] ?? 0);
        const need = before.need + option.need;
        const units = before.units + option.units;
        if (!after || units + after.leastUnits > choice.most) return;
        const reach = Math.max(
          0,
          under * (choice.demand - need - after.mostNeed),
          dual.lambda * (need + after.leastNeed - choice.demand),
        );
        if (excess + reach >= best - slack) return;
        const state = { excess, need, units, option: at, before };
        next.push(state);
        if (units + after.units > choice.most) return;
        const total = excess + missOf(need + after.need, units + after.units);
        if (total < best) [best, bestState, bestDepth] = [total, state, depth];
      });
    }
    const kept = thin(next, grain, choice.most < Infinity);
    const dropped = kept[MOST_STATES];
    if (dropped) floor = Math.min(floor, dropped.excess);
    states = kept.slice(0, MOST_STATES);
  });
  const units = order.map(() => 0);
  order.forEach((slot, depth) => {
    if (depth > bestDepth || !bestState)
      units[slot] = choice.options[slot]?.[cheapest(dual.reduced[slot])]?.units ?? 0;
  });
  let state = bestState;
  for (let depth = bestDepth; depth >= 0 && state; depth--) {
    const slot = order[depth] ?? 0;
    units[slot] = choice.options[slot]?.[state.option]?.units ?? 0;
    state = state.before;
  }
  return {
    units,
    bound: dual.bound + Math.max(0, Math.min(floor, best) - 2 * slack),
  };
}

interface Rest {
  readonly need: number;
  readonly units: number;
  readonly mostNeed: number;
  readonly leastNeed: number;
  readonly leastUnits: number;
}

function restOf(choice: Choice, reduced: readonly (readonly number[])[], order: readonly number[]): Rest[] {
  const rest: Rest[] = [{ need: 0, units: 0, mostNeed: 0, leastNeed: 0, leastUnits: 0 }];
  for (let depth = order.length - 1; depth >= 0; depth--) {
    const slot = order[depth] ?? 0;
    const options = choice.options[slot] ?? [];
    const own = options[cheapest(reduced[slot])];
    const last = rest[0];
    if (!own || !last) continue;
    const needs = options.map(({ need }) => need);
    rest.unshift({
      need: last.need + own.need,
      units: last.units + own.units,
      mostNeed: last.mostNeed + Math.max(...needs),
      leastNeed: last.leastNeed + Math.min(...needs),
      leastUnits: last.leastUnits + Math.min(...options.map(({ units }) => units)),
    });
  }
  return rest;
}

/** Of partial choices with nearly the same need (and the same units, where they are rationed) the cheapest. */
function thin(states: State[], grain: number, isRationed: boolean): State[] {
  states.sort((a, b) => a.excess - b.excess || a.need - b.need);
  const seen = new Set<string | number>();
  return states.filter(({ need, units }) => {
    const cell = Math.round(need / grain);
    const key = isRationed ? `${cell} ${units}` : cell;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function cheapest(costs: readonly number[] = []): number {
  return costs.indexOf(0);
}
