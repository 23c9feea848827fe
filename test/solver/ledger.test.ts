import { allocateLedger, allocateShares, type LedgerProblem } from '../../src/solver';
import { chanceOf, MANY_DAYS } from './seeded';
import { smallShareDay } from './smallDays';
import { leastLedger, ledgerAllowance, sharesOf, smallLedger } from './smallLedgers';

const order = { rank: 'order', intent: 10_000, target: 10_000, from: 0, to: 1 } as const;
const SLICES = [
  { id: 'morning', price: 10, executedShares: 600 },
  { id: 'noon', price: 10, executedShares: 700 },
];

describe('the ledger', () => {
  it('with one slice gives what allocateShares gives, to the share and to the last bit, on 1,000 days', () => {
    const chance = chanceOf(31);
    for (let day = 0; day < MANY_DAYS; ) {
      const { shareLot: _, ...problem } = smallShareDay(chance);
      const room = problem.funds.reduce((sum, { maxShares = Infinity }) => sum + maxShares, 0);
      if (room < problem.executedShares) continue;
      day++;
      const today = allocateShares(problem);
      const ledger = allocateLedger(oneSlice(problem));
      expect(ledger.claims.map(({ id, shares, residual }) => ({ id, shares, residual }))).toEqual(
        today.funds,
      );
      const { objective, lowerBound, gap, overAllocated } = today;
      expect(ledger).toMatchObject({ objective, lowerBound, gap, overAllocated, unplaced: [] });
    }
  });

  it('over several slices is never worse than the best of all splits by more than the rounding to shares', () => {
    const chance = chanceOf(77);
    let best = 0;
    for (let day = 0; day < MANY_DAYS; day++) {
      const problem = smallLedger(chance, {
        slices: 2 + chance.whole(3),
        claims: 2 + chance.whole(2),
        shares: 6,
      });
      const ledger = allocateLedger(problem);
      const least = leastLedger(problem);
      expect(ledger.objective).toBeLessThanOrEqual(least + ledgerAllowance(problem));
      expect(ledger.lowerBound).toBeLessThanOrEqual(least * (1 + 1e-12) + 1e-12);
      if (ledger.objective <= least * (1 + 1e-12) + 1e-12) best++;
    }
    expect(best).toBeGreaterThan(0.75 * MANY_DAYS);
  });

  it('gives a late order none of the earlier fills, and serves it before those who already had theirs', () => {
    const claims = [
      { ...order, id: 'A' },
      { ...order, id: 'B', from: 1 },
    ];
    const answer = allocateLedger({ slices: SLICES, claims });
    expect(sharesOf(answer, 'A', 'morning')).toBe(600);
    expect(sharesOf(answer, 'B', 'morning')).toBe(0);
    expect(sharesOf(answer, 'B', 'noon')).toBe(650);
    expect(sharesOf(answer, 'A', 'noon')).toBe(50);
  });
});

function oneSlice(problem: ReturnType<typeof smallShareDay>): LedgerProblem {
  const { price, executedShares, funds, weighting = 'equal-bps' } = problem;
  return {
    weighting,
    slices: [{ id: 'day', price, executedShares }],
    claims: funds.map((fund) => ({ ...fund, rank: 'order', from: 0, to: 0 })),
  };
}
