// The iNAV is old: limits and units would be made of yesterday's air.
import { minutesBetween } from '../../domain/stamp';
import { msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import { type Check, findIn } from './check';

export interface QuotesSubject {
  readonly inputs: DayInputs;
  /** The ETFs whose quotes are wanted. */
  readonly assets: readonly string[];
}

export const staleInav: Check<QuotesSubject> = {
  code: 'stale-inav',
  setting: 'checkStaleInav',
  find({ inputs: { quotes, settings, now }, assets }) {
    return findIn(quotes, 'asOf', ({ asset, asOf }) => {
      const age = minutesBetween(asOf, now);
      return !assets.includes(asset) || age <= settings.inavMaxAge
        ? null
        : msg(
            'the iNAV of {code} is {n} {n|minute|minutes} old, at most {n2} {n2|is|are} allowed; refresh it',
            { code: asset, n: age, n2: settings.inavMaxAge },
          );
    });
  },
};
