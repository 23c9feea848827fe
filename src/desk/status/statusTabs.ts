// Rewrites what says how the day stands, the tabs status, orders and blotter, from the book as it is now. Decides nothing: a run
// that dies here has done its work, and the next one writes them.
import { dateOf } from '../../domain/stamp';
import { shownStanding } from '../../stages/allocation/booked';
import type { DayInputs } from '../../stages/day/inputs';
import type { DayState } from '../../stages/day/state';
import { finishedNow } from '../../stages/look/finished';
import { orderSides, sidesOf } from '../../stages/look/sides';
import { lookTables } from '../../stages/look/tables';
import type { Outcome } from '../../stages/outcome/outcome';
import type { Desk } from '../desk';
import { readState } from '../journal/stateStore';
import { rememberFinished } from './remembered';
import { noteLines } from './statusChart';

/**
 * @param inputs as they were read; the state is read again, because a run may have changed it
 * @param planned what the run was to make of the day: where it did, the day is not split a second time
 */
export function writeStatusTabs(
  { services, book }: Desk,
  inputs: DayInputs,
  planned: Pick<Outcome, 'state' | 'standing'> | null = null,
): void {
  const { journal, digest } = services;
  const { state, problems } = readState(book, journal, digest);
  if (problems.length > 0) return;
  const now: DayInputs = isSame(state, inputs.state) ? inputs : { ...inputs, state };
  const asPlanned = planned?.standing !== undefined && isSame(withoutMarks(state), planned.state);
  const standing = asPlanned ? planned.standing : shownStanding(now);
  rememberFinished(journal, dateOf(now.now), finishedNow(orderSides(standing), now));
  noteLines(journal, sidesOf(standing).length, now.settings.deskLanguage);
  // A book that was not set up since a tab is new does without it.
  for (const table of lookTables(now, standing)) if (book.lacks(table) === null) book.replace(table);
}

/** Whether one state says what the other does. */
function isSame(a: Partial<DayState>, b: Partial<DayState>): boolean {
  const others = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(
    ([fact, value]) =>
      value === others.get(fact) || JSON.stringify(value) === JSON.stringify(others.get(fact)),
  );
}

/** Who ran what says nothing of how the day stands; the run adds itself when it is written down. */
const withoutMarks = ({ marks: _own, ...state }: DayState): Partial<DayState> => state;
