// Dates and times: their texts as BigQuery takes and gives them, and the microseconds they stand for.
import { invalidQuery } from './errors';

const DAY_MICROS = 86_400_000_000n;
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const MOMENT = /^(\d{4}-\d{1,2}-\d{1,2})(?:[T ](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,6}))?)?$/i;
const ZONED = /^(.*?)(Z|UTC|[+-]\d{1,2}(?::?\d{2})?)?$/i;

const bad = (type: string, text: string) => invalidQuery(`Could not cast literal "${text}" to type ${type}`);

/** Days since 1970; a day that the calendar does not have is refused. */
export function daysOf(text: string, type = 'DATE'): number {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) throw bad(type, text);
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) throw bad(type, text);
  return Math.round(date.getTime() / 86_400_000);
}

/** Microseconds since 1970 of a date and time without a zone. */
export function localMicros(text: string, type = 'DATETIME'): bigint {
  const [, date, hour = '0', minute = '0', second = '0', fraction = ''] = MOMENT.exec(text) ?? [];
  if (date === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    throw bad(type, text);
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return (
    BigInt(daysOf(date, type)) * DAY_MICROS + BigInt(seconds) * 1_000_000n + BigInt(fraction.padEnd(6, '0'))
  );
}

/** Microseconds since 1970 of a moment; no zone means UTC. */
export function utcMicros(text: string): bigint {
  // A date's own dashes are no zone: without a time there is none.
  if (DATE.test(text)) return localMicros(text, 'TIMESTAMP');
  const [, local = '', zone = 'Z'] = ZONED.exec(text) ?? [];
  return localMicros(local.trimEnd(), 'TIMESTAMP') - zoneMicros(zone);
}

function zoneMicros(zone: string): bigint {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (hours === undefined) return 0n;
  const size = BigInt(Number(hours) * 60 + Number(minutes)) * 60_000_000n;
  return sign === '-' ? -size : size;
}

const floorDiv = (a: bigint, b: bigint): bigint => (a >= 0n ? a / b : -((-a + b - 1n) / b));

/** `2024-11-08T10:05:00.25`, as a DATETIME is given back. */
export function datetimeText(micros: bigint): string {
  const seconds = floorDiv(micros, 1_000_000n);
  const rest = micros - seconds * 1_000_000n;
  const text = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  return rest === 0n ? text : `${text}.${rest.toString().padStart(6, '0')}`;
}

/** `1.73107830525E9`: seconds since 1970, the way the REST API writes a TIMESTAMP. */
export function timestampText(micros: bigint): string {
  if (micros === 0n) return '0.0';
  const sign = micros < 0n ? '-' : '';
  const digits = (micros < 0n ? -micros : micros).toString();
  const exponent = digits.length - 7;
  const rest = digits.slice(1).replace(/0+$/, '');
  return `${sign}${digits.charAt(0)}.${rest === '' ? '0' : rest}E${exponent}`;
}
