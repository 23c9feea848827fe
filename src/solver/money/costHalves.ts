// Partial choices of one half of the slots, and how two halves meet: the best pair without trying every pair.

/** Another option for a slot than the one it stands on, by what that changes. */
export interface Step {
  readonly slot: number;
  readonly option: number;
  readonly excess: number;
  readonly need: number;
  /** 0 where units are not rationed, so that they do not tell states apart. */
  readonly units: number;
}

/** Steps taken together: the last of them and the state before it. Slots without a step stay where they stand. */
export interface State extends Step {
  readonly before: State | undefined;
}

/** BRL per BRL of need above and below the demand: needs that differ cost no more than that. */
export interface Prices {
  readonly over: number;
  readonly under: number;
}

/** What need not be kept: states that cost `limit`, or that gain no more than `tolerance` on one that stays. */
export interface Sieve extends Prices {
  readonly limit: number;
  readonly tolerance: number;
}

export interface Pair {
  readonly cost: number;
  readonly left: State;
  readonly right: State;
}

export const NO_STEP: State = { slot: -1, option: 0, excess: 0, need: 0, units: 0, before: undefined };

/** The states with or without one of a slot's steps; the same array when no step leads to one worth keeping. */
export function extended(states: readonly State[], steps: readonly Step[], sieve: Sieve): readonly State[] {
  const grown: State[] = [];
  for (const step of steps) {
    let next = 0;
    for (const before of states) {
      const excess = before.excess + step.excess;
      if (excess >= sieve.limit) continue;
      const need = before.need + step.need;
      const units = before.units + step.units;
      for (let at = states[next]; at && isBelow(at, units, need); at = states[next]) next++;
      const most = excess + sieve.tolerance;
      const [below, above] = [states[next - 1], states[next]];
      if (below?.units === units && below.excess + sieve.under * (need - below.need) <= most) continue;
      if (above?.units === units && above.excess + sieve.over * (above.need - need) <= most) continue;
      grown.push({ slot: step.slot, option: step.option, excess, need, units, before });
    }
  }
  return grown.length === 0 ? states : sieved([...states, ...grown], sieve);
}

function isBelow(state: State, units: number, need: number): boolean {
  return state.units < units || (state.units === units && state.need < need);
}

/** By units and need; of states with the same units those go that another can stand in for, whatever is to come. */
function sieved(states: State[], sieve: Sieve): State[] {
  const { over, under } = sieve;
  states.sort((a, b) => a.units - b.units || a.need - b.need);
  const rising = standing(states, sieve, ({ excess, need }) => excess - under * need);
  return standing(rising.reverse(), sieve, ({ excess, need }) => excess + over * need).reverse();
}

function standing(
  states: readonly State[],
  { limit, tolerance }: Sieve,
  keyOf: (state: State) => number,
): State[] {
  let [units, least] = [Number.NaN, Infinity];
  return states.filter((state) => {
    const key = keyOf(state);
    if (state.excess >= limit || (state.units === units && key >= least - tolerance)) return false;
    [units, least] = [state.units, key];
    return true;
  });
}

/** States of equal units, each shelf by rising need. */
export function shelves(states: readonly State[]): State[][] {
  const found: State[][] = [];
  for (const state of states) {
    const last = found[found.length - 1];
    if (last && last[0]?.units === state.units) last.push(state);
    else found.push([state]);
  }
  return found;
}

/** The pair of two shelves that costs least beside a demand: one walk for those above it, one for those below. */
export function meet(
  left: readonly State[],
  right: readonly State[],
  demand: number,
  { over, under }: Prices,
): Pair | undefined {
  let best: Pair | undefined;
  const consider = (a: State, b: State | undefined): void => {
    if (!b) return;
    const cost = a.excess + b.excess + missOf(a.need + b.need - demand, { over, under });
    if (!best || cost < best.cost) best = { cost, left: a, right: b };
  };
  let [next, least]: [number, number] = [right.length - 1, Infinity];
  let cheapest: State | undefined;
  for (const a of left) {
    for (let b = right[next]; b && a.need + b.need >= demand; b = right[--next]) {
      const key = b.excess + over * b.need;
      if (key < least) [least, cheapest] = [key, b];
    }
    consider(a, cheapest);
  }
  [next, least, cheapest] = [0, Infinity, undefined];
  for (let at = left.length - 1; at >= 0; at--) {
    const a = left[at];
    if (!a) continue;
    for (let b = right[next]; b && a.need + b.need < demand; b = right[++next]) {
      const key = b.excess - under * b.need;
      if (key < least) [least, cheapest] = [key, b];
    }
    consider(a, cheapest);
  }
  return best;
}

/** What needs cost that add up to more (or less) than the demand. */
export function missOf(more: number, { over, under }: Prices): number {
  return Math.max(over * more, -under * more);
}
