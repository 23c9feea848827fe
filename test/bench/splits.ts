// Shares and units, and shares alone: ours beside the peers and the local search on the same days.
import { allocateShares, type PrimaryProblem, solvePrimary, type Weighting } from '../../src/solver';
import { chanceOf } from '../solver/seeded';
import { Contest, failures, LEFT_OUT, timesOurs } from './contest';
import { shareDay, unitDay } from './days';
import { localSearch } from './localSearch';
import { peerModel, type Score, type Split, score, splitOf } from './models';
import { median, short, type Table } from './table';
import { repeated, warmUp } from './timing';
import type { Verdict } from './verdict';

/** One row: its valid scores by day, the times of its answers and what failed. */
interface Tally {
  readonly name: string;
  readonly scores: readonly (Score | undefined)[];
  readonly times: readonly number[];
  /** By day, over ours. */
  readonly slower: readonly number[];
  readonly gap?: number;
  readonly none: number;
  readonly failed: number;
  readonly hung: number;
}

interface Section {
  readonly title: string;
  readonly kind: string;
  readonly size: number;
  readonly days: readonly PrimaryProblem[];
  readonly own: (day: PrimaryProblem, weighting: Weighting) => Own;
}

interface Own {
  readonly split: Split;
  readonly gap: number;
}

const SECONDS = 2;
const SAME = 1e-9; // of a sum of squares: no more than floats differ by
const TODAY = 'local search of today';

export async function splitTables(verdict: Verdict): Promise<Table[]> {
  const chance = chanceOf(2_024);
  const contest = new Contest();
  const tables: Table[] = [];
  for (const [size, count] of [
    [6, 8],
    [12, 4],
    [20, 4],
    [50, 4],
  ] as const) {
    const days = Array.from({ length: count }, () => unitDay(chance, size));
    tables.push(
      await compare(
        { title: `Shares and units, ${size} funds`, kind: 'units', size, days, own: ownUnits },
        contest,
        verdict,
      ),
    );
  }
  const days = Array.from({ length: 4 }, () => withoutUnits(shareDay(chance, 50)));
  tables.push(
    await compare(
      { title: 'Shares alone, 50 funds', kind: 'shares', size: 50, days, own: ownShares },
      contest,
      verdict,
    ),
  );
  return tables;
}

async function compare(section: Section, contest: Contest, verdict: Verdict): Promise<Table> {
  const { title, kind, size, days } = section;
  const small = kind === 'units' ? unitDay(chanceOf(1), 6) : withoutUnits(shareDay(chanceOf(1), 6));
  const ours = ownTally(section, small, 'ours', 'equal-bps');
  const squared = ownTally(section, small, 'ours, squared-relative', 'squared-relative');
  const rows = [rowOf(ours, ours, squared), rowOf(squared, ours, squared)];
  for (const form of ['minimax', 'L1'] as const) {
    const programs = days.map((day) => peerModel(day, form));
    for (const { name, runs } of await contest.of(
      `${kind} ${form}`,
      programs,
      peerModel(small, form),
      SECONDS,
    )) {
      if (!runs) {
        rows.push([`${name}, ${form}`, LEFT_OUT]);
        continue;
      }
      const scores = runs.map((run, day) =>
        run.kind === 'answered' ? scoreOf(days[day], (own) => splitOf(own, run.values)) : undefined,
      );
      const times = runs.flatMap((run) => (run.kind === 'answered' ? [run.ms] : []));
      const slower = timesOurs(runs, ours.times, SECONDS);
      const failed = times.length - scores.filter(Boolean).length;
      const peer: Tally = { name: `${name}, ${form}`, scores, times, slower, failed, ...failures(runs) };
      rows.push(rowOf(peer, ours, squared));
      if (name === 'HiGHS' && size >= 20)
        verdict.speed.push({ name: `${title}, ${form}`, value: median(slower) });
      compared(ours, peer, ({ squares }) => squares).forEach((value) => {
        verdict.answers.push({ name: `${name}, ${form}, ${title}`, value, isBetter: isBetter(value) });
      });
    }
  }
  const today = searched(days, ours);
  rows.push(rowOf(today, ours, squared));
  compared(squared, today, ({ missBps }) => missBps).forEach((value) => {
    verdict.searches.push({ name: title, value });
  });
  return {
    title: `${title}, ${days.length} days`,
    columns: [
      '',
      'Σr²/V',
      '÷ ours',
      'gap',
      'better',
      'worst bps',
      'RMS bps',
      'better RMS',
      'median ms',
      'worst ms',
      '× our time',
      'no answer',
      'fails check',
      'no end',
    ],
    rows,
    note: `÷ ours: median over the days answered; better RMS: than ours, squared-relative; no end: over ${SECONDS} s`,
  };
}

function ownTally({ days, own }: Section, small: PrimaryProblem, name: string, weighting: Weighting): Tally {
  warmUp(() => own(small, weighting));
  const runs = days.map((day) => repeated(() => own(day, weighting)));
  return {
    name,
    scores: runs.map(({ result }, day) => scoreOf(days[day], () => result.split)),
    times: runs.map(({ ms }) => ms),
    slower: [1],
    gap: Math.max(...runs.map(({ result }) => result.gap)),
    none: 0,
    failed: 0,
    hung: 0,
  };
}

/** What the desk's old way finds, from start to end of its search. */
function searched(days: readonly PrimaryProblem[], ours: Tally): Tally {
  const runs = days.map((day) => repeated(() => localSearch(day, SECONDS)));
  return {
    name: TODAY,
    scores: runs.map(({ result }, day) => scoreOf(days[day], () => result)),
    times: runs.flatMap(({ result, ms }) => (result ? [ms] : [])),
    slower: runs.map(({ ms }, day) => ms / (ours.times[day] ?? Number.NaN)),
    none: 0,
    failed: 0,
    hung: runs.filter(({ result }) => !result).length,
  };
}

/** Undefined when there is no split or it is not valid. */
function scoreOf(
  day: PrimaryProblem | undefined,
  splitting: (day: PrimaryProblem) => Split | undefined,
): Score | undefined {
  const split = day && splitting(day);
  const result = split && score(day, split);
  return result?.isValid ? result : undefined;
}

/** Ours over the other's by day, where both are valid. */
function compared(ours: Tally, other: Tally, measure: (score: Score) => number): number[] {
  return other.scores.flatMap((theirs, day) => {
    const own = ours.scores[day];
    return theirs && own ? [measure(own) / measure(theirs)] : [];
  });
}

/** Whether the other was better, by what it is compared with over what it is. */
function isBetter(ratio: number): boolean {
  return ratio > 1 + SAME;
}

function rowOf(own: Tally, ours: Tally, squared: Tally): string[] {
  const valid = own.scores.flatMap((result) => (result ? [result] : []));
  const squares = compared(ours, own, (result) => result.squares);
  const misses = compared(squared, own, (result) => result.missBps);
  return [
    own.name,
    short(median(valid.map((result) => result.squares))),
    short(1 / median(squares)),
    own.gap === undefined ? '–' : short(own.gap),
    `${squares.filter(isBetter).length}`,
    short(median(valid.map((result) => result.worst * 1e4))),
    short(median(valid.map((result) => result.missBps))),
    `${misses.filter(isBetter).length}`,
    short(median(own.times)),
    short(Math.max(...own.times)),
    short(median(own.slower)),
    `${own.none}`,
    `${own.failed}`,
    `${own.hung}`,
  ];
}

function ownUnits(day: PrimaryProblem, weighting: Weighting): Own {
  const { funds, gap } = solvePrimary({ ...day, weighting });
  return {
    split: { shares: funds.map(({ shares }) => shares), units: funds.map(({ units }) => units) },
    gap,
  };
}

function ownShares(day: PrimaryProblem, weighting: Weighting): Own {
  const { price, executedShares } = day;
  const funds = day.funds.map(({ id, target }) => ({ id, target, intent: target }));
  const answer = allocateShares({ price, executedShares, weighting, funds });
  return {
    split: { shares: answer.funds.map(({ shares }) => shares), units: funds.map(() => 0) },
    gap: answer.gap,
  };
}

function withoutUnits({ price, executedShares, funds }: ReturnType<typeof shareDay>): PrimaryProblem {
  return {
    price,
    unitValue: 1_248_000,
    executedShares,
    funds: funds.map(({ id, target }) => ({ id, target, maxUnits: 0 })),
  };
}
