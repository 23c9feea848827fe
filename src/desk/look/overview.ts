// The desk at a glance: where the day stands, what comes next and until when. Reads, fetches nothing, decides nothing.

import { type Session, session } from '../../domain/calendar';
import { hasErrors, isError, type Problem } from '../../domain/problem';
import { dateOf, type IsoDate, type Stamp } from '../../domain/stamp';
import type { Language } from '../../language/language';
import type { Message } from '../../language/message';
import { type Cell, isBlank } from '../../sheets/cell';
import { readTable } from '../../sheets/read';
import { etfs, type LogRow, log } from '../../sheets/tabs';
import { type AgendaStep, agendaOf } from '../../stages/agenda/agenda';
import { maximumOf, tradingOver } from '../../stages/agenda/moments';
import { undecidedOf } from '../../stages/agenda/undecided';
import { checkNoCutoff } from '../../stages/checks/noCutoff';
import { type DayInputs, readInputs } from '../../stages/day/inputs';
import { changedOrders, warningsOf } from '../../stages/look/changedOrders';
import { excessSaid } from '../../stages/look/excess';
import { withAsked } from '../../stages/outcome/asked';
import { type AsOf, dayStatus, type StatusFigures } from '../../stages/status';
import { endedWarnings } from '../ended/endedRuns';
import { pendingMarks } from '../journal/pending';
import { readProgress } from '../journal/progress';
import { type CellPlace, type FailedPlaces, failedPlaces, isFailed } from '../log/failedPlaces';
import { openBook } from '../openBook';
import { knownOf, readSettingsAndState } from '../run/settingsAndState';
import { type Deadline, deadlinesOf } from '../schedule/deadlines';
import { nextStepsOf, type PlannedStep } from '../schedule/nextSteps';
import type { Services } from '../services';
import { bookFitProblems } from '../setUp/bookFit';
import { lookedTabs } from './deskBlotter';
import { type NextStep, nextOf, shownOf, type TimelineStep, withAmend } from './timeline';

/** A run of today that did not go through. */
export interface FailedRun {
  readonly at: Stamp;
  readonly stage: string;
  /** `daily-trades!E7: …`, as many as the log kept, in its words: the desk's language. */
  readonly problems: readonly string[];
  /** Where each of them lies; shorter where the rest is not known. */
  readonly places: readonly (CellPlace | null)[];
  /** A later run of the same stage went through. */
  readonly settled: boolean;
}

/** What runs without a click. */
export interface ScheduleGlance {
  /** Who runs it; null when it is off. */
  readonly runner: string | null;
  /** What it takes next today. */
  readonly next: PlannedStep | null;
  /** When it goes on, once nothing is left of today. */
  readonly nextOpening: Stamp | null;
}

/** Plain data that nobody has read yet. */
export interface Overview {
  readonly now: Stamp;
  readonly language: Language;
  readonly deskName: string;
  /** null on a closed day. */
  readonly hours: Session | null;
  /** The trade date, once today is open. */
  readonly opened: IsoDate | null;
  readonly complete: boolean;
  /** Whether anything is worked that a person could stop. */
  readonly mayCancel: boolean;
  /** What the final allocation waits for, once it has run. */
  readonly missing: readonly Message[];
  /** Nothing is open and daily-trades holds nothing: files have to be imported first. */
  readonly lacksTrades: boolean;
  /** The book holds no ETF, or not even its tabs: nothing can be done before Set up. */
  readonly lacksSetUp: boolean;
  readonly timeline: readonly TimelineStep[];
  readonly next: NextStep | null;
  readonly schedule: ScheduleGlance;
  readonly deadlines: readonly Deadline[];
  readonly cycle: { readonly iteration: number; readonly maximum: number; readonly converged: boolean };
  readonly atOfficialNav: boolean;
  /** How old the figures are. */
  readonly asOf: AsOf;
  /** What becomes by itself of what funds have too much; null = nothing has to be said. */
  readonly excess: Message | null;
  readonly assets: readonly StatusFigures[];
  readonly funds: readonly StatusFigures[];
  readonly failures: readonly FailedRun[];
  /** What stands in the tabs and will stop the next stage. */
  readonly problems: readonly Problem[];
  /** What stops nothing, and somebody has to know before its time has passed. */
  readonly warnings: readonly Problem[];
  /** Runs that a crash or an outage left half-way. */
  readonly heldRuns: number;
  readonly progress: Message | null;
}

const LAST_FAILURES = 3;
/** More rows than a day leaves in the log: it is never read whole. */
const LOG_ROWS = 200;

/** @param runner of the schedule; null = it is off */
export function deskOverview(services: Services, runner: string | null): Overview {
  const book = openBook(services.book);
  const now = services.now();
  const found = readSettingsAndState(services, book);
  const { settings, badSettings, state, badState } = found;
  // Once the day is open daily-trades stops nothing any more: it is only compared.
  const wanted = [...lookedTabs(state), ...(state.tradeDate === dateOf(now) ? [] : ['dailyTrades' as const])];
  const { inputs: read, problems: badTabs } = readInputs(book.read, wanted, knownOf(services, now, found));
  const inputs = withAsked(read, book.read);
  const runs = readTable(log, services.book.tail(log.name, LOG_ROWS)).table.rows.map(({ value }) => value);
  const { steps, nextOpening } = nextStepsOf(inputs, services.journal);
  const standing = hasErrors(badSettings) ? [] : bookFitProblems(services, settings);
  const errors = [...standing, ...badSettings, ...badState, ...badTabs].filter(isError);
  const day = overviewOf(inputs, runs, failedPlaces(services.journal));
  const lacksTrades =
    day.opened === null &&
    inputs.trades.rows.length === 0 &&
    badTabs.every(({ tab }) => tab !== inputs.trades.tab);
  const etfsTab = book.read(etfs.name);
  const lacksSetUp = day.opened === null && (etfsTab === null || etfsTab.slice(1).every(isBlankRow));
  return {
    ...day,
    warnings: [...endedWarnings(services.journal, state), ...day.warnings],
    lacksTrades,
    lacksSetUp,
    next: lacksTrades || lacksSetUp ? null : day.next,
    schedule: { runner, next: steps[0] ?? null, nextOpening },
    // A book that was not set up lacks everything: it is said once.
    problems: lacksSetUp ? errors.filter(({ code }) => code !== 'missing-tab') : errors,
    heldRuns: pendingMarks(services.journal).length,
    progress: readProgress(services.journal, now),
  };
}

/** The part that follows from the inputs and the log alone. */
export function overviewOf(
  inputs: DayInputs,
  runs: readonly LogRow[],
  places: FailedPlaces = {},
): Omit<Overview, 'lacksTrades' | 'lacksSetUp' | 'schedule' | 'problems' | 'heldRuns' | 'progress'> {
  const { now, settings, state } = inputs;
  const today = dateOf(now);
  const isOpen = state.tradeDate === today;
  const day = dayStatus(inputs);
  const agenda = agendaOf(inputs);
  const changed = changedOrders(inputs);
  const timeline = withAmend(shownOf(agenda), changed);
  return {
    now,
    language: settings.deskLanguage,
    deskName: settings.deskName,
    hours: session(today, inputs.holidays),
    opened: isOpen ? state.tradeDate : null,
    complete: isOpen && day.complete,
    mayCancel: isOpen && state.allocation === null && tradingOver(inputs) === null,
    missing: isOpen && state.allocation !== null ? day.missing : [],
    timeline,
    next: nextOf(timeline),
    deadlines: deadlinesOf(inputs, agenda),
    cycle: {
      iteration: isOpen ? state.cycle.iteration : 0,
      maximum: isOpen ? maximumOf(inputs) : settings.maxAdjustmentIterations,
      converged: isOpen && state.cycle.converged,
    },
    warnings: [...warningsOf(inputs, changed), ...unplanned(inputs, agenda)],
    atOfficialNav: isOpen && day.atOfficialNav,
    asOf: day.asOf,
    excess: excessSaid(inputs),
    assets: isOpen ? day.assets : [],
    funds: isOpen ? day.funds : [],
    failures: failuresOf(
      runs.filter(({ at }) => dateOf(at) === today),
      places,
    ),
  };
}

const isBlankRow = (row: readonly Cell[]): boolean => row.every(isBlank);

/** Families that wait for their units and have no time for it. */
function unplanned(inputs: DayInputs, agenda: readonly AgendaStep[]): readonly Problem[] {
  const families = agenda
    .filter(({ stage, state, slots }) => stage === 'primary' && state === 'coming' && slots.length === 0)
    .map(({ scope }) => scope);
  const waiting = families.flatMap((family) => undecidedOf(inputs, family));
  return checkNoCutoff(
    inputs,
    waiting.map(({ asset }) => asset),
  );
}

/** The newest first. */
function failuresOf(runs: readonly LogRow[], places: FailedPlaces): readonly FailedRun[] {
  return runs
    .flatMap((run, index): FailedRun[] => {
      if (!isFailed(run.status)) return [];
      const later = runs.slice(index + 1).filter(({ stage }) => stage === run.stage);
      const problems = (run.details ?? run.headline).split('\n');
      return [
        {
          at: run.at,
          stage: run.stage,
          problems,
          places: places[run.runId] ?? [],
          settled: later.some(({ status }) => !isFailed(status)),
        },
      ];
    })
    .slice(-LAST_FAILURES)
    .reverse();
}
