// The administrator's cut-off has passed.
import { timeOf } from '../../domain/stamp';
import { msg } from '../../language/message';
import { type Check, findIn } from './check';
import type { QuotesSubject } from './staleInav';

export const pastCutoff: Check<QuotesSubject> = {
  code: 'past-cutoff',
  setting: 'checkCutoff',
  find: ({ inputs: { etfs, now }, assets }) =>
    findIn(etfs, 'primaryCutoff', ({ asset, primaryCutoff }) =>
      !assets.includes(asset) || primaryCutoff === null || timeOf(now) <= primaryCutoff
        ? null
        : msg(
            'it is {time} and the cut-off of {code} was {time2}; the administrator takes no more requests today',
            { time: timeOf(now), code: asset, time2: primaryCutoff },
          ),
    ),
};
