// What a person decides for the day, with a reason: written down before it is done, as a stage's outcome is, so that what somebody
// answers for is not lost half-way.

import { ALL_FAMILIES } from '../../domain/etf';
import { isError, problemMessage } from '../../domain/problem';
import { dateOf, plainStamp } from '../../domain/stamp';
import type { Message } from '../../language/message';
import { SaidError } from '../../language/print';
import {
  type DayInputs,
  type InputTab,
  readInputs,
  readSettingsTab,
  STANDING_TABS,
} from '../../stages/day/inputs';
import type { DayState } from '../../stages/day/state';
import { observed } from '../../stages/outcome/outcome';
import type { Desk } from '../desk';
import { keptWith } from '../journal/keptDays';
import { pendingMarks, storePending } from '../journal/pending';
import { openBook } from '../openBook';
import { rollForward } from '../run/rollForward';
import { knownOf, readSettingsAndState } from '../run/settingsAndState';
import type { RunRecord, Services } from '../services';
import { writeStatusTabs } from '../status/statusTabs';

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
  const standing = readSettingsAndState(services, book);
  const [bad] = [...standing.badSettings, ...standing.badState].filter(isError);
  if (bad) throw new SaidError(problemMessage(bad));
  return readInputs(book.read, reads, knownOf(services, now, standing, services.user())).inputs;
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
    ...{ runId: `${plainStamp(now)}-${what}`, tradeDate },
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
    writeStatusTabs({ services, book, now }, inputs);
  } catch {
    // It is decided by now: what cannot be shown stays as it was, with the time of which it is, and what runs next writes it.
  }
}
