// The money problem, where the peers can be exact: the same mixed-integer program for all.
import { type CostProblem, solvePrimaryCost } from '../../src/solver';
import { type Book, bookOf, totalCost } from '../../src/solver/money/book';
import { wholeShares } from '../../src/solver/money/wholeShares';
import { modelOf } from '../solver/costProgram';
import { chanceOf } from '../solver/seeded';
import { Contest, type Entry, failures, LEFT_OUT, timesOurs } from './contest';
import { cashDay, costDay } from './days';
import type { Values } from './peers';
import { median, short, type Table } from './table';
import { repeated, type Timed, warmUp } from './timing';
import type { Verdict } from './verdict';

/** Of the cost: peers count shares as real numbers and stop at tolerances. */
export const SAME = 1e-5;

type Own = Timed<ReturnType<typeof solvePrimaryCost>>;

interface Section {
  readonly title: string;
  readonly kind: string;
  readonly size: number;
  readonly seconds: number;
  readonly days: readonly CostProblem[];
}

export async function costTables(verdict: Verdict): Promise<Table[]> {
  const contest = new Contest();
  const tables: Table[] = [];
  for (const section of sections()) tables.push(await compare(section, contest, verdict));
  return tables;
}

function sections(): Section[] {
  const chance = chanceOf(77);
  const free = [
    [5, 5],
    [20, 4],
    [50, 4],
  ] as const;
  const tight = [
    [8, 2, 3, 2],
    [8, 3, 3, 2],
    [20, 2, 3, 5],
    [20, 3, 1, 10],
    [50, 2, 1, 10],
    [50, 3, 1, 10],
  ] as const;
  return [
    ...free.map(([size, count]) => {
      const days = Array.from({ length: count }, () => costDay(chance, size));
      return { title: `Cost of one to two ETFs, ${size} funds`, kind: 'free', size, seconds: 2, days };
    }),
    ...tight.map(([size, etfs, count, seconds]) => {
      const days = Array.from({ length: count }, () => cashDay(chance, size, etfs));
      return {
        title: `Cost of ${etfs} ETFs, all ${size} funds short of cash`,
        kind: 'tight',
        size,
        seconds,
        days,
      };
    }),
  ];
}

async function compare(section: Section, contest: Contest, verdict: Verdict): Promise<Table> {
  const { title, kind, size, seconds, days } = section;
  const chance = chanceOf(1);
  const small = kind === 'free' ? costDay(chance, 5) : cashDay(chance, 5, 2);
  warmUp(() => solvePrimaryCost(small));
  const ours = days.map((day): Own => repeated(() => solvePrimaryCost(day)));
  const own = ours.map(({ ms }) => ms);
  const gap = Math.max(...ours.map(({ result }) => result.gap / result.objective));
  const books = days.map(bookOf);
  const entries = await contest.of(kind, books.map(modelOf), modelOf(bookOf(small)), seconds);
  const rows = entries.map((entry) => rowOf(entry, section, books, ours, verdict));
  return {
    title: `${title}, days: ${days.length}`,
    columns: [
      '',
      '÷ ours',
      'least ÷ ours',
      'relative gap',
      'better',
      'median ms',
      'worst ms',
      '× our time',
      'no answer',
      'fails check',
      'no end',
    ],
    rows: [
      ['ours', '1', '1', short(gap), '0', short(median(own)), short(Math.max(...own)), '1', '0', '0', '0'],
      ...rows,
    ],
    note: `÷ ours: median and least over the days answered; no end: over ${seconds} s${size < 20 ? '' : ', counted as that in × our time'}`,
  };
}

function rowOf(
  { name, runs }: Entry,
  { title, size, seconds }: Section,
  books: readonly Book[],
  ours: readonly Own[],
  verdict: Verdict,
): string[] {
  if (!runs) return [name, LEFT_OUT];
  const ratios: number[] = [];
  const times: number[] = [];
  let failed = 0;
  runs.forEach((run, day) => {
    const book = books[day];
    if (run.kind !== 'answered' || !book) return;
    times.push(run.ms);
    const cost = costOfAnswer(book, run.values);
    const best = ours[day]?.result.objective ?? Number.NaN;
    if (cost === undefined) failed++;
    else {
      ratios.push(cost / best);
      verdict.answers.push({
        name: `${name}, ${title}`,
        value: best / cost,
        isBetter: cost < best * (1 - SAME),
      });
    }
  });
  const slower = median(
    timesOurs(
      runs,
      ours.map(({ ms }) => ms),
      seconds,
    ),
  );
  if (name === 'HiGHS' && size >= 20) verdict.speed.push({ name: title, value: slower });
  const { none, hung } = failures(runs);
  return [
    name,
    short(median(ratios)),
    short(Math.min(...ratios)),
    '–',
    `${ratios.filter((ratio) => ratio < 1 - SAME).length}`,
    short(median(times)),
    short(Math.max(...times)),
    short(slower),
    `${none}`,
    `${failed}`,
    `${hung}`,
  ];
}

/** A peer's units with its shares made whole; undefined when the units are not whole or the shares do not fit. */
export function costOfAnswer(book: Book, values: Values): number | undefined {
  const units = book.slots.map(({ target, asset, unitCap }, at) => {
    const below = Math.min(unitCap, Math.floor(Math.max(0, target) / asset.unitValue));
    return (values[`w${at}`] ?? 0) + (below + 1) * (values[`z${at}`] ?? 0);
  });
  if (units.some((count) => Math.abs(count - Math.round(count)) > 1e-5)) return undefined;
  const whole = units.map(Math.round);
  const plan = book.slots.map(
    ({ asset }, at) => (Math.max(0, values[`x${at}`] ?? 0) * asset.unitValue) / asset.price,
  );
  const money = plan.map((count, at) => count * (book.slots[at]?.asset.price ?? 0));
  const shares = wholeShares({ book, units: whole, money }, 300, { done: 0 });
  return shares && totalCost(book, shares, whole);
}
