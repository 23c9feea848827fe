// Winds the clock through the day: call the desk, see what ran, go on to what is due next.
import { fromSaoPaulo, saoPauloDate, saoPauloStamp } from '../host';
import { type DayRun, type RunReport, readDayRun, readStepsLeft } from './answers';
import { STAGES, type Stage } from './options';
import type { World } from './world';

export interface StageRun {
  /** São Paulo time at which it ran. */
  readonly at: string;
  readonly report: RunReport;
  /** Real seconds of the call; null where one call ran several stages and an earlier line has them. */
  readonly seconds: number | null;
}

export const MAX_ITERATIONS = 3;
/** The schedule ticks every 5 minutes: more calls than a day has ticks means that it no longer moves. */
const MOST_CALLS = 300;

/** Tells each stage as it ends; stops when nothing more is due, when `until` has run, today or before, or when something waits for a person. */
export async function playDay(
  { desk, clock, date }: Pick<World, 'desk' | 'clock' | 'date'>,
  until: Stage | null,
  families: readonly string[],
  tell: (run: StageRun) => void,
): Promise<readonly StageRun[]> {
  const runs: StageRun[] = [];
  if (until !== null && (await hasRun(desk, until))) return runs;
  for (let calls = 0; calls < MOST_CALLS; calls++) {
    const at = saoPauloStamp(clock.now());
    const started = performance.now();
    const day = readDayRun((await desk.call('executeDailyTradingWorkflow', ['all', MAX_ITERATIONS])).value);
    const seconds = (performance.now() - started) / 1000;
    for (const [i, report] of day.runs.entries()) {
      const run = { at, report, seconds: i === 0 ? seconds : null };
      if (!repeats(runs, run)) tell(run);
      runs.push(run);
    }
    if (isOver(day, date) || isReached(until, runs, families) || isLost(day) || isHeld(day)) {
      return runs;
    }
    if (until !== null && (await hasRun(desk, until))) return runs;
    const due = fromSaoPaulo(day.nextDue ?? '');
    if (due > clock.now()) clock.set(due);
    else if (day.runs.length === 0) {
      throw new Error(
        `Nothing ran at ${saoPauloStamp(clock.now())} and ${day.nextDue} is said to be next: the schedule stands still.`,
      );
    }
  }
  throw new Error(`The desk was called ${MOST_CALLS} times and ${date} is still not over.`);
}

const isOver = (day: DayRun, date: string): boolean =>
  day.nextDue === null || saoPauloDate(fromSaoPaulo(day.nextDue)) !== date;

/** Without the morning's orders there is nothing that later stages could work on. */
const isLost = (day: DayRun): boolean =>
  day.runs.some((run) => run.stage === 'initial' && run.status === 'refused');

/** What waits for a person would wait at every later step, too. */
const isHeld = (day: DayRun): boolean => day.runs.some((run) => run.status === 'held');

/** Whether nothing of that stage, or of one before it, is left of today: a desk may have run before. */
async function hasRun(desk: World['desk'], until: Stage): Promise<boolean> {
  const left = readStepsLeft((await desk.call('nextSteps')).value);
  const wanted = STAGES.slice(0, STAGES.indexOf(until) + 1);
  return left.every((name) => wanted.every((stage) => stage !== name.split(':')[0]));
}

function isReached(until: Stage | null, runs: readonly StageRun[], families: readonly string[]): boolean {
  const ran = (stage: string): readonly RunReport[] =>
    runs.map((run) => run.report).filter((report) => report.stage === stage);
  switch (until) {
    case 'initial':
      return ran('initial').length > 0;
    case 'primary': {
      const scopes = ran('primary').map((report) => report.scope);
      const isDone = scopes.includes('all') || families.every((family) => scopes.includes(family));
      return (isDone && scopes.length > 0) || ran('adjustments').length > 0;
    }
    default:
      return false;
  }
}

/** A stage that is refused at every tick, with the same words, is told once. */
function repeats(runs: readonly StageRun[], { report }: StageRun): boolean {
  const last = runs.findLast((run) => run.report.stage === report.stage)?.report;
  return (
    report.status !== 'applied' &&
    last?.status === report.status &&
    last.scope === report.scope &&
    last.headline === report.headline &&
    last.problems.join() === report.problems.join()
  );
}
