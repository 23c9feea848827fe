// When B3 trades ETFs: its closed days for every year, its hours, and the desk's own corrections of both.

import { type DayException, kindSays } from './dayException';
import { isHoliday, isWeekend } from './holidayRules';
import { type Hours, hoursOn } from './marketHours';
import { addDays, addMinutes, type IsoDate, minutesBetween, type Time, timeOf } from './stamp';

/** Continuous trading from open to close, then the closing call. */
export type Session = Hours;

/**
 * The session of a date, or null on a closed day. Overrides win over the computed calendar, weekends included; of several
 * for one date a closing wins, then the latest opening and the earliest close.
 */
export function session(date: IsoDate, overrides: readonly DayException[]): Session | null {
  const rows = overrides.filter((row) => row.date === date && kindSays(row).trading !== null);
  const isClosed = rows.some((row) => kindSays(row).trading === 'closed');
  if (rows.length > 0 ? isClosed : isWeekend(date) || isHoliday(date, 'trading')) return null;
  const ordinary = hoursOn(date);
  const close = rows.flatMap((row) => row.close ?? []).sort()[0] ?? ordinary.close;
  const at = (time: Time): string => `${date}T${time}:00`;
  const call = minutesBetween(at(ordinary.close), at(ordinary.callEnd));
  return {
    open:
      rows
        .flatMap((row) => row.open ?? [])
        .sort()
        .reverse()[0] ?? ordinary.open,
    close,
    callEnd: timeOf(addMinutes(at(close), call)),
  };
}

export function isTradingDay(date: IsoDate, overrides: readonly DayException[]): boolean {
  return session(date, overrides) !== null;
}

/** The n-th trading day after a date; with n = 0 the date itself if it trades, else the next that does. */
export function nextTradingDay(date: IsoDate, n: number, overrides: readonly DayException[]): IsoDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is not a number of trading days`);
  return nthDay(date, n, (day) => isTradingDay(day, overrides));
}

/** The last trading day before a date. */
export function previousTradingDay(date: IsoDate, overrides: readonly DayException[]): IsoDate {
  let day = addDays(date, -1);
  while (!isTradingDay(day, overrides)) day = addDays(day, -1);
  return day;
}

/** The n-th day after a date that counts; with n = 0 the date itself if it counts, else the next that does. */
export function nthDay(date: IsoDate, n: number, counts: (day: IsoDate) => boolean): IsoDate {
  let day = n === 0 ? addDays(date, -1) : date;
  for (let left = Math.max(n, 1); left > 0; ) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return day;
}
