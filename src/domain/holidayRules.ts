// The days on which B3 closes, as data: which day, in which years, what closes, and who says so. docs/calendar.md explains.
import type { PlainSentence } from '../language/message';
import { addDays, type IsoDate, isoDate, weekday } from './stamp';

/** B3 trades on its own calendar and settles on another; most rules close both. */
export type CalendarKind = 'trading' | 'settlement' | 'both';

/** A day of every year: a fixed 'MM-DD', days counted from Easter Sunday, or the year's last weekday. */
export type YearlyDay =
  | { readonly fixed: string }
  | { readonly easter: number }
  | { readonly lastWeekday: true };

export interface HolidayRule {
  readonly name: PlainSentence;
  readonly day: YearlyDay;
  /** First and last year in which it closes, both included; null = open-ended. */
  readonly from: number | null;
  readonly until: number | null;
  readonly closes: CalendarKind;
  readonly source: string;
}

/** Carnival's Ash Wednesday: B3 trades from the afternoon and settles as ever. */
export const ASH_WEDNESDAY: YearlyDay = { easter: -46 };

const LAW = 'Federal holiday (laws 662/1949, 6.802/1980 and 10.607/2002); no trading and no settlement.';
const BANKS = 'Banks do not work (ANBIMA’s list); B3’s yearly calendar: no trading and no settlement.';
const CITY = 'São Paulo’s holiday, kept until 2021; circular letter 150/2020-PRE ends it from 2022.';
const CITY_2020 =
  'The circular letter of 8 June 2020 kept 9 July and 20 November 2020 open, trading and settlement alike.';
const YEAR_END =
  'B3’s yearly calendar: no trading; its clearing house and depository rest too, though banks count a working day.';

const federal = (fixed: string, name: PlainSentence): HolidayRule => ({
  name,
  day: { fixed },
  from: null,
  until: null,
  closes: 'both',
  source: LAW,
});

const banks = (easter: number, name: PlainSentence): HolidayRule => ({
  name,
  day: { easter },
  from: null,
  until: null,
  closes: 'both',
  source: BANKS,
});

export const HOLIDAY_RULES: readonly HolidayRule[] = [
  federal('01-01', 'New Year'),
  federal('04-21', 'Tiradentes'),
  federal('05-01', 'Labour Day'),
  federal('09-07', 'Independence'),
  federal('10-12', 'Our Lady of Aparecida'),
  federal('11-02', 'All Souls'),
  federal('11-15', 'Republic'),
  federal('12-25', 'Christmas'),
  banks(-48, 'Carnival Monday'),
  banks(-47, 'Carnival Tuesday'),
  banks(-2, 'Good Friday'),
  banks(60, 'Corpus Christi'),
  {
    name: 'Black Awareness Day, the nation’s',
    day: { fixed: '11-20' },
    from: 2024,
    until: null,
    closes: 'both',
    source: 'Law 14.759 of 21 December 2023; B3’s circular letter 215/2023-PRE.',
  },
  {
    name: 'São Paulo’s anniversary',
    day: { fixed: '01-25' },
    from: null,
    until: 2021,
    closes: 'both',
    source: CITY,
  },
  {
    name: 'Constitutionalist Revolution',
    day: { fixed: '07-09' },
    from: 1998,
    until: 2019,
    closes: 'both',
    source: `${CITY} ${CITY_2020}`,
  },
  {
    name: 'Constitutionalist Revolution',
    day: { fixed: '07-09' },
    from: 2021,
    until: 2021,
    closes: 'both',
    source: CITY,
  },
  {
    name: 'Black Awareness Day, São Paulo’s',
    day: { fixed: '11-20' },
    from: 2006,
    until: 2019,
    closes: 'both',
    source: `${CITY} ${CITY_2020} In 2021 it was a Saturday.`,
  },
  {
    name: 'Christmas Eve',
    day: { fixed: '12-24' },
    from: null,
    until: null,
    closes: 'both',
    source: YEAR_END,
  },
  {
    name: 'Year end',
    day: { lastWeekday: true },
    from: null,
    until: null,
    closes: 'both',
    source: `${YEAR_END} Published for 29 December 2023, 30 December 2022 and 31 December of other years.`,
  },
  {
    name: 'World Cup opening in São Paulo',
    day: { fixed: '06-12' },
    from: 2014,
    until: 2014,
    closes: 'both',
    source: 'A holiday of the city; the exchange said in 2014 that shares and derivatives would not trade.',
  },
];

/** Whether a rule closes the trading or the settlement of a date. Weekends are no rule. */
export const isHoliday = (
  date: IsoDate,
  calendar: 'trading' | 'settlement',
  rules: readonly HolidayRule[] = HOLIDAY_RULES,
): boolean => holidayOn(date, calendar, rules) !== null;

/** The first rule that closes it; null = none does. */
export function holidayOn(
  date: IsoDate,
  calendar: 'trading' | 'settlement',
  rules: readonly HolidayRule[] = HOLIDAY_RULES,
): HolidayRule | null {
  const year = yearOf(date);
  const found = rules.find(
    ({ day, from, until, closes }) =>
      (closes === 'both' || closes === calendar) &&
      (from === null || year >= from) &&
      (until === null || year <= until) &&
      fallsOn(day, date),
  );
  return found ?? null;
}

/** Whether a day of every year is this date. */
export function fallsOn(day: YearlyDay, date: IsoDate): boolean {
  if ('fixed' in day) return date.slice(5) === day.fixed;
  if ('easter' in day) return date === addDays(easterSunday(yearOf(date)), day.easter);
  return date === lastWeekday(yearOf(date));
}

export function isWeekend(date: IsoDate): boolean {
  return weekday(date) === 0 || weekday(date) === 6;
}

function lastWeekday(year: number): IsoDate {
  let day = isoDate(year, 12, 31);
  while (isWeekend(day)) day = addDays(day, -1);
  return day;
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
