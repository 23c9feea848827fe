import fc from 'fast-check';
import { type CostProblem, InputError, solvePrimaryCost } from '../../src/solver';
import { leastCost } from './bruteForce';
import { chanceOf, FEW_DAYS, MANY_DAYS, shuffled } from './seeded';
import { smallCostDay } from './smallDays';

const ETF = {
  id: 'ETF',
  side: 'BUY' as const,
  price: 50,
  unitValue: 1_000_000,
  sharesPerUnit: 20_000,
  executedShares: 10_000,
  feePerRequest: 1_000,
  primaryBps: 2,
  halfSpreadBps: 5,
  residualPenalty: 0.01,
};

const DAY: CostProblem = {
  assets: [ETF],
  funds: [
    { id: 'A', positions: [{ asset: 'ETF', target: 3_000_000 }] },
    { id: 'B', positions: [{ asset: 'ETF', target: 500_000 }] },
  ],
};

const unitsOf = (problem: CostProblem): number[] =>
  solvePrimaryCost(problem).positions.map(({ units }) => units);

describe('the cheapest mix of primary and secondary', () => {
  it('creates what the market did not bring, and gives the shares to the fund too small for a unit', () => {
    const { positions, objective } = solvePrimaryCost(DAY);
    expect(positions).toEqual([
      { fund: 'A', asset: 'ETF', shares: 0, units: 3, residual: 0, cost: 1_600 },
      { fund: 'B', asset: 'ETF', shares: 10_000, units: 0, residual: 0, cost: 250 },
    ]);
    expect(objective).toBe(1_850);
  });

  it('files no request when leaving the money open is cheaper', () => {
    expect(unitsOf({ ...DAY, assets: [{ ...ETF, feePerRequest: 50_000 }] })).toEqual([0, 0]);
    expect(unitsOf({ ...DAY, assets: [{ ...ETF, primaryBps: 200 }] })).toEqual([0, 0]);
  });

  it('rounds a fund up to one more unit when that leaves less open', () => {
    const funds = [{ id: 'A', positions: [{ asset: 'ETF', target: 2_900_000 }] }];
    const asset = { ...ETF, executedShares: 0 };
    expect(unitsOf({ assets: [asset], funds })).toEqual([3]);
    expect(
      unitsOf({ assets: [asset], funds: [{ id: 'A', positions: [{ asset: 'ETF', target: 2_400_000 }] }] }),
    ).toEqual([2]);
  });

  it('keeps to rationed units, access, holdings and cash', () => {
    expect(unitsOf({ ...DAY, assets: [{ ...ETF, maxTotalUnits: 2 }] })).toEqual([2, 0]);
    const [own] = DAY.funds;
    const position = { asset: 'ETF', target: 3_000_000 };
    const alone = (fund: object, more: object, side: 'BUY' | 'SELL' = 'BUY'): CostProblem => ({
      assets: [{ ...ETF, side }],
      funds: [{ ...own, id: 'A', ...fund, positions: [{ ...position, ...more }] }],
    });
    expect(unitsOf(alone({}, { maxUnits: 0 }))).toEqual([0]);
    expect(unitsOf(alone({}, { holdings: 50_000 }, 'SELL'))).toEqual([2]);
    expect(unitsOf(alone({ cash: 2_500_000 }, {}))).toEqual([2]);
    expect(() => solvePrimaryCost(alone({ cash: 400_000 }, {}))).toThrow('executedShares');
  });

  it('parts the cash of a fund that buys two ETFs', () => {
    const second = { ...ETF, id: 'TWO', residualPenalty: 0.02 };
    const positions = ['ETF', 'TWO'].map((asset) => ({ asset, target: 2_000_000 }));
    const { positions: rows } = solvePrimaryCost({
      assets: [ETF, second].map((asset) => ({ ...asset, executedShares: 0 })),
      funds: [{ id: 'A', cash: 3_000_000, positions }],
    });
    expect(rows.map(({ units }) => units)).toEqual([1, 2]);
  });

  it(`is as cheap as the best of all mixes on ${MANY_DAYS} small days`, () => {
    const chance = chanceOf(19);
    let solved = 0;
    for (let day = 0; day < MANY_DAYS; day++) {
      const problem = smallCostDay(chance);
      const least = leastCost(problem);
      let answer: ReturnType<typeof solvePrimaryCost> | undefined;
      try {
        answer = solvePrimaryCost(problem);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect(least).toBe(Infinity);
        continue;
      }
      expect(Math.abs(answer.objective - least)).toBeLessThan(1e-9);
      expect(answer.lowerBound).toBeLessThanOrEqual(least + 1e-6);
      expect(answer.gap).toBeCloseTo(answer.objective - answer.lowerBound, 9);
      solved++;
    }
    expect(solved).toBeGreaterThan(0.7 * MANY_DAYS);
  });

  it('does not depend on the order of the rows, to the last bit', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = chanceOf(seed);
        const problem = bigDay(chance.whole(1e6), 8);
        const mixed = {
          assets: shuffled(problem.assets, chance),
          funds: shuffled(problem.funds, chance).map((fund) => ({
            ...fund,
            positions: shuffled(fund.positions, chance),
          })),
        };
        const answer = solvePrimaryCost(problem);
        const other = solvePrimaryCost(mixed);
        const rows = new Map(other.positions.map((row) => [`${row.fund} ${row.asset}`, row]));
        expect(answer.positions.map((row) => rows.get(`${row.fund} ${row.asset}`))).toEqual(answer.positions);
        expect([other.objective, other.lowerBound]).toEqual([answer.objective, answer.lowerBound]);
      }),
      { numRuns: FEW_DAYS / 2 },
    );
  });

  it('shares out cash that is short everywhere, proven to a ten-thousandth, whatever the order of the rows', () => {
    for (const seed of [1, 2, 3]) {
      const problem = shortOfCash(bigDay(seed, 20), seed);
      const answer = solvePrimaryCost(problem);
      expect(answer.gap).toBeLessThan(1e-4 * answer.objective);
      const chance = chanceOf(seed);
      const mixed = solvePrimaryCost({
        assets: shuffled(problem.assets, chance),
        funds: shuffled(problem.funds, chance),
      });
      expect([mixed.objective, mixed.lowerBound]).toEqual([answer.objective, answer.lowerBound]);
    }
  });

  it('keeps a ration of units that funds short of cash share', () => {
    const { assets, funds } = shortOfCash(bigDay(5, 12), 5);
    const [one] = assets;
    const free = solvePrimaryCost({ assets, funds });
    const total = free.positions.reduce((sum, { asset, units }) => sum + (asset === 'ONE' ? units : 0), 0);
    const most = Math.floor(total / 2);
    const rationed = solvePrimaryCost({
      assets: assets.map((asset) => (asset === one ? { ...asset, maxTotalUnits: most } : asset)),
      funds,
    });
    const taken = rationed.positions.reduce(
      (sum, { asset, units }) => sum + (asset === 'ONE' ? units : 0),
      0,
    );
    expect(taken).toBe(most);
    expect(rationed.objective).toBeGreaterThan(free.objective);
  });

  it('is proven to a hundred-thousandth for a hundred funds and two ETFs', () => {
    const { gap, objective } = solvePrimaryCost(bigDay(4, 100));
    expect(gap).toBeLessThan(1e-5 * objective);
  });
});

/** Every fund has the cash for half to nine tenths of what it wants. */
function shortOfCash({ assets, funds }: CostProblem, seed: number): CostProblem {
  const chance = chanceOf(seed);
  return {
    assets,
    funds: funds.map((fund) => {
      const wanted = fund.positions.reduce((sum, { target }) => sum + target, 0);
      return { ...fund, cash: Math.round(wanted * (0.5 + 0.4 * chance.real())) };
    }),
  };
}

function bigDay(seed: number, size: number): CostProblem {
  const chance = chanceOf(seed);
  const assets = ['ONE', 'TWO'].map((id) => ({
    ...ETF,
    id,
    price: 40 + chance.whole(40),
    executedShares: 1_500 * size,
  }));
  return {
    assets: assets.map((asset) => ({ ...asset, unitValue: asset.price * asset.sharesPerUnit })),
    funds: Array.from({ length: size }, (_, at) => ({
      id: `FUND ${at}`,
      positions: assets.map(({ id }) => ({
        asset: id,
        target: Math.round(1e7 * Math.exp(-4 * chance.real())),
      })),
    })),
  };
}
