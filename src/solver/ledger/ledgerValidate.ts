// Refuses a ledger that cannot be meant, before any arithmetic; every message opens with the field to be corrected.
import { finite, InputError, named, notNegative, oneOf, positive, whole, wholeIfGiven } from '../validate';
import type { LedgerClaim, LedgerProblem } from './ledgerTypes';

export function validateLedger(problem: LedgerProblem): void {
  oneOf('weighting', problem.weighting, ['equal-bps', 'squared-relative']);
  named('slices', problem.slices);
  problem.slices.forEach((slice, at) => {
    whole(`slices[${at}].executedShares`, slice.executedShares);
    if (slice.executedShares > 0) positive(`slices[${at}].price`, slice.price);
    else notNegative(`slices[${at}].price`, slice.price);
  });
  if (!Array.isArray(problem.claims)) throw new InputError('claims', 'must be a list');
  // A pool may have fills and nobody who asked for them.
  if (problem.claims.length > 0) named('claims', problem.claims);
  const order = new Map(problem.slices.map(({ id }, at) => [id, at]));
  problem.claims.forEach((claim, at) => {
    validateClaim(`claims[${at}]`, claim, order);
  });
}

function validateClaim(field: string, claim: LedgerClaim, order: ReadonlyMap<string, number>): void {
  if (claim.rank !== 'order' && claim.rank !== 'give-back')
    throw new InputError(`${field}.rank`, `must be one of order, give-back, not ${String(claim.rank)}`);
  finite(`${field}.target`, claim.target);
  positive(`${field}.intent`, claim.intent);
  wholeIfGiven(`${field}.maxShares`, claim.maxShares);
  whole(`${field}.from`, claim.from);
  whole(`${field}.to`, claim.to);
  if (claim.to >= order.size)
    throw new InputError(`${field}.to`, `must be a slice from 0 to ${order.size - 1}, not ${claim.to}`);
  if (claim.from > claim.to)
    throw new InputError(`${field}.from`, `must not be after to (${claim.to}), not ${claim.from}`);
  const seen = new Set<string>();
  claim.kept?.forEach(({ slice, shares }, at) => {
    const where = order.get(slice);
    if (where === undefined)
      throw new InputError(`${field}.kept[${at}].slice`, `${String(slice)} is not a slice`);
    if (where < claim.from || where > claim.to)
      throw new InputError(`${field}.kept[${at}].slice`, `the claim was not in force in ${slice}`);
    if (seen.has(slice)) throw new InputError(`${field}.kept[${at}].slice`, `${slice} is given twice`);
    seen.add(slice);
    whole(`${field}.kept[${at}].shares`, shares);
  });
}
