// The one item whose answer comes later: a trigger of one minute, which takes itself away as it fires.
import { tryNote } from '../../desk/log/note';
import type { Services } from '../../desk/services';
import type { Finding } from '../../desk/setUp/selfTestReport';
import { minutesBetween, type Stamp, timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { finding } from './lab';

const HANDLER = 'selfTestTick';
const KEY = 'self-test:trigger';
/** A minute, and as late as triggers may be before somebody should wonder. */
const LATE_MINUTES = 15;
const LOCK_WAIT_MS = 5_000;

/** What is known of it, in the properties of whoever asked. */
interface Asked {
  readonly asked: Stamp;
  readonly user: string;
  readonly fired?: { readonly at: Stamp; readonly user: string; readonly locked: boolean };
}

const properties = (): GoogleAppsScript.Properties.Properties => PropertiesService.getUserProperties();
const known = (): Asked | null => JSON.parse(properties().getProperty(KEY) ?? 'null');

function removeTriggers(): void {
  for (const trigger of ScriptApp.getProjectTriggers())
    if (trigger.getHandlerFunction() === HANDLER) ScriptApp.deleteTrigger(trigger);
}

/** Asks for it once; until it has fired the answer is waited for. */
export function minuteTrigger(services: Pick<Services, 'now' | 'user'>): Finding {
  const now = services.now();
  const asked = known();
  if (asked === null) {
    removeTriggers();
    ScriptApp.newTrigger(HANDLER).timeBased().everyMinutes(1).create();
    properties().setProperty(KEY, JSON.stringify({ asked: now, user: services.user() } satisfies Asked));
    return finding('waiting', msg('asked for at {time}; look again in a minute', { time: timeOf(now) }));
  }
  const { fired } = asked;
  if (fired === undefined && minutesBetween(asked.asked, now) < LATE_MINUTES)
    return finding(
      'waiting',
      msg('asked for at {time}; look again in a minute', { time: timeOf(asked.asked) }),
    );
  // Told once: the next self-test asks for a new one.
  removeTriggers();
  properties().deleteProperty(KEY);
  if (fired === undefined)
    return finding('differs', msg('the trigger has not fired within {n} minutes', { n: LATE_MINUTES }));
  return judged(asked, fired);
}

function judged({ asked, user }: Asked, fired: NonNullable<Asked['fired']>): Finding {
  const details: readonly Message[] = [
    msg('asked for at {time}, fired at {time2}', {
      time: asked.slice(11, 19),
      time2: fired.at.slice(11, 19),
    }),
  ];
  if (!fired.locked) return finding('differs', msg('the trigger fired and got no lock'), details);
  return fired.user === user
    ? finding('ok', msg('the trigger fired as {user} and got the lock', { user }), details)
    : finding(
        'differs',
        msg('the trigger fired as {who}, asked for by {user}', { who: fired.user || '?', user }),
        details,
      );
}

/** What the trigger calls. @returns what the log says of it; null = nobody has asked for it any more */
export function fire(services: Services): Message | null {
  removeTriggers();
  const asked = known();
  if (asked === null || asked.fired !== undefined) return null;
  const lock = LockService.getScriptLock();
  const locked = lock.tryLock(LOCK_WAIT_MS);
  if (locked) lock.releaseLock();
  // Nobody is active where nobody looks: the effective user is what counts.
  const user = Session.getEffectiveUser().getEmail();
  const fired = { at: services.now(), user, locked };
  properties().setProperty(KEY, JSON.stringify({ ...asked, fired } satisfies Asked));
  const { said } = judged(asked, fired);
  const headline = msg('self-test, what was waited for: {said}', { said });
  services.lock.exclusively(LOCK_WAIT_MS, () => tryNote(services, { what: 'self-test', headline }));
  return headline;
}
