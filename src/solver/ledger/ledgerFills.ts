// allocateLedgerFills: which claim gets which shares of which fill, slice by slice, at the fairest averages.
import { allocateFills } from '../fills/fills';
import type { FillAnswer } from '../types';
import { InputError, named, whole } from '../validate';
import type { LedgerFillAnswer, LedgerFillProblem } from './ledgerTypes';

type ClaimRow = LedgerFillAnswer['claims'][number];

/**
 * Splits the fills of every slice over the claims that got shares of it: whole shares, every fill and every claim
 * exactly used up. `deviation` is BRL against the slice's own average price on the shares got there. Throws InputError
 * naming the field, also when a slice's fills and shares do not add up.
 */
export function allocateLedgerFills(problem: LedgerFillProblem): LedgerFillAnswer {
  const sharesBySlice = validate(problem);
  const rows = new Map(
    problem.claims.map(({ id }): [string, ClaimRow] => [id, { id, deviation: 0, slices: [] }]),
  );
  const lines: LedgerFillAnswer['lines'] = [];
  let [worstDeviation, lowerBound] = [0, 0];
  for (const { id, fills } of problem.slices) {
    const shares = sharesBySlice.get(id) ?? [];
    if (shares.length === 0) continue;
    const split = allocateFills({
      fills,
      // Positions stand for the claims, so that no name of a claim can meet the one of what is unplaced.
      funds: shares.map(({ claimId, count }) => ({ id: keyOf(claimId), shares: count })),
      ...(problem.prefer ? { prefer: problem.prefer } : {}),
    });
    // The same text for each line of a claim: a large day has a hundred thousand of them.
    const claimsByKey = new Map(shares.map(({ claimId }) => [keyOf(claimId), claimId]));
    for (const { fillId, fundId, shares: given } of split.lines)
      lines.push({ slice: id, fillId, claimId: claimsByKey.get(fundId) ?? null, shares: given });
    shares.forEach(({ claimId, count }, at) => {
      const row = claimId === null ? undefined : rows.get(claimId);
      if (row) addSlice(row, id, count, split.funds[at]);
    });
    worstDeviation = Math.max(worstDeviation, split.worstDeviation);
    lowerBound = Math.max(lowerBound, split.lowerBound);
  }
  return { lines, claims: [...rows.values()], worstDeviation, lowerBound };
}

const keyOf = (claimId: string | null): string => (claimId === null ? '~' : `=${claimId}`);

function addSlice(
  row: ClaimRow,
  slice: string,
  shares: number,
  paid: FillAnswer['funds'][number] | undefined,
): void {
  const { averagePrice = 0, deviation = 0 } = paid ?? {};
  row.slices.push({ slice, shares, averagePrice, deviation });
  row.deviation += deviation;
}

interface Held {
  readonly claimId: string | null;
  readonly count: number;
}

/** Returns who holds what of each slice, in the order of the claims and without zeros. */
function validate({ slices, claims, unplaced }: LedgerFillProblem): Map<string, Held[]> {
  named('slices', slices);
  if (claims.length > 0) named('claims', claims);
  const held = new Map(slices.map(({ id }): [string, Held[]] => [id, []]));
  const add = (field: string, claimId: string | null, slice: string, count: number): void => {
    whole(`${field}.shares`, count);
    const list = held.get(slice);
    if (!list) throw new InputError(`${field}.slice`, `${String(slice)} is not a slice`);
    if (list.some((known) => known.claimId === claimId))
      throw new InputError(`${field}.slice`, `${slice} is given twice`);
    if (count > 0) list.push({ claimId, count });
  };
  claims.forEach(({ id, slices: own }, at) => {
    own.forEach(({ slice, shares }, nth) => {
      add(`claims[${at}].slices[${nth}]`, id, slice, shares);
    });
  });
  unplaced?.forEach(({ slice, shares }, nth) => {
    add(`unplaced[${nth}]`, null, slice, shares);
  });
  const seen = new Set<string>();
  slices.forEach(({ id, fills }, at) => {
    let quantity = 0;
    fills.forEach((fill, nth) => {
      whole(`slices[${at}].fills[${nth}].quantity`, fill.quantity);
      if (seen.has(fill.id))
        throw new InputError(`slices[${at}].fills[${nth}].id`, `${fill.id} is already in a slice`);
      seen.add(fill.id);
      quantity += fill.quantity;
    });
    const shares = held.get(id)?.reduce((sum, { count }) => sum + count, 0) ?? 0;
    if (shares !== quantity)
      throw new InputError(
        `slices[${at}].fills`,
        `the claims take ${shares} shares, the fills bring ${quantity}`,
      );
  });
  return held;
}
