// Whether a stage finds the day that it needs: past the gate the trade date is known.
import { error } from '../../domain/problem';
import { msg } from '../../language/message';
import { notOpened } from '../agenda/moments';
import { leftDay } from '../completeness';
import { fillsOf } from '../day/fills';
import type { DayInputs, OpenInputs } from '../day/inputs';
import { isOpen } from '../day/state';
import { type Refused, refused } from '../outcome/outcome';

export type Gate = { readonly kind: 'open'; readonly inputs: OpenInputs } | Refused;

const through = (inputs: DayInputs): OpenInputs | null =>
  isOpen(inputs.state) ? { ...inputs, state: inputs.state } : null;

/** A stage other than the first needs today's open trade date. */
export function todaysDay(inputs: DayInputs): Gate {
  const closed = notOpened(inputs);
  if (closed !== null) return refused([error('day-not-open', closed)]);
  const { state } = inputs;
  if (!isOpen(state)) throw new Error('today is open, but no day is');
  return { kind: 'open', inputs: { ...inputs, state } };
}

/** The day that the final allocation closes: today's, or an earlier one that was left unfinished. */
export function unallocatedDay(inputs: DayInputs): Gate {
  const open = through(inputs);
  const late = leftDay(inputs);
  if (open === null || late === null) return todaysDay(inputs);
  if (fillsOf(inputs).length > 0) return { kind: 'open', inputs: open };
  const text = msg(
    'there is no fill of {date}; enter them in the tab, or open the new day if there were none',
    { date: late },
  );
  return refused([error('no-fills', text, { tab: inputs.executions.tab })]);
}
