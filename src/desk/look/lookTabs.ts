// Rewrites what says how the day stands, the tabs status, orders and blotter, from the book as it is now. Decides nothing: a run
// that dies here has done its work, and the next one writes them.
import { dateOf } from '../../domain/stamp';
import type { DayInputs } from '../../stages/day/inputs';
import { finishedNow } from '../../stages/look/finished';
import { sidesOf } from '../../stages/look/sides';
import { lookTables } from '../../stages/look/tables';
import { shownStanding } from '../../stages/split/booked';
import type { Desk } from '../run/desk';
import { readState } from '../run/stateStore';
import { rememberFinished } from './dayLook';
import { noteLines } from './statusChart';

/** @param inputs as they were read; the state is read again, because a run may have changed it */
export function writeLook({ services, book }: Desk, inputs: DayInputs): void {
  const { journal, digest } = services;
  const { state, problems } = readState(book, journal, digest);
  if (problems.length > 0) return;
  const now: DayInputs = { ...inputs, state };
  const standing = shownStanding(now);
  const sides = sidesOf(standing);
  rememberFinished(journal, dateOf(now.now), finishedNow(sides, now));
  noteLines(journal, sides.length, now.settings.deskLanguage);
  // A book that was not set up since a tab is new does without it.
  for (const table of lookTables(now, standing)) if (book.lacks(table) === null) book.replace(table);
}
