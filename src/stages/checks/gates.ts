// Whether a stage finds the day that it needs: past the gate the trade date is known.
import { session } from '../../domain/calendar';
import { error } from '../../domain/problem';
import { dateOf, timeOf } from '../../domain/stamp';
import { msg } from '../../language/message';
import { fillsOf } from '../day/fills';
import type { DayInputs, OpenInputs } from '../day/inputs';
import { type Refused, refused } from '../day/outcome';
import { isOpen, unfinishedDay } from '../day/state';

export type Gate = { readonly kind: 'open'; readonly inputs: OpenInputs } | Refused;

const through = (inputs: DayInputs): OpenInputs | null =>
  isOpen(inputs.state) ? { ...inputs, state: inputs.state } : null;

/** A stage other than the first needs today's open trade date. */
export function todaysDay(inputs: DayInputs): Gate {
  const today = dateOf(inputs.now);
  const open = through(inputs);
  if (open !== null && open.state.tradeDate === today) return { kind: 'open', inputs: open };
  const text =
    open === null
      ? msg('no day is open; run Initial orders for {date} first', { date: today })
      : msg('the open day is {date}; run Initial orders for {date2} first', {
          date: open.state.tradeDate,
          date2: today,
        });
  return refused([error('day-not-open', text)]);
}

/** The day that the final allocation closes: today's, or an earlier one that was left unfinished. */
export function unallocatedDay(inputs: DayInputs): Gate {
  const open = through(inputs);
  const late = unfinishedDay(inputs.state, dateOf(inputs.now));
  if (open === null || late === null) return todaysDay(inputs);
  if (fillsOf(inputs).length > 0) return { kind: 'open', inputs: open };
  const text = msg(
    'there is no fill of {date}; enter them in the tab, or open the new day if there were none',
    { date: late },
  );
  return refused([error('no-fills', text, { tab: inputs.executions.tab })]);
}

/** Whether trading, the closing call included, is over. */
export function isAfterClose(inputs: DayInputs): boolean {
  const hours = session(dateOf(inputs.now), inputs.holidays);
  return hours === null || timeOf(inputs.now) >= hours.callEnd;
}
