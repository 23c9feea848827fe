import {
  allocateShares,
  explainPrimary,
  explainShares,
  type PrimaryProblem,
  solvePrimary,
} from '../../src/solver';
import { chanceOf, MANY_DAYS } from './seeded';
import { smallShareDay } from './smallDays';

describe('why a fund got its shares', () => {
  const DAY = {
    price: 10,
    executedShares: 100,
    funds: [
      { id: 'A', intent: 900, target: 900, maxShares: 40 },
      { id: 'B', intent: 600, target: 600 },
      { id: 'C', intent: 0.5, target: 0.5, maxShares: 0 },
    ],
  };

  it('names target, pro-rata share, the price of one more and one less, and the cap that binds', () => {
    const answer = allocateShares(DAY);
    expect(answer.funds.map(({ shares }) => shares)).toEqual([40, 60, 0]);
    const [a, b, c] = explainShares(DAY, answer);
    expect(a).toMatchObject({
      id: 'A',
      target: 900,
      proRataShares: (100 * 900) / 1500.5,
      oneMore: null,
      capBinds: true,
    });
    expect(a?.oneLess).toBeCloseTo((510 ** 2 - 500 ** 2) / 900, 9);
    expect(b).toMatchObject({ oneMore: 100 / 600, oneLess: 100 / 600, capBinds: false });
    expect(c).toMatchObject({ oneMore: null, oneLess: null, capBinds: false });
  });

  it('never finds a share that should move', () => {
    const chance = chanceOf(6);
    for (let day = 0; day < MANY_DAYS; day++) {
      const problem = { ...smallShareDay(chance), executedShares: 5, shareLot: 1 };
      const room = problem.funds.reduce((sum, fund) => sum + (fund.maxShares ?? 5), 0);
      if (room < 5) continue;
      const reasons = explainShares(problem, allocateShares(problem));
      for (const { oneMore, id } of reasons) {
        for (const other of reasons) {
          if (other.id === id || oneMore === null || other.oneLess === null) continue;
          expect(oneMore + other.oneLess).toBeGreaterThanOrEqual(-1e-9);
        }
      }
    }
  });

  it('counts in lots where shares go in lots', () => {
    const lots = { ...DAY, shareLot: 10 };
    const [, b] = explainShares(lots, allocateShares(lots));
    expect(b?.oneMore).toBeCloseTo(100 ** 2 / 600, 9);
  });

  it('counts the excess pro rata whatever the weighting', () => {
    const over = { ...DAY, executedShares: 200, weighting: 'squared-relative' as const };
    const [, b] = explainShares(over, allocateShares(over));
    expect(b?.oneLess).toBeCloseTo((990 ** 2 - 1000 ** 2) / 600, 9);
  });
});

describe('why a fund got its units', () => {
  const DAY: PrimaryProblem = {
    price: 10,
    unitValue: 1_000,
    executedShares: 50,
    maxTotalUnits: 3,
    funds: [
      { id: 'A', target: 3_000, limit: { perShare: 10, perUnit: 1_000, total: 2_300 } },
      { id: 'B', target: 1_000, maxUnits: 0 },
      { id: 'C', target: 500, maxUnits: 1, maxShares: 30 },
    ],
  };

  it('names the pro-rata units and what one unit more or less would cost', () => {
    const answer = solvePrimary(DAY);
    const rows = new Map(answer.funds.map((row) => [row.id, row]));
    const reasons = explainPrimary(DAY, answer);
    const totalUnits = answer.funds.reduce((sum, { units }) => sum + units, 0);
    for (const reason of reasons) {
      const row = rows.get(reason.id);
      const residual = row?.residual ?? 0;
      expect(reason.proRataUnits).toBeCloseTo((totalUnits * reason.target) / 4_500, 9);
      expect(reason.proRataShares).toBeCloseTo((50 * reason.target) / 4_500, 9);
      const change = (by: number): number => ((residual - by) ** 2 - residual ** 2) / reason.target;
      if (reason.oneMore !== null) expect(reason.oneMore).toBeCloseTo(change(10), 9);
      if (reason.oneLess !== null) expect(reason.oneLess).toBeCloseTo(change(-10), 9);
      if (reason.oneUnitMore !== null) expect(reason.oneUnitMore).toBeCloseTo(change(1_000), 6);
      if (reason.oneUnitLess !== null) expect(reason.oneUnitLess).toBeCloseTo(change(-1_000), 6);
    }
    const [a, b, c] = reasons;
    expect(rows.get('A')?.units).toBe(2);
    expect([a?.oneUnitMore, a?.oneUnitLess === null]).toEqual([null, false]);
    expect([b?.oneUnitMore, b?.oneUnitLess]).toEqual([null, null]);
    expect([c?.oneUnitMore === null, c?.oneUnitLess]).toEqual([false, null]);
  });

  it('offers no unit more when the total is used up', () => {
    const problem = { ...DAY, maxTotalUnits: 1 };
    const reasons = explainPrimary(problem, solvePrimary(problem));
    expect(reasons.map(({ oneUnitMore }) => oneUnitMore)).toEqual([null, null, null]);
  });

  it('says that cash binds', () => {
    const problem: PrimaryProblem = {
      ...DAY,
      executedShares: 40,
      maxTotalUnits: 0,
      funds: [
        { id: 'A', target: 3_000, limit: { perShare: 10, perUnit: 1_000, total: 105 } },
        { id: 'B', target: 1_000 },
        { id: 'C', target: 1_000, limit: { perShare: 0, perUnit: 1_000, total: 5_000 } },
      ],
    };
    const answer = solvePrimary(problem);
    expect(answer.funds.map(({ shares }) => shares)).toEqual([10, 15, 15]);
    const reasons = explainPrimary(problem, answer);
    expect(reasons.map(({ capBinds }) => capBinds)).toEqual([true, false, false]);
    expect(reasons.map(({ oneMore }) => oneMore === null)).toEqual([true, false, false]);
  });
});
