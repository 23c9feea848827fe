// Small random ledgers, and what they are measured against: every way to share them out, tried one by one.
import { allocateLedger, type LedgerAnswer, type LedgerClaim, type LedgerProblem } from '../../src/solver';
import { leastByShares, weightOf } from './bruteForce';
import type { Chance } from './seeded';

export interface LedgerMix {
  readonly slices: number;
  readonly claims: number;
  /** Most shares executed in a slice. */
  readonly shares: number;
  /** How often a claim is a give-back, has a cap in shares, ends before the last slice, ends and is told what it kept. */
  readonly giveBacks?: number;
  readonly caps?: number;
  readonly ends?: number;
  readonly keeps?: number;
  readonly squared?: number;
}

/** Prices lie within 2.5 % of each other; what is kept is what the ledger gave when the claim ended, before late fills. */
export function smallLedger(chance: Chance, mix: LedgerMix): LedgerProblem {
  const slices = Array.from({ length: mix.slices }, (_, at) => ({
    id: `S${at}`,
    price: 10 + (chance.whole(9) - 4) / 32,
    executedShares: chance.whole(mix.shares + 1),
  }));
  const last = mix.slices - 1;
  const endings: { id: string; to: number }[] = [];
  const claims = Array.from({ length: mix.claims }, (_, at): LedgerClaim => {
    const id = `CLAIM ${at}`;
    const from = at === 0 ? 0 : chance.whole(mix.slices);
    if (chance.is(mix.keeps ?? 0)) endings.push({ id, to: from + chance.whole(mix.slices - from) });
    return {
      id,
      rank: chance.is(mix.giveBacks ?? 0) ? 'give-back' : 'order',
      intent: 1 + chance.whole(100),
      target: chance.whole(200) / 2 - 4,
      from,
      to: chance.is(mix.ends ?? 0) ? from + chance.whole(mix.slices - from) : last,
      ...(chance.is(mix.caps ?? 0) ? { maxShares: chance.whole(8) } : {}),
    };
  });
  const weighting = chance.is(mix.squared ?? 0) ? 'squared-relative' : 'equal-bps';
  const ended = endings
    .sort((a, b) => a.to - b.to)
    .reduce<LedgerProblem>(endClaim, { slices, claims, weighting });
  return { ...ended, slices: slices.map((slice) => withLateNews(slice, chance, endings.length > 0)) };
}

/** Ends a claim: from now on it is told what the ledger of that moment gave it. */
function endClaim(problem: LedgerProblem, { id, to }: { id: string; to: number }): LedgerProblem {
  const now = allocateLedger(untilSlice(problem, to));
  const kept = now.claims.find((row) => row.id === id)?.slices ?? [];
  return {
    ...problem,
    claims: problem.claims.map((claim) => (claim.id === id ? { ...claim, to, kept } : claim)),
  };
}

/** The ledger as it was at the end of a slice: nothing that begins or is executed later. */
export function untilSlice(problem: LedgerProblem, last: number): LedgerProblem {
  return {
    ...problem,
    slices: problem.slices.slice(0, last + 1),
    claims: problem.claims
      .filter(({ from }) => from <= last)
      .map((claim) => {
        const { kept, ...rest } = claim;
        const isEnded = kept && claim.to <= last;
        return { ...rest, to: Math.min(claim.to, last), ...(isEnded ? { kept } : {}) };
      }),
  };
}

function withLateNews(
  slice: LedgerProblem['slices'][number],
  chance: Chance,
  isLate: boolean,
): LedgerProblem['slices'][number] {
  if (!isLate || !chance.is(0.3)) return slice;
  return { ...slice, executedShares: Math.max(0, slice.executedShares + chance.whole(4) - 2) };
}

export const sharesOf = (answer: LedgerAnswer, claim: string, slice: string): number =>
  answer.claims.find(({ id }) => id === claim)?.slices.find((own) => own.slice === slice)?.shares ?? 0;

export const hasEnded = (problem: LedgerProblem, claim: LedgerClaim): boolean =>
  claim.kept !== undefined || claim.to < problem.slices.length - 1;

/** Σ w·P²/4 with the dearest slice in which a claim is in force: what rounding to whole shares may cost at most. */
export function ledgerAllowance({ slices, claims, weighting }: LedgerProblem): number {
  return claims.reduce((sum, { intent, from, to }) => {
    const dearest = Math.max(...slices.slice(from, to + 1).map(({ price }) => price));
    return sum + (weightOf(weighting, intent) * dearest ** 2) / 4;
  }, 0);
}

/**
 * The least Σ w·residual² over all ledgers of whole shares in which ended claims have what they have and each rank
 * gets the same shares of each slice, all slices open at once.
 */
export function leastLikeIt(problem: LedgerProblem, answer: LedgerAnswer): number {
  const ended = problem.claims.filter((claim) => hasEnded(problem, claim));
  const fixed = ended.reduce((sum, { id, intent }) => {
    const residual = answer.claims.find((row) => row.id === id)?.residual ?? 0;
    return sum + weightOf(problem.weighting, intent) * residual ** 2;
  }, 0);
  return (['order', 'give-back'] as const).reduce((sum, rank) => {
    const claims = problem.claims.filter((claim) => !hasEnded(problem, claim) && claim.rank === rank);
    const slices = problem.slices.map((slice) => ({
      ...slice,
      executedShares: claims.reduce((total, { id }) => total + sharesOf(answer, id, slice.id), 0),
    }));
    return sum + (claims.length > 0 ? leastLedger({ ...problem, slices, claims }) : 0);
  }, fixed);
}

/** The least `cost` of what stays open, over all ledgers of whole shares with every slice open at once. */
export function leastLedger(
  { slices, claims, weighting }: LedgerProblem,
  cost = (residual: number, _claim: LedgerClaim): number => residual ** 2,
): number {
  const left = claims.map(({ target }) => target);
  const room = claims.map(({ maxShares }) => maxShares ?? Infinity);
  const costOf = (claim: LedgerClaim, at: number): number =>
    weightOf(weighting, claim.intent) * cost(left[at] ?? 0, claim);
  let best = Infinity;
  const visit = (slice: number, at: number, open: number): void => {
    const current = slices[slice];
    const claim = claims[at];
    if (!current) {
      best = Math.min(
        best,
        claims.reduce((sum, own, index) => sum + costOf(own, index), 0),
      );
    } else if (!claim) {
      if (open === 0) visit(slice + 1, 0, slices[slice + 1]?.executedShares ?? 0);
    } else {
      const most = claim.from <= slice && slice <= claim.to ? Math.min(open, room[at] ?? 0) : 0;
      const isLast = at === claims.length - 1;
      for (let shares = isLast ? open : 0; shares <= most; shares++) {
        const [before, space] = [left[at] ?? 0, room[at] ?? 0];
        left[at] = before - shares * current.price;
        room[at] = space - shares;
        visit(slice, at + 1, open - shares);
        left[at] = before;
        room[at] = space;
      }
    }
  };
  visit(0, 0, slices[0]?.executedShares ?? 0);
  return best;
}

/** What one slice leaves at least to the claims in force in it, given what they had of the slices before it. */
export function leastAfterSlice(problem: LedgerProblem, answer: LedgerAnswer, at: number): [number, number] {
  const slice = problem.slices[at] ?? { id: '', price: 1, executedShares: 0 };
  const before = problem.slices.slice(0, at);
  const funds = problem.claims
    .filter(({ from, to }) => from <= at && at <= to)
    .map((claim) => {
      const had = before.map(({ id, price }) => ({ count: sharesOf(answer, claim.id, id), price }));
      const room = (claim.maxShares ?? Infinity) - had.reduce((sum, { count }) => sum + count, 0);
      const target = had.reduce((open, { count, price }) => open - count * price, claim.target);
      const shares = sharesOf(answer, claim.id, slice.id);
      return {
        id: claim.id,
        intent: claim.intent,
        target,
        shares,
        ...(room < Infinity ? { maxShares: room } : {}),
      };
    });
  const wanted = funds.reduce((sum, { target }) => sum + Math.max(0, target), 0);
  const isOver = slice.price * slice.executedShares > wanted;
  const weighting = isOver ? 'equal-bps' : (problem.weighting ?? 'equal-bps');
  const cost = funds.reduce(
    (sum, { intent, target, shares }) =>
      sum + weightOf(weighting, intent) * (target - slice.price * shares) ** 2,
    0,
  );
  return [
    cost,
    leastByShares({ price: slice.price, executedShares: slice.executedShares, weighting, funds }),
  ];
}
