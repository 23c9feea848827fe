// A desk that is opened again after it was cut off: what was half-way is finished, and what was begun counts as due again.
import type { Problem } from '../../domain/problem';
import { busyError, LOCK_WAIT_MS } from '../alone';
import { forgetStarted } from '../journal/scheduleMarks';
import { resumePending } from '../run/resume';
import type { Services } from '../services';

export interface TakenUp {
  /** Runs that were half-way and are finished. */
  readonly runIds: readonly string[];
  /** Steps that were begun and not ended. */
  readonly steps: readonly string[];
  /** What keeps a run half-way. */
  readonly problems: readonly Problem[];
  /** Runs of an earlier day that were ended, with what is lost of them. */
  readonly ended: readonly Problem[];
}

/**
 * For whoever knows that nobody else is at work, as a laptop does that opens its desk: otherwise a step that was begun is
 * somebody's until the platform must have ended it.
 * @throws when somebody is at work all the same
 */
export function takeUp(services: Services): TakenUp {
  const { journal, lock } = services;
  const taken = lock.exclusively(LOCK_WAIT_MS, () => {
    const { runIds, problems, ended } = resumePending(services);
    return { runIds, problems, ended, steps: forgetStarted(journal, services.now()) };
  });
  if (taken === null) throw busyError();
  return taken.value;
}
