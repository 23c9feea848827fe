// The tabs that a stage refreshes from the trading and iNAV systems, or people fill in when these are down.
import type { Quote } from '../../domain/etf';
import { FILL_STATUSES, type Fill } from '../../domain/fill';
import { SIDES } from '../../domain/trade';
import { choice, date, money, optional, price, stamp, text, ticker, whole } from '../column';
import { defineTab } from '../tab';

export const executions = defineTab<Fill>(
  'executions',
  'feed',
  'Today’s fills. A fill that was busted stays, marked BUSTED.',
  {
    date: date('trade date'),
    fillId: text('the exchange’s number of the fill; a later row with the same number replaces it', 200),
    broker: text('who executed it'),
    asset: ticker('the ETF'),
    side: choice(SIDES, 'BUY or SELL'),
    quantity: whole('shares'),
    price: price('BRL per share', 8),
    time: optional(stamp('when, São Paulo time')),
    status: {
      ...choice(
        FILL_STATUSES,
        'EXECUTED counts; PENDING counts and keeps the day open; BUSTED does not count',
      ),
      whenBlank: { value: 'EXECUTED' },
    },
  },
  ['fillId'],
);

export const marketData = defineTab<Quote>(
  'market-data',
  'feed',
  'What one share and one creation unit are worth.',
  {
    asset: ticker('the ETF'),
    inav: price('indicative net asset value per share, BRL', 8),
    sharesPerUnit: whole('shares in one creation unit'),
    officialNav: optional(price('the day’s official NAV per share, once published', 8)),
    avgVolume: optional(money('average daily volume, BRL')),
    asOf: stamp('when it was fetched, São Paulo time'),
  },
  ['asset'],
);
