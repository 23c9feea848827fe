// Wall clocks: what a moment reads in a time zone, and which moment a wall clock's reading is. No library of dates
// is needed: Intl knows every IANA zone with its history.

/** A wall clock's reading; month counts from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** The wall clock as if it stood in UTC: a number that orders and subtracts like an epoch. */
export function utcOf(wall: WallTime): number {
  const moment = new Date(0);
  moment.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  moment.setUTCHours(wall.hour, wall.minute, wall.second, wall.millisecond);
  return moment.getTime();
}

export function wallTime(epoch: number, zone: string): WallTime {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(epoch)) parts[type] = value;
  const year = Number(parts.year);
  return {
    year: parts.era === 'BC' ? 1 - year : year,
    month: Number(parts.month),
    day: Number(parts.day),
    hour: Number(parts.hour),
    minute: Number(parts.minute),
    second: Number(parts.second),
    millisecond: ((epoch % 1000) + 1000) % 1000,
  };
}

/** Milliseconds by which the zone's wall clock is ahead of UTC. */
export const offsetAt = (epoch: number, zone: string): number => utcOf(wallTime(epoch, zone)) - epoch;

/** The moment a wall clock in the zone shows `wallUtc` (see utcOf); in a gap the later, in an overlap the earlier. */
export function epochOf(wallUtc: number, zone: string): number {
  const early = wallUtc - offsetAt(wallUtc - 86_400_000, zone);
  if (early + offsetAt(early, zone) === wallUtc) return early;
  const late = wallUtc - offsetAt(wallUtc + 86_400_000, zone);
  return late + offsetAt(late, zone) === wallUtc ? late : early;
}
