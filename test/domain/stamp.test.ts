// Dates are text and whole-number arithmetic; the host's own calendar is the witness here.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMinutes,
  dateOf,
  daysBetween,
  fromSerial,
  isoDate,
  minutesBetween,
  parseIsoDate,
  parseStamp,
  timeOf,
  toSerial,
  weekday,
} from '../../src/domain/stamp';
import { inWords } from '../fakes/inWords';

const DAY = 86_400_000;
const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2199, 11, 31);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
const midnight = fc.integer({ min: FIRST / DAY, max: LAST / DAY }).map((days) => days * DAY);
const second = fc.integer({ min: FIRST / 1000, max: LAST / 1000 }).map((s) => s * 1000);

describe('a date as desks write it', () => {
  it.each([
    ['2024-11-08', '2024-11-08'],
    ['08/11/2024', '2024-11-08'],
    ['8/1/2025', '2025-01-08'],
    ['\u00a02024-02-29 ', '2024-02-29'],
    [45658, '2025-01-01'],
  ])('%p is %s', (cell, date) => {
    expect(parseIsoDate(cell)).toEqual({ ok: true, value: date });
  });

  it.each([
    ['2025-02-29', 'is not a day of the calendar'],
    ['29/02/2100', 'is not a day of the calendar'],
    ['01/13/2025', 'is not a day of the calendar'],
    ['31/04/2025', 'is not a day of the calendar'],
    ['00/01/2025', 'is not a day of the calendar'],
    ['0205-01-03', 'between 1900 and 2199'],
    ['8/11/24', 'is not a date'],
    ['2024-11-08T10:00:00', 'is not a date'],
    ['', 'a blank cell is not a date'],
    [null, 'a blank cell is not a date'],
    [20241108, '20241108 is not a date'],
    [45658.5, '45658.5 is not a date'],
    [Number.NaN, 'NaN is not a date'],
  ])('%p is refused: %s', (cell, reason) => {
    expect(inWords(parseIsoDate(cell))).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });
});

describe('a date and time as desks write it', () => {
  it.each([
    ['2024-11-08', '2024-11-08T00:00:00'],
    ['2024-11-08T10:05:30', '2024-11-08T10:05:30'],
    ['2024-11-08 10:05', '2024-11-08T10:05:00'],
    ['08/11/2024  9:05:01', '2024-11-08T09:05:01'],
    [45604.5, '2024-11-08T12:00:00'],
    [45604.999999, '2024-11-09T00:00:00'],
  ])('%p is %s', (cell, stamp) => {
    expect(parseStamp(cell)).toEqual({ ok: true, value: stamp });
  });

  it.each([
    '10:05',
    '2024-11-08 24:00',
    '2024-11-08 10:60',
    '2024-02-30 10:00',
    '2024-11-08T10:05:30Z',
    '',
    null,
    -1,
    Number.NaN,
    1e9,
    toSerial('2199-12-31') + 0.9999999,
  ])('%p is refused, with São Paulo time as the advice', (cell) => {
    expect(inWords(parseStamp(cell))).toEqual({
      ok: false,
      reason: expect.stringContaining('write São Paulo time like 2025-01-31 10:05:00'),
    });
  });
});

describe('the arithmetic of days', () => {
  it('agrees with the calendar on every day from 1900 to 2199', () => {
    fc.assert(
      fc.property(midnight, midnight, (a, b) => {
        const [from, to] = [dateOf(iso(a)), dateOf(iso(b))];
        const days = (b - a) / DAY;
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(from, days)).toBe(to);
        expect(weekday(from)).toBe(new Date(a).getUTCDay());
        expect(parseIsoDate(from)).toEqual({ ok: true, value: from });
        expect(parseIsoDate(from.split('-').reverse().join('/'))).toEqual({ ok: true, value: from });
        expect(parseIsoDate(toSerial(from))).toEqual({ ok: true, value: from });
      }),
    );
  });

  it('crosses leap days and centuries', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addDays('2000-03-01', -1)).toBe('2000-02-29');
  });

  it('counts as a spreadsheet does', () => {
    expect(toSerial('2025-01-01')).toBe(45658);
    expect(toSerial('2025-01-01T06:00:00')).toBe(45658.25);
    expect(fromSerial(45658.25)).toBe('2025-01-01T06:00:00');
  });

  it('brings every second back from a spreadsheet', () => {
    fc.assert(
      fc.property(second, (ms) => {
        expect(fromSerial(toSerial(iso(ms)))).toBe(iso(ms));
        expect(parseStamp(toSerial(iso(ms)))).toEqual({ ok: true, value: iso(ms) });
        expect(parseStamp(iso(ms))).toEqual({ ok: true, value: iso(ms) });
      }),
    );
  });
});

describe('the arithmetic of minutes', () => {
  it('adds and measures across midnight', () => {
    fc.assert(
      fc.property(second, fc.integer({ min: -5000, max: 5000 }), (ms, minutes) => {
        const end = ms + minutes * 60_000;
        fc.pre(end >= FIRST && end <= LAST);
        expect(addMinutes(iso(ms), minutes)).toBe(iso(end));
        expect(minutesBetween(iso(ms), iso(end))).toBe(minutes);
      }),
    );
  });

  it('rounds down, so that 29 minutes and 59 seconds are not half an hour', () => {
    expect(minutesBetween('2024-11-08T14:00:00', '2024-11-08T14:29:59')).toBe(29);
    expect(minutesBetween('2024-11-08T14:00:01', '2024-11-08T14:00:00')).toBe(-1);
  });

  it('reads the parts of a stamp', () => {
    expect(dateOf('2024-11-08T14:05:09')).toBe('2024-11-08');
    expect(timeOf('2024-11-08T14:05:09')).toBe('14:05');
  });
});

describe('a malformed date inside the program', () => {
  it.each([
    () => addDays('08/11/2024', 1),
    () => addDays('2024-11-08', 0.3),
    () => addDays('2199-12-31', 1),
    () => weekday('2025-02-29'),
    () => addMinutes('2024-11-08', 1),
    () => addMinutes('2024-11-08T25:00:00', 1),
    () => isoDate(2025, 13, 1),
    () => isoDate(2025, 1, 1.5),
  ])('stops the run instead of shifting a day: %s', (careless) => {
    expect(careless).toThrow(RangeError);
  });
});
