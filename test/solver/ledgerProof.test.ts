import { allocateLedger, type LedgerClaim, type LedgerProblem } from '../../src/solver';
import { type Chance, chanceOf, FEW_DAYS, MANY_DAYS, ODD_DAYS, shuffled } from './seeded';
import {
  hasEnded,
  type LedgerMix,
  leastAfterSlice,
  leastLedger,
  leastLikeIt,
  ledgerAllowance,
  sharesOf,
  smallLedger,
  untilSlice,
} from './smallLedgers';

const NOISE = 1e-9;

/** 2–4 claims over 1–4 slices; few enough shares that every ledger can be tried. */
function anyMix(chance: Chance): LedgerMix {
  const [slices, claims] = [1 + chance.whole(4), 2 + chance.whole(3)];
  return { slices, claims, shares: [40, 12, 6, 4][slices - 1] ?? 4, squared: 0.3 };
}

function* ledgers(seed: number, days: number, more: Partial<LedgerMix>): Generator<LedgerProblem> {
  const chance = chanceOf(seed);
  for (let day = 0; day < days; day++) yield smallLedger(chance, { ...anyMix(chance), ...more });
}

describe('a ledger over several slices', () => {
  it('is never worse than the best of all, every slice open at once, by more than the rounding to shares', () => {
    let best = 0;
    for (const problem of ledgers(41, MANY_DAYS, { giveBacks: 0.3, keeps: 0.3, squared: 0 })) {
      const answer = allocateLedger(problem);
      const least = leastLikeIt(problem, answer);
      expect(answer.objective).toBeLessThanOrEqual(least + ledgerAllowance(problem));
      if (answer.objective <= least + NOISE * (1 + least)) best++;
    }
    expect(best).toBeGreaterThan(0.8 * MANY_DAYS);
  });

  it('is bounded from below, caps or not, and by no less than the rounding to shares allows', () => {
    for (const problem of ledgers(42, MANY_DAYS, {
      giveBacks: 0.3,
      keeps: 0.2,
      caps: 0.3,
      ends: 0.2,
      squared: 0,
    })) {
      const answer = allocateLedger(problem);
      const least = leastLikeIt(problem, answer);
      expect(answer.lowerBound).toBeLessThanOrEqual(least + NOISE * (1 + least));
      expect(answer.lowerBound).toBeGreaterThanOrEqual(
        least - ledgerAllowance(problem) - NOISE * (1 + least),
      );
      expect(answer.gap).toBe(answer.objective - answer.lowerBound);
    }
  });

  it('of one slice is proven without a gap, give-backs or not', () => {
    const mix = { slices: 1, shares: 40, giveBacks: 0.4, caps: 0.3, squared: 0 };
    for (const problem of ledgers(50, MANY_DAYS, mix)) {
      const { gap, objective } = allocateLedger(problem);
      expect(gap).toBeLessThanOrEqual(NOISE * (1 + objective));
    }
  });

  it('is slice by slice the very best that could be done after what had been given before', () => {
    for (const problem of ledgers(43, MANY_DAYS, { caps: 0.3, ends: 0.3 })) {
      const answer = allocateLedger(problem);
      if (answer.unplaced.length > 0) continue;
      problem.slices.forEach((_, at) => {
        const [cost, least] = leastAfterSlice(problem, answer, at);
        expect(cost).toBeLessThanOrEqual(least + NOISE * (1 + least));
      });
    }
  });

  it('leaves real orders no shorter than if there were no give-backs, but for the rounding to shares', () => {
    for (const problem of ledgers(44, ODD_DAYS, { giveBacks: 0.4, squared: 0 })) {
      const answer = allocateLedger(problem);
      const short = (residual: number, { rank }: LedgerClaim) =>
        rank === 'order' ? Math.max(0, residual) ** 2 : 0;
      const least = leastLedger(problem, short);
      const own = problem.claims.reduce((sum, claim) => {
        const residual = answer.claims.find(({ id }) => id === claim.id)?.residual ?? 0;
        return sum + short(residual, claim) / claim.intent;
      }, 0);
      expect(own).toBeLessThanOrEqual(least + ledgerAllowance(problem));
    }
  });
});

describe('the promises of the ledger', () => {
  const wild = { giveBacks: 0.3, caps: 0.3, ends: 0.2, keeps: 0.3, shares: 40, claims: 6 };

  it('use up every slice, within claims’ time and caps', () => {
    for (const problem of ledgers(45, MANY_DAYS, wild)) {
      const answer = allocateLedger(problem);
      problem.slices.forEach(({ id, executedShares }, at) => {
        const unplaced = answer.unplaced.find(({ slice }) => slice === id)?.shares ?? 0;
        const given = problem.claims.map((claim) => {
          const shares = sharesOf(answer, claim.id, id);
          if (at < claim.from || at > claim.to) expect(shares).toBe(0);
          return shares;
        });
        expect(given.reduce((sum, shares) => sum + shares, unplaced)).toBe(executedShares);
      });
      for (const { id, maxShares = Infinity, kept } of problem.claims) {
        const had = kept?.reduce((sum, { shares }) => sum + shares, 0) ?? 0;
        const shares = answer.claims.find((row) => row.id === id)?.shares ?? 0;
        expect(shares).toBeLessThanOrEqual(Math.max(maxShares, had));
      }
    }
  });

  it('leave an order short only where no give-back holds shares of a slice in which it was in force', () => {
    for (const problem of ledgers(46, MANY_DAYS, { ...wild, keeps: 0 })) {
      const answer = allocateLedger(problem);
      for (const order of problem.claims.filter(({ rank }) => rank === 'order')) {
        const row = answer.claims.find(({ id }) => id === order.id);
        problem.slices.forEach(({ id, price }, at) => {
          const isShort =
            (row?.residual ?? 0) > price / 2 && (row?.shares ?? 0) < (order.maxShares ?? Infinity);
          if (!isShort || at < order.from || at > order.to) return;
          for (const { id: other, rank } of problem.claims)
            if (rank === 'give-back') expect(sharesOf(answer, other, id)).toBe(0);
        });
      }
    }
  });

  it('let nothing that begins or is executed later change what a slice gave', () => {
    for (const problem of ledgers(47, MANY_DAYS, { ...wild, slices: 4, keeps: 0 })) {
      const answer = allocateLedger(problem);
      const then = allocateLedger(untilSlice(problem, 1));
      for (const { id } of problem.claims) {
        for (const slice of ['S0', 'S1']) expect(sharesOf(answer, id, slice)).toBe(sharesOf(then, id, slice));
      }
    }
  });

  it('let an ended claim keep exactly what it had when nothing was reported late, told or not', () => {
    for (const problem of ledgers(48, ODD_DAYS, { ...wild, keeps: 0, ends: 0.6 })) {
      const answer = allocateLedger(problem);
      const claims = problem.claims.map((claim) =>
        hasEnded(problem, claim)
          ? { ...claim, kept: answer.claims.find(({ id }) => id === claim.id)?.slices ?? [] }
          : claim,
      );
      expect(allocateLedger({ ...problem, claims }).claims).toEqual(answer.claims);
    }
  });

  it('ask neither for the order of rows nor of what is kept', () => {
    const chance = chanceOf(49);
    for (const problem of ledgers(49, FEW_DAYS, wild)) {
      const claims = shuffled(problem.claims, chance).map((claim) =>
        claim.kept ? { ...claim, kept: shuffled(claim.kept, chance) } : claim,
      );
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      const [one, other] = [allocateLedger(problem), allocateLedger({ ...problem, claims })];
      expect({ ...other, claims: [...other.claims].sort(byId) }).toEqual(one);
    }
  });
});
