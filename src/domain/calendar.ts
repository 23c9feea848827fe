// When B3 trades ETFs: its closed days for every year, its hours, and the desk's own corrections of both.

import { addDays, addMinutes, type IsoDate, isoDate, type Time, timeOf, weekday } from './stamp';

/** A row of the `holidays` tab. Both times blank: closed. One blank: the ordinary time holds for it. */
export interface DayOverride {
  readonly date: IsoDate;
  readonly open: Time | null;
  readonly close: Time | null;
}

/** Continuous trading from open to close, then the closing call. */
export interface Session {
  readonly open: Time;
  readonly close: Time;
  readonly callEnd: Time;
}

const OPEN = '10:05';
const ASH_WEDNESDAY_OPEN = '13:00';
const CLOSE = '17:55';
/** B3 keeps its opening and closes with New York, which is an hour nearer while the US has summer time. */
const CLOSE_IN_US_SUMMER = '16:55';
const CALL_MINUTES = 20;

/** The session of a date, or null on a closed day. Overrides win over the computed calendar, weekends included. */
export function session(date: IsoDate, overrides: readonly DayOverride[]): Session | null {
  const override = overrides.find((row) => row.date === date);
  if (override ? override.open === null && override.close === null : isClosed(date)) return null;
  const close = override?.close ?? (isUsSummer(date) ? CLOSE_IN_US_SUMMER : CLOSE);
  return {
    open: override?.open ?? (isAshWednesday(date) ? ASH_WEDNESDAY_OPEN : OPEN),
    close,
    callEnd: timeOf(addMinutes(`${date}T${close}:00`, CALL_MINUTES)),
  };
}

export function isTradingDay(date: IsoDate, overrides: readonly DayOverride[]): boolean {
  return session(date, overrides) !== null;
}

/** The n-th trading day after a date, as D+2 counts; with n = 0 the date itself if it trades, else the next that does. */
export function nextTradingDay(date: IsoDate, n: number, overrides: readonly DayOverride[]): IsoDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is not a number of trading days`);
  let day = n === 0 ? addDays(date, -1) : date;
  for (let left = Math.max(n, 1); left > 0; ) {
    day = addDays(day, 1);
    if (isTradingDay(day, overrides)) left -= 1;
  }
  return day;
}

/** The last trading day before a date. */
export function previousTradingDay(date: IsoDate, overrides: readonly DayOverride[]): IsoDate {
  let day = addDays(date, -1);
  while (!isTradingDay(day, overrides)) day = addDays(day, -1);
  return day;
}

const FIXED = ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '12-24', '12-25'];

function isClosed(date: IsoDate): boolean {
  if (isWeekend(date)) return true;
  const year = yearOf(date);
  const easter = easterSunday(year);
  const carnivalMonday = addDays(easter, -48);
  const carnivalTuesday = addDays(easter, -47);
  const goodFriday = addDays(easter, -2);
  const corpusChristi = addDays(easter, 60);
  return (
    FIXED.includes(date.slice(5)) ||
    (date.slice(5) === '11-20' && year >= 2024) ||
    [carnivalMonday, carnivalTuesday, goodFriday, corpusChristi, lastWeekday(year)].includes(date)
  );
}

function isAshWednesday(date: IsoDate): boolean {
  return date === addDays(easterSunday(yearOf(date)), -46);
}

/** 31 December, or the Friday before a weekend: banks settle nothing on the year's last working day. */
function lastWeekday(year: number): IsoDate {
  let day = isoDate(year, 12, 31);
  while (isWeekend(day)) day = addDays(day, -1);
  return day;
}

/** From the second Sunday of March to the first Sunday of November, as US law has had it since 2007. */
function isUsSummer(date: IsoDate): boolean {
  const year = yearOf(date);
  return date >= sundayFrom(isoDate(year, 3, 8)) && date < sundayFrom(isoDate(year, 11, 1));
}

function sundayFrom(date: IsoDate): IsoDate {
  return addDays(date, (7 - weekday(date)) % 7);
}

function isWeekend(date: IsoDate): boolean {
  return weekday(date) === 0 || weekday(date) === 6;
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** The Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return isoDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}
