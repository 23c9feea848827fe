// What the run under way is doing: one fact in the journal, so that a sidebar can follow a run that somebody else started.
import { minutesBetween, type Stamp } from '../../domain/stamp';
import type { Journal } from '../services';

export const PROGRESS_KEY = 'progress';
/** The platform ends a run after six minutes; what is older was cut off. */
const LONGEST_RUN_MINUTES = 6;
const STAMP_LENGTH = '2024-11-08T10:05:00'.length;

export const writeProgress = (journal: Journal, now: Stamp, text: string): void =>
  journal.set(PROGRESS_KEY, `${now} ${text}`);

export const clearProgress = (journal: Journal): void => journal.remove(PROGRESS_KEY);

/** null when nothing runs. */
export function readProgress(journal: Journal, now: Stamp): string | null {
  const written = journal.get(PROGRESS_KEY);
  if (written === null) return null;
  const age = minutesBetween(written.slice(0, STAMP_LENGTH), now);
  return age >= 0 && age < LONGEST_RUN_MINUTES ? written.slice(STAMP_LENGTH + 1) : null;
}
