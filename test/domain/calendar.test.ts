// B3's calendar, against its published closed days and hours.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTradingDay, nextTradingDay, previousTradingDay, session } from '../../src/domain/calendar';
import type { DayException } from '../../src/domain/dayException';
import { addDays, daysBetween, isoDate, weekday } from '../../src/domain/stamp';

const CLOSED_WEEKDAYS: Readonly<Record<number, string>> = {
  2023: '02-20 02-21 04-07 04-21 05-01 06-08 09-07 10-12 11-02 11-15 12-25 12-29',
  2024: '01-01 02-12 02-13 03-29 05-01 05-30 11-15 11-20 12-24 12-25 12-31',
  2025: '01-01 03-03 03-04 04-18 04-21 05-01 06-19 11-20 12-24 12-25 12-31',
  2026: '01-01 02-16 02-17 04-03 04-21 05-01 06-04 09-07 10-12 11-02 11-20 12-24 12-25 12-31',
  2027: '01-01 02-08 02-09 03-26 04-21 05-27 09-07 10-12 11-02 11-15 12-24 12-31',
};

const daysOf = (year: number): string[] =>
  Array.from({ length: daysBetween(isoDate(year, 1, 1), isoDate(year + 1, 1, 1)) }, (_, i) =>
    addDays(isoDate(year, 1, 1), i),
  );
const isWeekday = (date: string): boolean => weekday(date) >= 1 && weekday(date) <= 5;
const date = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2022-01-01', days));
const open = (day: string): boolean => isTradingDay(day, []);

describe('the days on which B3 is closed', () => {
  it.each(Object.entries(CLOSED_WEEKDAYS))('%s', (year, closed) => {
    const found = daysOf(Number(year)).filter((day) => isWeekday(day) && !open(day));
    expect(found.map((day) => day.slice(5)).join(' ')).toBe(closed);
  });

  it('never trades at a weekend', () => {
    fc.assert(fc.property(date, (day) => isWeekday(day) || !open(day)));
  });

  it("ends the year on the weekday before the banks' last one", () => {
    expect(previousTradingDay('2023-01-01', [])).toBe('2022-12-29');
    expect(previousTradingDay('2025-01-01', [])).toBe('2024-12-30');
  });

  it('keeps Black Awareness Day only since it is a national holiday', () => {
    expect(open('2023-11-20')).toBe(true);
    expect(open('2024-11-20')).toBe(false);
  });
});

describe('the hours of an ETF', () => {
  const winter = { open: '10:05', close: '17:55', callEnd: '18:15' };
  const summer = { open: '10:05', close: '16:55', callEnd: '17:15' };

  it.each([
    ['2024-11-01', summer],
    ['2024-11-04', winter],
    ['2024-11-08', winter],
    ['2025-03-07', winter],
    ['2025-03-10', summer],
    ['2025-10-31', summer],
    ['2025-11-03', winter],
    ['2026-03-06', winter],
    ['2026-03-09', summer],
    ['2026-10-30', summer],
    ['2026-11-03', winter],
    ['2024-02-14', { ...winter, open: '13:00' }],
    ['2025-03-05', { ...winter, open: '13:00' }],
    ['2026-02-18', { ...winter, open: '13:00' }],
    ['2027-02-10', { ...winter, open: '13:00' }],
    ['2025-12-25', null],
    ['2025-11-01', null],
  ])('on %s', (day, hours) => {
    expect(session(day, [])).toEqual(hours);
  });

  it('opens, closes and ends its call in this order on every day it trades', () => {
    fc.assert(
      fc.property(date, (day) => {
        const hours = session(day, []);
        expect(hours === null || (hours.open < hours.close && hours.close < hours.callEnd)).toBe(true);
      }),
    );
  });
});

describe("the desk's holidays tab wins", () => {
  const row = (day: string, opens: string | null, closes: string | null): DayException => ({
    date: day,
    open: opens,
    close: closes,
  });

  it('closes an ordinary day, and no other', () => {
    const storm = [row('2024-11-08', null, null)];
    expect(isTradingDay('2024-11-08', storm)).toBe(false);
    expect(isTradingDay('2024-11-07', storm)).toBe(true);
  });

  it('opens a Saturday for its own hours, with the usual closing call', () => {
    expect(session('2024-11-09', [row('2024-11-09', '11:00', '15:00')])).toEqual({
      open: '11:00',
      close: '15:00',
      callEnd: '15:20',
    });
  });

  it('takes the ordinary hour for the one that is blank', () => {
    expect(session('2025-07-08', [row('2025-07-08', '12:00', null)])).toEqual({
      open: '12:00',
      close: '16:55',
      callEnd: '17:15',
    });
    expect(session('2025-03-05', [row('2025-03-05', null, '16:00')])?.open).toBe('13:00');
  });
});

describe('settlement days', () => {
  it.each([
    ['2024-11-08', 2, '2024-11-12'],
    ['2024-11-13', 2, '2024-11-18'],
    ['2025-12-23', 2, '2025-12-29'],
    ['2025-12-30', 1, '2026-01-02'],
    ['2024-11-09', 1, '2024-11-11'],
    ['2024-11-08', 0, '2024-11-08'],
    ['2024-11-09', 0, '2024-11-11'],
  ])('%s D+%i is %s', (from, n, to) => {
    expect(nextTradingDay(from, n, [])).toBe(to);
  });

  it('skips a day that the desk closed', () => {
    expect(nextTradingDay('2024-11-08', 2, [{ date: '2024-11-11', open: null, close: null }])).toBe(
      '2024-11-13',
    );
    expect(previousTradingDay('2024-11-12', [{ date: '2024-11-11', open: null, close: null }])).toBe(
      '2024-11-08',
    );
  });

  it('D+n is n days on which B3 trades, the last of them the answer', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 10 }), (from, n) => {
        const to = nextTradingDay(from, n, []);
        const passed = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1));
        expect(passed.filter(open)).toHaveLength(n);
        expect(open(to)).toBe(true);
        expect(nextTradingDay(previousTradingDay(from, []), 1, [])).toBe(nextTradingDay(from, 0, []));
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])('cannot be %p', (n) => {
    expect(() => nextTradingDay('2024-11-08', n, [])).toThrow(RangeError);
  });
});
