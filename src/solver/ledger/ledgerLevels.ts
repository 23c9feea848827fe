// Margins that bound a whole ledger: what a real more costs in each slice when shares may be divided and all slices are open.

/** One rank of a ledger; `shares` is what it got of each slice. Claims by position, in their fixed order. */
export interface Relaxation {
  readonly prices: readonly number[];
  readonly shares: readonly number[];
  readonly claims: readonly {
    readonly weight: number;
    readonly target: number;
    readonly cap: number;
    readonly from: number;
    readonly to: number;
  }[];
}

const MOST_SWEEPS = 40;

interface State extends Relaxation {
  /** BRL that each claim takes of each slice. */
  readonly taken: readonly number[][];
  readonly residuals: number[];
  /** Shares that caps still allow. */
  readonly rooms: number[];
}

/**
 * Slice after slice is poured anew over its claims until nothing moves: every pouring is exact, and without caps the
 * sum of squares has no other resting point than its least. The first sweep is already exact when no claim ends before
 * another begins. A level is −weight·residual of the worst off claim that could still take shares.
 */
export function relaxedLevels(relaxation: Relaxation): number[] {
  const { prices, shares, claims } = relaxation;
  const state: State = {
    ...relaxation,
    taken: prices.map(() => claims.map(() => 0)),
    residuals: claims.map(({ target }) => target),
    rooms: claims.map(({ cap }) => cap),
  };
  const money = prices.reduce((sum, price, at) => sum + price * (shares[at] ?? 0), 0);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let moved = 0;
    prices.forEach((_, slice) => {
      if ((shares[slice] ?? 0) > 0) moved = Math.max(moved, pour(state, slice));
    });
    if (moved <= 1e-13 * money) break;
  }
  return prices.map((_, slice) => levelIn(state, slice));
}

function membersOf({ claims }: Relaxation, slice: number): number[] {
  return claims.flatMap(({ from, to }, at) => (from <= slice && slice <= to ? [at] : []));
}

interface Vessel {
  readonly weight: number;
  readonly want: number;
  readonly most: number;
}

/** Takes a slice back and pours it again, the others as they stand; returns the most BRL that moved. */
function pour(state: State, slice: number): number {
  const price = state.prices[slice] ?? 0;
  const members = membersOf(state, slice);
  const taken = state.taken[slice] ?? [];
  const vessels = members.map((at): Vessel => {
    const own = taken[at] ?? 0;
    return {
      weight: state.claims[at]?.weight ?? 1,
      want: (state.residuals[at] ?? 0) + own,
      most: (state.rooms[at] ?? 0) * price + own,
    };
  });
  const level = levelFor(vessels, price * (state.shares[slice] ?? 0));
  let moved = 0;
  members.forEach((at, index) => {
    const vessel = vessels[index];
    if (!vessel) return;
    const change = heldAt(vessel, level) - (taken[at] ?? 0);
    taken[at] = (taken[at] ?? 0) + change;
    state.residuals[at] = (state.residuals[at] ?? 0) - change;
    state.rooms[at] = (state.rooms[at] ?? 0) - change / price;
    moved = Math.max(moved, Math.abs(change));
  });
  return moved;
}

/** What a claim takes when weight·residual is to come down to `level`. */
const heldAt = ({ weight, want, most }: Vessel, level: number): number =>
  Math.max(0, Math.min(most, want - level / weight));

/** The level at which the vessels hold the money together: bisected, then solved exactly between two corners. */
function levelFor(vessels: readonly Vessel[], money: number): number {
  const heldBy = (level: number): number => vessels.reduce((sum, vessel) => sum + heldAt(vessel, level), 0);
  let low = vessels.reduce((least, { weight, want }) => Math.min(least, weight * (want - money)), Infinity);
  let high = vessels.reduce((most, { weight, want }) => Math.max(most, weight * want), -Infinity);
  for (let step = 0; step < 60; step++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (heldBy(middle) > money) low = middle;
    else high = middle;
  }
  let [reach, slope, open] = [0, 0, money];
  for (const vessel of vessels) {
    const held = heldAt(vessel, high);
    if (held >= vessel.most) open -= held;
    else if (held > 0 || vessel.weight * vessel.want >= high) {
      reach += vessel.want;
      slope += 1 / vessel.weight;
    }
  }
  const exact = slope > 0 ? (reach - open) / slope : high;
  return Math.abs(heldBy(exact) - money) < Math.abs(heldBy(high) - money) ? exact : high;
}

function levelIn(state: State, slice: number): number {
  let worst = -Infinity;
  let any = -Infinity;
  for (const at of membersOf(state, slice)) {
    const { weight = 1, cap = 0 } = state.claims[at] ?? {};
    const short = weight * (state.residuals[at] ?? 0);
    any = Math.max(any, short);
    if ((state.rooms[at] ?? 0) > 1e-9 * cap) worst = Math.max(worst, short);
  }
  const level = Number.isFinite(worst) ? worst : any;
  return Number.isFinite(level) ? -level : 0;
}
