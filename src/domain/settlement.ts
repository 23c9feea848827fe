// When B3 settles ETFs: its clearing house and depository keep a calendar of their own beside that of trading.

import { nthDay } from './calendar';
import { rowOn } from './dated';
import { type DayException, kindSays } from './dayException';
import { isHoliday, isWeekend } from './holidayRules';
import type { IsoDate } from './stamp';

/** Settlement days from a trade to its settlement, by the date of the trade. */
export interface SettlementCycle {
  readonly from: IsoDate;
  readonly days: number;
  readonly source: string;
}

/** In the order of their dates. B3 plans D+1 for February 2028; it is a row as soon as its first day is announced. */
export const SETTLEMENT_CYCLES: readonly SettlementCycle[] = [
  { from: '2010-01-01', days: 3, source: 'Equities settled on D+3 until the trades of 24 May 2019.' },
  { from: '2019-05-27', days: 2, source: 'B3’s D+2 project: trades of 27 May 2019 settled on 29 May.' },
];

/**
 * Whether B3 settles ETFs on a date. Rows of the `holidays` tab win; of several for one date a closing does.
 */
export function isSettlementDay(date: IsoDate, overrides: readonly DayException[]): boolean {
  const said = overrides.filter((row) => row.date === date).flatMap((row) => kindSays(row).settlement ?? []);
  return said.length > 0 ? !said.includes('closed') : !isWeekend(date) && !isHoliday(date, 'settlement');
}

/**
 * The day on which a trade settles, `days` settlement days after it, as D+2 counts; with 0 the date itself if B3
 * settles on it, else the next on which it does.
 */
export function settlementDate(
  tradeDate: IsoDate,
  days: number,
  overrides: readonly DayException[],
): IsoDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is not a number of settlement days`);
  return nthDay(tradeDate, days, (day) => isSettlementDay(day, overrides));
}

/** The D+n of trades of a date, in settlement days. */
export function settlementCycle(tradeDate: IsoDate): number {
  return rowOn(SETTLEMENT_CYCLES, tradeDate).days;
}
