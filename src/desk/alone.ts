// One at a time: who changes the book or the journal waits for whoever is at it, or is told to try again.
import { error, type Problem } from '../domain/problem';
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import { log } from '../sheets/tabs';
import type { Services } from './services';

export const LOCK_WAIT_MS = 30_000;

const SAID = msg('another run is under way; wait until it has ended and try again');
/** Why nothing was begun; nothing is wrong, so whoever can comes back later. */
export const BUSY: Problem = error('busy', SAID);

export const isBusy = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === BUSY.code);

export const busyError = (): SaidError => new SaidError(SAID);

/**
 * For whoever may edit the spreadsheet: the journal is open to everybody who may open it, so that is asked before it is changed.
 * @throws when somebody else has been at work all the while, or to who may only read
 */
export function alone<T>({ lock, book }: Pick<Services, 'lock' | 'book'>, work: () => T): T {
  const done = lock.exclusively(LOCK_WAIT_MS, () => {
    demandEditor(book);
    return work();
  });
  if (done === null) throw busyError();
  return done.value;
}

/** The platform tells by refusing a write: the first header of the log, as it stands. A book without a log was not set up yet. */
function demandEditor(book: Services['book']): void {
  const [first] = book.outline(log.name)?.headers ?? [];
  if (first === undefined) return;
  book.write(log.name, 0, 0, [[first]]);
  book.flush();
}
