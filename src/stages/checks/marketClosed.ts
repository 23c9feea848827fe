// Trading has ended: brokers can work nothing more today.

import { tradingOver } from '../agenda/moments';
import type { DayInputs } from '../day/inputs';
import type { Check } from './check';

export const marketClosed: Check<DayInputs> = {
  code: 'market-closed',
  setting: 'checkCutoff',
  find(inputs) {
    const text = tradingOver(inputs);
    return text === null ? [] : [{ text }];
  },
};
