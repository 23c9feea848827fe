// Says per claim why it got what it got of each slice: since when it was in force, by which rule, and what a share more would cost.
import { explainShares, type ShareExplanation } from '../explain';
import { remainder } from '../numbers';
import type { LedgerAnswer, LedgerClaim, LedgerProblem, LedgerSlice } from './ledgerTypes';

/**
 * kept: what an ended claim had; late: more than that, traded for it and reported afterwards; first: an order before
 * give-backs; rest: a give-back after orders; beyond: more than its target, since nobody else could take it; measure:
 * the least Σ w·residual² among equals.
 */
export type LedgerRule = 'kept' | 'late' | 'first' | 'rest' | 'beyond' | 'measure';

export interface SliceExplanation extends Omit<ShareExplanation, 'id'> {
  readonly slice: string;
  readonly shares: number;
  readonly rule: LedgerRule;
}

/** `target` of a slice is what earlier slices left open; the other figures are as `explainShares` has them. */
export interface LedgerExplanation {
  readonly id: string;
  /** Σ over slices of the fractional shares that a claim would get purely by what it asked for. */
  readonly proRataShares: number;
  /** Every slice with shares in which the claim was in force, also those that gave it none. */
  readonly slices: SliceExplanation[];
}

interface ClaimSoFar {
  readonly claim: LedgerClaim;
  readonly counts: ReadonlyMap<string, number>;
  readonly kept: ReadonlyMap<string, number>;
  readonly slices: SliceExplanation[];
  open: number;
  room: number;
}

/** Why each claim got its shares; rows in the order of the problem. */
export function explainLedger(problem: LedgerProblem, answer: LedgerAnswer): LedgerExplanation[] {
  const rows = new Map(answer.claims.map(({ id, slices }) => [id, slices]));
  const byId = (list: readonly { slice: string; shares: number }[] | undefined) =>
    new Map(list?.map(({ slice, shares }) => [slice, shares]));
  const soFar = problem.claims.map(
    (claim): ClaimSoFar => ({
      claim,
      counts: byId(rows.get(claim.id)),
      kept: byId(claim.kept),
      slices: [],
      open: claim.target,
      room: claim.maxShares ?? Number.MAX_SAFE_INTEGER,
    }),
  );
  problem.slices.forEach((slice, at) => {
    if (slice.executedShares === 0) return;
    const inForce = soFar.filter(({ claim }) => claim.from <= at && at <= claim.to);
    explainSlice(problem, slice, inForce);
  });
  return soFar.map(({ claim, slices }) => ({
    id: claim.id,
    proRataShares: slices.reduce((sum, { proRataShares }) => sum + proRataShares, 0),
    slices,
  }));
}

function explainSlice(problem: LedgerProblem, slice: LedgerSlice, inForce: readonly ClaimSoFar[]): void {
  const { id, price } = slice;
  const free = inForce.filter(({ claim }) => claim.kept === undefined);
  const held = free.map((own) => own.counts.get(id) ?? 0);
  const reasons = explainShares(
    {
      price,
      executedShares: held.reduce((sum, count) => sum + count, 0),
      ...(problem.weighting ? { weighting: problem.weighting } : {}),
      funds: free.map(({ claim, open, room }) => ({
        id: claim.id,
        target: open,
        intent: claim.intent,
        maxShares: room,
      })),
    },
    {
      funds: free.map(({ claim }, at) => ({ id: claim.id, shares: held[at] ?? 0, residual: 0 })),
      ...{ objective: 0, lowerBound: 0, gap: 0, overAllocated: 0 },
    },
  );
  const why = new Map(reasons.map((reason) => [reason.id, reason]));
  const ranks = new Set(free.map(({ claim }) => claim.rank));
  for (const own of inForce) {
    const shares = own.counts.get(id) ?? 0;
    const reason = why.get(own.claim.id);
    const rule = ruleOf(own, slice, shares, ranks.size > 1);
    own.slices.push({
      slice: id,
      shares,
      rule,
      target: own.open,
      proRataShares: reason?.proRataShares ?? shares,
      oneMore: reason?.oneMore ?? null,
      oneLess: reason?.oneLess ?? null,
      capBinds: reason?.capBinds ?? false,
    });
    if (shares > 0) own.open = remainder(own.open, price, shares);
    own.room -= shares;
  }
}

function ruleOf(own: ClaimSoFar, { id, price }: LedgerSlice, shares: number, isMixed: boolean): LedgerRule {
  if (own.claim.kept) return shares > (own.kept.get(id) ?? 0) ? 'late' : 'kept';
  // The last share may lie across the target; a whole share beyond it was not asked for.
  if (shares > 0 && remainder(Math.max(own.open, 0), price, shares) <= -price) return 'beyond';
  if (!isMixed) return 'measure';
  return own.claim.rank === 'order' ? 'first' : 'rest';
}
