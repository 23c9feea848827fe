// Re-checks a split of shares before it leaves. Knows the problem and the answer, not how the answer was found.
import { at } from '../at';
import { remainder } from '../numbers';
import type { ShareProblem } from '../types';

/** An answer that fails its own check is a defect of the house, never shown as a result. */
export class CheckError extends Error {
  constructor(what: string) {
    super(`The answer was refused by its check: ${what}.`);
    this.name = 'CheckError';
  }
}

/** What may be held: whole shares, whole lots but for one odd lot, within every cap, adding up to what was executed. */
export function checkHoldings(
  executed: number,
  lot: number,
  holdings: readonly { readonly id: string; readonly shares: number; readonly cap: number }[],
): void {
  let total = 0;
  let oddFunds = 0;
  for (const { id, shares, cap } of holdings) {
    if (!Number.isSafeInteger(shares) || shares < 0)
      throw new CheckError(`${id} would hold ${shares} shares`);
    if (shares > cap) throw new CheckError(`${id} would hold ${shares} shares of at most ${cap}`);
    if (shares % lot !== 0) oddFunds++;
    total += shares;
  }
  if (total !== executed) throw new CheckError(`${total} shares instead of ${executed}`);
  if (oddFunds > 1)
    // one alone would show in the total
    throw new CheckError(`${oddFunds} funds hold odd lots of ${lot}`);
}

interface Bounded {
  readonly weight: number;
  readonly target: number;
  readonly cap: number;
  readonly shares: number;
}

/**
 * By how much any other split could be better than this one, at most; zero proves it optimal.
 *
 * At a price λ per share no split can gain more than the sum of what each fund alone would gain by leaving its
 * holding, since the λ's cancel when the shares add up (Lagrange). Any λ gives a true bound, so the hints need no
 * trust; the right one gives zero, and none at all proves nothing. With an odd lot the bound is taken for each
 * possible holder and the worst counts.
 */
export function possibleGain(
  price: number,
  lot: number,
  odd: number,
  funds: readonly Bounded[],
  hints: readonly number[],
): number {
  const gains = hints.map((hint) => {
    const lambda = 2 * price * hint;
    const asLots = funds.map((fund) => bestGain(price, lot, 0, fund, lambda));
    const total = asLots.reduce((sum, gain) => sum + gain, 0);
    if (odd === 0) return [total];
    return funds.map((fund, index) => total - at(asLots, index) + bestGain(price, lot, odd, fund, lambda));
  });
  const holders = odd === 0 ? 1 : funds.length;
  let worst = 0;
  for (let holder = 0; holder < holders; holder++) {
    worst = Math.max(worst, Math.min(...gains.map((gain) => at(gain, holder))));
  }
  return worst;
}

/** The most one fund gains at λ by moving from its holding to a whole number of lots (plus the odd lot). */
function bestGain(price: number, lot: number, odd: number, fund: Bounded, lambda: number): number {
  const most = Math.floor((fund.cap - odd) / lot);
  if (most < 0) return -Infinity;
  const ideal = ((fund.target + lambda / (2 * price * fund.weight)) / price - odd) / lot;
  const below = Math.floor(ideal);
  let best = -Infinity;
  for (const lots of [below - 1, below, below + 1, below + 2, Math.round((fund.shares - odd) / lot)]) {
    const shares = Math.max(0, Math.min(most, lots)) * lot + odd;
    const moved = shares - fund.shares;
    const both = remainder(fund.target, price, shares) + remainder(fund.target, price, fund.shares);
    best = Math.max(best, moved * (fund.weight * price * both + lambda));
  }
  return best;
}

/** Refuses any answer to `allocateShares` that breaks a rule; returns its certified bound. */
export function checkShares(
  problem: ShareProblem,
  weightOf: (intent: number) => number,
  shares: ReadonlyMap<string, number>,
  hints: readonly number[],
): { objective: number; lowerBound: number } {
  const lot = problem.shareLot ?? 1;
  const funds = [...problem.funds]
    .sort((a, b) => b.intent - a.intent || (a.id < b.id ? -1 : 1))
    .map((fund) => ({
      id: fund.id,
      weight: weightOf(fund.intent),
      target: fund.target,
      cap: Math.min(fund.maxShares ?? Infinity, problem.executedShares),
      shares: shares.get(fund.id) ?? Number.NaN,
    }));
  checkHoldings(problem.executedShares, lot, funds);
  let objective = 0;
  let allowance = 0;
  for (const fund of funds) {
    objective += fund.weight * remainder(fund.target, problem.price, fund.shares) ** 2;
    allowance += fund.weight * (problem.price * lot) ** 2;
  }
  const gain = possibleGain(problem.price, lot, problem.executedShares % lot, funds, hints);
  if (!(gain <= 1e-9 * (objective + allowance)))
    throw new CheckError(`another split could be better by ${gain}`);
  return { objective, lowerBound: Math.max(0, objective - gain) };
}
