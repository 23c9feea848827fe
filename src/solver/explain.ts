// Says per fund why a split is what it is: target, pro-rata share, and what one share or unit more or less would cost.
import { remainder } from './numbers';
import { isOverExecuted, weigh } from './shares/shares';
import type {
  PrimaryAnswer,
  PrimaryFund,
  PrimaryProblem,
  ShareAnswer,
  ShareProblem,
  Weighting,
} from './types';

/** Costs are changes of the objective for this fund alone; null where the fund cannot go further. */
export interface ShareExplanation {
  readonly id: string;
  /** BRL to be filled. */
  readonly target: number;
  /** Fractional shares the fund would get purely pro rata to what it asked for. */
  readonly proRataShares: number;
  /** One share more (one lot, where shares go in lots); null at the cap or the limit. */
  readonly oneMore: number | null;
  /** One share less (one lot, where shares go in lots); null when the fund holds none to give. */
  readonly oneLess: number | null;
  /** True when only its cap or limit keeps the fund from a share that another fund would rather give. */
  readonly capBinds: boolean;
}

export interface PrimaryExplanation extends ShareExplanation {
  /** Fractional units the fund would get purely pro rata to its target. */
  readonly proRataUnits: number;
  /** One unit more, shares unchanged; null at the fund's cap or limit, or when the total is used up. */
  readonly oneUnitMore: number | null;
  /** One unit less, shares unchanged; null when the fund has none. */
  readonly oneUnitLess: number | null;
}

/** Why each fund got its shares; rows in the order of the problem. */
export function explainShares(problem: ShareProblem, answer: ShareAnswer): ShareExplanation[] {
  const weighting = isOverExecuted(problem) ? 'equal-bps' : problem.weighting;
  const asked = orderlySum(problem.funds.map((fund) => fund.intent));
  const held = sharesById(answer.funds);
  return withCaps(
    problem.funds.map((fund) => {
      const shares = held.get(fund.id) ?? 0;
      const room = (fund.maxShares ?? Infinity) - shares;
      const proRata = (problem.executedShares * fund.intent) / asked;
      return reasonOf(
        problem,
        weighting,
        { id: fund.id, target: fund.target, intent: fund.intent },
        shares,
        0,
        room,
        proRata,
      );
    }),
  );
}

/** Why each fund got its shares and units; rows in the order of the problem. */
export function explainPrimary(problem: PrimaryProblem, answer: PrimaryAnswer): PrimaryExplanation[] {
  const asked = orderlySum(problem.funds.map((fund) => fund.target));
  const rows = new Map(answer.funds.map((row) => [row.id, row]));
  const totalUnits = answer.funds.reduce((sum, row) => sum + row.units, 0);
  const isUsedUp = totalUnits >= (problem.maxTotalUnits ?? Infinity);
  const shareReasons = withCaps(
    problem.funds.map((fund) => {
      const { shares = 0, units = 0 } = rows.get(fund.id) ?? {};
      const spent = problem.unitValue * units;
      const proRata = (problem.executedShares * fund.target) / asked;
      const own = { id: fund.id, target: fund.target, intent: fund.intent ?? fund.target };
      return reasonOf(
        problem,
        problem.weighting,
        own,
        shares,
        spent,
        shareRoom(fund, shares, units),
        proRata,
      );
    }),
  );
  return shareReasons.map((reason, index) => {
    const fund = problem.funds[index];
    const { shares = 0, units = 0 } = rows.get(reason.id) ?? {};
    const proRataUnits = (totalUnits * reason.target) / asked;
    const weight = weigh(problem.weighting, fund?.intent ?? reason.target);
    const residual = remainder(remainder(reason.target, problem.unitValue, units), problem.price, shares);
    const change = (by: number): number =>
      weight * problem.unitValue * by * (problem.unitValue * by - 2 * residual);
    const { id, target, proRataShares, oneMore, oneLess, capBinds } = reason;
    const canTake = fund !== undefined && !isUsedUp && unitRoom(fund, shares, units) >= 1;
    return {
      ...{ id, target, proRataShares, oneMore, oneLess, capBinds, proRataUnits },
      oneUnitMore: canTake ? change(1) : null,
      oneUnitLess: units > 0 ? change(-1) : null,
    };
  });
}

interface Candidate extends ShareExplanation {
  /** What one more would cost if nothing kept the fund from it. */
  readonly wish: number;
}

function reasonOf(
  problem: { readonly price: number; readonly shareLot?: number },
  weighting: Weighting | undefined,
  fund: { readonly id: string; readonly target: number; readonly intent: number },
  shares: number,
  spent: number,
  room: number,
  proRataShares: number,
): Candidate {
  const lot = problem.shareLot ?? 1;
  const residual = remainder(fund.target - spent, problem.price, shares);
  const step = problem.price * lot;
  const change = (by: number): number =>
    weigh(weighting, fund.intent) * step * by * (step * by - 2 * residual);
  return {
    id: fund.id,
    target: fund.target,
    proRataShares,
    oneMore: room >= lot ? change(1) : null,
    oneLess: shares >= lot ? change(-1) : null,
    capBinds: false,
    wish: change(1),
  };
}

/** A cap binds when the fund's wish is worth more than what some other fund would lose by giving. */
function withCaps(reasons: readonly Candidate[]): ShareExplanation[] {
  const givers = reasons.map((reason) => reason.oneLess ?? Infinity);
  const cheapest = [...givers].sort((a, b) => a - b);
  return reasons.map(({ wish, ...reason }) => {
    const other = reason.oneLess === cheapest[0] ? cheapest[1] : cheapest[0];
    return { ...reason, capBinds: reason.oneMore === null && wish + (other ?? Infinity) < 0 };
  });
}

function shareRoom(fund: PrimaryFund, shares: number, units: number): number {
  const left = (fund.maxShares ?? Infinity) - shares;
  if (!fund.limit || fund.limit.perShare === 0) return left;
  const { perShare, perUnit, total } = fund.limit;
  return Math.min(left, (total - perUnit * units - perShare * shares) / perShare + 1e-9);
}

function unitRoom(fund: PrimaryFund, shares: number, units: number): number {
  const left = (fund.maxUnits ?? Infinity) - units;
  if (!fund.limit || fund.limit.perUnit === 0) return left;
  const { perShare, perUnit, total } = fund.limit;
  return Math.min(left, (total - perUnit * units - perShare * shares) / perUnit + 1e-9);
}

function sharesById(rows: readonly { readonly id: string; readonly shares: number }[]): Map<string, number> {
  return new Map(rows.map((row) => [row.id, row.shares]));
}

/** Largest first, so that the order of rows does not change the sum. */
function orderlySum(values: readonly number[]): number {
  return [...values].sort((a, b) => b - a).reduce((sum, value) => sum + value, 0);
}
