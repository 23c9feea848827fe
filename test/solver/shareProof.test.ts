import { allocateShares, type ShareProblem } from '../../src/solver';
import { checkShares, possibleGain } from '../../src/solver/checks/checkShares';
import { weightOf } from './bruteForce';
import { chanceOf, QUICK_DAYS, shuffled } from './seeded';

/** What a fund could gain at λ per share with every whole number of lots (and the odd lot), tried one by one. */
function gainByTrying(
  price: number,
  lot: number,
  odd: number,
  fund: { weight: number; target: number; cap: number; shares: number },
  lambda: number,
): number {
  const miss = (shares: number): number => fund.weight * (fund.target - price * shares) ** 2;
  let best = -Infinity;
  for (let shares = odd; shares <= fund.cap; shares += lot) {
    best = Math.max(best, miss(fund.shares) - miss(shares) + lambda * (shares - fund.shares));
  }
  return best;
}

describe('the proof of a split of shares', () => {
  it('is what every fund could gain at a price, whoever took the odd lot, at the best of the prices', () => {
    const chance = chanceOf(81);
    for (let day = 0; day < QUICK_DAYS; day++) {
      const [price, lot] = [1 + chance.whole(3) / 4, 1 + chance.whole(4)];
      const odd = chance.whole(lot);
      const funds = Array.from({ length: 1 + chance.whole(4) }, (_, at) => ({
        weight: 1 / (1 + chance.whole(9)),
        target: chance.whole(40) / 2 - 5,
        cap: chance.whole(20),
        shares: lot * chance.whole(4) + (at === 0 ? odd : 0),
      })).map((fund) => ({ ...fund, cap: Math.max(fund.cap, fund.shares) }));
      const hints = Array.from({ length: 1 + chance.whole(3) }, () => 2 * chance.real() - 1);
      const holders = odd > 0 ? funds.keys() : [-1];
      const gains = [...holders].map((holder) =>
        Math.min(
          ...hints.map((hint) =>
            funds.reduce((sum, fund, at) => {
              return sum + gainByTrying(price, lot, at === holder ? odd : 0, fund, 2 * price * hint);
            }, 0),
          ),
        ),
      );
      expect(possibleGain(price, lot, odd, funds, hints)).toBeCloseTo(Math.max(0, ...gains), 9);
    }
  });

  it('is none without a price', () => {
    const funds = [{ weight: 1, target: 10, cap: 5, shares: 1 }];
    expect(possibleGain(10, 1, 0, funds, [])).toBe(Infinity);
    expect(possibleGain(10, 2, 1, funds, [])).toBe(Infinity);
  });

  it('leaves no gap: what is scored is what no split can be below', () => {
    const problem: ShareProblem = {
      price: 10,
      executedShares: 5,
      funds: [
        { id: 'A', target: 33, intent: 100 },
        { id: 'B', target: 22, intent: 50 },
      ],
    };
    const { funds, objective, lowerBound, gap } = allocateShares(problem);
    const scored = funds.reduce((sum, { residual }, at) => {
      return sum + weightOf('equal-bps', problem.funds[at]?.intent ?? 0) * residual ** 2;
    }, 0);
    expect(objective).toBeCloseTo(scored, 12);
    expect([lowerBound, gap]).toEqual([objective, 0]);
  });

  it('refuses a split that a millionth of a share could make better, at any size', () => {
    for (const [price, intent] of [
      [10, 10],
      [10, 1e12],
      [1e-3, 1],
    ] as const) {
      const problem: ShareProblem = {
        price,
        executedShares: 3,
        funds: [
          { id: 'A', target: 1.5 * price * (1 + 1e-6), intent },
          { id: 'B', target: 1.5 * price, intent },
        ],
      };
      const split = (a: number, b: number) =>
        checkShares(
          problem,
          (own) => 1 / own,
          new Map([
            ['A', a],
            ['B', b],
          ]),
          [0, 0.5, -0.5].map((part) => (part * price) / intent),
        );
      expect(split(2, 1).lowerBound).toBeCloseTo(split(2, 1).objective, 12);
      expect(() => split(1, 2)).toThrow('another split could be better by');
    }
  });

  it('is the same to the last bit whatever the order of the rows', () => {
    const chance = chanceOf(82);
    for (let day = 0; day < 50; day++) {
      const funds = Array.from({ length: 6 }, (_, at) => ({
        id: `F${at}`,
        intent: 1 + chance.whole(2),
        target: 9 * chance.real(),
      }));
      const [one, two, three] = [funds, [...funds].reverse(), shuffled(funds, chance)].map((rows) => {
        const { objective, lowerBound } = allocateShares({ price: 0.7, executedShares: 30, funds: rows });
        return [objective, lowerBound];
      });
      expect([two, three]).toEqual([one, one]);
    }
  });
});
