// One at a time: who changes the book or the journal waits for whoever is at it, or is told to try again.
import type { Services } from '../services';

export const LOCK_WAIT_MS = 30_000;
export const BUSY = 'another run is under way; wait until it has ended and try again';

/** @throws when somebody else has been at work all the while */
export function alone<T>({ lock }: Pick<Services, 'lock'>, work: () => T): T {
  const done = lock.exclusively(LOCK_WAIT_MS, work);
  if (done === null) throw new Error(BUSY);
  return done.value;
}
