// Runs that the desk ended by itself because their day was over: shown wherever the day is shown, from then on and through the next
// day that is opened, until somebody accepts it. One fact in the journal.
import { utf8Length } from '../../domain/bytes';
import { type Problem, warning } from '../../domain/problem';
import type { IsoDate } from '../../domain/stamp';
import { type Message, verbatim } from '../../language/message';
import { print } from '../../language/print';
import { type EndedCode, isAccepted } from '../../stages/day/acceptances';
import type { Missing } from '../../stages/day/missing';
import type { DayState } from '../../stages/day/state';
import { LIMITS } from '../limits';
import type { Journal } from '../services';

const KEY = 'ended-runs';
const LONGEST = LIMITS.propertyBytes * 0.9;
/** What is cut still says which run, and begins to say what of it. */
const FEW = 500;

interface EndedRun {
  readonly runId: string;
  readonly code: EndedCode;
  readonly said: Message;
  /** The day that was opened since; null = none yet. */
  readonly day: IsoDate | null;
}

const endedRuns = (journal: Pick<Journal, 'get'>): readonly EndedRun[] =>
  JSON.parse(journal.get(KEY) ?? '[]');

/** @returns the fact, for whoever writes it down with what makes it true */
export function withEnded(
  journal: Journal,
  { code, text }: Problem,
  runId: string,
): Readonly<Record<string, string>> {
  const others = endedRuns(journal).filter((run) => run.runId !== runId);
  return {
    [KEY]: fitting([
      ...others,
      { runId, code: code === 'run-lost' ? code : 'run-ended', said: text, day: null },
    ]),
  };
}

/** The oldest go first; what one alone has too much of is cut. */
function fitting(runs: readonly EndedRun[]): string {
  const text = JSON.stringify(runs);
  if (utf8Length(text) <= LONGEST) return text;
  const [first, ...later] = runs;
  if (later.length > 0 || first === undefined) return fitting(later);
  return JSON.stringify([{ ...first, said: verbatim(print(first.said, 'en').slice(0, FEW)) }]);
}

/** Whatever day is open shows those; the day after it none of them. */
export function keepEnded(journal: Journal, opened: IsoDate): void {
  const runs = endedRuns(journal);
  if (runs.length === 0) return;
  const kept = runs.map((run) => ({ ...run, day: run.day ?? opened })).filter(({ day }) => day === opened);
  if (kept.length === 0) journal.remove(KEY);
  else if (JSON.stringify(kept) !== JSON.stringify(runs)) journal.set(KEY, JSON.stringify(kept));
}

/** What keeps the day from being COMPLETE until somebody accepts it. */
export const endedOwed = (journal: Pick<Journal, 'get'>): readonly Missing[] =>
  endedRuns(journal).map(({ runId, code, said }) => ({ code, subject: runId, text: said, who: 'trader' }));

/** Those that nobody has accepted yet. */
export const endedWarnings = (journal: Pick<Journal, 'get'>, state: DayState): readonly Problem[] =>
  endedRuns(journal)
    .filter(({ code, runId }) => !isAccepted(state, code, runId))
    .map(({ code, said }) => warning(code, said));
