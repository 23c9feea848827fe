// How time grows: 10 to 10,000 funds, 100 to 100,000 fills, and the exponent that fits.
import { allocateFills, allocateShares, solvePrimary } from '../../src/solver';
import { chanceOf } from '../solver/seeded';
import { fillDay, unitDay } from './days';
import { short, type Table } from './table';
import { exponent, undisturbed } from './timing';
import type { Verdict } from './verdict';

export function growthTables(verdict: Verdict): Table[] {
  const day = (size: number) => ({ ...unitDay(chanceOf(5), size), executedShares: 100 * size });
  const shares = (shareLot: number) => (size: number) => {
    const { price, executedShares, funds: rows } = day(size);
    const own = rows.map(({ id, target }) => ({ id, target: target / 400, intent: target }));
    return () => allocateShares({ price, executedShares: executedShares + 50, shareLot, funds: own });
  };
  const units = (part: number) => (size: number) => {
    const problem = unitDay(chanceOf(5), size);
    const wanted = problem.funds.reduce((sum, { target }) => sum + target, 0);
    const executedShares = Math.floor((wanted * part) / problem.price);
    return () => solvePrimary({ ...problem, executedShares });
  };
  const scarce = (size: number) => {
    const problem = day(size);
    return () => solvePrimary(problem);
  };
  const fills = (prefer: 'price' | 'few-lines') => (size: number) => {
    const problem = { ...fillDay(50, size), prefer };
    return () => allocateFills(problem);
  };
  return [
    grow(
      verdict,
      'Growth with funds',
      'funds',
      [10, 100, 1_000, 10_000],
      [
        ['allocateShares, 100 shares a fund', shares(1)],
        ['allocateShares, lots of 100 and an odd lot', shares(100)],
        ['solvePrimary, 100 shares a fund (scarce)', scarce],
        ['solvePrimary, 10 % executed', units(0.1)],
        ['solvePrimary, 30 % executed', units(0.3)],
      ],
    ),
    grow(
      verdict,
      'Growth with fills, 50 funds',
      'fills',
      [100, 1_000, 10_000, 100_000],
      [
        ['allocateFills, price', fills('price')],
        ['allocateFills, few-lines', fills('few-lines')],
      ],
    ),
  ];
}

type Case = readonly [name: string, prepare: (size: number) => () => unknown];

function grow(
  verdict: Verdict,
  title: string,
  what: string,
  sizes: readonly number[],
  cases: readonly Case[],
): Table {
  const rows = cases.map(([name, prepare]) => {
    const points = sizes.map((size) => ({ size, ms: undisturbed(prepare(size)) }));
    const last = points[points.length - 1];
    verdict.exponents.push({ name, value: exponent(points) });
    if (last)
      verdict.slowest.push({ name: `${name}, ${last.size.toLocaleString('en')} ${what}`, value: last.ms });
    return [name, ...points.map(({ ms }) => short(ms)), exponent(points).toFixed(2)];
  });
  return {
    title: `${title}: ms, the fastest of five`,
    columns: ['', ...sizes.map((size) => size.toLocaleString('en')), 'exponent'],
    rows,
  };
}
