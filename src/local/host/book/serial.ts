// Spreadsheet dates: days since 30 December 1899 on the book's wall clock, told apart from plain numbers by format.
import { epochOf, offsetAt } from './zone';

const DAY = 86_400_000;
const ORIGIN = Date.UTC(1899, 11, 30);

export const serialOf = (epoch: number, zone: string): number =>
  (epoch + offsetAt(epoch, zone) - ORIGIN) / DAY;

/** Rounded to the millisecond, which a double's serial holds until far beyond this century. */
export const epochOfSerial = (serial: number, zone: string): number =>
  epochOf(Math.round(serial * DAY) + ORIGIN, zone);

export const serialOfDate = (year: number, month: number, day: number): number =>
  (Date.UTC(year, month - 1, day) - ORIGIN) / DAY;

/** Whether a number format shows a date, a time or a duration. */
export function isDateFormat(pattern: string): boolean {
  if (pattern === '' || pattern === '@' || pattern === 'General') return false;
  const bare = pattern
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^[\]]*\]/gi, '')
    .replace(/E[+-]/gi, '');
  return /[ymdhs]/i.test(bare);
}
