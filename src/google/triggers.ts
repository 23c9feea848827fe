// The one time-driven trigger: it ticks every five minutes, and what is due then runs.
import { markRunner, unmarkRunner } from '../desk/schedule/scheduleMarks';
import type { Services } from '../desk/services';

type Runner = Pick<Services, 'journal' | 'user'>;

const HANDLER = 'tick';
const EVERY_MINUTES = 5;

const own = (): GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);

/** Whether this user's tick runs; those of others cannot be seen. */
export const isTicking = (): boolean => own().length > 0;

/** Starts the tick of whoever runs this unless it is there already. */
export function startTicking({ journal, user }: Runner): void {
  markRunner(journal, user());
  if (!isTicking()) ScriptApp.newTrigger(HANDLER).timeBased().everyMinutes(EVERY_MINUTES).create();
}

/** Takes this user's tick away; that of another stays. */
export function stopTicking({ journal, user }: Runner): void {
  unmarkRunner(journal, user());
  for (const trigger of own()) ScriptApp.deleteTrigger(trigger);
}
