// A quote is of a moment that has not come: its time is a slip, or somebody's clock is.
import { addMinutes, minutesBetween } from '../../domain/stamp';
import { msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import { type Check, placeAt } from './check';
import { judged, type Odd } from './odd';
import type { QuotesSubject } from './staleInav';

/** Feeds are fetched after a run has begun. */
const CLOCK_MINUTES = 5;

export const futureQuotes = ({ quotes, now }: DayInputs, assets: readonly string[]): readonly Odd[] =>
  quotes.rows
    .filter(({ value }) => assets.includes(value.asset) && value.asOf > addMinutes(now, CLOCK_MINUTES))
    .map(({ row, value: { asset, asOf } }) => ({
      code: 'future-quote',
      about: `${String(quotes.tab)} ${asset} as_of`,
      figure: asOf,
      said: msg('the iNAV of {code} is of {moment}, {n} {n|minute|minutes} from now', {
        ...{ code: asset, moment: asOf.replace('T', ' '), n: minutesBetween(now, asOf) },
      }),
      factor: null,
      place: placeAt(quotes, row, 'asOf'),
    }));

export const futureQuote: Check<QuotesSubject> = {
  code: 'future-quote',
  setting: 'checkQuoteTime',
  find: ({ inputs, assets }) => judged(futureQuotes(inputs, assets), inputs),
};
