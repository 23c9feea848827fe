// What the schedule looks at, and how its steps become stages.
import { ALL_FAMILIES } from '../../domain/etf';
import { hasErrors, type Problem } from '../../domain/problem';
import { type StageName, stageNamed, stageTitle } from '../../domain/stage';
import { dateOf, type Stamp } from '../../domain/stamp';
import type { Message } from '../../language/message';
import { type DayInputs, type InputTab, readInputs, readSettingsTab } from '../../stages/day/inputs';
import { unfinishedDay } from '../../stages/day/state';
import { stageOf as askedStage, type Stage } from '../../stages/stages';
import { type OpenBook, openBook } from '../run/openBook';
import { readState } from '../run/stateStore';
import type { Services } from '../services';
import { familyOf, isLate, type StepName } from './schedule';

/** The four tabs that say what is due: settings, state, ETFs, holidays; after a day that was left open, its executions. */
export interface Look {
  readonly book: OpenBook;
  readonly inputs: DayInputs;
  /** With one of these nothing can be said about the day. */
  readonly problems: readonly Problem[];
}

export function lookAtBook(services: Services, now: Stamp): Look {
  const book = openBook(services.book);
  const { settings, problems: badSettings } = readSettingsTab(book.read);
  const { state, problems: badState } = readState(book, services.journal, services.digest);
  // A wrong row of the others stops the stage that needs it, which says so.
  const left: readonly InputTab[] = unfinishedDay(state, dateOf(now)) === null ? [] : ['executions'];
  const { inputs } = readInputs(book.read, ['etfs', 'holidays', ...left], { now, user: '', settings, state });
  const problems = [badSettings, badState].filter(hasErrors).flat();
  return { book, inputs, problems };
}

/** The stage that a step runs. */
const stageNameOf = (step: StepName): StageName => stageNamed(step) ?? 'primary';

/** As the mails call it. */
export const stepTitle = (step: StepName): Message =>
  stageTitle(stageNameOf(step), familyOf(step) ?? ALL_FAMILIES);

/** What the evening missed is a trader's to look at, and so are the orders that would close that day as it is. */
export const isUnattended = (inputs: DayInputs, step: StepName): boolean =>
  inputs.settings.autoSend.includes(stageNameOf(step)) && !isLate(inputs, 'final');

/** @param maxIterations null = as the settings say */
export const stageOf = (step: StepName, maxIterations: number | null): Stage =>
  askedStage(stageNameOf(step), {
    scope: familyOf(step) ?? ALL_FAMILIES,
    ...(maxIterations === null ? {} : { maxIterations }),
  });
