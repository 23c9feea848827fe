import fc from 'fast-check';
import { allocateFills, type FillProblem } from '../../src/solver';
import { leastDeviation } from './bruteForce';
import { type Chance, chanceOf, FEW_DAYS, MANY_DAYS, MANY_FILLS, SOME_FILLS, shuffled } from './seeded';
import { smallFillDay } from './smallDays';

const spreadOf = ({ fills }: FillProblem): number => {
  const prices = fills.map(({ price }) => price);
  return Math.max(...prices) - Math.min(...prices);
};

/** Fills on a price tick around R$ 60 and funds of any size. */
function busyDay(chance: Chance, funds: number, fills: number, tick = 0.01): FillProblem {
  const rows = Array.from({ length: fills }, (_, at) => ({
    id: `FILL ${at}`,
    price: tick > 0 ? Math.round((60 + 1.2 * chance.real()) / tick) * tick : 60 + chance.real(),
    quantity: 1 + chance.whole(400),
  })).map((fill) => ({ ...fill, price: Number(fill.price.toFixed(tick > 0 ? 2 : 12)) }));
  let open = rows.reduce((sum, fill) => sum + fill.quantity, 0);
  const shares = Array.from({ length: funds }, (_, at) => {
    const own = at === funds - 1 ? open : Math.floor((open / (funds - at)) * 2 * chance.real());
    open -= own;
    return { id: `FUND ${at}`, shares: own };
  });
  return { fills: rows, funds: shares };
}

describe('fills at several prices', () => {
  it(`are used up exactly, fund by fund and fill by fill, on ${MANY_DAYS} small days`, () => {
    const chance = chanceOf(3);
    let atBest = 0;
    for (let day = 0; day < MANY_DAYS; day++) {
      const problem = smallFillDay(chance);
      for (const prefer of ['price', 'few-lines'] as const) {
        const answer = allocateFills({ ...problem, prefer });
        for (const fill of problem.fills) {
          const own = answer.lines.filter((line) => line.fillId === fill.id);
          expect(own.reduce((sum, line) => sum + line.shares, 0)).toBe(fill.quantity);
        }
        for (const fund of problem.funds) {
          const own = answer.lines.filter((line) => line.fundId === fund.id);
          expect(own.reduce((sum, line) => sum + line.shares, 0)).toBe(fund.shares);
        }
        expect(answer.worstDeviation).toBeLessThanOrEqual(spreadOf(problem));
      }
      const answer = allocateFills(problem);
      const least = leastDeviation(problem);
      expect(answer.lowerBound).toBeLessThanOrEqual(least + 1e-9);
      expect(answer.worstDeviation).toBeGreaterThanOrEqual(least - 1e-9);
      if (answer.worstDeviation <= least + 1e-9) atBest++;
    }
    expect(atBest).toBeGreaterThan(0.9 * MANY_DAYS);
  });

  it('cost every fund the average of the pool, to half a centavo or so, at 50 funds and 5,000 fills', () => {
    const problem = busyDay(chanceOf(8), 50, SOME_FILLS);
    const answer = allocateFills(problem);
    expect(answer.worstDeviation).toBeLessThan(0.02);
    const pool =
      problem.fills.reduce((sum, fill) => sum + fill.price * fill.quantity, 0) /
      problem.fills.reduce((sum, fill) => sum + fill.quantity, 0);
    for (const [at, { averagePrice, deviation }] of answer.funds.entries()) {
      const shares = problem.funds[at]?.shares ?? 0;
      expect((averagePrice - pool) * shares).toBeCloseTo(deviation, 3);
    }
  });

  it('need about one line a fill when few lines are preferred, still within the spread of prices', () => {
    for (const [funds, fills] of [
      [50, SOME_FILLS],
      [3, 12],
      [12, 7],
    ] as const) {
      const problem = busyDay(chanceOf(21), funds, fills);
      const answer = allocateFills({ ...problem, prefer: 'few-lines' });
      expect(answer.lines.length).toBeLessThanOrEqual(fills + 2 * funds);
      expect(answer.worstDeviation).toBeLessThanOrEqual(spreadOf(problem));
    }
  });

  it('are fair without a price tick too, and at one price cost everyone the same', () => {
    expect(allocateFills(busyDay(chanceOf(2), 20, 500, 0)).worstDeviation).toBeLessThan(1e-3);
    const flat = busyDay(chanceOf(2), 20, 50);
    const answer = allocateFills({ ...flat, fills: flat.fills.map((fill) => ({ ...fill, price: 61.37 })) });
    expect([answer.worstDeviation, answer.lowerBound]).toEqual([0, 0]);
    expect(answer.funds.every(({ averagePrice }) => averagePrice === 61.37)).toBe(true);
  });

  it('know that no split beats the tick floor', () => {
    const answer = allocateFills({
      fills: [
        { id: 'x', price: 10, quantity: 1 },
        { id: 'y', price: 10.01, quantity: 1 },
      ],
      funds: [
        { id: 'A', shares: 1 },
        { id: 'B', shares: 1 },
      ],
    });
    expect(answer.lowerBound).toBeCloseTo(0.005, 9);
    expect(answer.worstDeviation).toBeCloseTo(0.005, 9);
  });

  it('leave a fund without shares at the average of the pool', () => {
    const answer = allocateFills({
      fills: [
        { id: 'x', price: 10, quantity: 2 },
        { id: 'y', price: 11, quantity: 2 },
      ],
      funds: [
        { id: 'A', shares: 4 },
        { id: 'B', shares: 0 },
      ],
    });
    expect(answer.funds[1]).toEqual({ id: 'B', averagePrice: 10.5, deviation: 0 });
  });

  it('do not depend on the order of the rows, to the last bit', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('price' as const, 'few-lines' as const), (seed, prefer) => {
        const chance = chanceOf(seed);
        const problem = { ...busyDay(chance, 5, 12, chance.is(0.5) ? 0.01 : 0), prefer };
        const answer = allocateFills(problem);
        const other = allocateFills({
          ...problem,
          fills: shuffled(problem.fills, chance),
          funds: shuffled(problem.funds, chance),
        });
        const rows = new Map(other.funds.map((row) => [row.id, row]));
        expect(other.lines).toEqual(answer.lines);
        expect(answer.funds.map(({ id }) => rows.get(id))).toEqual(answer.funds);
      }),
      { numRuns: FEW_DAYS },
    );
  });

  it('stay exact at a hundred thousand fills', () => {
    const answer = allocateFills(busyDay(chanceOf(4), 50, MANY_FILLS));
    expect(answer.worstDeviation).toBeLessThan(0.02);
  });
});
