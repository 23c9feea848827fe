// Re-checks a ledger before it leaves. Knows the problem and the answer, not how the answer was found.
import type { LedgerAnswer, LedgerClaim, LedgerProblem } from '../ledger/ledgerTypes';
import { possibleLedgerGain } from './checkLedgerGain';
import { CheckError } from './checkShares';
import { checkSliceSplit, type Seat } from './checkSlice';

/** What is checked of an answer: who holds what of which slice. */
export type LedgerHoldings = Pick<LedgerAnswer, 'claims' | 'unplaced'>;

/** Margins −weight·residual by slice to try as multipliers; any give a true bound, so they need no trust. */
export interface LedgerHint {
  readonly rank: LedgerClaim['rank'];
  readonly levels: readonly (readonly number[])[];
}

/** Refuses any answer to `allocateLedger` that breaks a rule; returns its objective and certified bound. */
export function checkLedger(
  problem: LedgerProblem,
  answer: LedgerHoldings,
  hints: readonly LedgerHint[],
): { objective: number; lowerBound: number } {
  const seats = seatsOf(problem, answer);
  const unplaced = new Map(answer.unplaced.map(({ slice, shares }) => [slice, shares]));
  problem.slices.forEach((slice, at) => {
    const here = seats.filter(({ claim }) => claim.from <= at && at <= claim.to);
    checkSliceSplit(problem, at, here, unplaced.get(slice.id) ?? 0);
  });
  const stated = new Map(answer.claims.map(({ id, residual }) => [id, residual]));
  for (const { claim, open } of seats) {
    if (stated.get(claim.id) !== open) throw new CheckError(`${claim.id} has ${open} BRL open`);
  }
  let objective = 0;
  for (const seat of seats) objective += seat.weight * seat.open ** 2;
  // A claim that has ended keeps what it has: the bound is over those still in force.
  const last = problem.slices.length - 1;
  let gain = 0;
  for (const { rank, levels } of hints) {
    const free = seats.filter(
      ({ claim }) => claim.kept === undefined && claim.to === last && claim.rank === rank,
    );
    if (free.length > 0) gain += possibleLedgerGain(problem, free, levels);
  }
  return { objective, lowerBound: Math.max(0, objective - gain) };
}

/** Every claim with what it holds by slice, in the order in which the sums are made. */
function seatsOf(problem: LedgerProblem, answer: LedgerHoldings): Seat[] {
  const order = new Map(problem.slices.map(({ id }, at) => [id, at]));
  const rows = new Map(answer.claims.map((row) => [row.id, row]));
  if (rows.size !== problem.claims.length || answer.claims.length !== rows.size)
    throw new CheckError('the claims are not those that were asked about');
  return [...problem.claims]
    .sort((a, b) => b.intent - a.intent || (a.id < b.id ? -1 : 1))
    .map((claim) => {
      const shares = problem.slices.map(() => 0);
      const row = rows.get(claim.id);
      for (const { slice, shares: count } of row?.slices ?? []) {
        const at = order.get(slice) ?? -1;
        if (at < claim.from || at > claim.to)
          throw new CheckError(`${claim.id} would get shares of ${slice}, where it is not in force`);
        if (!Number.isSafeInteger(count) || count <= 0 || shares[at] !== 0)
          throw new CheckError(`${claim.id} would get ${count} shares of ${slice}`);
        shares[at] = count;
      }
      const total = shares.reduce((sum, count) => sum + count, 0);
      if (row?.shares !== total)
        throw new CheckError(`${claim.id} holds ${total} shares, not ${row?.shares}`);
      return {
        claim,
        shares,
        kept: keptOf(problem, claim),
        weight: problem.weighting === 'squared-relative' ? 1 / claim.intent / claim.intent : 1 / claim.intent,
        open: claim.target,
        held: 0,
      };
    });
}

const keptOf = (problem: LedgerProblem, claim: LedgerClaim): number[] => {
  const kept = new Map(claim.kept?.map(({ slice, shares }) => [slice, shares]));
  return problem.slices.map(({ id }) => kept.get(id) ?? 0);
};
