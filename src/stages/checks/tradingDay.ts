// B3 is closed today.
import { session } from '../../domain/calendar';
import { dateOf } from '../../domain/stamp';
import { msg } from '../../language/message';
import { holidays } from '../../sheets/tabs';
import type { DayInputs } from '../day/inputs';
import type { Check } from './check';

export const tradingDay: Check<DayInputs> = {
  code: 'not-a-trading-day',
  setting: 'checkTradingDay',
  find(inputs) {
    const date = dateOf(inputs.now);
    if (session(date, inputs.holidays) !== null) return [];
    const text = msg(
      'B3 is closed on {date}; if it is open after all, add the day with its hours to the holidays tab',
      { date },
    );
    return [{ text, place: { tab: holidays.name } }];
  },
};
