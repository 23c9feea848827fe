// A good choice for assets that compete for cash: from the dual's, what several seats gain by changing together.
import { type JointDual, reducedCost } from './costJoint';
import { lackingCash, missOf, openAt, type Search } from './costMiss';
import type { Joint } from './costSeats';

/** `uses` are in whole shares and end with spare cash; `excess` is what the steps cost at the dual prices. */
interface Change {
  readonly seat: number;
  readonly option: number;
  readonly excess: number;
  readonly uses: readonly number[];
  readonly rank: number;
  readonly before: Change | undefined;
}

const NEAR = [0.01, 0.1, 1]; // of an even share of the gap: near the demand in small steps, so that none does it alone
const FEW_SEATS = 12;
/** Changes kept by half, narrow and then wide, and steps by seat: few seats leave the time to look at more. */
const FEW = { narrow: 64, wide: 512, steps: 80 };
const MANY = { narrow: 16, wide: 64, steps: 16 };
const reachOf = ({ seats }: Joint): typeof FEW => (seats.length <= FEW_SEATS ? FEW : MANY);
const MOST_ROUNDS = 6;
const RANKED_MISS = 0.25; // of what a change misses: later steps may mend the rest
const CASH_PRICES = [0, 4, 20]; // BRL per BRL lacking, in steepest penalties

/**
 * Choices by seat: the best without a thought of cash for excess shares, then with more and more, until it suffices,
 * from where it came to and from the start.
 */
export function exchange(joint: Joint, dual: JointDual): number[][] {
  const reduced = joint.seats.map(({ options }) => {
    const costs = options.map(({ cost, whole }) => reducedCost(cost, whole, dual.prices));
    const least = costs.reduce((a, b) => Math.min(a, b), Infinity);
    return costs.map((cost) => cost - least);
  });
  let options = reduced.map((costs) => costs.indexOf(0));
  const free: Search = { joint, prices: dual.prices, reduced, cashPrice: 0 };
  const share = missOf(free, openAt(joint, options)) / joint.seats.length;
  for (const part of NEAR) options = settled(free, options, part * share);
  const start = options;
  const penalty = joint.steepest.reduce(
    (most, price) => (price < Infinity ? Math.max(most, price) : most),
    0,
  );
  const choices: number[][] = [];
  for (const price of CASH_PRICES) {
    const search: Search = { joint, prices: dual.prices, reduced, cashPrice: price * penalty };
    const { narrow, wide } = reachOf(joint);
    const starts = price > 0 ? [options, start] : [start];
    const found = starts.map((own) => exchanged(search, own, narrow));
    options = found.reduce((a, b) => (costOf(search, b) < costOf(search, a) ? b : a));
    choices.push(options);
    if (lackingCash(joint, openAt(joint, options)) > 0) continue;
    options = exchanged(search, options, wide);
    choices.push(options);
    if (lackingCash(joint, openAt(joint, options)) <= 0) break;
  }
  return choices;
}

/** What a choice costs above the dual's bound. */
function costOf(search: Search, options: readonly number[]): number {
  const own = options.reduce((sum, option, seat) => sum + (search.reduced[seat]?.[option] ?? 0), 0);
  return own + missOf(search, openAt(search.joint, options));
}

function exchanged(search: Search, start: readonly number[], width: number): number[] {
  let options = settled(search, start);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const changes = together(search, options, width);
    if (changes.length === 0) break;
    const next = [...options];
    for (const { seat, option } of changes) next[seat] = option;
    options = settled(search, next);
  }
  return options;
}

/** Seat after seat takes what is best beside the others, until none gains. */
function settled(search: Search, start: readonly number[], dearest = Infinity): number[] {
  const { joint, reduced } = search;
  const options = [...start];
  let open = openAt(joint, options);
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    joint.seats.forEach((seat, index) => {
      const costs = reduced[index] ?? [];
      const now = options[index] ?? 0;
      const uses = seat.options[now]?.whole ?? [];
      const beside = open.map((money, at) => money + (uses[at] ?? 0));
      let [least, chosen] = [((costs[now] ?? 0) + missOf(search, open)) * (1 - 1e-9), now];
      seat.options.forEach(({ whole }, option) => {
        const cost = costs[option] ?? 0;
        if (cost >= least || cost > dearest) return;
        const total = cost + missOf(search, beside, whole);
        if (total < least) [least, chosen] = [total, option];
      });
      if (chosen === now) return;
      options[index] = chosen;
      open = openAt(joint, options);
      isMoving = true;
    });
  }
  return options;
}

/** Steps of several seats at once: some of them in each of two halves, every pair tried; empty when none gains. */
function together(search: Search, options: readonly number[], width: number): Change[] {
  const { joint, reduced } = search;
  const open = openAt(joint, options);
  const base = options.reduce((sum, option, seat) => sum + (reduced[seat]?.[option] ?? 0), 0);
  const cost = base + missOf(search, open);
  const none: Change = {
    seat: -1,
    option: 0,
    excess: 0,
    uses: open.map(() => 0),
    rank: 0,
    before: undefined,
  };
  let halves: [readonly Change[], readonly Change[]] = [[none], [none]];
  let [best, found]: [number, Change[]] = [cost * (1 - 1e-9), []];
  for (const steps of stepsFrom(search, options, cost - base)) {
    const [small, large] = halves[0].length <= halves[1].length ? halves : [halves[1], halves[0]];
    const grown: Change[] = [];
    const worst = small.length < width ? Infinity : (small[width - 1]?.rank ?? Infinity);
    for (const before of small) {
      const left = open.map((money, at) => money - (before.uses[at] ?? 0));
      for (const step of steps) {
        const excess = before.excess + step.excess;
        if (base + excess >= best) break;
        const rank = excess + RANKED_MISS * missOf(search, left, step.uses);
        if (rank >= worst) continue;
        const uses = before.uses.map((use, at) => use + (step.uses[at] ?? 0));
        grown.push({ seat: step.seat, option: step.option, excess, uses, rank, before });
      }
    }
    if (grown.length === 0) continue;
    const kept = [...small, ...grown].sort((a, b) => a.rank - b.rank).slice(0, width);
    const isNew = new Set(grown);
    for (const left of kept) {
      if (!isNew.has(left)) continue;
      const beside = open.map((money, at) => money - (left.uses[at] ?? 0));
      for (const right of large) {
        const own = base + left.excess + right.excess;
        if (own >= best) continue;
        const total = own + missOf(search, beside, right.uses);
        if (total < best) [best, found] = [total, [...chainOf(left), ...chainOf(right)]];
      }
    }
    halves = [kept, large];
  }
  return found;
}

/** By seat the cheapest steps, seats in order of their cheapest. */
function stepsFrom({ joint, reduced }: Search, options: readonly number[], limit: number): Change[][] {
  const steps = joint.seats.map((seat, index) => {
    const now = options[index] ?? 0;
    const from = { cost: reduced[index]?.[now] ?? 0, uses: seat.options[now]?.whole ?? [] };
    const costs = seat.options.map((_, option) => ({
      option,
      excess: (reduced[index]?.[option] ?? 0) - from.cost,
    }));
    const cheap = costs.filter(({ option, excess }) => option !== now && excess < limit);
    cheap.sort((a, b) => a.excess - b.excess || a.option - b.option);
    return cheap.slice(0, reachOf(joint).steps).map(({ option, excess }): Change => {
      const uses = (seat.options[option]?.whole ?? []).map((use, at) => use - (from.uses[at] ?? 0));
      return { seat: index, option, excess, uses, rank: excess, before: undefined };
    });
  });
  const some = steps.filter((own) => own.length > 0);
  return some.sort(([a], [b]) => (a && b ? a.excess - b.excess || a.seat - b.seat : 0));
}

function chainOf(last: Change): Change[] {
  const chain: Change[] = [];
  for (let change: Change | undefined = last; change?.before; change = change.before) chain.push(change);
  return chain;
}
