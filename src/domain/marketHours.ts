// When B3 trades ETFs, as data: from which date, in which season, until when the closing call runs, and who says so.
import { rowOn } from './dated';
import { ASH_WEDNESDAY, fallsOn, type YearlyDay } from './holidayRules';
import { addDays, type IsoDate, isoDate, type Time, weekday } from './stamp';

/** Continuous trading from open to close, then the closing call until callEnd. */
export interface Hours {
  readonly open: Time;
  readonly close: Time;
  readonly callEnd: Time;
}

export interface HoursRow {
  /** First date on which it holds; it ends where the next row begins. */
  readonly from: IsoDate;
  /** While New York has standard time, and while it has summer time and closes an hour earlier in São Paulo. */
  readonly standard: Hours;
  readonly summer: Hours;
  readonly source: string;
  /** What of it no document was found for; null = nothing. */
  readonly assumed: string | null;
}

/** One date with hours of its own. */
export interface SpecialHours extends Hours {
  readonly date: IsoDate;
  readonly source: string;
  readonly assumed: string | null;
}

/** A day of every year that opens late and ends as its season does. */
export interface LateOpening {
  readonly day: YearlyDay;
  readonly open: Time;
  readonly source: string;
  readonly assumed: string | null;
}

const hours = (open: Time, close: Time, callEnd: Time): Hours => ({ open, close, callEnd });

/** Hours that did not follow New York day by day: until 2018 each season began on a date that the exchange announced. */
const both = (only: Hours): Pick<HoursRow, 'standard' | 'summer'> => ({ standard: only, summer: only });

/** In the order of their dates. Before the first, the first holds. */
export const HOURS: readonly HoursRow[] = [
  {
    from: '2010-01-01',
    ...both(hours('10:00', '16:55', '17:00')),
    source:
      'The exchange calls 10:00–17:00, the last five minutes a call, its regular hours (notice of March 2011).',
    assumed: 'that the winter of 2009/10 had them too; it may have run from 11:00 to 18:00',
  },
  {
    from: '2010-10-18',
    ...both(hours('11:00', '17:55', '18:00')),
    source: 'In force on 21 February 2011 by the exchange’s notice, and kept until New York’s summer time.',
    assumed: 'the first day: the Monday after São Paulo’s summer time began',
  },
  {
    from: '2011-03-14',
    ...both(hours('10:00', '16:55', '17:00')),
    source: 'Circular letter of 10 March 2011: regular hours again from 14 March.',
    assumed: null,
  },
  {
    from: '2011-10-17',
    ...both(hours('11:00', '17:55', '18:00')),
    source: 'Notice of October 2011: 11:00–18:00 from 17 October, closing call for ETFs 17:55–18:00.',
    assumed: null,
  },
  {
    from: '2012-03-12',
    ...both(hours('10:00', '16:55', '17:02')),
    source:
      'Notice of February 2012: 10:00–17:00 from 12 March, ETFs’ call two minutes longer than the last of shares.',
    assumed: 'that the winters 2012/13 to 2014/15 kept these hours; no notice of theirs was found',
  },
  {
    from: '2015-10-19',
    ...both(hours('10:00', '17:55', '18:02')),
    source:
      'Circular letter of 1 February 2017, as reported: since 2015 an hour longer outside March to October.',
    assumed: 'the first day, the Monday after São Paulo’s summer time began, and the two minutes of ETFs',
  },
  {
    from: '2016-03-14',
    ...both(hours('10:00', '16:55', '17:02')),
    source: 'Circular letter of 1 February 2017, as reported: 10:00–17:00 from March to October.',
    assumed: 'the first day, the Monday after New York’s summer time began, and the two minutes of ETFs',
  },
  {
    from: '2016-10-17',
    ...both(hours('10:00', '17:55', '18:02')),
    source: 'Circular letter of October 2016: 10:00–18:00 from 17 October.',
    assumed: 'the two minutes of ETFs',
  },
  {
    from: '2017-03-13',
    ...both(hours('10:00', '16:55', '17:02')),
    source: 'Circular letter of 1 February 2017: 10:00–17:00 from 13 March.',
    assumed: 'the two minutes of ETFs',
  },
  {
    from: '2017-10-16',
    ...both(hours('10:00', '17:55', '18:15')),
    source:
      'Circular letter of September 2017: 10:00–18:00 from 16 October; B3’s table of hours: ETFs’ call to 18:15.',
    assumed: 'that the table, which bears no date and B3’s name, is of this season',
  },
  {
    from: '2018-03-12',
    standard: hours('10:00', '17:55', '18:15'),
    summer: hours('10:00', '16:55', '17:15'),
    source:
      'B3’s notices of March 2018, November 2019, March and November 2020: the close goes with New York’s clock.',
    assumed: 'that ETFs opened at 10:00, as B3’s undated table has it, until the next row',
  },
  {
    from: '2021-11-08',
    standard: hours('10:05', '17:55', '18:15'),
    summer: hours('10:05', '16:55', '17:15'),
    source:
      'B3’s table from 8 November 2021, in its circular letters since (075/2022-PRE to 005/2026-PRE): equity ETFs.',
    assumed: null,
  },
];

/** Hours of single dates. */
export const SPECIAL_HOURS: readonly SpecialHours[] = [
  {
    date: '2014-06-17',
    ...hours('10:00', '13:30', '13:45'),
    source: 'Circular letter of June 2014: 10:00–13:30 for a match of the World Cup, last calls to 13:45.',
    assumed: 'that ETFs’ call ended with the options’',
  },
  {
    date: '2014-06-23',
    ...hours('10:00', '14:30', '14:45'),
    source: 'Circular letter of June 2014: 10:00–14:30 for a match of the World Cup, last calls to 14:45.',
    assumed: 'that ETFs’ call ended with the options’',
  },
  ...['2014-07-04', '2014-07-08'].map((date) => ({
    date,
    ...hours('10:00', '14:30', '14:45'),
    source: 'The exchange said that it closed before every match of Brazil; these began at 17:00 too.',
    assumed: 'the times, which are those of 23 June',
  })),
];

/**
 * Ash Wednesday always falls before New York’s summer time: it is 10 March at the latest, and a second Sunday of March
 * that comes before it would be the 8th at the earliest, which is then the Sunday after.
 */
export const LATE_OPENINGS: readonly LateOpening[] = [
  {
    day: ASH_WEDNESDAY,
    open: '13:00',
    source:
      'B3’s yearly calendar, and its notice for 2025: continuous session 13:00–17:55, closing call for ETFs 17:55–18:15 (the cash market’s ends at 18:00), opening call for ETFs 12:45–13:05.',
    assumed: 'that the notice of 2025, the only one found with a line for ETFs, holds for the other years',
  },
];

/** B3’s hours for ETFs on a date, whether or not it trades on it. */
export function hoursOn(date: IsoDate): Hours {
  const special = SPECIAL_HOURS.find((row) => row.date === date);
  if (special) return hours(special.open, special.close, special.callEnd);
  const row = rowOn(HOURS, date);
  const season = isNewYorkSummer(date) ? row.summer : row.standard;
  const late = LATE_OPENINGS.find(({ day }) => fallsOn(day, date));
  return late ? { ...season, open: late.open } : season;
}

/**
 * From the second Sunday of March to the first Sunday of November: the US Energy Policy Act of 2005, section 110, in
 * force since 2007.
 */
export function isNewYorkSummer(date: IsoDate): boolean {
  const year = Number(date.slice(0, 4));
  return date >= sundayFrom(isoDate(year, 3, 8)) && date < sundayFrom(isoDate(year, 11, 1));
}

function sundayFrom(date: IsoDate): IsoDate {
  return addDays(date, (7 - weekday(date)) % 7);
}
