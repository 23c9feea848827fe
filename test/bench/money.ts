// The money question beside HiGHS with a minute, and beside brute force: what one and five seconds of CPU give. Half an hour with
// HiGHS, so only when asked for by name. `npm run bench -- money --seed N` takes other days, `--alone` leaves HiGHS out, `--write` puts
// the tables into the docs.
import {
  type CostAnswer,
  type CostProblem,
  InputError,
  solvePrimaryCost,
  WORK_A_SECOND,
} from '../../src/solver';
import { bookOf } from '../../src/solver/money/book';
import { leastCost } from '../solver/bruteForce';
import { modelOf } from '../solver/costProgram';
import { chanceOf } from '../solver/seeded';
import { smallCostDay } from '../solver/smallDays';
import { costOfAnswer, SAME } from './costs';
import { cashDay, halfDay } from './days';
import { Guarded } from './guard';
import { keepInPage } from './page';
import type { Table } from './table';
import { warmUp } from './timing';
import type { Verdict } from './verdict';
import { wishesIn } from './wishes';

const SECONDS = [1, 5] as const;
const PATIENCE = 60;
const PAGE = 'docs/solver-money.md';

const DAYS = 20;
const FRESH = 30;
const SMALL = 1_000;
const FEW_DAYS = 3;
/** The first seed where nobody names another. */
const FIRST = 77;
/** Of the bench: 8 to 50 funds, two or three ETFs. */
const SIZES = [
  [8, 2],
  [8, 3],
  [20, 2],
  [20, 3],
  [50, 2],
  [50, 3],
] as const;

interface Instance {
  readonly name: string;
  readonly problem: CostProblem;
}

/** All days with HiGHS, or alone. */
export async function moneyTables(verdict: Verdict): Promise<Table[]> {
  const { alone, seed, write } = wishesIn();
  const from = seed ?? FIRST;
  const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => from + at);
  const tight = seeds(FRESH).map((seed, at): Instance => {
    const [funds, etfs] = SIZES[at % SIZES.length] ?? SIZES[0];
    return { name: `${seed}: ${funds} × ${etfs}`, problem: cashDay(chanceOf(seed), funds, etfs) };
  });
  const real = seeds(DAYS).map(
    (seed): Instance => ({ name: `${seed}`, problem: halfDay(chanceOf(seed), 50, 9) }),
  );
  const patience = alone ? 0 : PATIENCE;
  const tables = [
    smallTable(from),
    await compared('All funds short of cash, seed: funds × ETFs', tight, patience, verdict),
    await compared('9 ETFs, 25 of 50 funds short of cash, by seed', real, patience, verdict),
  ];
  if (write) keepInPage(PAGE, alone ? 'alone' : 'money', tables);
  return tables;
}

/** Some days without HiGHS. */
export async function someMoneyTables(verdict: Verdict): Promise<Table[]> {
  const chance = chanceOf(77);
  const days = Array.from(
    { length: FEW_DAYS },
    (_, at): Instance => ({ name: `${at + 1}`, problem: halfDay(chance, 50, 9) }),
  );
  return [await compared('9 ETFs, 25 of 50 funds short of cash', days, 0, verdict)];
}

/** The realistic days by work counted instead of CPU, which a busy machine does not change; without HiGHS. */
export function moneyByWorkTables(verdict: Verdict): Table[] {
  const { seed, write } = wishesIn();
  const from = seed ?? FIRST;
  const small = cashDay(chanceOf(1), 8, 3);
  warmUp(() => solvePrimaryCost(small));
  const rows = Array.from({ length: DAYS }, (_, at) => {
    const problem = halfDay(chanceOf(from + at), 50, 9);
    const cells = SECONDS.flatMap((seconds) => {
      const start = process.cpuUsage();
      const { objective, lowerBound, gap } = solvePrimaryCost(problem, { work: seconds * WORK_A_SECOND });
      const spent = secondsSince(start).toFixed(1);
      verdict.gaps.push({ name: `day ${from + at}, work of ${seconds} s`, value: gap / objective });
      return [objective.toFixed(0), lowerBound.toFixed(0), percent(gap / objective), spent];
    });
    process.stderr.write(`${[from + at, ...cells].join('  ')}\n`);
    return [`${from + at}`, ...cells];
  });
  const table = {
    title: '9 ETFs, 25 of 50 funds short of cash, by seed and work counted',
    columns: ['', ...SECONDS.flatMap((seconds) => [`work of ${seconds} s`, 'bound', 'gap %', 'CPU s'])],
    rows,
  };
  if (write) keepInPage(PAGE, 'again', [table]);
  return [table];
}

async function compared(
  title: string,
  instances: readonly Instance[],
  patience: number,
  verdict: Verdict,
): Promise<Table> {
  const small = cashDay(chanceOf(1), 8, 3);
  warmUp(() => solvePrimaryCost(small));
  const peer = new Guarded('HiGHS', modelOf(bookOf(small)), patience);
  if (patience > 0) await peer.solve(modelOf(bookOf(small))); // its start is nobody's time
  const rows: string[][] = [];
  for (const { name, problem } of instances) {
    const ours = SECONDS.map((seconds) => within(problem, seconds));
    verdict.gaps.push(
      ...ours.map(({ part }, at) => ({ name: `${title} ${name}, ${SECONDS[at]} s`, value: part })),
    );
    const last = ours[ours.length - 1];
    const cells = ours.flatMap(({ answer, part, seconds }) => [
      answer.objective.toFixed(0),
      percent(part),
      seconds.toFixed(2),
    ]);
    const theirs = patience > 0 && last ? await highsOf(peer, problem, last.answer.objective, verdict) : [];
    rows.push([name, ...cells, last?.answer.lowerBound.toFixed(0) ?? '–', ...theirs]);
    process.stderr.write(`${rows[rows.length - 1]?.join('  ')}\n`);
  }
  await peer.stop();
  return {
    title,
    columns: [
      '',
      ...SECONDS.flatMap((seconds) => [`ours, ${seconds} s`, 'gap %', 'CPU s']),
      'bound',
      ...(patience > 0 ? [`HiGHS, ${patience} s`, '÷ ours', 'its CPU s'] : []),
    ],
    rows,
    note: 'Whole shares for all; the bound and the gap count real ones.',
  };
}

interface Within {
  readonly answer: CostAnswer;
  /** Of the cost, unproven. */
  readonly part: number;
  /** Of CPU. */
  readonly seconds: number;
}

function within(problem: CostProblem, most: number): Within {
  const start = process.cpuUsage();
  const isSpent = (): boolean => secondsSince(start) > most;
  const answer = solvePrimaryCost(problem, { isSpent });
  return { answer, part: answer.gap / answer.objective, seconds: secondsSince(start) };
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** The best answer HiGHS has after its time, checked and with whole shares. */
async function highsOf(
  peer: Guarded,
  problem: CostProblem,
  best: number,
  verdict: Verdict,
): Promise<string[]> {
  const book = bookOf(problem);
  const start = process.cpuUsage();
  const run = await peer.solve(modelOf(book));
  const seconds = secondsSince(start).toFixed(1);
  const time =
    run.kind === 'hung' || (run.kind === 'answered' && run.ms > PATIENCE * 990) ? 'no end' : seconds;
  const cost = run.kind === 'answered' ? costOfAnswer(book, run.values) : undefined;
  if (cost === undefined) return ['–', '–', time];
  verdict.answers.push({ name: 'HiGHS, money', value: best / cost, isBetter: cost < best * (1 - SAME) });
  return [cost.toFixed(0), (cost / best).toFixed(6), time];
}

const percent = (part: number): string => (100 * part).toFixed(4);

/** Small days of which every mix can be tried. */
function smallTable(seed: number): Table {
  const chance = chanceOf(seed);
  let [solved, without, worse, wrong, over] = [0, 0, 0, 0, 0];
  for (let day = 0; day < SMALL; day++) {
    const problem = smallCostDay(chance);
    const least = leastCost(problem);
    const answer = answerOf(problem);
    if (answer === undefined) {
      without++;
      if (least < Infinity) wrong++;
      continue;
    }
    solved++;
    if (answer.objective > least + 1e-9) worse++;
    if (answer.objective < least - 1e-9) wrong++;
    if (answer.lowerBound > least + 1e-6) over++;
  }
  return {
    title: `${SMALL.toLocaleString('en')} small days against every mix`,
    columns: [
      'answered',
      'no answer there is',
      'dearer',
      'cheaper than possible, or refused wrongly',
      'bound too high',
    ],
    rows: [[solved, without, worse, wrong, over].map(String)],
  };
}

function answerOf(problem: CostProblem): CostAnswer | undefined {
  try {
    return solvePrimaryCost(problem);
  } catch (cause) {
    if (cause instanceof InputError) return undefined;
    throw cause;
  }
}
