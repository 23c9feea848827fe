// The administrator's cut-off has passed.
import { cutoffPassed } from '../agenda/moments';
import { type Check, findIn } from './check';
import type { QuotesSubject } from './staleInav';

export const pastCutoff: Check<QuotesSubject> = {
  code: 'past-cutoff',
  setting: 'checkCutoff',
  find: ({ inputs, assets }) =>
    findIn(inputs.etfs, 'primaryCutoff', (etf) =>
      assets.includes(etf.asset) ? cutoffPassed(inputs, etf) : null,
    ),
};
