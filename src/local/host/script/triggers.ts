// Triggers as data, and when a clock trigger fires next.
import * as v from 'valibot';
import { epochOf, utcOf, wallTime } from '../book/zone';

const WHOLE = v.pipe(v.number(), v.integer());

export const Trigger = v.object({
  id: v.string(),
  handler: v.string(),
  /** Whose it is: nobody else sees or removes it. The host's own user's where it is not said. */
  owner: v.exactOptional(v.string()),
  /** Every so many minutes, full hours included. */
  everyMinutes: v.exactOptional(WHOLE),
  /** Every so many days, at `hour` and `minute`; with 7 perhaps on a day of the week, 0 = Sunday. */
  everyDays: v.exactOptional(WHOLE),
  weekDay: v.exactOptional(WHOLE),
  /** On that day of each month. */
  monthDay: v.exactOptional(WHOLE),
  hour: v.exactOptional(WHOLE),
  minute: v.exactOptional(WHOLE),
  /** Once, milliseconds since 1970. */
  at: v.exactOptional(v.number()),
  /** By what happens to a spreadsheet instead of by the clock. */
  on: v.exactOptional(v.picklist(['OPEN', 'EDIT', 'CHANGE'])),
  book: v.exactOptional(v.string()),
});
export type Trigger = Readonly<v.InferOutput<typeof Trigger>>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The first moment after `now` at which it fires; null for one that waits for something else than the clock. */
export function nextFiring(trigger: Trigger, now: number, zone: string): number | null {
  const { everyMinutes, everyDays, monthDay, at } = trigger;
  if (at !== undefined) return at > now ? at : null;
  if (everyMinutes !== undefined) {
    const every = everyMinutes * MINUTE;
    return (Math.floor(now / every) + 1) * every;
  }
  if (everyDays === undefined && monthDay === undefined) return null;
  const { hour = 0, minute = 0 } = trigger;
  const today = wallTime(now, zone);
  // Counted from a fixed day, so that every other day stays the same one.
  for (let days = 0; days <= 62; days++) {
    const wall = utcOf({ ...today, hour, minute, second: 0, millisecond: 0 }) + days * DAY;
    const moment = epochOf(wall, zone);
    if (moment > now && fitsDay(trigger, wall)) return moment;
  }
  return null;
}

function fitsDay({ everyDays = 1, weekDay, monthDay }: Trigger, wall: number): boolean {
  const date = new Date(wall);
  if (monthDay !== undefined) return date.getUTCDate() === monthDay;
  if (weekDay !== undefined) return date.getUTCDay() === weekDay;
  return Math.floor(wall / DAY) % everyDays === 0;
}
