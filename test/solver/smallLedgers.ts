// Small random ledgers, and what they are measured against: every way to share them out, tried one by one.
import type { LedgerAnswer, LedgerClaim, LedgerProblem } from '../../src/solver';
import { weightOf } from './bruteForce';
import type { Chance } from './seeded';

export interface LedgerMix {
  readonly slices: number;
  readonly claims: number;
  readonly shares: number;
  readonly giveBacks?: number;
  readonly caps?: number;
  /** Claims that end before the last slice, with nothing said about what they keep. */
  readonly ends?: number;
  readonly squared?: number;
}

export function smallLedger(chance: Chance, mix: LedgerMix): LedgerProblem {
  const price = 1 + chance.whole(3) + (chance.is(0.5) ? 0.25 : 0);
  const slices = Array.from({ length: mix.slices }, (_, at) => ({
    id: `S${at}`,
    price: price + (chance.whole(9) - 4) / 16,
    executedShares: chance.whole(mix.shares + 1),
  }));
  const claims = Array.from({ length: mix.claims }, (_, at): LedgerClaim => {
    const from = at === 0 ? 0 : chance.whole(mix.slices);
    return {
      id: `CLAIM ${at}`,
      rank: chance.is(mix.giveBacks ?? 0) ? 'give-back' : 'order',
      intent: 1 + chance.whole(100),
      target: chance.whole(40 * price) / 2 - 4,
      from,
      to: chance.is(mix.ends ?? 0) ? from + chance.whole(mix.slices - from) : mix.slices - 1,
      ...(chance.is(mix.caps ?? 0) ? { maxShares: chance.whole(12) } : {}),
    };
  });
  return { slices, claims, weighting: chance.is(mix.squared ?? 0) ? 'squared-relative' : 'equal-bps' };
}

export const sharesOf = (answer: LedgerAnswer, claim: string, slice: string): number =>
  answer.claims.find(({ id }) => id === claim)?.slices.find((own) => own.slice === slice)?.shares ?? 0;

/** Σ w·P²/4 with the dearest slice in which a claim is in force: what rounding to whole shares may cost at most. */
export function ledgerAllowance({ slices, claims, weighting }: LedgerProblem): number {
  return claims.reduce((sum, { intent, from, to }) => {
    const dearest = Math.max(...slices.slice(from, to + 1).map(({ price }) => price));
    return sum + (weightOf(weighting, intent) * dearest ** 2) / 4;
  }, 0);
}

/** The least Σ w·residual² over all ledgers of whole shares, every slice open at once, all claims of one rank. */
export function leastLedger({ slices, claims, weighting }: LedgerProblem): number {
  const left = claims.map(({ target }) => target);
  const room = claims.map(({ maxShares }) => maxShares ?? Infinity);
  const weights = claims.map(({ intent }) => weightOf(weighting, intent));
  let best = Infinity;
  const visit = (slice: number, claim: number, open: number): void => {
    const current = slices[slice];
    if (!current) {
      const cost = left.reduce((sum, residual, at) => sum + (weights[at] ?? 0) * residual ** 2, 0);
      best = Math.min(best, cost);
      return;
    }
    if (claim === claims.length) {
      if (open === 0) visit(slice + 1, 0, slices[slice + 1]?.executedShares ?? 0);
      return;
    }
    const { from = 0, to = 0 } = claims[claim] ?? {};
    const most = from <= slice && slice <= to ? Math.min(open, room[claim] ?? 0) : 0;
    const isLast = claim === claims.length - 1;
    if (isLast && most < open) return;
    for (let shares = isLast ? open : 0; shares <= most; shares++) {
      left[claim] = (left[claim] ?? 0) - shares * current.price;
      room[claim] = (room[claim] ?? 0) - shares;
      visit(slice, claim + 1, open - shares);
      left[claim] = (left[claim] ?? 0) + shares * current.price;
      room[claim] = (room[claim] ?? 0) + shares;
    }
  };
  visit(0, 0, slices[0]?.executedShares ?? 0);
  return best;
}
