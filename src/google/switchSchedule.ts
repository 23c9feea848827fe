// The schedule turned on and off by a person: one at a time, in the log, and what is due is looked at anew from then on.
import { alone } from '../desk/alone';
import { wake } from '../desk/journal/scheduleMarks';
import { note } from '../desk/log/note';
import type { Services } from '../desk/services';
import { type Message, msg } from '../language/message';
import { startTicking, stopTicking } from './triggers';

/** Nothing is started beside the schedule of somebody else. @returns whether it is this user's now */
export const startSchedule = (services: Services): boolean =>
  turn(services, () => (startTicking(services) === services.user() ? msg('the schedule was started') : null));

/** Whoever runs it. */
export function stopSchedule(services: Services): void {
  turn(services, () => {
    stopTicking(services);
    return msg('the schedule was stopped');
  });
}

/** @param work says what it did; null = nothing. @returns whether it did anything */
const turn = (services: Services, work: () => Message | null): boolean =>
  alone(services, () => {
    const did = work();
    wake(services.journal, services.now());
    if (did !== null) note(services, { what: 'schedule', headline: did });
    return did !== null;
  });
