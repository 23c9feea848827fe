// What the run under way is doing: one fact in the journal, so that a sidebar can follow a run that somebody else started.
import { minutesBetween, type Stamp } from '../../domain/stamp';
import { type Message, verbatim } from '../../language/message';
import { print } from '../../language/print';
import { LIMITS } from '../limits';
import type { Journal } from '../services';

export const PROGRESS_KEY = 'progress';

interface Progress {
  readonly at: Stamp;
  readonly said: Message;
}

/** A platform's words may be of any length; a line of progress is not. */
const LONGEST = 2_000;

export function writeProgress(journal: Journal, at: Stamp, said: Message): void {
  const written = (what: Message): string => JSON.stringify({ at, said: what } satisfies Progress);
  const whole = written(said);
  journal.set(
    PROGRESS_KEY,
    whole.length <= LONGEST ? whole : written(verbatim(print(said, 'en').slice(0, LONGEST / 4))),
  );
}

export const clearProgress = (journal: Journal): void => journal.remove(PROGRESS_KEY);

/** null when nothing runs: what is older than a run can be was cut off. */
export function readProgress(journal: Journal, now: Stamp): Message | null {
  const written = journal.get(PROGRESS_KEY);
  // An older version wrote words; whatever run that was has ended long ago.
  if (written === null || !written.startsWith('{')) return null;
  const { at, said }: Progress = JSON.parse(written);
  const age = minutesBetween(at, now);
  return age >= 0 && age < LIMITS.runMinutes ? said : null;
}
