// How time grows: 10 to 10,000 funds, 100 to 100,000 fills, and the exponent that fits.
import { allocateFills, allocateShares, solvePrimary } from '../../src/solver';
import { chanceOf } from '../solver/seeded';
import { fillDay, unitDay } from './days';
import { exponent, median, short, type Table, timed } from './table';

const RUNS = 5;

export function growthTables(): Table[] {
  const funds = [10, 100, 1_000, 10_000];
  const day = (size: number) => ({ ...unitDay(chanceOf(5), size), executedShares: 100 * size });
  const shares = (shareLot: number) => (size: number) => {
    const { price, executedShares, funds: rows } = day(size);
    const own = rows.map(({ id, target }) => ({ id, target: target / 400, intent: target }));
    return () => allocateShares({ price, executedShares: executedShares + 50, shareLot, funds: own });
  };
  const units = (part: number) => (size: number) => {
    const problem = unitDay(chanceOf(5), size);
    const wanted = problem.funds.reduce((sum, { target }) => sum + target, 0);
    return () => solvePrimary({ ...problem, executedShares: Math.floor((wanted * part) / problem.price) });
  };
  const million = (size: number) => () => solvePrimary(day(size));
  return [
    grow('Growth with funds: median ms', funds, [
      ['allocateShares, 100 shares a fund', shares(1)],
      ['allocateShares, lots of 100 and an odd lot', shares(100)],
      ['solvePrimary, 100 shares a fund (scarce)', million],
      ['solvePrimary, 10 % executed', units(0.1)],
      ['solvePrimary, 30 % executed', units(0.3)],
    ]),
    grow(
      'Growth with fills, 50 funds: median ms',
      [100, 1_000, 10_000, 100_000],
      [
        ['allocateFills, price', (size) => () => allocateFills(fillDay(50, size))],
        [
          'allocateFills, few-lines',
          (size) => () => allocateFills({ ...fillDay(50, size), prefer: 'few-lines' }),
        ],
      ],
    ),
  ];
}

type Case = readonly [name: string, prepare: (size: number) => () => unknown];

function grow(title: string, sizes: readonly number[], cases: readonly Case[]): Table {
  const rows = cases.map(([name, prepare]) => {
    const points = sizes.map((size) => {
      const run = prepare(size);
      for (let warm = 0; warm < 3; warm++) run();
      return { size, ms: median(Array.from({ length: RUNS }, () => timed(run).ms)) };
    });
    return [name, ...points.map(({ ms }) => short(ms)), exponent(points).toFixed(2)];
  });
  return { title, columns: ['', ...sizes.map((size) => size.toLocaleString('en')), 'exponent'], rows };
}
