// One at a time: who changes the book or the journal waits for whoever is at it, or is told to try again.
import { error, type Problem } from '../../domain/problem';
import { msg } from '../../language/message';
import { SaidError } from '../../language/print';
import type { Services } from '../services';

export const LOCK_WAIT_MS = 30_000;

const SAID = msg('another run is under way; wait until it has ended and try again');
/** Why nothing was begun; nothing is wrong, so whoever can comes back later. */
export const BUSY: Problem = error('busy', SAID);

export const isBusy = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === BUSY.code);

export const busyError = (): SaidError => new SaidError(SAID);

/** @throws when somebody else has been at work all the while */
export function alone<T>({ lock }: Pick<Services, 'lock'>, work: () => T): T {
  const done = lock.exclusively(LOCK_WAIT_MS, work);
  if (done === null) throw busyError();
  return done.value;
}
