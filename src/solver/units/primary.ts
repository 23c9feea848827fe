// solvePrimary: how much of each fund's order becomes creation units and how many of the executed shares it gets.
import { at } from '../at';
import { checkUnits } from '../checks/checkUnits';
import { compareText, remainder } from '../numbers';
import { weigh } from '../shares/shares';
import type { PrimaryAnswer, PrimaryFund, PrimaryProblem } from '../types';
import { InputError, lot, named, notNegative, oneOf, positive, whole, wholeIfGiven } from '../validate';
import { mostUnits, paidUnits, type UnitMarket, wholeRoomFor } from './unitFund';
import { searchUnits } from './unitSearch';

/**
 * Minimises Σ w·(target − price·shares − unitValue·units)² with all executed shares allocated, in whole lots and
 * units, within every cap and limit; rows come back as given. `lowerBound` is proven: up to some hundreds of funds it
 * usually meets the answer; beyond that the answer is off by no more than rounding shares costs (Σ w·(price·lot)²/4). `ties`
 * decides among equally good unit splits, never against a better one.
 * @throws InputError naming the field when the input is unusable
 */
export function solvePrimary(problem: PrimaryProblem): PrimaryAnswer {
  validate(problem);
  const { price, unitValue, executedShares } = problem;
  const funds = [...problem.funds].sort((a, b) => b.target - a.target || compareText(a.id, b.id));
  const weights = funds.map((fund) => weigh(problem.weighting, fund.intent ?? fund.target));
  const market: UnitMarket = {
    price,
    unitValue,
    shares: executedShares,
    lot: problem.shareLot ?? 1,
    funds: funds.map((fund, index) => ({
      target: fund.target,
      weight: at(weights, index),
      shareCap: Math.min(fund.maxShares ?? executedShares, executedShares),
      perShare: fund.limit?.perShare ?? 0,
      perUnit: fund.limit?.perUnit ?? 0,
      total: fund.limit?.total ?? 0,
    })),
  };
  const low = funds.map(({ fixedUnits = 0 }) => fixedUnits);
  const room = market.funds.reduce((sum, fund, index) => sum + wholeRoomFor(fund, at(low, index)), 0);
  if (room < executedShares) {
    throw new InputError(
      'executedShares',
      `${executedShares} shares do not fit the caps of the funds (${room})`,
    );
  }
  const high = market.funds.map(
    (fund, index) =>
      funds[index]?.fixedUnits ?? mostUnits(fund, unitValue, funds[index]?.maxUnits ?? Infinity),
  );
  const highTotal = Math.min(
    problem.maxTotalUnits ?? Infinity,
    high.reduce((sum, units) => sum + units, 0),
  );
  const root = { low, high, lowTotal: 0, highTotal };
  const result = searchUnits(market, root, problem.ties ?? 'pro-rata');
  if (!result)
    throw new InputError('shareLot', `no split of ${executedShares} shares into such lots fits the caps`);
  const rows = funds.map((fund, index) => ({
    fund,
    weight: at(weights, index),
    shares: at(result.shares, index),
    units: at(result.units, index),
  }));
  const proof = checkUnits(problem, { rows, proof: result.proof });
  const byId = new Map(rows.map((row) => [row.fund.id, row]));
  return {
    funds: problem.funds.map(({ id, target }) => {
      const shares = byId.get(id)?.shares ?? 0;
      const units = byId.get(id)?.units ?? 0;
      return { id, shares, units, residual: remainder(remainder(target, unitValue, units), price, shares) };
    }),
    ...proof,
    gap: proof.objective - proof.lowerBound,
  };
}

function validate(problem: PrimaryProblem): void {
  positive('price', problem.price);
  positive('unitValue', problem.unitValue);
  if (problem.unitValue < problem.price)
    throw new InputError('unitValue', 'must not be below the price of one share');
  whole('executedShares', problem.executedShares);
  lot('shareLot', problem.shareLot);
  wholeIfGiven('maxTotalUnits', problem.maxTotalUnits);
  oneOf('weighting', problem.weighting, ['equal-bps', 'squared-relative']);
  oneOf('ties', problem.ties, ['pro-rata', 'fewest-requests']);
  named('funds', problem.funds);
  problem.funds.forEach((fund, index) => {
    positive(`funds[${index}].target`, fund.target);
    if (fund.intent !== undefined) positive(`funds[${index}].intent`, fund.intent);
    wholeIfGiven(`funds[${index}].maxUnits`, fund.maxUnits);
    wholeIfGiven(`funds[${index}].maxShares`, fund.maxShares);
    fixed(problem, index, fund);
    if (!fund.limit) return;
    notNegative(`funds[${index}].limit.perShare`, fund.limit.perShare);
    notNegative(`funds[${index}].limit.perUnit`, fund.limit.perUnit);
    notNegative(`funds[${index}].limit.total`, fund.limit.total);
  });
}

/** What was decided has to be possible by itself. */
function fixed({ maxTotalUnits = Infinity, funds }: PrimaryProblem, index: number, fund: PrimaryFund): void {
  const { fixedUnits, maxUnits = Infinity, limit } = fund;
  const field = `funds[${index}].fixedUnits`;
  wholeIfGiven(field, fixedUnits);
  if (fixedUnits === undefined) return;
  if (fixedUnits > maxUnits) throw new InputError(field, `must not be above maxUnits (${maxUnits})`);
  if (limit && fixedUnits > paidUnits(limit))
    throw new InputError(field, `${fixedUnits} units do not fit the fund's limit`);
  if (funds.reduce((sum, each) => sum + (each.fixedUnits ?? 0), 0) > maxTotalUnits)
    throw new InputError(field, `the fixed units of all funds are above maxTotalUnits (${maxTotalUnits})`);
}
