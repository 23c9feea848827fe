// What the time of day allows, each rule once: the stages' gates, the agenda and whoever reads it ask here. What a passed time means is
// for the checks to say, whose switches may soften it; what time it is stays the same.
import { nextTradingDay, session } from '../../domain/calendar';
import { cutoffOn, effectiveCutoff } from '../../domain/cutoff';
import type { Etf } from '../../domain/etf';
import { holidayOn, isWeekend } from '../../domain/holidayRules';
import { addMinutes, dateOf, type Stamp, type Time, timeOf } from '../../domain/stamp';
import { type Message, msg, plain } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import type { Cycle } from '../day/state';

type Clock = Pick<DayInputs, 'now' | 'holidays'>;

/** A minute of today. */
export const todayAt = ({ now }: Pick<DayInputs, 'now'>, time: Time): Stamp => `${dateOf(now)}T${time}:00`;

export const later = (a: Time, b: Time): Time => (a > b ? a : b);

/** Whether the day that is open is today's. */
export const isTodays = ({ now, state }: Pick<DayInputs, 'now' | 'state'>): boolean =>
  state.tradeDate === dateOf(now);

/** null = today's day is open. */
export function notOpened({ now, state }: Pick<DayInputs, 'now' | 'state'>): Message | null {
  const today = dateOf(now);
  if (state.tradeDate === today) return null;
  return state.tradeDate === null
    ? msg('no day is open; run Initial orders for {date} first', { date: today })
    : msg('the open day is {date}; run Initial orders for {date2} first', {
        date: state.tradeDate,
        date2: today,
      });
}

/** null = B3 trades today. */
export function closedToday({ now, holidays }: Clock): Message | null {
  const date = dateOf(now);
  return session(date, holidays) !== null
    ? null
    : msg('B3 is closed on {date}; if it is open after all, add the day with its hours to the holidays tab', {
        date,
      });
}

/** The same for whoever has nothing to do: why, as far as the calendar knows, and when it opens next. */
export function closedUntil({ now, holidays }: Clock): Message | null {
  const date = dateOf(now);
  if (session(date, holidays) !== null) return null;
  const opening = nextTradingDay(date, 1, holidays);
  const rule = holidayOn(date, 'trading');
  const why = rule?.name ?? (isWeekend(date) ? 'a weekend' : 'as the tab holidays says');
  return msg('B3 is closed on {date} ({said}); it opens next on {date2} at {time}', {
    date,
    said: plain(why),
    date2: opening,
    time: session(opening, holidays)?.open ?? '',
  });
}

/** When the market opens; null = it is open, was open or stays closed today. */
export function opensAt({ now, holidays }: Clock): Time | null {
  const hours = session(dateOf(now), holidays);
  return hours !== null && timeOf(now) < hours.open ? hours.open : null;
}

/** null = brokers can still work orders; the minute of the close counts. */
export function tradingOver({ now, holidays }: Clock): Message | null {
  const hours = session(dateOf(now), holidays);
  return hours === null || timeOf(now) <= hours.close
    ? null
    : msg('it is {time} and trading ended at {time2}; orders can no longer be worked today', {
        time: timeOf(now),
        time2: hours.close,
      });
}

/** null = its administrator still takes requests; the minute of the cut-off counts. */
export function cutoffPassed(clock: Clock, etf: Etf): Message | null {
  const unopened = cutoffUnopened(clock, etf);
  if (unopened !== null) return unopened;
  const { now, holidays } = clock;
  const cutoff = cutoffOn(dateOf(now), etf, holidays);
  return cutoff === null || timeOf(now) <= cutoff
    ? null
    : msg(
        'it is {time} and the cut-off of {code} was {time2}; the administrator takes no more requests today',
        { time: timeOf(now), code: etf.asset, time2: cutoff },
      );
}

/** null = its administrator takes requests after the opening today; on odd days the cut-off passes before it. */
export function cutoffUnopened({ now, holidays }: Clock, etf: Etf): Message | null {
  const cutoff = cutoffOn(dateOf(now), etf, holidays);
  const today = cutoff === null ? null : effectiveCutoff(dateOf(now), cutoff, holidays);
  return today?.kind !== 'before-opening'
    ? null
    : msg('the cut-off of {code} is {time} and B3 opens at {time2}: no units can be asked for today', {
        code: etf.asset,
        time: today.cutoff,
        time2: today.opening,
      });
}

/** null = trading is over, its closing call included. */
export function stillTrading({ now, holidays }: Clock): Message | null {
  const hours = session(dateOf(now), holidays);
  return hours === null || timeOf(now) >= hours.callEnd
    ? null
    : msg('the market is open until {time}; run the final allocation after that', { time: hours.callEnd });
}

/** The first moment of the next iteration; null before the first of a day. */
export const nextIteration = ({ lastAt }: Pick<Cycle, 'lastAt'>, interval: number): Stamp | null =>
  lastAt === null ? null : addMinutes(lastAt, interval);

/** Iterations of the day: what somebody asked for today wins over the setting, everywhere. */
export const maximumOf = ({ state, settings }: Pick<DayInputs, 'state' | 'settings'>): number =>
  state.cycle.maximum ?? settings.maxAdjustmentIterations;

/** null = an iteration may run. @param maximum of the day */
export function noIterationNow(inputs: DayInputs, maximum: number): Message | null {
  const { state, settings, now } = inputs;
  if (state.allocation !== null) return msg('the day is allocated; no further iteration');
  if (tradingOver(inputs) !== null) return msg('trading has ended; the final allocation comes next');
  const { iteration, lastAt } = state.cycle;
  if (iteration >= maximum)
    return maximum === 1
      ? msg('the one iteration of the day is done; the caps in force stay')
      : msg('all {n} iterations are done; the caps in force stay', { n: maximum });
  const next = nextIteration(state.cycle, settings.adjustmentInterval);
  if (lastAt === null || next === null || next <= now) return null;
  return msg('the last iteration was at {time}; the next is due at {time2}', {
    time: timeOf(lastAt),
    time2: timeOf(next),
  });
}
