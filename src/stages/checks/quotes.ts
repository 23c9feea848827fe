// Each ETF that a stage works with has a quote that can be worked with.
import type { Problem } from '../../domain/problem';
import { msg } from '../../language/message';
import { marketData } from '../../sheets/tabs';
import type { DayInputs } from '../day/inputs';
import { type Check, findIn, findingsOf } from './check';
import { futureQuote } from './futureQuote';
import { oddInav } from './oddInav';
import { oddUnit } from './oddUnit';
import { type QuotesSubject, staleInav } from './staleInav';

const noInav: Check<QuotesSubject> = {
  code: 'no-inav',
  setting: null,
  find: ({ inputs: { quotes }, assets }) =>
    assets
      .filter((code) => quotes.rows.every(({ value }) => value.asset !== code))
      .map((code) => ({
        text: msg('no iNAV of {code}; add a row or set INAV_API_URL in settings', { code }),
        place: { tab: marketData.name },
      })),
};

const zeroUnit: Check<QuotesSubject> = {
  code: 'zero-unit',
  setting: null,
  find: ({ inputs: { quotes }, assets }) =>
    findIn(quotes, 'sharesPerUnit', ({ asset, sharesPerUnit }) =>
      assets.includes(asset) && sharesPerUnit === 0
        ? msg('one creation unit of {code} has no shares; correct it', { code: asset })
        : null,
    ),
};

export const QUOTE_CHECKS: readonly Check<QuotesSubject>[] = [
  noInav,
  zeroUnit,
  staleInav,
  futureQuote,
  oddInav,
  oddUnit,
];

export const checkQuotes = (inputs: DayInputs, assets: readonly string[]): readonly Problem[] =>
  findingsOf(QUOTE_CHECKS, { inputs, assets }, inputs.settings);
