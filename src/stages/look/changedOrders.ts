// Orders that daily-trades asks for otherwise than they are worked: an amendment makes them so, and until then every look says it.
import { isError, type Problem, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { dailyTrades } from '../../sheets/tabs';
import { isTodays } from '../agenda/moments';
import { stopOf } from '../checks/check';
import { DAY_CHECKS } from '../checks/day';
import { takenTrades } from '../checks/trades';
import type { AskedNow, DayInputs, OpenInputs } from '../day/inputs';
import { askedDay } from '../day/intents';
import { isOpen } from '../day/state';
import { type AmountChange, allAmountChanges } from '../decisions/orders';
import { shortFunds } from './names';

export interface ChangedOrders {
  readonly changes: readonly AmountChange[];
  /** Whether an amendment could still make them so. */
  readonly mayAmend: boolean;
  /** What cannot be read or taken: then nobody knows what differs, and `changes` is empty. */
  readonly fault: Problem | null;
}

const NONE: ChangedOrders = { changes: [], mayAmend: false, fault: null };

/** @param state the day that is worked; none of it where daily-trades was not looked at */
export function changedOrders(inputs: DayInputs, state: DayInputs['state'] = inputs.state): ChangedOrders {
  const asked = askedOf(inputs);
  if (asked === null || !isTodays(inputs) || !isOpen(state)) return NONE;
  const mayAmend = state.allocation === null && stopOf(DAY_CHECKS, inputs, inputs.settings) === null;
  if (asked.fault !== null) return { ...NONE, mayAmend, fault: asked.fault };
  const looked: OpenInputs = { ...inputs, state, trades: asked.trades, funds: asked.funds };
  const { problems, ...trades } = takenTrades(looked, 'cancels');
  // A row that an amendment would refuse is no order yet; the one that it was may be that row.
  const fault = problems.find(isError) ?? null;
  if (fault !== null) return { ...NONE, mayAmend, fault };
  return { changes: allAmountChanges(state, askedDay(looked, trades, '')), mayAmend, fault };
}

/** A stage that reads daily-trades for itself has it already. */
function askedOf({ asked, trades, funds }: DayInputs): AskedNow | null {
  if (asked !== undefined) return asked;
  return trades.rows.length === 0 ? null : { trades, funds, fault: null };
}

/** One sentence for all of them; none where nothing differs. */
export function changedWarnings(
  inputs: DayInputs,
  state: DayInputs['state'] = inputs.state,
): readonly Problem[] {
  return warningsOf(inputs, changedOrders(inputs, state));
}

/** More orders are counted: nobody reads on. */
const MOST = 10;

export function warningsOf(
  inputs: DayInputs,
  { changes, mayAmend, fault }: ChangedOrders,
): readonly Problem[] {
  if (fault !== null) {
    const { tab, cell } = fault;
    return [warning('trades-unread', unread(fault), { tab, cell })];
  }
  if (changes.length === 0) return [];
  const short = shortFunds(inputs);
  const shown = changes.slice(0, MOST).map((change) => saidChange(change, short));
  const more = changes.length - shown.length;
  const holes = {
    n: changes.length,
    saids: more === 0 ? shown : [...shown, msg('and {n} more', { n: more })],
  };
  const text = mayAmend
    ? msg(
        '{n} {n|order|orders} {n|differs|differ} from what is worked: {saids}. Use Trading > Amend an order, or put the old {n|amount|amounts} back',
        holes,
      )
    : msg(
        '{n} {n|order|orders} {n|differs|differ} from what was worked: {saids}. It is too late to amend: the day stays as it was worked',
        holes,
      );
  return [warning('trades-changed', text, { tab: dailyTrades.name })];
}

export const unread = (fault: Problem): Message =>
  msg(
    'whether daily-trades still asks for what is worked is not known: {said}; no amendment until it is put right',
    { said: fault.text },
  );

/** Worked → asked for. */
export const saidChange = ({ order, before }: AmountChange, short: (fund: string) => string): Message =>
  msg('{fund} {side} {code}: {money} → {money2}', {
    ...{ fund: short(order.fund), side: order.side, code: order.asset },
    ...{ money: before, money2: order.amount },
  });
