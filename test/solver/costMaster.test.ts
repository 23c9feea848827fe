import { checkFloor, type FloorClaim } from '../../src/solver/checks/checkFloor';
import { solveLinear } from '../../src/solver/linearProgram';
import { bookOf } from '../../src/solver/money/book';
import { Master } from '../../src/solver/money/master';
import type { Part } from '../../src/solver/money/rows';
import { type Market, marketsOf } from '../../src/solver/money/seats';
import { Simplex } from '../../src/solver/money/simplex';
import { leastCost } from './bruteForce';
import { cashDay } from './costDays';
import { chanceOf, FEW_DAYS, QUICK_DAYS } from './seeded';
import { smallCostDay } from './smallDays';

const rootOf = ({ book }: Market): Part => ({
  low: new Int32Array(book.slots.length),
  high: Int32Array.from(book.slots, ({ unitCap }) => unitCap),
  least: new Float64Array(2 * book.assets.length),
  most: Float64Array.from([...book.assets, ...book.assets], ({ maxTotalUnits = 1e4 }, total) =>
    total < book.assets.length ? maxTotalUnits : 1e4,
  ),
});

/** Rows with a slack each; what a column takes of them is not below zero, so that something always fits. */
function anyProgram(seed: number) {
  const chance = chanceOf(seed);
  const [rows, size] = [2 + chance.whole(6), 3 + chance.whole(12)];
  const right = Array.from({ length: rows }, () => 1 + 9 * chance.real());
  const columns = Array.from({ length: size }, () => ({
    cost: chance.real() * 10 - 6,
    rows: right.flatMap((_, row) => (chance.is(0.6) || row === 0 ? [row] : [])),
  })).map((column) => ({ ...column, values: column.rows.map(() => 0.2 + 3 * chance.real()) }));
  return { right, columns };
}

describe('the small simplex', () => {
  it('finds what another solver finds, and again after the right side has changed', () => {
    for (let seed = 1; seed <= QUICK_DAYS / 5; seed++) {
      const { right, columns } = anyProgram(seed);
      const simplex = new Simplex(Float64Array.from(right), 1e6, { done: 0 });
      right.forEach((_, row) => {
        simplex.add({ cost: 0, rows: [row], values: [1] });
      });
      for (const column of columns) simplex.add(column);
      for (const by of [1, 0.4, 2.5]) {
        const changed = right.map((value, row) => (row === 0 ? value * by : value));
        simplex.restart(Float64Array.from(changed), 1e6);
        simplex.optimise(10_000);
        const other = solveLinear({
          variables: columns.map(({ cost }, index) => ({ name: `x${index}`, cost })),
          rows: changed.map((atMost, row) => ({
            terms: columns.flatMap((column, index) => {
              const entry = column.rows.indexOf(row);
              return entry < 0 ? [] : [{ variable: `x${index}`, factor: column.values[entry] ?? 0 }];
            }),
            atMost,
          })),
        });
        if (other.kind !== 'solved') throw new Error('the other solver gave up');
        expect(simplex.amiss).toBeLessThan(1e-9);
        expect(simplex.value).toBeCloseTo(other.objective, 6);
      }
    }
  });
});

describe('the master', () => {
  it('never claims a floor above the best of all mixes', () => {
    const chance = chanceOf(45);
    for (let day = 0; day < QUICK_DAYS / 4; day++) {
      const problem = smallCostDay(chance);
      const floor = marketsOf(bookOf(problem)).reduce((sum, market) => {
        return sum + new Master(market, rootOf(market), { done: 0 }).solve(rootOf(market), Infinity).floor;
      }, 0);
      expect(floor).toBeLessThanOrEqual(leastCost(problem) + 1e-6);
    }
  });

  it('mixes its plans as cheaply as another solver does, and a floor above that is refused', () => {
    const chance = chanceOf(46);
    for (let day = 0; day < FEW_DAYS / 6; day++) {
      const [market] = marketsOf(bookOf(cashDay(chance, 8, 3)));
      if (!market) throw new Error('one market');
      const root = rootOf(market);
      const master = new Master(market, root, { done: 0 });
      const { floor } = master.solve(root, Infinity);
      expect(checkFloor(master.claim(floor))).toBe('held');
      expect(() => checkFloor(master.claim(floor * 1.001))).toThrow('below the floor');
    }
  });

  it('leaves a floor untried where the other solver would take too long, or has nothing to say', () => {
    const plans = Array.from({ length: 300 }, () => ({ cost: 1, rows: [0], values: [1] }));
    const claim: FloorClaim = { plans, right: [1], limits: 1, seats: 1, floor: 2 };
    expect(() => checkFloor(claim)).toThrow('a mix of plans costs 1, below the floor 2');
    expect(checkFloor({ ...claim, floor: 1 })).toBe('held');
    expect(checkFloor({ ...claim, floor: Number.POSITIVE_INFINITY })).toBe('untried');
    expect(checkFloor({ ...claim, right: Array.from({ length: 200 }, () => 1) })).toBe('untried');
    expect(checkFloor({ ...claim, plans: [{ cost: 1, rows: [0], values: [0] }] })).toBe('untried');
  });
});
