// Dates and times as text in São Paulo local time, by whole-number arithmetic: no clock and no time zone is read here.

import { type Message, msg } from '../language/message';
import { fail, ok, quote, type Result, tidy } from './result';

/** 'YYYY-MM-DD', from 1900 to 2199. */
export type IsoDate = string;
/** 'YYYY-MM-DDTHH:mm:ss', São Paulo local time. Stamps and dates sort as text. */
export type Stamp = string;
/** 'HH:mm'. */
export type Time = string;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const DAY_SECONDS = 86_400;
/** 1970-01-01 as a spreadsheet counts days, from 1899-12-30. */
const EPOCH_SERIAL = 25_569;

/** Reads 'YYYY-MM-DD', 'dd/mm/yyyy' or the serial that a date cell holds. */
export function parseIsoDate(cell: unknown): Result<IsoDate> {
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell >= toSerial('1900-01-01') && cell <= toSerial('2199-12-31')
      ? ok(dateOf(fromSerial(cell)))
      : fail(noDate(cell));
  const text = typeof cell === 'string' ? tidy(cell) : '';
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const local = iso ? null : /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const parts = iso ? iso.slice(1) : local ? local.slice(1).reverse() : null;
  if (parts === null) return fail(noDate(cell));

  const [year = 0, month = 0, day = 0] = parts.map(Number);
  if (!exists(year, month, day))
    return fail(
      msg(
        '{said} is not a day of the calendar between {year} and {year2}; write it like 2025-01-31 or 31/01/2025',
        { said: quote(cell), year: String(FIRST_YEAR), year2: String(LAST_YEAR) },
      ),
    );
  return ok(isoDate(year, month, day));
}

const noDate = (cell: unknown): Message =>
  msg('{said} is not a date; write it like 2025-01-31 or 31/01/2025', { said: quote(cell) });

/** Reads a date and a time of São Paulo, with 'T' or a blank between, or the serial that a date-time cell holds. */
export function parseStamp(cell: unknown): Result<Stamp> {
  if (typeof cell === 'number') {
    // Rounded first, because the last half second of a day is the next day's first.
    const rounded = Math.round(cell * DAY_SECONDS) / DAY_SECONDS;
    return parseIsoDate(Math.floor(rounded)).ok ? ok(fromSerial(rounded)) : fail(noMoment(cell));
  }
  const text = typeof cell === 'string' ? tidy(cell) : '';
  // A cell at midnight shows its date alone.
  const midnight = parseIsoDate(text);
  if (midnight.ok) return ok(`${midnight.value}T00:00:00`);
  const parts = /^(\S+?)(?:T| +)(\d|[01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  const date = parseIsoDate(parts?.[1]);
  if (parts === null || !date.ok) return fail(noMoment(cell));
  return ok(`${date.value}T${two(Number(parts[2]))}:${parts[3]}:${parts[4] ?? '00'}`);
}

const noMoment = (cell: unknown): Message =>
  msg('{said} is not a date and time; write São Paulo time like 2025-01-31 10:05:00', { said: quote(cell) });

/** A day that may lie outside its month is an error of the caller, not of a trader. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  if (!exists(year, month, day)) throw new RangeError(`there is no day ${year}-${month}-${day}`);
  return `${year}-${two(month)}-${two(day)}`;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return civilFromDays(daysOf(date) + days);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(date: IsoDate): number {
  return modulo(daysOf(date) + 4, 7);
}

/** Days from the first date to the second; negative if the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return daysOf(to) - daysOf(from);
}

/** The number a spreadsheet keeps for a date or a stamp: days since 1899-12-30, the time as a fraction. */
export function toSerial(moment: IsoDate | Stamp): number {
  return (moment.length === 10 ? daysOf(moment) * DAY_SECONDS : seconds(moment)) / DAY_SECONDS + EPOCH_SERIAL;
}

/** The stamp of a spreadsheet's number, to the nearest second; `dateOf` gives its date. */
export function fromSerial(serial: number): Stamp {
  return fromSeconds(Math.round((serial - EPOCH_SERIAL) * DAY_SECONDS));
}

export function dateOf(stamp: Stamp): IsoDate {
  return stamp.slice(0, 10);
}

export function timeOf(stamp: Stamp): Time {
  return stamp.slice(11, 16);
}

/** `20241108-103105`: a stamp as ids of runs begin, which still sort as text. */
export const plainStamp = (stamp: Stamp): string => stamp.replace(/[-:]/g, '').replace('T', '-');

export function addMinutes(stamp: Stamp, minutes: number): Stamp {
  return fromSeconds(seconds(stamp) + minutes * 60);
}

/** Whole minutes from the first stamp to the second, rounded down: negative as soon as the second is earlier. */
export function minutesBetween(from: Stamp, to: Stamp): number {
  return Math.floor((seconds(to) - seconds(from)) / 60);
}

function exists(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(day) &&
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A column says the same date again and again. */
let last = { date: '', days: 0 };

function daysOf(date: IsoDate): number {
  if (date !== last.date) last = { date, days: countDays(date) };
  return last.days;
}

function countDays(date: IsoDate): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year, month, day] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  if (!exists(year, month, day)) throw new RangeError(`"${date}" is not a date like 2025-01-31`);
  return daysFromCivil(year, month, day);
}

function seconds(stamp: Stamp): number {
  const parts = /^.{10}T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(stamp);
  if (parts === null) throw new RangeError(`"${stamp}" is not a stamp like 2025-01-31T10:05:00`);
  return (
    daysOf(dateOf(stamp)) * DAY_SECONDS + Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3])
  );
}

function fromSeconds(total: number): Stamp {
  if (!Number.isInteger(total)) throw new RangeError(`${total} is not a whole number of seconds`);
  const time = modulo(total, DAY_SECONDS);
  const clock = [Math.floor(time / 3600), Math.floor(time / 60) % 60, time % 60].map(two).join(':');
  return `${civilFromDays((total - time) / DAY_SECONDS)}T${clock}`;
}

/** Days since 1970-01-01; years begin in March, so that the leap day comes last (Howard Hinnant's algorithm). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

function civilFromDays(days: number): IsoDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = modulo(shifted, 146_097);
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return isoDate(year, month, dayOfYear - Math.floor((153 * m + 2) / 5) + 1);
}

function modulo(n: number, divisor: number): number {
  return ((n % divisor) + divisor) % divisor;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
