// What a person decides for the day, with a reason: written down before it is done, as a stage's outcome is, so that what somebody
// answers for is not lost half-way.

import { ALL_FAMILIES } from '../../domain/etf';
import { isError, problemMessage } from '../../domain/problem';
import { dateOf } from '../../domain/stamp';
import type { Message } from '../../language/message';
import { SaidError } from '../../language/print';
import {
  type DayInputs,
  type InputTab,
  readInputs,
  readSettingsTab,
  STANDING_TABS,
} from '../../stages/day/inputs';
import { observed } from '../../stages/day/outcome';
import type { DayState } from '../../stages/day/state';
import { readDayLook } from '../look/dayLook';
import { writeLook } from '../look/lookTabs';
import type { RunRecord, Services } from '../services';
import type { Desk } from './desk';
import { keptWith } from './keptDays';
import { openBook } from './openBook';
import { owedOf } from './owed';
import { pendingMarks, storePending } from './pending';
import { rollForward } from './rollForward';
import { readState } from './stateStore';

export const deskOf = (services: Services): Desk => ({
  services,
  book: openBook(services.book),
  now: services.now(),
});

/** All that a figure may be compared with. */
const READ: readonly InputTab[] = [...STANDING_TABS, 'dailyTrades'];

/**
 * The day as these tabs stand; no feed is asked.
 * @throws where settings or state cannot be read: nobody answers for what was decided by a default that stands nowhere
 */
export function inputsNow({ services, book, now }: Desk, reads: readonly InputTab[] = READ): DayInputs {
  const { settings, problems: badSettings } = readSettingsTab(book.read);
  const { state, problems: badState } = readState(book, services.journal, services.digest);
  const [bad] = [...badSettings, ...badState].filter(isError);
  if (bad) throw new SaidError(problemMessage(bad));
  const owed = owedOf(services.journal, state.tradeDate);
  const look = readDayLook(services.journal, dateOf(now));
  const known = { now, user: services.user(), settings, state, owed, look };
  return readInputs(book.read, reads, known).inputs;
}

/** What is half-way is finished first: it would be finished over what is decided now. @throws where it cannot be */
export function finishHalfWay({ services, book }: Desk): void {
  if (pendingMarks(services.journal).length === 0) return;
  const { settings } = readSettingsTab(book.read);
  const problems = rollForward(services, book, settings).flatMap((applied) => applied.problems);
  const [first] = problems;
  const isOpen = pendingMarks(services.journal).some(({ step }) => step === 'stored');
  if (isOpen && first !== undefined) throw new SaidError(problemMessage(first));
}

export interface Decided {
  /** As the run is named. */
  readonly what: string;
  readonly headline: Message;
  readonly state: DayState;
  /** All that was decided so before and now: two runs that decide the same are the same. */
  readonly content: unknown;
}

/** Signs the day with what was decided, through the journal, and shows it at once wherever the day is shown. */
export function keepDecision({ services, book, now }: Desk, inputs: DayInputs, decided: Decided): void {
  const { what, headline, state, content } = decided;
  const tradeDate = state.tradeDate ?? dateOf(now);
  const run: RunRecord = {
    ...{ runId: `${now.replace(/[-:]/g, '').replace('T', '-')}-${what}`, tradeDate },
    ...{ stage: what, scope: ALL_FAMILIES, at: now, user: inputs.user },
    ...{ hash: services.digest(JSON.stringify(content)), headline },
  };
  const keeps = keptWith(book, services, state);
  const { outcome } = observed(tradeDate, {
    stage: 'status',
    state,
    ...(keeps === null ? {} : { keeps }),
    summary: { headline, facts: [] },
  });
  const entry = { run, outcome, before: inputs.state };
  const fault = storePending(book, services, entry, { released: false });
  if (fault !== null) throw new SaidError(problemMessage(fault));
  rollForward(services, book, inputs.settings);
  try {
    writeLook({ services, book, now }, inputs);
  } catch {
    // It is decided by now: what cannot be shown stays as it was, with the time of which it is, and what runs next writes it.
  }
}
