// What becomes by itself of what funds have too much: a round will give it back, or brokers are at it. Said where nothing needs anybody.
import type { Cents } from '../../domain/money';
import { timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { isTodays, tradingOver } from '../agenda/moments';
import { shownStanding } from '../allocation/booked';
import { laterGiveBacks } from '../caps/tradingDay';
import type { DayInputs } from '../day/inputs';
import { isOpen } from '../day/state';
import type { Standing } from '../standing/positions';
import { leftOf, toGiveBackIn } from './sides';

/** null = nothing is too much, nothing will be done about it by itself, or the day is worked no more. */
export function excessSaid(inputs: DayInputs, standing: Standing = shownStanding(inputs)): Message | null {
  const { state } = inputs;
  if (!isOpen(state) || !isTodays(inputs) || state.allocation !== null || tradingOver(inputs) !== null)
    return null;
  const { over: money } = leftOf(standing.positions);
  const later = laterGiveBacks(inputs, state, standing);
  if (later !== null && later.money > 0)
    return msg(
      'funds have {money} too much: the last round, at {time}, gives back {money2} of it as it stands now',
      {
        ...{ money, money2: later.money },
        time: timeOf(later.at),
      },
    );
  const given = beingGiven(standing);
  return given > 0 && money > 0
    ? msg('funds have {money} too much: brokers are to give back {money2} of it now', {
        money,
        money2: given,
      })
    : null;
}

/** What brokers were asked to trade back and have not yet. */
const beingGiven = ({ pools }: Standing): Cents =>
  pools.reduce((sum, pool) => {
    const back = toGiveBackIn(pool);
    return back === null ? sum : sum + Math.max(0, back.asked - back.given);
  }, 0);
