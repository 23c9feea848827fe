// B3's hours for ETFs, against New York's clock as the time zone database has it and against the notices of the years.
import { describe, expect, it } from '@jest/globals';
import { session } from '../../src/domain/calendar';
import { rowOn } from '../../src/domain/dated';
import { HOURS, isNewYorkSummer, LATE_OPENINGS, SPECIAL_HOURS } from '../../src/domain/marketHours';
import { addDays } from '../../src/domain/stamp';

const newYork = new Intl.DateTimeFormat('en', { timeZone: 'America/New_York', timeZoneName: 'longOffset' });
const offset = (date: string): string => newYork.format(new Date(`${date}T17:00:00Z`)).split('GMT')[1] ?? '';

function days(from: string, to: string): readonly string[] {
  const all: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(day);
  return all;
}

describe('New York’s summer time', () => {
  it('is what the time zone database says on every day from 2007 to 2035', () => {
    const wrong = days('2007-01-01', '2035-12-31').filter(
      (day) => isNewYorkSummer(day) !== (offset(day) === '-04:00'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('hours follow New York from one Monday to the next', () => {
  const winter = { open: '10:05', close: '17:55', callEnd: '18:15' };
  const summer = { open: '10:05', close: '16:55', callEnd: '17:15' };

  // The first and last sessions of each season as B3 announced them; 2 November is a holiday.
  it.each([
    ['2021-11-08', winter],
    ['2022-03-11', winter],
    ['2022-03-14', summer],
    ['2022-11-04', summer],
    ['2022-11-07', winter],
    ['2023-03-10', winter],
    ['2023-03-13', summer],
    ['2023-11-03', summer],
    ['2023-11-06', winter],
    ['2024-03-08', winter],
    ['2024-03-11', summer],
    ['2024-11-04', winter],
    ['2025-03-10', summer],
    ['2025-11-03', winter],
    ['2026-03-06', winter],
    ['2026-03-09', summer],
    ['2026-10-30', summer],
    ['2026-11-03', winter],
    ['2027-03-12', winter],
    ['2027-03-15', summer],
    ['2027-11-05', summer],
    ['2027-11-08', winter],
  ])('%s', (day, hours) => {
    expect(session(day, [])).toEqual(hours);
  });
});

describe('the hours of earlier years', () => {
  it.each([
    ['2008-06-02', '10:00', '16:55', '17:00'],
    ['2010-06-01', '10:00', '16:55', '17:00'],
    ['2011-02-21', '11:00', '17:55', '18:00'],
    ['2011-03-14', '10:00', '16:55', '17:00'],
    ['2011-10-14', '10:00', '16:55', '17:00'],
    ['2011-10-17', '11:00', '17:55', '18:00'],
    ['2012-03-09', '11:00', '17:55', '18:00'],
    ['2012-03-12', '10:00', '16:55', '17:02'],
    ['2016-10-14', '10:00', '16:55', '17:02'],
    ['2016-10-17', '10:00', '17:55', '18:02'],
    ['2017-03-13', '10:00', '16:55', '17:02'],
    ['2017-10-13', '10:00', '16:55', '17:02'],
    ['2017-10-16', '10:00', '17:55', '18:15'],
    ['2018-03-09', '10:00', '17:55', '18:15'],
    ['2018-03-12', '10:00', '16:55', '17:15'],
    ['2019-11-01', '10:00', '16:55', '17:15'],
    ['2019-11-04', '10:00', '17:55', '18:15'],
    ['2020-03-06', '10:00', '17:55', '18:15'],
    ['2020-03-09', '10:00', '16:55', '17:15'],
    ['2020-11-03', '10:00', '17:55', '18:15'],
  ])('%s: %s to %s, call to %s', (day, open, close, callEnd) => {
    expect(session(day, [])).toEqual({ open, close, callEnd });
  });

  it.each([
    ['2014-06-17', '13:30', '13:45'],
    ['2014-06-23', '14:30', '14:45'],
    ['2014-07-04', '14:30', '14:45'],
    ['2014-07-08', '14:30', '14:45'],
    ['2014-07-10', '16:55', '17:02'],
  ])('%s, in the World Cup: to %s, call to %s', (day, close, callEnd) => {
    expect(session(day, [])).toEqual({ open: '10:00', close, callEnd });
  });
});

describe('the table of hours', () => {
  const times = [...HOURS.flatMap(({ standard, summer }) => [standard, summer]), ...SPECIAL_HOURS];

  it('begins each row on another weekday, in order', () => {
    const dates = HOURS.map(({ from }) => from);
    expect(dates).toEqual([...new Set(dates)].sort());
    for (const date of dates)
      expect([date, new Date(`${date}T00:00:00Z`).getUTCDay() % 6 !== 0]).toEqual([date, true]);
  });

  it('opens before it closes, and then calls', () => {
    for (const { open, close, callEnd } of times)
      expect([open, close, callEnd]).toEqual([open, close, callEnd].sort());
  });

  it('says of each row who says so', () => {
    for (const { source } of [...HOURS, ...SPECIAL_HOURS, ...LATE_OPENINGS])
      expect(source).toMatch(/\w{4}.*\.$/);
  });

  it('takes the row that holds, in whatever order rows stand, and the earliest for a date before all', () => {
    const rows = [{ from: '2020-01-02' }, { from: '2024-05-06' }, { from: '2022-03-04' }];
    expect(
      ['2019-01-01', '2020-01-02', '2022-03-03', '2022-03-04', '2030-01-01'].map(
        (day) => rowOn(rows, day).from,
      ),
    ).toEqual(['2020-01-02', '2020-01-02', '2020-01-02', '2022-03-04', '2024-05-06']);
    expect(() => rowOn([], '2024-01-01')).toThrow('needs a row');
  });
});
