// What two versions are compared on: the same cases for both, each once a process. Prints a line of JSON; bench.ts --against runs it.
import { createHash } from 'node:crypto';
import { allocateFills, allocateShares, solvePrimary, solvePrimaryCost } from '../../src/solver';
import { chanceOf } from '../solver/seeded';
import { play } from './day';
import { cashDay, fillDay, halfDay, shareDay, unitDay } from './days';
import { warmUp } from './timing';

export interface Measured {
  readonly name: string;
  /** Of CPU. */
  readonly ms: number;
  /** Digest of what came of it: two versions that differ here did not do the same work. */
  readonly answer: string;
}

type Case = readonly [name: string, prepare: () => () => unknown];

/** Searched for as much work as a second's, whatever the machine. */
const WORK = { work: 3e8 };

const CASES: Readonly<Record<string, readonly Case[]>> = {
  splits: [
    ['shares, 1,000 funds', over(shareDay(chanceOf(3), 1_000), allocateShares)],
    ['units, 50 funds', over(unitDay(chanceOf(3), 50), solvePrimary)],
    ['units, 1,000 funds', over(unitDay(chanceOf(4), 1_000), solvePrimary)],
  ],
  fills: [
    ['fills, 50 funds × 5,000', over(fillDay(50, 5_000), allocateFills)],
    ['fills, 1,000 funds × 5,000', over(fillDay(1_000, 5_000), allocateFills)],
  ],
  costs: [
    ['money, 50 × 3, all short of cash', over(cashDay(chanceOf(5), 50, 3), solvePrimaryCost)],
    [
      'money, 50 × 9, half short of cash',
      over(halfDay(chanceOf(6), 50, 9), (day) => solvePrimaryCost(day, WORK)),
    ],
  ],
};

function over<Problem>(problem: Problem, solve: (problem: Problem) => unknown): Case[1] {
  return () => () => solve(problem);
}

export const VERSION_PARTS = [...Object.keys(CASES), 'day'];

/** Work that takes milliseconds is done again until it has taken a few. */
const LEAST_MS = 200;

function measured([name, prepare]: Case): Measured {
  const run = prepare();
  warmUp(run);
  const start = process.cpuUsage();
  let [runs, ms] = [0, 0];
  let answer: unknown;
  do {
    answer = run();
    runs++;
    ms = msSince(start);
  } while (ms < LEAST_MS);
  return { name, ms: ms / runs, answer: digestOf(answer) };
}

const DAY_SIZE = { funds: 200, etfs: 9, fills: 2_000 };

function measuredDay(): readonly Measured[] {
  play({ ...DAY_SIZE, funds: 20 });
  return play(DAY_SIZE).map(({ stage, status, cpu, cells, queries, mails, pending }) => ({
    name: `day of ${DAY_SIZE.funds} × ${DAY_SIZE.etfs} × ${DAY_SIZE.fills.toLocaleString('en')}: ${stage}`,
    ms: cpu * 1_000,
    answer: `${status}/${cells}/${queries}/${mails}/${pending}`,
  }));
}

function msSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}

const digestOf = (answer: unknown): string =>
  createHash('sha256').update(JSON.stringify(answer)).digest('hex').slice(0, 12);

/** Only where this file is what was started. */
if (process.argv[1]?.endsWith('versions.cjs')) {
  const parts = process.argv.slice(2);
  const rows = parts.flatMap((part) =>
    part === 'day' ? measuredDay() : (CASES[part] ?? []).map((each) => measured(each)),
  );
  process.stdout.write(`${JSON.stringify(rows)}\n`);
}
