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
  }[];
}

/** A claim while slices are poured: BRL open, shares held, and what its cap charges for a share (BRL², grows if it binds). */
interface Vessel {
  readonly weight: number;
  readonly cap: number;
  /** How steeply being beyond the cap is charged. */
  readonly stiffness: number;
  readonly taken: Float64Array;
  open: number;
  held: number;
  charge: number;
}

/** Enough for what the largest days need; small ones may go on until they are still. Claims × slices visited. */
const MOST_VISITS = 3e5;
const LEAST_SWEEPS = 20;
const STIFFNESS = 6;
/** Part of all money that may still move when the levels are taken. */
const STILL = 1e-11;

/**
 * Slice after slice is poured anew over its claims until nothing moves. Each pouring is exact, and the sum of squares
 * has no other resting point than its least; caps join several slices, so they charge for what lies beyond them until
 * nothing does (augmented Lagrange). Where claims only begin and no cap binds, the first sweep is already exact.
 * Levels are margins −weight·residual, one a slice. They are hints: the bound that is made of them needs no trust.
 */
export function relaxedLevels({ prices, shares, claims }: Relaxation): number[] {
  const money = prices.map((price, at) => price * (shares[at] ?? 0));
  const active = money.flatMap((brl, at) => (brl > 0 ? [at] : []));
  const total = money.reduce((sum, brl) => sum + brl, 0);
  const dearest = prices.reduce((most, price) => Math.max(most, price), 0);
  const vessels = claims.map(({ weight, target, cap }): Vessel => {
    const taken = new Float64Array(prices.length);
    return {
      weight,
      cap,
      stiffness: STIFFNESS * weight * dearest ** 2,
      taken,
      open: target,
      held: 0,
      charge: 0,
    };
  });
  const members = prices.map((_, slice) => vessels.filter((_, at) => (claims[at]?.from ?? 0) <= slice));
  const levels = prices.map(() => 0);
  const sweeps = Math.max(LEAST_SWEEPS, MOST_VISITS / (claims.length * prices.length));
  for (let sweep = 1; sweep <= sweeps; sweep++) {
    let moved = 0;
    for (const slice of active) {
      const pool = { slice, price: prices[slice] ?? 0, money: money[slice] ?? 0 };
      const poured = pour(members[slice] ?? [], pool, sweep === 1 ? undefined : levels[slice]);
      levels[slice] = poured.level;
      moved = Math.max(moved, poured.moved);
    }
    moved = Math.max(moved, chargeCaps(vessels) * dearest);
    if (moved <= STILL * total) break;
  }
  return levels;
}

/** Returns by how many shares a charge was wrong at most. */
function chargeCaps(vessels: readonly Vessel[]): number {
  let wrong = 0;
  for (const vessel of vessels) {
    const next = Math.max(0, vessel.charge + vessel.stiffness * (vessel.held - vessel.cap));
    wrong = Math.max(wrong, Math.abs(next - vessel.charge) / vessel.stiffness);
    vessel.charge = next;
  }
  return wrong;
}

interface Pool {
  readonly slice: number;
  readonly price: number;
  readonly money: number;
}

/** Takes a slice back and pours it again, the others as they stand. */
function pour(
  vessels: readonly Vessel[],
  pool: Pool,
  start: number | undefined,
): { level: number; moved: number } {
  const { slice, price } = pool;
  for (const vessel of vessels) {
    const back = vessel.taken[slice] ?? 0;
    vessel.open += back;
    vessel.held -= back / price;
  }
  const level = levelFor(vessels, pool, start);
  let moved = 0;
  for (const vessel of vessels) {
    const held = take(vessel, price, level).money;
    moved = Math.max(moved, Math.abs(held - (vessel.taken[slice] ?? 0)));
    vessel.taken[slice] = held;
    vessel.open -= held;
    vessel.held += held / price;
  }
  return { level, moved };
}

/** What a claim takes of a slice at a level, BRL, and how much more if the level rises by one. */
function take(vessel: Vessel, price: number, level: number): { money: number; slope: number } {
  const { weight, open, held, cap, stiffness, charge } = vessel;
  const free = open + level / weight;
  if (free <= 0) return { money: 0, slope: 0 };
  if (stiffness * (held + free / price - cap) + charge <= 0) return { money: free, slope: 1 / weight };
  const slope = 1 / (weight + stiffness / (2 * price * price));
  const money = slope * (level + weight * open - (stiffness * (held - cap) + charge) / (2 * price));
  return money > 0 ? { money, slope } : { money: 0, slope: 0 };
}

/** The level at which the claims take the money together: Newton on a rising line with corners, kept between bounds. */
function levelFor(vessels: readonly Vessel[], { price, money }: Pool, start: number | undefined): number {
  let [low, high] = [-Infinity, Infinity];
  let level = start ?? vessels.reduce((least, { weight, open }) => Math.min(least, -weight * open), Infinity);
  let reach = Math.abs(level) + 1;
  for (let step = 0; step < 200; step++) {
    let [sum, slope] = [0, 0];
    for (const vessel of vessels) {
      const own = take(vessel, price, level);
      sum += own.money;
      slope += own.slope;
    }
    if (sum >= money) high = Math.min(high, level);
    if (sum <= money) low = Math.max(low, level);
    const newton = slope > 0 ? level + (money - sum) / slope : Number.NaN;
    const isInside = newton > low && newton < high;
    const middle =
      high === Infinity ? low + reach : low === -Infinity ? high - reach : low + (high - low) / 2;
    const next = isInside ? newton : middle;
    if (next === level || !(middle > low && middle < high)) break;
    level = next;
    reach *= 2;
  }
  return level;
}
