// Trading has ended: brokers can work nothing more today.
import { session } from '../../domain/calendar';
import { dateOf, timeOf } from '../../domain/stamp';
import { msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import type { Check } from './check';

export const marketClosed: Check<DayInputs> = {
  code: 'market-closed',
  setting: 'checkCutoff',
  find({ now, holidays }) {
    const hours = session(dateOf(now), holidays);
    if (hours === null || timeOf(now) <= hours.close) return [];
    const text = msg('it is {time} and trading ended at {time2}; orders can no longer be worked today', {
      time: timeOf(now),
      time2: hours.close,
    });
    return [{ text }];
  },
};
