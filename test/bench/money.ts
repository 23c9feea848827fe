// The money question on realistic days: nine ETFs, fifty funds, half of them short of cash. What a second and what five
// seconds give, and HiGHS with a minute. Half an hour with HiGHS, so only when asked for by name.
import { type CostAnswer, type CostProblem, solvePrimaryCost } from '../../src/solver';
import { bookOf } from '../../src/solver/money/book';
import { modelOf } from '../solver/costProgram';
import { chanceOf } from '../solver/seeded';
import { costOfAnswer, SAME } from './costs';
import { cashDay, halfDay } from './days';
import { Guarded } from './guard';
import { short, type Table } from './table';
import { warmUp } from './timing';
import type { Verdict } from './verdict';

const SECONDS = [1, 5] as const;
const PATIENCE = 60;
const DAYS = 20;
const FEW_DAYS = 3;

/** All days with HiGHS. */
export async function moneyTables(verdict: Verdict): Promise<Table[]> {
  return [await realDays(DAYS, PATIENCE, verdict)];
}

/** Some days without. */
export async function someMoneyTables(verdict: Verdict): Promise<Table[]> {
  return [await realDays(FEW_DAYS, 0, verdict)];
}

async function realDays(count: number, patience: number, verdict: Verdict): Promise<Table> {
  const chance = chanceOf(77);
  const small = cashDay(chanceOf(1), 8, 3);
  warmUp(() => solvePrimaryCost(small));
  const peer = new Guarded('HiGHS', modelOf(bookOf(small)), patience);
  const rows: string[][] = [];
  for (let day = 0; day < count; day++) {
    const problem = halfDay(chance, 50, 9);
    const ours = SECONDS.map((seconds) => within(problem, seconds));
    const best = ours[ours.length - 1]?.objective ?? Number.NaN;
    const cells = ours.flatMap(({ objective, gap }) => [objective.toFixed(0), percent(gap / objective)]);
    verdict.gaps.push(
      ...ours.map(({ objective, gap }, at) => ({
        name: `realistic day ${day + 1} in ${SECONDS[at]} s`,
        value: gap / objective,
      })),
    );
    const bound = ours[ours.length - 1]?.lowerBound.toFixed(0) ?? '–';
    rows.push([
      `${day + 1}`,
      ...cells,
      bound,
      ...(patience > 0 ? await compared(peer, problem, best, verdict) : []),
    ]);
  }
  await peer.stop();
  return {
    title: `Cost of 9 ETFs, 25 of 50 funds short of cash, days: ${count}`,
    columns: [
      'day',
      ...SECONDS.flatMap((seconds) => [`ours, ${seconds} s of CPU`, 'gap %']),
      'bound',
      ...(patience > 0 ? ['HiGHS', '÷ ours', 'HiGHS ms'] : []),
    ],
    rows,
    note: 'Whole shares for all; the bound and the gap count real ones.',
  };
}

function within(problem: CostProblem, seconds: number): CostAnswer {
  const start = process.cpuUsage();
  const isSpent = (): boolean => {
    const { user, system } = process.cpuUsage(start);
    return user + system > seconds * 1e6;
  };
  return solvePrimaryCost(problem, { isSpent });
}

/** The best answer HiGHS has after its time, checked and with whole shares. */
async function compared(
  peer: Guarded,
  problem: CostProblem,
  best: number,
  verdict: Verdict,
): Promise<string[]> {
  const book = bookOf(problem);
  const run = await peer.solve(modelOf(book));
  const cost = run.kind === 'answered' ? costOfAnswer(book, run.values) : undefined;
  if (cost === undefined) return ['–', '–', run.kind === 'hung' ? 'no end' : short(run.ms)];
  verdict.answers.push({
    name: 'HiGHS, realistic days',
    value: best / cost,
    isBetter: cost < best * (1 - SAME),
  });
  return [cost.toFixed(0), (cost / best).toFixed(6), run.kind === 'hung' ? 'no end' : short(run.ms)];
}

const percent = (part: number): string => (100 * part).toFixed(4);
