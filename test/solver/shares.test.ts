import fc from 'fast-check';
import { allocateShares, InputError } from '../../src/solver';
import { leastByShares } from './bruteForce';
import { chanceOf, FEW_DAYS, MANY_DAYS, MANY_FUNDS, shuffled } from './seeded';
import { smallShareDay } from './smallDays';

const A = { id: 'A', intent: 10_000_000, target: 1_250_000 };
const B = { id: 'B', intent: 2_000_000, target: 2_000_000 };
const C = { id: 'C', intent: 300_000, target: 300_000 };

describe('shares among funds whose units are fixed', () => {
  it('are split so that all funds miss by the same fraction of what they asked for', () => {
    const answer = allocateShares({ price: 62.4, executedShares: 60_000, funds: [A, B, C] });
    expect(answer.funds.map(({ shares }) => shares)).toEqual([22_559, 32_557, 4_884]);
    for (const [at, fund] of [A, B, C].entries()) {
      expect(((answer.funds[at]?.residual ?? 0) / fund.intent) * 1e4).toBeCloseTo(-158, -1);
    }
  });

  it('leave the larger funds further off when every fund counts alike', () => {
    const answer = allocateShares({
      price: 62.4,
      executedShares: 50_000,
      weighting: 'squared-relative',
      funds: [A, B, C],
    });
    const [a = 0, , c = 0] = answer.funds.map(({ residual }, at) => residual / ([A, B, C][at]?.intent ?? 1));
    expect(a).toBeGreaterThan(5 * c);
  });

  it(`are no worse than the best of all splits on ${MANY_DAYS} small days, proven each time`, () => {
    const chance = chanceOf(31);
    let solved = 0;
    for (let day = 0; day < MANY_DAYS; day++) {
      const problem = smallShareDay(chance);
      const least = leastByShares(problem);
      if (least === Infinity) {
        expect(() => allocateShares(problem)).toThrow(InputError);
        continue;
      }
      const answer = allocateShares(problem);
      expect(answer.objective).toBeCloseTo(least, 9);
      expect(answer.gap).toBeLessThanOrEqual(1e-12 * answer.objective);
      solved++;
    }
    expect(solved).toBeGreaterThan(0.8 * MANY_DAYS);
  });

  it('fall pro rata to intent beyond the targets, whatever the weighting', () => {
    const funds = [
      { id: 'A', intent: 3_000, target: 300 },
      { id: 'B', intent: 1_000, target: 100 },
    ];
    for (const weighting of ['equal-bps', 'squared-relative'] as const) {
      const answer = allocateShares({ price: 1, executedShares: 800, weighting, funds });
      expect(answer.funds.map(({ shares }) => shares)).toEqual([600, 200]);
      expect(answer.overAllocated).toBe(400);
    }
  });

  it('count as over-allocated only from the first share a target does not touch', () => {
    const funds = [{ id: 'A', intent: 100, target: 0.3 }];
    expect(allocateShares({ price: 0.1, executedShares: 3, funds }).overAllocated).toBe(0);
    expect(allocateShares({ price: 0.1, executedShares: 4, funds }).overAllocated).toBe(1);
    expect(allocateShares({ price: 0.2, executedShares: 2, funds }).overAllocated).toBe(0);
    const eleven = [{ id: 'A', intent: 100, target: 1.1 }];
    expect(allocateShares({ price: 0.1, executedShares: 12, funds: eleven }).overAllocated).toBe(1);
  });

  it('count as over-allocated at a millionth of a real as at a thousand', () => {
    const funds = [{ id: 'A', intent: 100, target: 2.4e-6 }];
    expect(allocateShares({ price: 1e-6, executedShares: 3, funds }).overAllocated).toBe(0);
    expect(allocateShares({ price: 1e-6, executedShares: 4, funds }).overAllocated).toBe(1);
  });

  it('are weighted as the desk wishes up to the last share that the funds wanted', () => {
    const funds = [
      { id: 'A', intent: 100, target: 1.4 },
      { id: 'B', intent: 1, target: 1.6 },
    ];
    const weighting = 'squared-relative';
    const { objective } = allocateShares({ price: 1, executedShares: 3, weighting, funds });
    expect(objective).toBeCloseTo(0.4 ** 2 * (1e-4 + 1), 9);
    const over = allocateShares({ price: 1, executedShares: 4, weighting, funds });
    expect(over.objective).toBeCloseTo(0.6 ** 2 / 100 + 0.4 ** 2, 9);
  });

  it('are over-executed, or not, whatever the order in which the targets are added up', () => {
    const funds = [0.1, 0.2, 0.3].map((target, at) => ({ id: `F${at}`, intent: 10 ** at, target }));
    const problem = { price: 0.1 + 0.2 + 0.3, executedShares: 1, weighting: 'squared-relative' as const };
    const [one, two] = [funds, [...funds].reverse()].map((rows) =>
      allocateShares({ ...problem, funds: rows }),
    );
    expect(one?.objective).toBe(two?.objective);
  });

  it('go in whole lots but for one odd lot, which goes where it does most good', () => {
    const answer = allocateShares({
      price: 10,
      executedShares: 250,
      shareLot: 100,
      funds: [
        { id: 'A', intent: 2_000, target: 2_000 },
        { id: 'B', intent: 500, target: 500 },
      ],
    });
    expect(answer.funds.map(({ shares }) => shares)).toEqual([200, 50]);
  });

  it('give the share that could go to either of two equal funds to the first by name', () => {
    const funds = ['B', 'A'].map((id) => ({ id, intent: 100, target: 100 }));
    const answer = allocateShares({ price: 1, executedShares: 3, funds });
    expect(answer.funds).toMatchObject([
      { id: 'B', shares: 1 },
      { id: 'A', shares: 2 },
    ]);
  });

  it('do not depend on the order of the rows, to the last bit', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = chanceOf(seed);
        const problem = { ...smallShareDay(chance), executedShares: 7, shareLot: 1 };
        const funds = problem.funds.map(({ id, intent, target }) => ({ id, intent, target }));
        const other = allocateShares({ ...problem, funds: shuffled(funds, chance) });
        const answer = allocateShares({ ...problem, funds });
        expect({ ...other, funds: other.funds.sort((a, b) => (a.id < b.id ? -1 : 1)) }).toEqual(answer);
      }),
      { numRuns: FEW_DAYS },
    );
  });

  it('are exact from a centavo to a trillion', () => {
    for (const size of [1e-2, 1, 1e6, 1e12]) {
      const funds = [3, 2, 1].map((part) => ({ id: `F${part}`, intent: part * size, target: part * size }));
      const answer = allocateShares({ price: size / 1_000, executedShares: 6_000, funds });
      expect(answer.funds.map(({ shares }) => shares)).toEqual([3_000, 2_000, 1_000]);
    }
    const [large, small] = allocateShares({
      price: 0.01,
      executedShares: 100_000_000_000_001,
      funds: [
        { id: 'large', intent: 1e12, target: 1e12 },
        { id: 'small', intent: 0.01, target: 0.01 },
      ],
    }).funds;
    expect([large?.shares, small?.shares]).toEqual([100_000_000_000_000, 1]);
  });

  it('are split at once among ten thousand funds', () => {
    const chance = chanceOf(5);
    const funds = Array.from({ length: MANY_FUNDS }, (_, at) => {
      const intent = 1e5 + chance.whole(1e9) / 100;
      return { id: `F${at}`, intent, target: intent * chance.real() };
    });
    for (const shareLot of [1, 100]) {
      const answer = allocateShares({ price: 62.4, executedShares: 1_000_050, shareLot, funds });
      expect(answer.gap).toBeLessThanOrEqual(1e-9 * answer.objective);
    }
  });
});
