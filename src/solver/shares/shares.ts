// allocateShares: shares over funds once units are fixed, or when the fund trades in the secondary market alone.
import { at } from '../at';
import { checkShares } from '../checks/checkShares';
import { compareText, remainder } from '../numbers';
import type { ShareAnswer, ShareProblem, Weighting } from '../types';
import { finite, InputError, lot, named, oneOf, positive, whole, wholeIfGiven } from '../validate';
import { shareOut } from './sharing';

/** The weight of a fund's squared miss, from what it asked for. */
export function weigh(weighting: Weighting | undefined, intent: number): number {
  return weighting === 'squared-relative' ? 1 / intent / intent : 1 / intent;
}

/**
 * Splits executed shares so that Σ w·(target − price·shares)² is the least possible; rows come back as given.
 * When more was executed than the targets can take, the excess falls pro rata to intent (w = 1/V) whatever the
 * weighting. Throws InputError naming the field when the input is unusable.
 */
export function allocateShares(problem: ShareProblem): ShareAnswer {
  validate(problem);
  const { price, executedShares } = problem;
  const weighting = isOverExecuted(problem) ? 'equal-bps' : problem.weighting;
  const funds = [...problem.funds].sort((a, b) => b.intent - a.intent || compareText(a.id, b.id));
  const result = shareOut({
    price,
    lot: problem.shareLot ?? 1,
    total: executedShares,
    weights: funds.map((fund) => weigh(weighting, fund.intent)),
    targets: funds.map((fund) => fund.target),
    caps: funds.map((fund) => Math.min(fund.maxShares ?? executedShares, executedShares)),
  });
  if (!result)
    throw new InputError('shareLot', `no split of ${executedShares} shares into such lots fits the caps`);
  const shares = new Map(funds.map((fund, index) => [fund.id, at(result.shares, index)]));
  const proof = checkShares(problem, (intent) => weigh(weighting, intent), shares, result.levels);
  const rows = problem.funds.map(({ id, target }) => {
    const count = shares.get(id) ?? 0;
    return { id, shares: count, residual: remainder(target, price, count) };
  });
  const wanted = problem.funds.map((fund) => sharesTouching(Math.max(fund.target, 0), price));
  const overAllocated = rows.reduce(
    (sum, row, index) => sum + Math.max(0, row.shares - at(wanted, index)),
    0,
  );
  return { funds: rows, ...proof, gap: proof.objective - proof.lowerBound, overAllocated };
}

/** Shares that start below the target: the last may lie across it. Plain division would miscount 1.10 / 0.10. */
function sharesTouching(target: number, price: number): number {
  const nearest = Math.round(target / price);
  return remainder(target, price, nearest) > 1e-9 * price ? nearest + 1 : nearest;
}

/** More money was executed than the funds together still wanted. */
export function isOverExecuted(problem: ShareProblem): boolean {
  const wanted = [...problem.funds]
    .sort((a, b) => b.target - a.target)
    .reduce((sum, fund) => sum + Math.max(fund.target, 0), 0);
  return problem.price * problem.executedShares > wanted;
}

function validate(problem: ShareProblem): void {
  positive('price', problem.price);
  whole('executedShares', problem.executedShares);
  lot('shareLot', problem.shareLot);
  oneOf('weighting', problem.weighting, ['equal-bps', 'squared-relative']);
  named('funds', problem.funds);
  problem.funds.forEach((fund, index) => {
    finite(`funds[${index}].target`, fund.target);
    positive(`funds[${index}].intent`, fund.intent);
    wholeIfGiven(`funds[${index}].maxShares`, fund.maxShares);
  });
  const room = problem.funds.reduce((sum, fund) => sum + (fund.maxShares ?? problem.executedShares), 0);
  if (room < problem.executedShares) {
    throw new InputError(
      'executedShares',
      `${problem.executedShares} shares do not fit the caps of the funds (${room})`,
    );
  }
}
