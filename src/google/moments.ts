// Moments and dates as other systems write them.
import { dateOf, type IsoDate, parseIsoDate, parseStamp, type Stamp } from '../domain/stamp';

/** A date with its time of day, and its zone or none: what a date ends with, as in 08-11-2024, is no zone. */
const ZONED = /^(\S+?(?:T| +)\d{1,2}:\d\d(?::\d\d)?)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * An instant with its zone becomes São Paulo time; a time without a zone is taken for it. null = it is none. Date and time are read
 * as the desk reads them wherever they stand: an engine takes the eighth of November, written 08/11, for the eleventh of August.
 */
export function readMoment(text: string, localTime: (instant: Date) => Stamp): Stamp | null {
  const [, written = text, zone] = ZONED.exec(text) ?? [];
  const local = parseStamp(written);
  if (!local.ok) return null;
  if (zone === undefined) return local.value;
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const instant = new Date(`${local.value}${offset}`);
  return Number.isNaN(instant.getTime()) ? null : localTime(instant);
}

/** `2024-11-08`, `08/11/2024`, `08-11-2024`, `20241108`, or the date of a moment; null = it is none */
export function readDate(value: unknown, localTime: (instant: Date) => Stamp): IsoDate | null {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  const plain = parseIsoDate(
    text
      .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
      .replace(/^(\d{2})-(\d{2})-(\d{4})$/, '$1/$2/$3')
      // A date, also one that was made a midnight on its way, is the day that it says, in whatever zone.
      .replace(/^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?)?(?:Z|[+-]\d{2}:?\d{2})$/, '$1'),
  );
  if (plain.ok) return plain.value;
  const moment = readMoment(text, localTime);
  return moment === null ? null : dateOf(moment);
}
