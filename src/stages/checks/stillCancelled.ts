// Orders that a person cancelled and whose rows still ask for them: they stay cancelled, and it is said.
import { type Problem, warning } from '../../domain/problem';
import { timeOf } from '../../domain/stamp';
import { msg } from '../../language/message';
import { dailyTrades } from '../../sheets/tabs';
import { stillCancelled } from '../day/intents';
import type { DayState } from '../day/state';
import type { CheckedTrades } from './trades';

/** @param frozen the orders as they stand after the stage */
export function stillCancelledWarnings(
  { onshore, offshore }: Pick<CheckedTrades, 'onshore' | 'offshore'>,
  frozen: Pick<DayState, 'intents' | 'offshore'>,
): readonly Problem[] {
  const place = { tab: dailyTrades.name };
  return [
    ...stillCancelled(onshore, frozen.intents).map(
      ({ fund, side, asset: code, frozenAt, reason, approvedBy: user }) =>
        warning(
          'still-cancelled',
          msg(
            '{fund}: the {side} of {code} was cancelled at {time} by {user} ({reason}) and stays so; delete its row, or write another amount and use Trading > Amend an order',
            { fund, side, code, time: timeOf(frozenAt), user, reason: reason ?? '' },
          ),
          place,
        ),
    ),
    ...stillCancelled(offshore, frozen.offshore).map(({ fund, side, asset: code }) =>
      warning(
        'still-cancelled',
        msg(
          '{fund}: the offshore {side} of {code} was cancelled and stays so; delete its row, or write another amount and use Trading > Amend an order',
          { fund, side, code },
        ),
        place,
      ),
    ),
  ];
}
