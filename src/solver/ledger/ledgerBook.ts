// A ledger made ready for arithmetic: claims in their fixed order, what the ended ones keep, and running residuals.
import { compareText, remainder } from '../numbers';
import { shareOut } from '../shares/sharing';
import type { LedgerClaim, LedgerProblem, LedgerSlice, SliceShares } from './ledgerTypes';

/** One claim while slices are settled in time order; counts are whole shares. */
export interface Entry {
  readonly claim: LedgerClaim;
  readonly ended: boolean;
  /** Shares by slice: kept ones at first, then whatever the slices give. */
  readonly shares: number[];
  /** target − Σ price·shares of the slices settled so far, BRL. */
  residual: number;
  /** Shares that its cap still allows. */
  room: number;
}

/** Larger intent first, then id: the order of rows changes nothing, not even a float sum. */
export function openBook(problem: LedgerProblem): Entry[] {
  const claims = [...problem.claims].sort((a, b) => b.intent - a.intent || compareText(a.id, b.id));
  const entries = claims.map((claim): Entry => {
    const kept = new Map(claim.kept?.map(({ slice, shares }) => [slice, shares]));
    return {
      claim,
      ended: claim.kept !== undefined,
      shares: problem.slices.map(({ id }) => kept.get(id) ?? 0),
      residual: claim.target,
      room: claim.maxShares ?? Number.MAX_SAFE_INTEGER,
    };
  });
  problem.slices.forEach((slice, at) => {
    reduceKept(slice, at, entries);
  });
  // What is kept stays even where a cap has fallen below it since: it was traded.
  for (const entry of entries) {
    const kept = entry.shares.reduce((sum, count) => sum + count, 0);
    entry.room = Math.max(0, entry.room - kept);
  }
  return entries;
}

/**
 * What the ended claims have of what they kept, by claim: what a bust took of a slice is nobody's any more, and its fund may have
 * as many shares elsewhere.
 */
export function stillKept({
  slices,
  claims,
}: Pick<LedgerProblem, 'slices' | 'claims'>): ReadonlyMap<string, readonly SliceShares[]> {
  return new Map(
    openBook({ slices, claims: claims.filter(({ kept }) => kept !== undefined) }).map(({ claim, shares }) => [
      claim.id,
      slices.flatMap(({ id }, at) => ((shares[at] ?? 0) > 0 ? [{ slice: id, shares: shares[at] ?? 0 }] : [])),
    ]),
  );
}

/** After a bust a slice may have fewer shares than are kept of it: all give pro rata, odd shares to the furthest off. */
function reduceKept(slice: LedgerSlice, at: number, entries: readonly Entry[]): void {
  const holders = entries.filter((entry) => (entry.shares[at] ?? 0) > 0);
  const kept = holders.map((entry) => entry.shares[at] ?? 0);
  if (kept.reduce((sum, count) => sum + count, 0) <= slice.executedShares) return;
  const reduced = shareOut({
    price: 1,
    lot: 1,
    total: slice.executedShares,
    weights: kept.map((count) => 1 / count),
    targets: kept,
    caps: kept,
  });
  holders.forEach((entry, index) => {
    entry.shares[at] = reduced?.shares[index] ?? 0;
  });
}

export const isInForce = ({ claim }: Entry, slice: number): boolean =>
  claim.from <= slice && slice <= claim.to;

/** Gives an entry more shares of a slice, within its room. */
export function give(entry: Entry, slice: number, count: number): void {
  entry.shares[slice] = (entry.shares[slice] ?? 0) + count;
  entry.room -= count;
}

/** The slice is settled: what an entry holds of it counts against its target from now on. */
export function settle(entry: Entry, slice: number, price: number): void {
  const count = entry.shares[slice] ?? 0;
  if (count > 0) entry.residual = remainder(entry.residual, price, count);
}
