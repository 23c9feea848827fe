// The one time-driven trigger: it ticks every five minutes, and what is due then runs. One person's is enough for the desk.
import { isRetired, markRunner, runnerOf, unmarkRunner } from '../desk/journal/scheduleMarks';
import type { Services } from '../desk/services';

type Runner = Pick<Services, 'journal' | 'user'>;

const HANDLER = 'tick';
const EVERY_MINUTES = 5;

const own = (): GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);

/** Whether this user's tick runs; those of others cannot be seen. */
const isTicking = (): boolean => own().length > 0;

/** Who runs the schedule; null when it is off. */
export const runner = ({ journal, user }: Runner): string | null => runnerOf(journal, user(), isTicking());

/**
 * Starts the tick of whoever runs this, unless somebody's is there already: two would do everything in turns.
 * @returns who runs the schedule now
 */
export function startTicking({ journal, user }: Runner): string {
  const isMine = isTicking();
  const known = runnerOf(journal, user(), isMine);
  if (known !== null && known !== user()) return known;
  markRunner(journal, user());
  if (!isMine) ScriptApp.newTrigger(HANDLER).timeBased().everyMinutes(EVERY_MINUTES).create();
  return user();
}

/** Takes this user's tick away; that of another goes at its next firing, which does nothing else any more. */
export function stopTicking({ journal }: Pick<Runner, 'journal'>): void {
  unmarkRunner(journal);
  removeOwn();
}

function removeOwn(): void {
  for (const trigger of own()) ScriptApp.deleteTrigger(trigger);
}

/** As the trigger fires: true = it has no business any more, and is gone. */
export function retire({ journal, user }: Runner): boolean {
  if (!isRetired(journal, user)) return false;
  removeOwn();
  return true;
}
