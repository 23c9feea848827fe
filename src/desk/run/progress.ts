// What the run under way is doing: one fact in the journal, so that a sidebar can follow a run that somebody else started.
import { minutesBetween, type Stamp } from '../../domain/stamp';
import type { Message } from '../../language/message';
import { RUN_MINUTES } from '../limits';
import type { Journal } from '../services';

export const PROGRESS_KEY = 'progress';

interface Progress {
  readonly at: Stamp;
  readonly said: Message;
}

export const writeProgress = (journal: Journal, at: Stamp, said: Message): void =>
  journal.set(PROGRESS_KEY, JSON.stringify({ at, said } satisfies Progress));

export const clearProgress = (journal: Journal): void => journal.remove(PROGRESS_KEY);

/** null when nothing runs: what is older than a run can be was cut off. */
export function readProgress(journal: Journal, now: Stamp): Message | null {
  const written = journal.get(PROGRESS_KEY);
  // An older version wrote words; whatever run that was has ended long ago.
  if (written === null || !written.startsWith('{')) return null;
  const { at, said }: Progress = JSON.parse(written);
  const age = minutesBetween(at, now);
  return age >= 0 && age < RUN_MINUTES ? said : null;
}
