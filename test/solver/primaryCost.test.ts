import { type CostProblem, solvePrimaryCost } from '../../src/solver';
import { cashDay, costDay } from './costDays';
import { chanceOf } from './seeded';

const ONE = {
  ...{ id: 'ONE', side: 'BUY' as const, price: 10, unitValue: 100, sharesPerUnit: 10, executedShares: 0 },
  ...{ feePerRequest: 0, primaryBps: 0, halfSpreadBps: 0, residualPenalty: 0.3 },
};
const TWO = {
  ...ONE,
  id: 'TWO',
  unitValue: 1_000,
  sharesPerUnit: 100,
  executedShares: 5,
  residualPenalty: 1,
};

describe('cash that two ETFs compete for', () => {
  const DAY: CostProblem = {
    assets: [ONE, TWO],
    funds: [
      {
        id: 'A',
        cash: 130,
        positions: [
          { asset: 'ONE', target: 100 },
          { asset: 'TWO', target: 50, maxUnits: 0 },
        ],
      },
      { id: 'B', cash: 900, positions: [{ asset: 'TWO', target: 0 }] },
    ],
  };

  it('goes where its lack costs most, though either alone could have it all', () => {
    const { positions, objective, lowerBound } = solvePrimaryCost(DAY);
    expect(positions.map(({ shares, units }) => [shares, units])).toEqual([
      [0, 0],
      [5, 0],
      [0, 0],
    ]);
    expect(objective).toBeCloseTo(30, 9);
    expect(lowerBound).toBeCloseTo(30, 3);
  });

  it('is no matter when there is enough', () => {
    const [a, b] = DAY.funds;
    if (!a || !b) throw new Error('two funds');
    const rich = { ...DAY, funds: [{ ...a, cash: 150 }, b] };
    expect(solvePrimaryCost(rich)).toMatchObject({ objective: 0, lowerBound: 0, gap: 0 });
    const free = { ...DAY, funds: [{ id: 'A', positions: a.positions }, b] };
    expect(solvePrimaryCost(free)).toMatchObject({ objective: 0, lowerBound: 0, gap: 0 });
  });

  it('that buys not even the executed shares is refused, with what does not fit', () => {
    const [a] = DAY.funds;
    if (!a) throw new Error('a fund');
    expect(() => solvePrimaryCost({ ...DAY, funds: [{ ...a, cash: 49 }] })).toThrow(
      'executedShares: the executed shares do not fit the caps and cash of the funds',
    );
    expect(solvePrimaryCost({ ...DAY, funds: [{ ...a, cash: 50 }] }).objective).toBeCloseTo(30, 9);
  });
});

describe('a search for the cheapest mix that has to stop', () => {
  const problem = cashDay(chanceOf(12), 12, 3);

  it('has an answer from the beginning, and a floor it can prove', () => {
    const least = solvePrimaryCost(problem);
    for (const budget of [{ work: 1 }, { isSpent: () => true }]) {
      const { objective, lowerBound, gap } = solvePrimaryCost(problem, budget);
      expect(objective).toBeGreaterThanOrEqual(least.lowerBound);
      expect(lowerBound).toBeLessThanOrEqual(least.objective);
      expect(gap).toBeCloseTo(objective - lowerBound, 6);
    }
  });

  it('says why it ended: it was proven, or its work or its time was done', () => {
    expect(solvePrimaryCost(problem, { work: 0 }).end).toBe('work');
    expect(solvePrimaryCost(problem, { isSpent: () => true }).end).toBe('time');
    expect(solvePrimaryCost(problem, { work: 0, isSpent: () => true }).end).toBe('work');
    expect(solvePrimaryCost(cashDay(chanceOf(3), 3, 2)).end).toBe('proven');
  });

  it('finds no worse with more work, and proves no less', () => {
    const answers = [1e5, 1e6, 1e7, 1e8].map((work) => solvePrimaryCost(problem, { work }));
    answers.slice(1).forEach(({ objective, lowerBound }, before) => {
      expect(objective).toBeLessThanOrEqual((answers[before]?.objective ?? 0) * (1 + 1e-5));
      expect(lowerBound).toBeGreaterThanOrEqual((answers[before]?.lowerBound ?? 0) * (1 - 1e-9));
    });
    expect(answers[3]?.gap).toBeLessThan(1e-3 * (answers[3]?.objective ?? 0));
  });

  it('is not begun with work that is no number: it would not end', () => {
    for (const work of [Number.NaN, -1])
      expect(() => solvePrimaryCost(cashDay(chanceOf(1), 3, 1), { work })).toThrow('budget.work: must be');
  });

  it('asks for the time often and stops when told', () => {
    let asked = 0;
    solvePrimaryCost(problem, { isSpent: () => ++asked >= 10 });
    expect(asked).toBeGreaterThanOrEqual(10);
    expect(asked).toBeLessThan(20);
  });
});

describe('ETFs that no fund short of cash links', () => {
  it('are searched apart, and cost together what each costs alone', () => {
    const day = costDay(chanceOf(15), 12);
    const [one] = day.assets;
    if (!one) throw new Error('an ETF');
    const assets = ['A', 'B'].map((id) => ({ ...one, id }));
    const funds = day.funds.map(({ id, positions: [own] }) => ({
      id,
      positions: assets.map((asset) => ({ asset: asset.id, target: own?.target ?? 0 })),
    }));
    const both = solvePrimaryCost({ assets, funds });
    const alone = solvePrimaryCost({
      assets: assets.slice(0, 1),
      funds: funds.map(({ id, positions }) => ({ id, positions: positions.slice(0, 1) })),
    });
    expect(both.objective).toBeCloseTo(2 * alone.objective, 6);
    expect(both.lowerBound).toBeCloseTo(2 * alone.lowerBound, 6);
  });

  it('still share the cash of a fund that has to take more than it wants', () => {
    const asset = { ...ONE, executedShares: 5, residualPenalty: 0.1 };
    const assets = [asset, { ...asset, id: 'TWO' }];
    const wants = (target: number) => ['ONE', 'TWO'].map((id) => ({ asset: id, target, maxUnits: 0 }));
    const { positions } = solvePrimaryCost({
      assets,
      funds: [
        { id: 'A', cash: 80, positions: wants(-60) },
        { id: 'B', positions: wants(-60) },
      ],
    });
    const paid = positions
      .filter(({ fund }) => fund === 'A')
      .reduce((sum, { shares }) => sum + 10 * shares, 0);
    expect(paid).toBeLessThanOrEqual(80);
    expect(positions.reduce((sum, { shares }) => sum + shares, 0)).toBe(10);
  });
});
