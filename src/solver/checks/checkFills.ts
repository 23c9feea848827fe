// Re-checks an allocation of fills from its lines alone: every share of every fill, every share of every fund.

import type { FillAnswer, FillProblem } from '../types';
import { CheckError } from './checkShares';

/** Refuses lines that do not use up fills and funds exactly; returns what each fund pays against the pool. */
export function checkFills(
  problem: FillProblem,
  lines: FillAnswer['lines'],
): { funds: FillAnswer['funds']; worstDeviation: number } {
  const base = problem.fills.reduce((least, fill) => Math.min(least, fill.price), Infinity);
  const openFills = new Map(
    problem.fills.map((fill) => [fill.id, { open: fill.quantity, above: fill.price - base }]),
  );
  const openFunds = new Map(problem.funds.map((fund) => [fund.id, { open: fund.shares, paid: 0 }]));
  let paid = 0;
  let total = 0;
  for (const { fillId, fundId, shares } of lines) {
    const fill = openFills.get(fillId);
    const fund = openFunds.get(fundId);
    if (!fill || !fund) throw new CheckError(`a line names ${fillId} and ${fundId}`);
    if (!Number.isSafeInteger(shares) || shares <= 0)
      throw new CheckError(`${fundId} would get ${shares} of ${fillId}`);
    fill.open -= shares;
    fund.open -= shares;
    fund.paid += shares * fill.above;
    paid += shares * fill.above;
    total += shares;
  }
  for (const [id, { open }] of [...openFills, ...openFunds]) {
    if (open !== 0) throw new CheckError(`${open} shares of ${id} are not allocated`);
  }
  const average = total > 0 ? paid / total : 0;
  const funds = problem.funds.map(({ id, shares }) => {
    const spent = openFunds.get(id)?.paid ?? 0;
    const averagePrice = base + (shares > 0 ? spent / shares : average);
    return { id, averagePrice, deviation: spent - shares * average };
  });
  return {
    funds,
    worstDeviation: funds.reduce((worst, fund) => Math.max(worst, Math.abs(fund.deviation)), 0),
  };
}
