// The tabs that a stage refreshes from the trading and iNAV systems, or people fill in when these are down.
import type { Quote } from '../../domain/etf';
import { FILL_SOURCES, FILL_STATUSES, type Fill } from '../../domain/fill';
import {
  choice,
  clock,
  exactPrice,
  identifier,
  marked,
  money,
  optional,
  picked,
  text,
  ticker,
  whole,
} from '../column';
import { date, stamp } from '../momentColumn';
import { defineTab } from '../tab';
import { ALARM, ATTENTION, typedSide } from './common';

export const executions = defineTab<Fill>(
  'executions',
  'feed',
  'Today’s fills. A fill that was busted stays, marked BUSTED.',
  {
    date: date('trade date'),
    fillId: identifier('the exchange’s number of the fill, unique for its day, broker, ETF and side', 200),
    broker: picked(text('who executed it'), 'brokers', 'name'),
    asset: picked(ticker('the ETF'), 'etfs', 'asset'),
    side: typedSide,
    quantity: whole('shares'),
    price: exactPrice('BRL per share'),
    time: optional(stamp('when, São Paulo time')),
    status: {
      ...marked(
        choice(
          FILL_STATUSES,
          'EXECUTED counts; PENDING counts and keeps the day open; BUSTED does not count',
        ),
        { PENDING: ATTENTION, BUSTED: ALARM },
      ),
      whenBlank: { value: 'EXECUTED' },
    },
    source: {
      ...choice(
        FILL_SOURCES,
        'who said so: the post-trade system (api), the broker’s inbox, or somebody who typed it here; blank = typed',
      ),
      whenBlank: { value: 'typed' },
    },
  },
  ['fillId', 'date', 'broker', 'asset', 'side'],
);

export const marketData = defineTab<Quote>(
  'market-data',
  'feed',
  'What one share and one creation unit are worth.',
  {
    asset: picked(ticker('the ETF'), 'etfs', 'asset'),
    inav: exactPrice('indicative net asset value per share, BRL'),
    sharesPerUnit: whole('shares in one creation unit'),
    officialNav: optional(
      exactPrice('the day’s official NAV per share, once published; it counts if as_of is after the close'),
    ),
    avgVolume: optional(money('average daily volume, BRL')),
    asOf: clock(stamp('when it was so, as the provider says, else when it was fetched; São Paulo time')),
  },
  ['asset'],
);
