// npm run bench -- work: how many seconds of CPU the work of one and of five seconds takes, which is what WORK_A_SECOND claims.
import { solvePrimaryCost, WORK_A_SECOND } from '../../src/solver';
import { chanceOf } from '../solver/seeded';
import { cashDay, halfDay } from './days';
import { median, type Table } from './table';
import { warmUp } from './timing';

const SECONDS = [1, 5] as const;
const SIZES = [
  [20, 9],
  [50, 9],
  [100, 9],
  [200, 9],
] as const;

export function workTables(): Table[] {
  const small = cashDay(chanceOf(1), 8, 3);
  warmUp(() => solvePrimaryCost(small));
  const rates: number[] = [];
  const rows = SIZES.map(([funds, etfs], at) => {
    const day = halfDay(chanceOf(4_001 + at), funds, etfs);
    const seconds = SECONDS.map((given) => {
      const start = process.cpuUsage();
      const { end } = solvePrimaryCost(day, { work: given * WORK_A_SECOND });
      const { user, system } = process.cpuUsage(start);
      const taken = (user + system) / 1e6;
      if (end === 'work') rates.push((given * WORK_A_SECOND) / taken);
      return taken.toFixed(2);
    });
    return [`${funds} × ${etfs}, half short of cash`, ...seconds];
  });
  return [
    {
      title: `Seconds of CPU for the work of so many, WORK_A_SECOND = ${WORK_A_SECOND.toExponential(1)}`,
      columns: ['', ...SECONDS.map((seconds) => `${seconds} s`)],
      rows,
      note: `Work a second, median: ${median(rates).toExponential(2)}. A busy machine's second of CPU is worth less.`,
    },
  ];
}
