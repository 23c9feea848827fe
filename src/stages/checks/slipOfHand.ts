// An amendment that makes an order many times what it was, or as little, or less than it has already: the slip of a hand, or zeros
// too many.
import { type Problem, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import { intentKey } from '../day/keys';
import { keptOf, type OrderChange } from '../decisions/orders';
import { placeAt } from './check';
import { apart, factorOf } from './odd';

type Change = Pick<
  OrderChange,
  'key' | 'fund' | 'asset' | 'side' | 'before' | 'after' | 'executed' | 'givenBack' | 'requested' | 'whole'
>;

/** null where it is no slip: an order that begins, or ends, is none. */
export function slipOfHand({ settings }: Pick<DayInputs, 'settings'>, change: Change): Message | null {
  const { before, after, whole } = change;
  if (before === 0 || after === 0) return null;
  const times = apart(before, after) + 1;
  const factor = factorOf(before, after);
  if (factor !== null)
    return after > before
      ? msg('about {n} times as much: zeros too many?', { n: factor })
      : msg('about {n} times less: zeros too few?', { n: factor });
  const had = keptOf(change);
  if (whole < had)
    return msg('less than the {money} that it has already; of that it keeps what it had ordered', {
      money: had,
    });
  if (times < settings.maxJump) return null;
  const decimal = Math.round(times * 10) / 10;
  return after > before
    ? msg('{decimal} times as much', { decimal })
    : msg('{decimal} times less', { decimal });
}

/** Of the orders that would be amended, at their cells. */
export const slipWarnings = (inputs: DayInputs, changes: readonly Change[]): readonly Problem[] =>
  changes.flatMap((change): readonly Problem[] => {
    const said = slipOfHand(inputs, change);
    if (said === null) return [];
    const row = inputs.trades.rows.find(({ value }) => intentKey(value) === change.key)?.row;
    const text = msg('{fund} {side} {code}: {money} → {money2}, {said}', {
      ...{ fund: change.fund, side: change.side, code: change.asset },
      ...{ money: change.before, money2: change.after, said },
    });
    return [warning('slip-of-hand', text, row === undefined ? {} : placeAt(inputs.trades, row, 'amount'))];
  });
