// When ETFs trade at B3 on a date: an hour less while New York keeps summer time, from 13:00 on Ash Wednesday; or as the desk has it.
import { fromSaoPaulo, saoPauloDate } from '../host';

export interface Session {
  /** Continuous trading, first and last moment. */
  readonly open: number;
  readonly close: number;
  /** End of the closing call. */
  readonly end: number;
}

const newYorkHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', hour: '2-digit' });
const DAY = 86_400_000;

/** What the desk has of one date: times of day such as 13:00; null = as usual. */
export interface OwnHours {
  readonly open: string | null;
  readonly close: string | null;
}

export const AS_USUAL: OwnHours = { open: null, close: null };

const CALL = 20 * 60_000;

export function sessionOf(date: string, own: OwnHours = AS_USUAL): Session {
  const noonUtc = Date.parse(`${date}T12:00:00Z`);
  const last = newYorkHour.format(noonUtc) === '08' ? '16:55:00' : '17:55:00';
  const first = saoPauloDate(easter(Number(date.slice(0, 4))) - 46 * DAY) === date ? '13:00:00' : '10:05:00';
  const close = fromSaoPaulo(`${date}T${own.close ?? last}`);
  return { open: fromSaoPaulo(`${date}T${own.open ?? first}`), close, end: close + CALL };
}

/** Noon UTC of Easter Sunday, by the anonymous Gregorian computus. */
function easter(year: number): number {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leap =
    century - Math.floor(century / 4) - Math.floor((century - Math.floor((century - 17) / 25)) / 3);
  const moon = (leap + 19 * golden + 15) % 30;
  const full =
    moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  const sunday = full - weekday;
  const month = 3 + Math.floor((sunday + 40) / 44);
  return Date.UTC(year, month - 1, sunday + 28 - 31 * Math.floor(month / 4), 12);
}
