// What the schedule looks at, and how its steps become stages.
import { hasErrors, type Problem } from '../../domain/problem';
import { dateOf, type Stamp } from '../../domain/stamp';
import { type AgendaStep, isLate } from '../../stages/agenda/agenda';
import { type DayInputs, type InputTab, readInputs } from '../../stages/day/inputs';
import { unfinishedDay } from '../../stages/day/state';
import { stageOf as askedStage, type Stage } from '../../stages/stages';
import { type OpenBook, openBook } from '../openBook';
import { knownOf, readSettingsAndState } from '../run/settingsAndState';
import type { Services } from '../services';
import { bookFitProblems } from '../setUp/bookFit';

/** The tabs that say what is due: settings, state, ETFs, holidays; executions once a day is allocated or was left open. */
export interface DueBook {
  readonly book: OpenBook;
  readonly inputs: DayInputs;
  /** With one of these nothing can be said about the day. */
  readonly problems: readonly Problem[];
}

export function readDueBook(services: Services, now: Stamp): DueBook {
  const book = openBook(services.book);
  const found = readSettingsAndState(services, book);
  const { settings, badSettings, state, badState } = found;
  // A wrong row of the others stops the stage that needs it, which says so.
  const left: readonly InputTab[] =
    unfinishedDay(state, dateOf(now)) === null && state.allocation === null ? [] : ['executions'];
  const { inputs } = readInputs(book.read, ['etfs', 'holidays', ...left], knownOf(services, now, found));
  const standing = hasErrors(badSettings) ? [] : bookFitProblems(services, settings);
  const problems = [badSettings, standing, badState].filter(hasErrors).flat();
  return { book, inputs, problems };
}

/** What the evening missed is a trader's to look at, and so are the orders that would close that day as it is. */
export const isUnattended = (inputs: DayInputs, { stage }: AgendaStep): boolean =>
  inputs.settings.autoSend.includes(stage) && !isLate(inputs);

/** The stage that a step runs. @param maxIterations null = as the settings say */
export const stageOf = ({ stage, scope }: AgendaStep, maxIterations: number | null): Stage =>
  askedStage(stage, { scope, ...(maxIterations === null ? {} : { maxIterations }) });
