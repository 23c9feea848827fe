import { type CostProblem, solvePrimaryCost } from '../../src/solver';

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
