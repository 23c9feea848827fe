// B3 is closed today.
import { holidays } from '../../sheets/tabs';
import { closedToday } from '../agenda/moments';
import type { DayInputs } from '../day/inputs';
import type { Check } from './check';

export const tradingDay: Check<DayInputs> = {
  code: 'not-a-trading-day',
  setting: 'checkTradingDay',
  find(inputs) {
    const text = closedToday(inputs);
    return text === null ? [] : [{ text, place: { tab: holidays.name } }];
  },
};
