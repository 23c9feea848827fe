// Cash that holds whole shares only just: the cheapest of all splits all the same, and what is not proven is not said to be.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CostAnswer, type CostProblem, InputError, solvePrimaryCost } from '../../src/solver';
import { examples } from '../effort';
import { leastOfDay, type Scarcity, scarceDay } from './scarceDays';
import { chanceOf } from './seeded';

const UNIT = 1_248_000;

/** Every fund's cash is a whole number of units and so much beside, less than a share of 62.40. */
function unitsAndLittle(count: number, { shares, left }: { shares: number; left: number }): CostProblem {
  const chance = chanceOf(31 * count + shares);
  const funds = Array.from({ length: count }, (_, fund) => {
    const units = 1 + chance.whole(8);
    const target = (units + 1 + chance.whole(3)) * UNIT;
    return { id: `F${fund}`, cash: units * UNIT + left, positions: [{ asset: 'E', target }] };
  });
  const etf = { id: 'E', side: 'BUY', price: 62.4, unitValue: UNIT, sharesPerUnit: 20_000 } as const;
  const costs = { feePerRequest: 900, primaryBps: 3, halfSpreadBps: 5, residualPenalty: 0.01 };
  return { assets: [{ ...etf, ...costs, executedShares: shares }], funds };
}

/** What it costs that the first fund takes a unit less and all shares, everybody else all the units that it can pay. */
function oneUnitLess({ assets: [etf], funds }: CostProblem): number {
  if (!etf) throw new Error('an ETF');
  return funds.reduce((sum, { cash = 0, positions: [own] }, fund) => {
    const units = Math.floor(cash / UNIT) - (fund === 0 ? 1 : 0);
    const shares = fund === 0 ? etf.executedShares * etf.price : 0;
    const open = (own?.target ?? 0) - units * UNIT - shares;
    return sum + (units > 0 ? 900 : 0) + (3 * units * UNIT + 5 * shares) / 1e4 + 0.01 * open;
  }, 0);
}

const answerTo = (problem: CostProblem): CostAnswer | null => {
  try {
    return solvePrimaryCost(problem);
  } catch (cause) {
    if (cause instanceof InputError) return null;
    throw cause;
  }
};

function expectTheBest(problem: CostProblem): void {
  const least = leastOfDay(problem);
  const answer = answerTo(problem);
  if (least === Infinity) {
    expect(answer).toBeNull();
    return;
  }
  expect(answer?.objective).toBeCloseTo(least, 6);
  expect(answer?.lowerBound).toBeLessThanOrEqual(least + 1e-6);
}

describe('cash that holds whole shares only just', () => {
  it.each<[Scarcity]>([['cash exactly enough'], ['all short of cash'], ['units of one or two shares']])(
    'buys the cheapest of all splits of a small day, or none where there is none: %s',
    (kind) => {
      fc.assert(
        fc.property(fc.nat(), (seed) => expectTheBest(scarceDay(kind, chanceOf(seed)))),
        { ...examples(600), seed: 4242 },
      );
    },
  );

  it.each([
    { funds: 5, shares: 1, left: 30 },
    { funds: 20, shares: 5, left: 30 },
    { funds: 20, shares: 1, left: 61 },
    { funds: 50, shares: 10, left: 30 },
    { funds: 50, shares: 1, left: 5 },
    { funds: 200, shares: 40, left: 30 },
    { funds: 20, shares: 15_000, left: 30 }, // too many for a table
  ])('gives up no more units than the shares need: $funds funds, $shares shares', ({ funds, ...rest }) => {
    const problem = unitsAndLittle(funds, rest);
    const { objective, gap, end } = solvePrimaryCost(problem);
    expect(objective).toBeLessThanOrEqual(oneUnitLess(problem) * (1 + 1e-9));
    expect(gap).toBeLessThanOrEqual(1e-4 * objective);
    expect(end).toBe('proven');
  });

  it('of two funds that fits each one kind of share is not said not to fit', () => {
    const etf = { side: 'BUY', feePerRequest: 2, primaryBps: 356, halfSpreadBps: 173 } as const;
    const four = { ...etf, id: 'FOUR', price: 4, unitValue: 8, sharesPerUnit: 2, executedShares: 1 };
    const three = { ...etf, id: 'THREE', price: 3, unitValue: 18, sharesPerUnit: 6, executedShares: 2 };
    const positions = ['FOUR', 'THREE'].map((asset) => ({ asset, target: 30 }));
    const problem = {
      assets: [four, three].map((asset) => ({ ...asset, residualPenalty: 0.2 })),
      funds: [6, 4].map((cash) => ({ id: `CASH ${cash}`, cash, positions })),
    };
    const { positions: rows } = solvePrimaryCost(problem);
    expect(rows.map(({ shares }) => shares)).toEqual([0, 2, 1, 0]);
  });
});

describe('cash exactly enough for thousands of shares of several ETFs', () => {
  const day = (slack: number, size = 6, prices = [73.21, 48.57], seed = 77): CostProblem => {
    const chance = chanceOf(seed);
    const etfs = prices.map((price, etf) => ({
      ...{ id: `E${etf}`, side: 'BUY' as const, price, unitValue: price * 20_000, sharesPerUnit: 20_000 },
      ...{ feePerRequest: 900, primaryBps: 3, halfSpreadBps: 5, residualPenalty: 0.01 },
    }));
    const held = Array.from({ length: size }, () =>
      etfs.map(() => ({ shares: chance.whole(5_000), units: chance.whole(3) })),
    );
    const assets = etfs.map((etf, at) => ({
      ...etf,
      executedShares: held.reduce((sum, own) => sum + (own[at]?.shares ?? 0), 0),
    }));
    const funds = held.map((own, fund) => {
      const money = etfs.map(
        ({ price, unitValue }, at) => price * (own[at]?.shares ?? 0) + unitValue * (own[at]?.units ?? 0),
      );
      const cash = Math.round(100 * (money.reduce((sum, part) => sum + part, 0) + slack)) / 100;
      return {
        id: `F${fund}`,
        cash,
        positions: etfs.map(({ id }, at) => ({ asset: id, target: 1.5 * (money[at] ?? 0) })),
      };
    });
    return { assets, funds };
  };

  it.each([0, 0.01, 5])(
    'is answered, and called proven only within a ten-thousandth: %p BRL beside',
    (slack) => {
      const { objective, gap, end } = solvePrimaryCost(day(slack), { work: 1e8 });
      expect(end === 'proven').toBe(gap <= 1e-4 * objective + 1e-6);
    },
  );

  it.each([1, 2, 3, 4])(
    'is proven with a third ETF, whose shares change what two prices have to meet: day %p',
    (seed) => {
      const { objective, gap } = solvePrimaryCost(day(0, 3, [73.21, 48.57, 91.83], seed), { work: 1e8 });
      expect(gap).toBeLessThanOrEqual(1e-4 * objective);
    },
  );
});
