import {
  allocateShares,
  explainPrimary,
  explainShares,
  InputError,
  type PrimaryProblem,
  type ShareProblem,
  solvePrimary,
} from '../../src/solver';
import { weightOf } from './bruteForce';
import { chanceOf, MANY_DAYS } from './seeded';
import { smallShareDay, smallUnitDay } from './smallDays';
import { total } from './smallMarkets';

/** Close to the last bits, or both null. */
function expectCost(actual: number | null | undefined, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(expected, 9);
}

function answered<Problem, Answer>(
  solve: (problem: Problem) => Answer,
  problem: Problem,
): Answer | undefined {
  try {
    return solve(problem);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return undefined;
  }
}

/** A cap binds when the share it keeps away is worth more than what the cheapest other giver loses. */
function bindsAt(
  at: number,
  more: number | null,
  wishes: readonly number[],
  less: readonly (number | null)[],
) {
  const givers = less.filter((cost, other) => other !== at && cost !== null).map((cost) => cost ?? 0);
  return more === null && (wishes[at] ?? 0) + Math.min(Infinity, ...givers) < 0;
}

describe('the reasons given beside a split', () => {
  it('are what the objective of each fund would change by with one lot more or less', () => {
    const chance = chanceOf(101);
    let [explained, binding] = [0, 0];
    for (let day = 0; day < MANY_DAYS; day++) {
      const problem: ShareProblem = smallShareDay(chance);
      const answer = answered(allocateShares, problem);
      if (!answer) continue;
      const { price, shareLot: lot = 1 } = problem;
      const wanted = total(problem.funds.map(({ target }) => Math.max(0, target)));
      const weighting = price * problem.executedShares > wanted ? 'equal-bps' : problem.weighting;
      const reasons = explainShares(problem, answer);
      const changes = problem.funds.map((fund, at) => {
        const shares = answer.funds[at]?.shares ?? 0;
        const score = (count: number) =>
          weightOf(weighting, fund.intent) * (fund.target - price * count) ** 2;
        return {
          wish: score(shares + lot) - score(shares),
          more: shares + lot <= (fund.maxShares ?? Infinity) ? score(shares + lot) - score(shares) : null,
          less: shares >= lot ? score(shares - lot) - score(shares) : null,
        };
      });
      const wishes = changes.map(({ wish }) => wish);
      const less = changes.map((change) => change.less);
      problem.funds.forEach((fund, at) => {
        const reason = reasons[at];
        expect([reason?.id, reason?.target]).toEqual([fund.id, fund.target]);
        expectCost(
          reason?.proRataShares,
          (problem.executedShares * fund.intent) / total(problem.funds.map(({ intent }) => intent)),
        );
        expectCost(reason?.oneMore, changes[at]?.more ?? null);
        expectCost(reason?.oneLess, changes[at]?.less ?? null);
        const binds = bindsAt(at, changes[at]?.more ?? null, wishes, less);
        expect(reason?.capBinds).toBe(binds);
        if (binds) binding++;
      });
      explained++;
    }
    expect(explained).toBeGreaterThan(0.8 * MANY_DAYS);
    expect(binding).toBeGreaterThan(0.1 * MANY_DAYS);
  });

  it('are the same for units, within each fund’s access, cash or holdings', () => {
    const chance = chanceOf(102);
    let [explained, offered, refused] = [0, 0, 0];
    for (let day = 0; day < MANY_DAYS; day++) {
      const problem: PrimaryProblem = smallUnitDay(chance);
      const answer = answered(solvePrimary, problem);
      if (!answer) continue;
      const { price, unitValue, shareLot: lot = 1 } = problem;
      const asked = total(problem.funds.map(({ target }) => target));
      const totalUnits = total(answer.funds.map(({ units }) => units));
      const reasons = explainPrimary(problem, answer);
      problem.funds.forEach((fund, at) => {
        const reason = reasons[at];
        const { shares = 0, units = 0 } = answer.funds[at] ?? {};
        const score = (more: number, moreUnits: number) =>
          weightOf(problem.weighting, fund.target) *
          (fund.target - price * (shares + more) - unitValue * (units + moreUnits)) ** 2;
        const change = (more: number, moreUnits: number) => score(more, moreUnits) - score(0, 0);
        const { limit } = fund;
        const fits = (more: number, moreUnits: number) =>
          shares + more <= (fund.maxShares ?? Infinity) &&
          units + moreUnits <= (fund.maxUnits ?? Infinity) &&
          totalUnits + moreUnits <= (problem.maxTotalUnits ?? Infinity) &&
          (!limit ||
            limit.perShare * (shares + more) + limit.perUnit * (units + moreUnits) <= limit.total + 1e-9);
        expect(reason?.id).toBe(fund.id);
        expectCost(reason?.proRataShares, (problem.executedShares * fund.target) / asked);
        expectCost(reason?.proRataUnits, (totalUnits * fund.target) / asked);
        expectCost(reason?.oneMore, fits(lot, 0) ? change(lot, 0) : null);
        expectCost(reason?.oneLess, shares >= lot ? change(-lot, 0) : null);
        expectCost(reason?.oneUnitMore, fits(0, 1) ? change(0, 1) : null);
        expectCost(reason?.oneUnitLess, units > 0 ? change(0, -1) : null);
        if (fits(0, 1)) offered++;
        else refused++;
      });
      explained++;
    }
    expect(explained).toBeGreaterThan(0.8 * MANY_DAYS);
    expect(Math.min(offered, refused)).toBeGreaterThan(0.3 * MANY_DAYS);
  });

  it('do not depend on the order of the rows, not even in their last bit', () => {
    const funds = [0.1, 0.2, 0.3].map((part, at) => ({ id: `F${at}`, intent: part, target: part }));
    const problem = { price: 0.01, executedShares: 50, funds };
    const turned = { ...problem, funds: [...funds].reverse() };
    expect(explainShares(turned, allocateShares(turned)).reverse()).toEqual(
      explainShares(problem, allocateShares(problem)),
    );
  });
});
