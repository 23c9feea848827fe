// The day at a glance as the sidebar gets it: every sentence printed; figures stay figures, the sidebar draws them.

import type { CellPlace } from '../../desk/log/failedPlaces';
import { type PrintedProblem, printedProblems } from '../../desk/log/report';
import type { FailedRun, Overview } from '../../desk/look/overview';
import type { NextStep, StepState, TimelineStep } from '../../desk/look/timeline';
import type { Deadline } from '../../desk/schedule/deadlines';
import { type Stamp, timeOf } from '../../domain/stamp';
import type { Language } from '../../language/language';
import { type Message, msg } from '../../language/message';
import { print, printAll } from '../../language/print';
import type { StageRequest } from '../../stages/stages';
import { stageTitle } from '../titles';
import {
  CLOSED,
  cycleState,
  dayName,
  deadlineName,
  marketState,
  STATES,
  scheduleLines,
  timeText,
} from './dayInWords';

export interface PrintedStep {
  readonly label: string;
  readonly state: StepState;
  /** The state in words, for those who do not see its sign. */
  readonly stateText: string;
  /** How far it is; null where there is nothing to say. */
  readonly detail: string | null;
  /** Its time, or the state where that says more. */
  readonly time: string;
}

/** What comes next, and what the one button of the sidebar opens. */
export interface PrintedNext {
  readonly label: string;
  readonly when: string;
  readonly isDue: boolean;
  /** São Paulo time; null when no time is known. */
  readonly at: Stamp | null;
  readonly request: StageRequest;
  /** Why it cannot be opened yet: then there is no button; null = it can. */
  readonly why: string | null;
}

/** A line of the log; the cell that it speaks of, and the rest, where the cell is known. */
export type PlacedLine = Pick<PrintedProblem, 'tab' | 'cell' | 'inBook' | 'text'>;

export interface PrintedFailure {
  readonly title: string;
  readonly time: string;
  /** As the log has them: in the desk's language. */
  readonly problems: readonly PlacedLine[];
  readonly settled: boolean;
}

export interface PrintedOverview
  extends Pick<
    Overview,
    | 'now'
    | 'mayCancel'
    | 'language'
    | 'opened'
    | 'complete'
    | 'lacksTrades'
    | 'lacksSetUp'
    | 'atOfficialNav'
    | 'asOf'
    | 'assets'
    | 'funds'
    | 'heldRuns'
  > {
  readonly day: string;
  /** null while no day is open. */
  readonly state: string | null;
  readonly market: string;
  readonly missing: readonly string[];
  readonly excess: string | null;
  readonly isTradingDay: boolean;
  readonly timeline: readonly PrintedStep[];
  readonly next: PrintedNext | null;
  /** What stands there instead of a next step. */
  readonly nothingNext: string;
  readonly schedule: { readonly isOn: boolean; readonly lines: readonly string[] };
  /** What runs out first. */
  readonly deadline: (Deadline & { readonly label: string }) | null;
  readonly failures: readonly PrintedFailure[];
  readonly problems: readonly PrintedProblem[];
  readonly warnings: readonly PrintedProblem[];
  readonly progress: string | null;
}

export function printedOverview(day: Overview, language: Language): PrintedOverview {
  const {
    now,
    mayCancel,
    opened,
    complete,
    lacksTrades,
    lacksSetUp,
    atOfficialNav,
    asOf,
    assets,
    funds,
    heldRuns,
    hours,
  } = day;
  const [deadline = null] = day.deadlines;
  const text = (message: Message): string => print(message, language);
  return {
    now,
    language,
    opened,
    mayCancel,
    complete,
    lacksTrades,
    lacksSetUp,
    atOfficialNav,
    asOf,
    assets,
    funds,
    heldRuns,
    day: text(dayName(now)),
    state: day.opened === null ? null : text(complete ? msg('COMPLETE') : msg('PENDING')),
    market: text(marketState(day)),
    missing: printAll(day.missing, language),
    excess: day.excess === null ? null : text(day.excess),
    isTradingDay: hours !== null,
    timeline: day.timeline.map((step) => printedStep(step, day, language)),
    next: day.next === null ? null : printedNext(day.next, language),
    nothingNext: text(hours === null ? CLOSED : msg('Nothing is left to do today')),
    schedule: { isOn: day.schedule.runner !== null, lines: scheduleLines(day.schedule).map(text) },
    deadline: deadline === null ? null : { ...deadline, label: text(deadlineName(deadline)) },
    failures: day.failures.map((failure) => printedFailure(failure, language)),
    problems: printedProblems(day.problems, language),
    warnings: printedProblems(day.warnings, language),
    progress: day.progress === null ? null : print(day.progress, language),
  };
}

function printedStep(step: TimelineStep, { cycle }: Overview, language: Language): PrintedStep {
  const { state, at } = step;
  const detail =
    step.orders !== undefined
      ? msg('{n} {n|order differs|orders differ}', { n: step.orders })
      : step.request.stage === 'adjustments'
        ? cycleState(cycle)
        : null;
  return {
    label: print(stageTitle(step.request), language),
    state,
    stateText: print(STATES[state], language),
    detail: detail === null ? null : print(detail, language),
    time: print(timeText(state, at), language),
  };
}

function printedNext({ request, isDue, at, whyNot, orders }: NextStep, language: Language): PrintedNext {
  const step = { said: stageTitle(request) };
  const label =
    orders !== undefined
      ? msg('Amend: {n} {n|order differs|orders differ}', { n: orders })
      : whyNot !== null
        ? step.said
        : isDue
          ? msg('Open {said}', step)
          : msg('Look at {said} now', step);
  const when = at === null ? null : msg('due at {time}', { time: timeOf(at) });
  return {
    label: print(label, language),
    when: isDue ? print(msg('due now'), language) : when === null ? '' : print(when, language),
    isDue,
    at,
    request,
    why: whyNot === null ? null : print(whyNot, language),
  };
}

const printedFailure = (
  { at, stage, problems, places, settled }: FailedRun,
  language: Language,
): PrintedFailure => ({
  title: print(stageTitle({ stage }), language),
  time: timeOf(at),
  problems: problems.map((line, index) => placed(line, places[index] ?? null)),
  settled,
});

/** The line itself proves the place: a log that was edited or cut leads nowhere. */
function placed(line: string, place: CellPlace | null): PlacedLine {
  const prefix = place === null ? '' : `${place.tab}!${place.cell}: `;
  return place !== null && line.startsWith(prefix)
    ? { ...place, inBook: true, text: line.slice(prefix.length) }
    : { tab: null, cell: null, inBook: false, text: line };
}
