// The one time-driven trigger: it ticks every five minutes, and what is due then runs.

const HANDLER = 'tick';
const EVERY_MINUTES = 5;

const own = (): GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);

/** Whether this user's tick runs; those of others cannot be seen. */
export const isTicking = (): boolean => own().length > 0;

/** Starts the tick unless it runs already. */
export function startTicking(): void {
  if (!isTicking()) ScriptApp.newTrigger(HANDLER).timeBased().everyMinutes(EVERY_MINUTES).create();
}

export function stopTicking(): void {
  for (const trigger of own()) ScriptApp.deleteTrigger(trigger);
}
