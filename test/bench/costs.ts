// The money problem, where the peers can be exact: the same mixed-integer program for all.
import { type CostProblem, solvePrimaryCost } from '../../src/solver';
import { bookOf, type CostBook, costOf } from '../../src/solver/costBook';
import { modelOf } from '../../src/solver/costModel';
import { placeShares } from '../../src/solver/costShares';
import { chanceOf } from '../solver/seeded';
import { costDay } from './days';
import { Guarded } from './guard';
import { PEERS, type Values } from './peers';
import { median, short, type Table, timed } from './table';

export async function costTables(): Promise<Table[]> {
  const chance = chanceOf(77);
  const tables: Table[] = [];
  for (const [size, days] of [
    [5, 5],
    [20, 4],
    [50, 3],
  ] as const) {
    tables.push(
      await compare(
        size,
        Array.from({ length: days }, () => costDay(chance, size)),
      ),
    );
  }
  return tables;
}

async function compare(size: number, days: readonly CostProblem[]): Promise<Table> {
  const ours = days.map((day) => {
    solvePrimaryCost(day);
    return timed(() => solvePrimaryCost(day));
  });
  const rows = [
    [
      'ours',
      short(median(ours.map(({ result }) => result.objective))),
      '1',
      short(Math.max(...ours.map(({ result }) => result.gap / result.objective))),
      '0',
      short(median(ours.map(({ ms }) => ms))),
      short(Math.max(...ours.map(({ ms }) => ms))),
      ...['0', '0', '0'],
    ],
  ];
  for (const name of PEERS) {
    const guarded = new Guarded(name);
    const times: number[] = [];
    const costs: number[] = [];
    const ratios: number[] = [];
    let [better, none, failed, hung] = [0, 0, 0, 0];
    for (const [at, day] of days.entries()) {
      const book = bookOf(day);
      const run = await guarded.solve(modelOf(book));
      if (run.kind !== 'answered') {
        if (run.kind === 'hung') hung++;
        else none++;
        continue;
      }
      times.push(run.ms);
      const cost = costOfAnswer(book, run.values);
      const best = ours[at]?.result.objective ?? 0;
      if (cost === undefined) failed++;
      else {
        costs.push(cost);
        ratios.push(cost / best);
      }
      if (cost !== undefined && cost < best * (1 - 1e-5)) better++;
    }
    await guarded.stop();
    rows.push([
      name,
      short(median(costs)),
      short(median(ratios)),
      '–',
      `${better}`,
      short(median(times)),
      short(Math.max(...times)),
      `${none}`,
      `${failed}`,
      `${hung}`,
    ]);
  }
  return {
    title: `Cost of one to two ETFs, ${size} funds, ${days.length} days`,
    columns: [
      '',
      'median BRL',
      '÷ ours',
      'relative gap',
      'better',
      'median ms',
      'worst ms',
      'no answer',
      'fails check',
      'no end',
    ],
    rows,
  };
}

/** A peer's units with whole shares placed for it; undefined when the units are not whole or nothing fits. */
function costOfAnswer(book: CostBook, values: Values): number | undefined {
  const units = book.slots.map(({ target, asset, unitCap }, at) => {
    const below = Math.min(unitCap, Math.floor(Math.max(0, target) / asset.unitValue));
    return (values[`w${at}`] ?? 0) + (below + 1) * (values[`z${at}`] ?? 0);
  });
  if (units.some((count) => Math.abs(count - Math.round(count)) > 1e-5)) return undefined;
  const whole = units.map(Math.round);
  const shares = placeShares(
    book,
    whole,
    units.map(() => 0),
  );
  return (
    shares && book.slots.reduce((sum, slot, at) => sum + costOf(slot, shares[at] ?? 0, whole[at] ?? 0), 0)
  );
}
