// allocateLedger: the executed shares of one pool over claims that begin and end during the day.
import { checkLedger } from '../checks/checkLedger';
import { remainder } from '../numbers';
import { weigh } from '../shares/shares';
import { shareOut } from '../shares/sharing';
import { type Entry, give, isInForce, openBook, settle } from './ledgerBook';
import { relaxedLevels } from './ledgerLevels';
import type { LedgerAnswer, LedgerProblem, LedgerRank, LedgerSlice } from './ledgerTypes';
import { validateLedger } from './ledgerValidate';
import { splitSlice } from './sliceSplit';

/**
 * Gives every slice's shares to claims in force in it, slice after slice: each is split so that Σ w·residual² is the
 * least possible after it, given the slices before. What a slice gives thus depends on nothing that begins or happens
 * later, and where claims only begin (ended ones keep what they had) and no cap binds, the whole is the least over all
 * slices at once but for the rounding to whole shares. Real orders before give-backs; what fits nowhere is `unplaced`.
 * Rows come back as given. Throws InputError naming the field when the input is unusable.
 */
export function allocateLedger(problem: LedgerProblem): LedgerAnswer {
  validateLedger(problem);
  const entries = openBook(problem);
  const steps = problem.slices.map((slice, at) => splitOne(problem, slice, at, entries));
  const byId = new Map(entries.map((entry) => [entry.claim.id, entry]));
  const claims = problem.claims.map(({ id }) => rowOf(problem, byId.get(id)));
  const unplaced = problem.slices.flatMap(({ id }, at) => {
    const shares = steps[at]?.left ?? 0;
    return shares > 0 ? [{ slice: id, shares }] : [];
  });
  const hints = RANKS.map((rank) => ({ rank, levels: levelsOf(problem, rank, entries, steps) }));
  const proof = checkLedger(problem, { claims, unplaced }, hints);
  return {
    claims,
    ...proof,
    gap: proof.objective - proof.lowerBound,
    overAllocated: beyond(problem, entries),
    unplaced,
  };
}

const RANKS: readonly LedgerRank[] = ['order', 'give-back'];

interface Step {
  readonly left: number;
  readonly isOver: boolean;
}

/** Kept shares first, then the claims in force, then ended ones that were in force: the shares were traded for them. */
function splitOne(problem: LedgerProblem, slice: LedgerSlice, at: number, entries: readonly Entry[]): Step {
  const { price } = slice;
  const inForce = entries.filter((entry) => isInForce(entry, at));
  const kept = inForce.reduce((sum, entry) => sum + (entry.shares[at] ?? 0), 0);
  const open = slice.executedShares - kept;
  let step: Step = { left: open, isOver: false };
  if (open > 0) {
    const working = inForce.filter(({ ended }) => !ended);
    const members = working.map(({ claim, residual, room }) => ({
      id: claim.id,
      rank: claim.rank,
      intent: claim.intent,
      target: residual,
      room,
    }));
    const split = splitSlice(price, open, members, problem.weighting);
    working.forEach((entry, index) => {
      give(entry, at, split.counts[index] ?? 0);
    });
    step = split;
    if (split.left > 0) {
      const left = giveToEnded(
        problem,
        split.left,
        at,
        inForce.filter(({ ended }) => ended),
      );
      step = { ...split, left };
    }
  }
  for (const entry of inForce) settle(entry, at, price);
  return step;
}

/**
 * By what each called for up to this slice: what it keeps of later ones is no lack of it here, or later slices would decide who gets
 * what is reported late of an earlier one. Returns what is still left.
 */
function giveToEnded({ slices }: LedgerProblem, shares: number, at: number, ended: readonly Entry[]): number {
  const price = slices[at]?.price ?? 0;
  const keptLater = (entry: Entry): number =>
    slices.reduce((sum, slice, when) => (when > at ? sum + slice.price * (entry.shares[when] ?? 0) : sum), 0);
  const caps = ended.map(({ room }) => Math.min(room, shares));
  const total = Math.min(
    shares,
    caps.reduce((sum, cap) => sum + cap, 0),
  );
  if (total === 0) return shares;
  const round = shareOut({
    price,
    lot: 1,
    total,
    weights: ended.map(({ claim }) => 1 / claim.intent),
    targets: ended.map((entry) => remainder(entry.residual - keptLater(entry), price, entry.shares[at] ?? 0)),
    caps,
  });
  ended.forEach((entry, index) => {
    give(entry, at, round?.shares[index] ?? 0);
  });
  return shares - total;
}

function rowOf(problem: LedgerProblem, entry: Entry | undefined): LedgerAnswer['claims'][number] {
  const slices: { slice: string; shares: number }[] = [];
  let [shares, money] = [0, 0];
  problem.slices.forEach(({ id, price }, at) => {
    const count = entry?.shares[at] ?? 0;
    if (count === 0) return;
    slices.push({ slice: id, shares: count });
    shares += count;
    money += price * count;
  });
  return { id: entry?.claim.id ?? '', shares, slices, money, residual: entry?.residual ?? 0 };
}

/** Margins to try in the bound of a rank, by slice; any give a true bound, the best ones a tight one. */
function levelsOf(
  problem: LedgerProblem,
  rank: LedgerRank,
  entries: readonly Entry[],
  steps: readonly Step[],
): readonly (readonly number[])[] {
  const last = problem.slices.length - 1;
  const free = entries.filter(({ ended, claim }) => !ended && claim.rank === rank && claim.to === last);
  if (free.length === 0) return [];
  const shares = problem.slices.map((_, at) => free.reduce((sum, entry) => sum + (entry.shares[at] ?? 0), 0));
  const weighed = free.map((entry): Weighed => {
    const isOver = steps.some((step, at) => step.isOver && isInForce(entry, at));
    return { entry, weight: weigh(isOver ? 'equal-bps' : problem.weighting, entry.claim.intent) };
  });
  // A single slice is proven by its own margins, to the last bit as allocateShares proves it.
  if (shares.filter((count) => count > 0).length < 2) return marginsOf(problem, weighed);
  const relaxed = relaxedLevels({
    prices: problem.slices.map(({ price }) => price),
    shares,
    claims: weighed.map(({ weight, entry: { claim } }) => ({
      weight,
      target: claim.target,
      cap: claim.maxShares ?? Number.MAX_SAFE_INTEGER,
      from: claim.from,
    })),
  });
  return [relaxed, ...marginsOf(problem, weighed)];
}

interface Weighed {
  readonly entry: Entry;
  readonly weight: number;
}

/** By slice, at the margin: the cheapest share that could still be taken, the dearest that was, and the dearest next one. */
function marginsOf({ slices }: LedgerProblem, weighed: readonly Weighed[]): number[][] {
  const margins = slices.map(({ price }, at) => {
    let [cheapest, dearest, beyond] = [Infinity, -Infinity, -Infinity];
    for (const { entry, weight } of weighed) {
      if (!isInForce(entry, at)) continue;
      const next = weight * (price / 2 - entry.residual);
      if (entry.room > 0) cheapest = Math.min(cheapest, next);
      if ((entry.shares[at] ?? 0) > 0) dearest = Math.max(dearest, -weight * (price / 2 + entry.residual));
      beyond = Math.max(beyond, next);
    }
    return [cheapest, dearest, beyond];
  });
  // Where one is missing (nobody has room, or nobody took a share) another will do.
  return [0, 1, 2].map((nth) =>
    margins.map((known) => [known[nth] ?? 0, ...known].find((level) => Number.isFinite(level)) ?? 0),
  );
}

/** Shares beyond a claim's target, slice by slice in time order; the share that lies across it does not count. */
function beyond(problem: LedgerProblem, entries: readonly Entry[]): number {
  return entries.reduce((sum, { claim, shares }) => {
    let open = claim.target;
    let over = 0;
    problem.slices.forEach(({ price }, at) => {
      const count = shares[at] ?? 0;
      if (count === 0) return;
      over += Math.max(0, count - sharesTouching(Math.max(open, 0), price));
      open = remainder(open, price, count);
    });
    return sum + over;
  }, 0);
}

function sharesTouching(target: number, price: number): number {
  const nearest = Math.round(target / price);
  return remainder(target, price, nearest) > 1e-9 * price ? nearest + 1 : nearest;
}
