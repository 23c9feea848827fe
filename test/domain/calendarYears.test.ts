// Every weekday from 2010 to 2035 against rules that are written down here a second time, with their sources: no helper
// of the calendar is used to say what is right.
import { describe, expect, it } from '@jest/globals';
import { isTradingDay, session } from '../../src/domain/calendar';
import { HOLIDAY_RULES } from '../../src/domain/holidayRules';
import { isSettlementDay, SETTLEMENT_CYCLES } from '../../src/domain/settlement';

/** Easter Sundays as almanacs print them, 'MM-DD' from 2010 on. */
const EASTERS = (
  '04-04 04-24 04-08 03-31 04-20 04-05 03-27 04-16 04-01 04-21 04-12 04-04 04-17 ' +
  '04-09 03-31 04-20 04-05 03-28 04-16 04-01 04-21 04-13 03-28 04-17 04-09 03-25'
).split(' ');
const YEARS = EASTERS.map((_, i) => 2010 + i);

/** Laws 662/1949, 6.802/1980 and 10.607/2002; 24 December is B3's own. */
const EVERY_YEAR = '01-01 04-21 05-01 09-07 10-12 11-02 11-15 12-24 12-25'.split(' ');

/**
 * São Paulo's holidays on which the exchange was closed, and the opening of the World Cup: from the exchange's lists of
 * 2014 and 2015, its notices for 2020 and 2021, and public calendars for the years between. In 2020 it traded on 9 July
 * and 20 November; from 2022 (circular letter 150/2020-PRE) it trades on all.
 */
const SAO_PAULO = [
  '2010-01-25 2010-07-09',
  '2011-01-25',
  '2012-01-25 2012-07-09 2012-11-20',
  '2013-01-25 2013-07-09 2013-11-20',
  '2014-06-12 2014-07-09 2014-11-20',
  '2015-07-09 2015-11-20',
  '2016-01-25',
  '2017-01-25 2017-11-20',
  '2018-01-25 2018-07-09 2018-11-20',
  '2019-01-25 2019-07-09 2019-11-20',
  '2021-01-25 2021-07-09',
]
  .join(' ')
  .split(' ');

/** The year's last weekday, on which banks are shut to the public: 31 December or the Friday before. */
const YEAR_ENDS = (
  '2010-12-31 2011-12-30 2012-12-31 2013-12-31 2014-12-31 2015-12-31 2016-12-30 2017-12-29 2018-12-31 2019-12-31 ' +
  '2020-12-31 2021-12-31 2022-12-30 2023-12-29 2024-12-31 2025-12-31 2026-12-31 2027-12-31 2028-12-29 2029-12-31 ' +
  '2030-12-31 2031-12-31 2032-12-31 2033-12-30 2034-12-29 2035-12-31'
).split(' ');

const DAY = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const text = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** ANBIMA's bank holidays: the federal days, Carnival, Good Friday, Corpus Christi; law 14.759/2023 adds 20 November. */
function bankHolidays(year: number): readonly string[] {
  const easter = utc(`${year}-${EASTERS[year - 2010]}`);
  return [
    ...EVERY_YEAR.filter((day) => day !== '12-24').map((day) => `${year}-${day}`),
    ...[-48, -47, -2, 60].map((days) => text(easter + days * DAY)),
    ...(year >= 2024 ? [`${year}-11-20`] : []),
  ];
}

const closedBy = (year: number): ReadonlySet<string> =>
  new Set([...bankHolidays(year), `${year}-12-24`, ...SAO_PAULO, ...YEAR_ENDS]);

function weekdays(year: number): readonly string[] {
  const days: string[] = [];
  for (let at = utc(`${year}-01-01`); at < utc(`${year + 1}-01-01`); at += DAY)
    if (new Date(at).getUTCDay() % 6 !== 0) days.push(text(at));
  return days;
}

describe('every weekday from 2010 to 2035', () => {
  it.each(YEARS)('%i: B3 trades on it or it does not', (year) => {
    const closed = closedBy(year);
    const found = weekdays(year).filter((day) => !isTradingDay(day, []));
    expect(found).toEqual(weekdays(year).filter((day) => closed.has(day)));
  });

  it.each(YEARS)(
    '%i: B3 settles ETFs exactly when it trades them, as its notices of all holidays say',
    (year) => {
      for (const day of weekdays(year))
        expect([day, isSettlementDay(day, [])]).toEqual([day, isTradingDay(day, [])]);
    },
  );

  it('a bank works on some days on which B3 does not settle, and never the other way round', () => {
    const days = YEARS.flatMap(weekdays);
    const banked = (day: string): boolean => !bankHolidays(Number(day.slice(0, 4))).includes(day);
    expect(days.filter((day) => isSettlementDay(day, []) && !banked(day))).toEqual([]);
    const shut = days.filter((day) => banked(day) && !isSettlementDay(day, []));
    const eves = shut.filter((day) => day.slice(5) === '12-24' || YEAR_ENDS.includes(day));
    expect(shut.filter((day) => !eves.includes(day))).toEqual(SAO_PAULO);
  });

  it('Ash Wednesday opens at 13:00 and ends as its season does; it never meets New York’s summer time', () => {
    for (const year of YEARS.filter((each) => each > 2021)) {
      const ash = text(utc(`${year}-${EASTERS[year - 2010]}`) - 46 * DAY);
      expect([ash, session(ash, [])]).toEqual([ash, { open: '13:00', close: '17:55', callEnd: '18:15' }]);
    }
    for (const year of YEARS) {
      const days = weekdays(year).filter((day) => session(day, [])?.open === '13:00');
      expect(days).toEqual([text(utc(`${year}-${EASTERS[year - 2010]}`) - 46 * DAY)]);
    }
  });

  it('has B3’s hours on each day since they go with New York’s clock, as the time zone database has it', () => {
    const newYork = new Intl.DateTimeFormat('en', {
      timeZone: 'America/New_York',
      timeZoneName: 'longOffset',
    });
    const isSummer = (day: string): boolean =>
      newYork.format(new Date(`${day}T17:00:00Z`)).endsWith('-04:00');
    const ashes = YEARS.map((year) => text(utc(`${year}-${EASTERS[year - 2010]}`) - 46 * DAY));
    // Notices of March 2018 and 2020; the table from 8 November 2021 opens ETFs at 10:05; Ash Wednesday at 13:00.
    const opening = (day: string): string =>
      ashes.includes(day) ? '13:00' : day < '2021-11-08' ? '10:00' : '10:05';
    const days = YEARS.flatMap(weekdays).filter(
      (day) => day >= '2018-03-12' && !closedBy(Number(day.slice(0, 4))).has(day),
    );
    expect(days.length).toBeGreaterThan(4_000);
    for (const day of days) {
      const [close, callEnd] = isSummer(day) ? ['16:55', '17:15'] : ['17:55', '18:15'];
      expect([day, session(day, [])]).toEqual([day, { open: opening(day), close, callEnd }]);
    }
  });

  it('each rule, hour and cycle names who says so', () => {
    for (const { name, source } of HOLIDAY_RULES) expect([name, source.length > 20]).toEqual([name, true]);
    for (const { from, source } of SETTLEMENT_CYCLES)
      expect([from, source.length > 20]).toEqual([from, true]);
  });

  it('no rule is idle: each fixed day closes every weekday on which it falls, and there are some', () => {
    const days = YEARS.flatMap(weekdays);
    for (const { name, day, from, until } of HOLIDAY_RULES) {
      expect([name, from === null || until === null || from <= until]).toEqual([name, true]);
      if (!('fixed' in day)) continue;
      const own = days.filter(
        (date) =>
          date.slice(5) === day.fixed &&
          Number(date.slice(0, 4)) >= (from ?? 0) &&
          Number(date.slice(0, 4)) <= (until ?? 9999),
      );
      expect([name, own.length > 0 && own.every((date) => !isTradingDay(date, []))]).toEqual([name, true]);
    }
  });
});

describe('the thirteen days from 2015 to 2021 on which São Paulo alone was closed', () => {
  it.each(SAO_PAULO.filter((day) => day >= '2015'))('%s: closed, and no settlement', (day) => {
    expect([isTradingDay(day, []), isSettlementDay(day, [])]).toEqual([false, false]);
  });

  it('are thirteen', () => {
    expect(SAO_PAULO.filter((day) => day >= '2015')).toHaveLength(13);
  });

  it.each(['2020-05-20', '2020-07-09', '2020-11-20', '2022-01-25', '2023-01-25', '2023-11-20', '2024-07-09'])(
    '%s: open, and settlement as ever',
    (day) => {
      expect([isTradingDay(day, []), isSettlementDay(day, [])]).toEqual([true, true]);
    },
  );
});
