import { allocateFills, type FillProblem } from '../../src/solver';
import { poolOf, tickFloor } from '../../src/solver/fills/fillPool';
import { deviationsOf, spreadEvenly } from '../../src/solver/fills/fillsEven';
import { nestRuns } from '../../src/solver/fills/fillsNested';
import { polish } from '../../src/solver/fills/fillsPolish';
import { leastDeviation } from './bruteForce';
import { type Chance, chanceOf, QUICK_DAYS } from './seeded';
import { total } from './smallMarkets';

/** Some fills on few or many price levels, for funds of any size, one of them perhaps without shares. */
function someDay(chance: Chance): FillProblem {
  const fills = Array.from({ length: 1 + chance.whole(9) }, (_, at) => ({
    id: `FILL ${at}`,
    price: 60 + chance.whole(12) / 100,
    quantity: 1 + chance.whole(30),
  }));
  let open = total(fills.map(({ quantity }) => quantity));
  const size = 1 + chance.whole(5);
  const funds = Array.from({ length: size }, (_, at) => {
    const shares = at === size - 1 ? open : chance.whole(open + 1);
    open -= shares;
    return { id: `FUND ${at}`, shares };
  });
  return { fills, funds };
}

describe('a day’s fills', () => {
  it('are pooled by price, cheapest first, and funds by size, whatever the order of the rows', () => {
    const pool = poolOf({
      fills: [
        { id: 'c', price: 10.02, quantity: 5 },
        { id: 'b', price: 10, quantity: 7 },
        { id: 'a', price: 10.02, quantity: 1 },
      ],
      funds: [
        { id: 'B', shares: 3 },
        { id: 'C', shares: 7 },
        { id: 'A', shares: 3 },
      ],
    });
    expect(pool.levels).toEqual([
      { price: 10, value: 0, quantity: 7, fills: [{ id: 'b', quantity: 7 }] },
      {
        price: 10.02,
        value: 2,
        quantity: 6,
        fills: [
          { id: 'a', quantity: 1 },
          { id: 'c', quantity: 5 },
        ],
      },
    ]);
    expect(pool.funds.map(({ id }) => id)).toEqual(['C', 'A', 'B']);
    expect(pool).toMatchObject({ total: 13, scale: 0.01, average: 12 / 13 });
  });

  it('are counted in the coarsest tick that fits all prices, or in BRL when none does', () => {
    const scaleOf = (...prices: number[]): number =>
      poolOf({
        fills: prices.map((price, at) => ({ id: `${at}`, price, quantity: 1 })),
        funds: [{ id: 'A', shares: prices.length }],
      }).scale;
    expect(scaleOf(10, 12)).toBe(1);
    expect(scaleOf(10.5, 12)).toBe(0.1);
    expect(scaleOf(10.5, 12.25)).toBe(0.01);
    expect(scaleOf(0.12345678, 12)).toBe(1e-8);
    expect(scaleOf(0.123456789, 12)).toBe(1);
    expect(scaleOf(Math.PI, 12)).toBe(1);
  });

  it('cannot bring the worst fund below the next whole price step', () => {
    const chance = chanceOf(91);
    let [sharp, known] = [0, 0];
    for (let day = 0; day < QUICK_DAYS; day++) {
      const step = 1 + chance.whole(3);
      const fills = Array.from({ length: 1 + chance.whole(3) }, (_, at) => ({
        id: `FILL ${at}`,
        price: 10 + (step * chance.whole(4)) / 4,
        quantity: 1 + chance.whole(4),
      }));
      const bought = total(fills.map(({ quantity }) => quantity));
      const own = chance.whole(bought + 1);
      const problem = {
        fills,
        funds: [
          { id: 'A', shares: own },
          { id: 'B', shares: bought - own },
        ],
      };
      const floor = tickFloor(poolOf(problem));
      const least = leastDeviation(problem);
      expect(floor).toBeLessThanOrEqual(least + 1e-9);
      if (floor > 0) known++;
      if (floor > 1e-9 && Math.abs(floor - least) < 1e-9) sharp++;
    }
    expect(sharp).toBeGreaterThan(0.7 * known);
    expect(known).toBeGreaterThan(0.3 * QUICK_DAYS);
  });
});

describe('spread evenly', () => {
  it('no fund is ever a whole share ahead of its part of the cheapest, or behind', () => {
    const chance = chanceOf(92);
    for (let day = 0; day < QUICK_DAYS; day++) {
      const pool = poolOf(someDay(chance));
      const takes = spreadEvenly(pool);
      const held = pool.funds.map(() => 0);
      let sold = 0;
      let furthest = 0;
      for (const [at, level] of pool.levels.entries()) {
        sold += level.quantity;
        pool.funds.forEach(({ shares }, fund) => {
          const taken = takes[at * pool.funds.length + fund] ?? Number.NaN;
          held[fund] = (held[fund] ?? 0) + taken;
          furthest = Math.max(furthest, Math.abs((held[fund] ?? 0) - (shares * sold) / pool.total));
        });
        if (total(held) !== sold) furthest = Infinity;
      }
      expect(furthest).toBeLessThan(1);
      expect(held).toEqual(pool.funds.map(({ shares }) => shares));
    }
  });

  it('the last share of a price goes to the fund that is due first, the larger of equals', () => {
    const pool = poolOf({
      fills: [
        { id: 'x', price: 10, quantity: 3 },
        { id: 'y', price: 11, quantity: 7 },
      ],
      funds: [
        { id: 'A', shares: 5 },
        { id: 'B', shares: 3 },
        { id: 'C', shares: 2 },
      ],
    });
    expect([...spreadEvenly(pool)]).toEqual([2, 1, 0, 3, 2, 2]);
  });

  it('and polished, the worst fund is never further off, and counts stay whole', () => {
    const chance = chanceOf(93);
    let better = 0;
    for (let day = 0; day < QUICK_DAYS; day++) {
      const pool = poolOf(someDay(chance));
      const takes = spreadEvenly(pool);
      const worstOf = () => Math.max(...deviationsOf(pool, takes).map((value) => Math.abs(value)));
      const size = pool.funds.length;
      const before = worstOf();
      polish(pool, takes);
      const after = worstOf();
      expect(after).toBeLessThanOrEqual(before + 1e-9);
      expect(after).toBeGreaterThanOrEqual(tickFloor(pool) / pool.scale - 1e-9);
      if (after < before - 1e-9) better++;
      expect(takes.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
      const soldAt = pool.levels.map((_, at) => total([...takes.subarray(at * size, (at + 1) * size)]));
      const heldBy = pool.funds.map((_, fund) =>
        total(pool.levels.map((_, at) => takes[at * size + fund] ?? 0)),
      );
      expect([soldAt, heldBy]).toEqual([
        pool.levels.map(({ quantity }) => quantity),
        pool.funds.map(({ shares }) => shares),
      ]);
    }
    expect(better).toBeGreaterThan(0.2 * QUICK_DAYS);
  });

  it('and polished, no single swap of two shares of different prices helps the worst fund', () => {
    const chance = chanceOf(94);
    for (let day = 0; day < QUICK_DAYS / 2; day++) {
      const pool = poolOf(someDay(chance));
      const takes = spreadEvenly(pool);
      polish(pool, takes);
      const size = pool.funds.length;
      const off = [...deviationsOf(pool, takes)];
      const worst = off.reduce(
        (at, value, fund) => (Math.abs(value) > Math.abs(off[at] ?? 0) ? fund : at),
        0,
      );
      const own = off[worst] ?? 0;
      let best = Infinity;
      pool.levels.forEach((gives, from) => {
        pool.levels.forEach((gets, to) => {
          off.forEach((other, partner) => {
            if (partner === worst) return;
            if (!takes[from * size + worst] || !takes[to * size + partner]) return;
            const change = gives.value - gets.value;
            best = Math.min(best, Math.max(Math.abs(own - change), Math.abs(other + change)));
          });
        });
      });
      expect(best).toBeGreaterThanOrEqual(Math.abs(own) * (1 - 1e-9) - 1e-12);
    }
  });
});

describe('in runs', () => {
  it('every fund takes at most two, one on either side of the average, and all of them use up the pool', () => {
    const chance = chanceOf(95);
    for (let day = 0; day < QUICK_DAYS; day++) {
      const pool = poolOf(someDay(chance));
      const runs = [...nestRuns(pool)].sort((a, b) => a.from - b.from);
      const starts = runs.map(({ from }) => from);
      const ends = runs.map(({ to }) => to);
      expect([...starts, pool.total]).toEqual([0, ...ends]);
      expect(runs.every(({ from, to }) => from < to)).toBe(true);
      const own = pool.funds.map((_, fund) => runs.filter((run) => run.fund === fund));
      expect(own.every(({ length }) => length <= 2)).toBe(true);
      expect(own.map((rows) => total(rows.map(({ from, to }) => to - from)))).toEqual(
        pool.funds.map(({ shares }) => shares),
      );
    }
  });

  it('no fund is off by more than the spread of prices, and most days by less than a third of it', () => {
    const chance = chanceOf(96);
    let near = 0;
    for (let day = 0; day < QUICK_DAYS; day++) {
      const problem = someDay(chance);
      const prices = problem.fills.map(({ price }) => price);
      const spread = Math.max(...prices) - Math.min(...prices);
      const { worstDeviation } = allocateFills({ ...problem, prefer: 'few-lines' });
      expect(worstDeviation).toBeLessThanOrEqual(spread + 1e-9);
      if (worstDeviation <= spread / 3 + 1e-9) near++;
    }
    expect(near).toBeGreaterThan(0.78 * QUICK_DAYS);
  });
});
