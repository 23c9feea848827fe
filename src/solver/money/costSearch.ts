// The best choice of units for one asset: two halves of the slots, each tried in few ways, met in the middle.
import { type Base, baseOf } from './costBase';
import { type Choice, dualOf } from './costDual';
import { extended, meet, NO_STEP, type Pair, type Sieve, type State, shelves } from './costHalves';

export interface Chosen {
  /** By slot. */
  readonly units: number[];
  readonly bound: number;
}

/** An option by slot, and what they cost above the dual's bound. */
interface Found {
  readonly cost: number;
  readonly options: readonly number[];
}

/** States kept by half: few are enough where many choices are as good as the dual's. */
const WIDTHS = [256, 4096];

/**
 * At the dual prices every choice costs its bound + the reduced costs of its options + what the totals miss:
 * λ per BRL of need too much, 2·penalty − λ per BRL too little, μ per unit not taken. From a choice that is cheapest
 * in the dual, steps of one slot after the other are tried, the cheapest first, each in one of two halves: n states
 * in each are n² choices, and the best of them is found in O(n). The search ends when a choice is as good as the
 * dual's bound but for what a share's rounding costs anyway, or when every step left costs more than is to be gained.
 * Where states had to go, a wider search follows, and the bound is at most the cheapest of those that went.
 */
export function chooseFor(choice: Choice, grain: number): Chosen {
  const dual = dualOf(choice);
  const slack = 2 * choice.penalty * grain * choice.options.length;
  const base = baseOf(choice, dual, slack);
  let [best, floor]: [Found, number] = [{ cost: base.noUnits, options: choice.options.map(() => 0) }, 0];
  for (const width of WIDTHS) {
    const { found, dropped } = search(base, best, slack, width);
    best = found;
    floor = Math.max(floor, Math.min(dropped, best.cost));
    if (best.cost <= slack || dropped >= best.cost - slack) break;
  }
  const units = choice.options.map((options, slot) => options[best.options[slot] ?? 0]?.units ?? 0);
  return { units, bound: dual.bound + Math.max(0, floor - 2 * slack) };
}

function search(base: Base, start: Found, slack: number, width: number): { found: Found; dropped: number } {
  let [found, dropped] = [start, Infinity];
  let halves: [readonly State[], readonly State[]] = [[NO_STEP], [NO_STEP]];
  const tryPairs = (): void => {
    const pair = bestPair(base, ...halves);
    if (pair && pair.cost < found.cost) found = { cost: pair.cost, options: optionsOf(base, pair) };
  };
  tryPairs();
  for (const steps of base.steps) {
    const limit = found.cost - slack;
    if (limit <= 0 || (steps[0]?.excess ?? Infinity) >= limit) break;
    const sieve: Sieve = { ...base.prices, limit, tolerance: slack / (4 * base.options.length) };
    const [small, large] = halves[0].length <= halves[1].length ? halves : [halves[1], halves[0]];
    const grown = extended(small, steps, sieve);
    if (grown === small) continue;
    const kept = nearest(grown, base, width);
    dropped = Math.min(dropped, kept.dropped);
    halves = [kept.states, large];
    tryPairs();
  }
  return { found, dropped };
}

/** The `width` states that are cheapest and nearest to what is needed, in their order; the others are dropped. */
function nearest(
  states: readonly State[],
  { prices }: Base,
  width: number,
): { states: readonly State[]; dropped: number } {
  if (states.length <= width) return { states, dropped: Infinity };
  const tilt = (prices.over + prices.under) / 2_000;
  const ranks = states.map(({ excess, need }) => excess + tilt * Math.abs(need));
  const order = states.map((_, at) => at).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
  const gone = new Set(order.slice(width));
  const dropped = states.reduce(
    (least, { excess }, at) => (gone.has(at) ? Math.min(least, excess) : least),
    Infinity,
  );
  return { states: states.filter((_, at) => !gone.has(at)), dropped };
}

function bestPair(base: Base, a: readonly State[], b: readonly State[]): Pair | undefined {
  let best: Pair | undefined;
  const right = shelves(b);
  for (const left of shelves(a)) {
    for (const shelf of right) {
      const unused = base.unusedUnits - (left[0]?.units ?? 0) - (shelf[0]?.units ?? 0);
      if (unused < 0) continue;
      const pair = meet(left, shelf, base.open, base.prices);
      const more = base.excess + (base.mu > 0 ? base.mu * unused : 0);
      if (pair && (!best || pair.cost + more < best.cost)) best = { ...pair, cost: pair.cost + more };
    }
  }
  return best;
}

function optionsOf(base: Base, pair: Pair): number[] {
  const options = [...base.options];
  for (const last of [pair.left, pair.right]) {
    for (let state: State | undefined = last; state?.before; state = state.before)
      options[state.slot] = state.option;
  }
  return options;
}
