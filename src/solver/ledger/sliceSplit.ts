// One slice of the ledger among the claims in force in it: orders first, then give-backs, then all beyond their targets.
import { remainder } from '../numbers';
import { isOverExecuted, weigh } from '../shares/shares';
import { shareOut } from '../shares/sharing';
import type { Weighting } from '../types';
import type { LedgerRank } from './ledgerTypes';

/** A claim as one slice sees it: `target` is what earlier slices left open (BRL), `room` what its cap does. */
export interface Member {
  readonly id: string;
  readonly rank: LedgerRank;
  readonly intent: number;
  readonly target: number;
  readonly room: number;
}

export interface SliceSplit {
  readonly counts: readonly number[];
  /** Shares that the caps forbid. */
  readonly left: number;
  /** More money was executed than all targets call for: the excess falls pro rata to intent. */
  readonly isOver: boolean;
}

interface Draft {
  readonly price: number;
  readonly members: readonly Member[];
  readonly counts: number[];
  left: number;
}

/**
 * With one rank in force this is `allocateShares`, to the share. With both, orders take up to the whole share nearest
 * to their targets, give-backs the same of the rest, and what is then left falls on all together with w = 1/intent.
 */
export function splitSlice(
  price: number,
  shares: number,
  members: readonly Member[],
  weighting: Weighting | undefined,
): SliceSplit {
  const isOver = isOverExecuted({ price, executedShares: shares, funds: members });
  const draft: Draft = { price, members, counts: members.map(() => 0), left: shares };
  const isAlone = members.every(({ rank }) => rank === members[0]?.rank);
  if (isAlone) take(draft, isOver ? 'equal-bps' : weighting, ({ room }) => room);
  else {
    for (const rank of ['order', 'give-back'] as const) {
      take(draft, weighting, (member) =>
        member.rank === rank ? Math.min(member.room, sharesWanted(member.target, price)) : 0,
      );
    }
    take(draft, 'equal-bps', ({ room }) => room);
  }
  return { counts: draft.counts, left: draft.left, isOver };
}

/** One round: the least Σ w·(target − price·shares)² with no member above its limit; what fits nowhere is left. */
function take(draft: Draft, weighting: Weighting | undefined, limit: (member: Member) => number): void {
  const { price, members, counts } = draft;
  const caps = members.map((member, at) =>
    Math.min(draft.left, Math.max(0, limit(member) - (counts[at] ?? 0))),
  );
  const total = Math.min(
    draft.left,
    caps.reduce((sum, cap) => sum + cap, 0),
  );
  if (total === 0) return;
  const round = shareOut({
    price,
    lot: 1,
    total,
    weights: members.map(({ intent }) => weigh(weighting, intent)),
    targets: members.map(({ target }, at) => remainder(target, price, counts[at] ?? 0)),
    caps,
  });
  round?.shares.forEach((more, at) => {
    counts[at] = (counts[at] ?? 0) + more;
    draft.left -= more;
  });
}

/** The whole number of shares nearest to a target, the lower of two equally near; below zero nothing is wanted. */
function sharesWanted(target: number, price: number): number {
  const nearest = Math.round(target / price);
  const over = -remainder(target, price, nearest);
  return over >= price / 2 ? nearest - 1 : over < -price / 2 ? nearest + 1 : nearest;
}
