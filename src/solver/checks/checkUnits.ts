// Re-checks a split into shares and units, and re-computes its bound from the proof. Shares nothing with the search.

import { at } from '../at';
import { remainder } from '../numbers';
import type { PrimaryFund, PrimaryProblem } from '../types';
import { cut, type UnitNode, type UnitProof } from '../units/unitNode';
import { CheckError, checkHoldings } from './checkShares';

interface Row {
  readonly fund: PrimaryFund;
  readonly weight: number;
  readonly shares: number;
  readonly units: number;
}

/** The answer, row by row in the fixed order, and the proof the search left. */
export interface UnitClaim {
  readonly rows: readonly Row[];
  readonly proof: UnitProof;
}

/** Refuses an answer that breaks a rule; returns its objective and the bound that the proof really gives. */
export function checkUnits(
  problem: PrimaryProblem,
  { rows, proof }: UnitClaim,
): { objective: number; lowerBound: number } {
  const { price, unitValue, executedShares } = problem;
  const holdings = rows.map(({ fund, shares }) => ({
    id: fund.id,
    shares,
    cap: fund.maxShares ?? executedShares,
  }));
  checkHoldings(executedShares, problem.shareLot ?? 1, holdings);
  let totalUnits = 0;
  let objective = 0;
  let allowance = 0;
  for (const { fund, weight, shares, units } of rows) {
    if (!Number.isSafeInteger(units) || units < 0)
      throw new CheckError(`${fund.id} would get ${units} units`);
    if (units > (fund.maxUnits ?? Infinity)) throw new CheckError(`${fund.id} would get ${units} units`);
    if (units !== (fund.fixedUnits ?? units)) throw new CheckError(`${fund.id} would get ${units} units`);
    const { limit } = fund;
    if (limit) {
      const used = limit.perShare * shares + limit.perUnit * units;
      if (used > limit.total + 1e-8 * limit.perShare + 1e-8 * limit.perUnit + 1e-12 * limit.total) {
        throw new CheckError(`${fund.id} would use ${used} of its limit ${limit.total}`);
      }
    }
    totalUnits += units;
    allowance += weight * price ** 2;
    objective += weight * remainder(remainder(fund.target, unitValue, units), price, shares) ** 2;
  }
  if (totalUnits > (problem.maxTotalUnits ?? Infinity)) throw new CheckError(`${totalUnits} units in total`);
  const most = rows.map(
    ({ fund }) =>
      fund.fixedUnits ??
      Math.min(fund.maxUnits ?? Infinity, Math.max(0, Math.round(fund.target / unitValue))),
  );
  const all: UnitNode = {
    low: rows.map(({ fund }) => fund.fixedUnits ?? 0),
    high: most,
    lowTotal: 0,
    // Never without an end: a level that only rounding makes negative would have no floor at all.
    highTotal: Math.min(problem.maxTotalUnits ?? Infinity, unitsFor(rows, most)),
  };
  const { bound, size } = boundOf(problem, rows, all, proof);
  // The bound is a small difference of large sums: it is known to a few last digits of what was added up.
  const blur = 2 ** -50 * (rows.length + 8) * size;
  if (!(bound - blur <= objective * (1 + 1e-9) + 1e-9 * allowance))
    throw new CheckError(`the bound ${bound} is above the objective ${objective}`);
  return { objective, lowerBound: Math.max(0, Math.min(objective, bound)) };
}

/** A floor, and the sum of the sizes of all that was added up to it. */
interface Floor {
  readonly bound: number;
  readonly size: number;
}
const NO_SPLIT: Floor = { bound: Infinity, size: 0 };

/** The floor under every split of a part: the lower of its two halves, or Lagrange's bound, or nothing to bound. */
function boundOf(problem: PrimaryProblem, rows: readonly Row[], part: UnitNode, proof: UnitProof): Floor {
  if (proof.kind === 'split') {
    const [below, above] = cut(part, proof.split);
    return lower(boundOf(problem, rows, below, proof.below), boundOf(problem, rows, above, proof.above));
  }
  if (proof.kind === 'empty') {
    if (!isEmpty(problem, rows, part)) throw new CheckError('a part of the splits was skipped');
    return NO_SPLIT;
  }
  const { theta, level } = proof;
  const totalBound = level < 0 ? part.highTotal : part.lowTotal;
  let bound = level === 0 ? 0 : level * totalBound;
  let size = Math.abs(bound);
  const least = proof.isWhole ? leastWholeCost : leastCost;
  rows.forEach((row, index) => {
    const own = least(problem, row, { low: at(part.low, index), high: at(part.high, index), theta, level });
    bound += own.bound;
    size += own.size;
  });
  return { bound, size };
}

/** What is no number is below everything, so that no check passes it. */
const lower = (one: Floor, other: Floor): Floor =>
  one.bound < other.bound || Number.isNaN(one.bound) ? one : other;

const summed = (...parts: readonly number[]): Floor => ({
  bound: parts.reduce((sum, part) => sum + part, 0),
  size: parts.reduce((sum, part) => sum + Math.abs(part), 0),
});

/** Bounds on a fund's units and the two prices of a bound. */
interface Ask {
  readonly low: number;
  readonly high: number;
  readonly theta: number;
  readonly level: number;
}

/** Least of w·r² + 2θ·P·(a − â) − level·u over whole units and whole lots, one odd lot allowed. */
function leastWholeCost(problem: PrimaryProblem, row: Row, { low, high, theta, level }: Ask): Floor {
  const { price, unitValue, executedShares, shareLot = 1 } = problem;
  let least = NO_SPLIT;
  for (let units = low; units <= Math.min(high, unitRoom(row.fund)); units++) {
    const own = remainder(row.fund.target, unitValue, units);
    const room = shareRoom(problem, row.fund, units, true);
    for (const odd of new Set([0, executedShares % shareLot])) {
      if (room < odd) continue;
      const most = Math.floor((room - odd) / shareLot);
      const nearest = Math.round(((own - theta / row.weight) / price - odd) / shareLot);
      for (const by of [-1, 0, 1]) {
        const shares = Math.max(0, Math.min(most, nearest + by)) * shareLot + odd;
        const cost = row.weight * remainder(own, price, shares) ** 2;
        least = lower(least, summed(cost, 2 * theta * price * (shares - row.shares), -level * units));
      }
    }
  }
  return least;
}

/** Least of w·r² + 2θ(x − x̂) − level·u over one fund's units, x̂ its share money in the answer. Convex in u. */
function leastCost(problem: PrimaryProblem, row: Row, { low, high, theta, level }: Ask): Floor {
  const { price, unitValue } = problem;
  const evenly = theta / row.weight; // the residual left when nothing caps the shares
  const cost = (units: number): Floor => {
    const own = remainder(row.fund.target, unitValue, units);
    const room = shareRoom(problem, row.fund, units, low === high);
    const isCapped = own - evenly > room * price;
    const residual = own <= evenly ? own : isCapped ? remainder(own, price, room) : evenly;
    const moved =
      own <= evenly
        ? -price * row.shares
        : isCapped
          ? price * (room - row.shares)
          : remainder(own, price, row.shares) - evenly;
    return summed(row.weight * residual ** 2, 2 * theta * moved, -level * units);
  };
  let [from, to] = [low, Math.min(high, unitRoom(row.fund))];
  if (to < from) return NO_SPLIT;
  while (to - from > 3) {
    const left = Math.floor((2 * from + to) / 3);
    const right = Math.ceil((from + 2 * to) / 3);
    if (cost(left).bound <= cost(right).bound) to = right;
    else from = left;
  }
  let least = NO_SPLIT;
  for (let units = from; units <= to; units++) least = lower(least, cost(units));
  return least;
}

function shareRoom(problem: PrimaryProblem, fund: PrimaryFund, units: number, whole: boolean): number {
  const cap = Math.min(fund.maxShares ?? Infinity, problem.executedShares);
  if (!fund.limit || fund.limit.perShare === 0) return cap;
  const room = Math.max(0, (fund.limit.total - fund.limit.perUnit * units) / fund.limit.perShare);
  return Math.min(cap, whole ? Math.floor(room + 1e-9) : room);
}

function unitRoom(fund: PrimaryFund): number {
  return fund.limit && fund.limit.perUnit > 0
    ? Math.floor(fund.limit.total / fund.limit.perUnit + 1e-9)
    : Infinity;
}

/** Units that all funds together could have. */
const unitsFor = (rows: readonly Row[], most: readonly number[]): number =>
  rows.reduce((sum, { fund }, index) => sum + Math.min(at(most, index), unitRoom(fund)), 0);

function isEmpty(problem: PrimaryProblem, rows: readonly Row[], part: UnitNode): boolean {
  const most = unitsFor(rows, part.high);
  let [least, room] = [0, 0];
  rows.forEach(({ fund }, index) => {
    least += at(part.low, index);
    room += shareRoom(problem, fund, at(part.low, index), true);
  });
  return (
    least > part.highTotal ||
    most < part.lowTotal ||
    room < problem.executedShares ||
    part.lowTotal > part.highTotal
  );
}
