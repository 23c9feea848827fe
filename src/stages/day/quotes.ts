// What ETFs are worth: as the feed says, as the last stage froze it, and officially once that is published.
import { nextTradingDay, session } from '../../domain/calendar';
import type { Quote } from '../../domain/etf';
import type { Price } from '../../domain/money';
import type { IsoDate, Stamp } from '../../domain/stamp';
import { type DayInputs, valuesOf } from './inputs';
import type { DayState, FrozenQuote } from './state';

/** Value of one share and size of one unit that a calculation uses throughout. */
export interface UnitQuote {
  readonly inav: Price;
  readonly sharesPerUnit: number;
}
export type UnitQuotes = ReadonlyMap<string, UnitQuote>;

type OfAsset = UnitQuote & { readonly asset: string };

const byAsset = (quotes: readonly OfAsset[]): UnitQuotes =>
  new Map(quotes.map(({ asset, inav, sharesPerUnit }) => [asset, { inav, sharesPerUnit }]));

/** Quotes of the feed by ETF. */
export const liveQuotes = (inputs: DayInputs): UnitQuotes => byAsset(valuesOf(inputs.quotes));

/** Quotes as the last stage froze them, by ETF. */
export const frozenQuotes = (state: DayState): UnitQuotes => byAsset(state.quotes);

/** Official NAVs of the open trade date, by ETF. */
export const officialQuotes = (inputs: DayInputs): UnitQuotes =>
  byAsset(
    valuesOf(inputs.quotes).flatMap((quote) => {
      const nav = officialNav(inputs, quote);
      return nav === null ? [] : [{ ...quote, inav: nav }];
    }),
  );

/**
 * The official NAV of the open trade date, once it is published. The feed names no day: it is this day's from its close
 * until the next session's, and what was fetched at another time is another day's.
 */
export function officialNav({ state, holidays }: DayInputs, { officialNav: nav, asOf }: Quote): Price | null {
  if (nav === null || state.tradeDate === null) return null;
  const next = nextTradingDay(state.tradeDate, 1, holidays);
  const closeOf = (date: IsoDate): Stamp => `${date}T${session(date, holidays)?.close ?? '00:00'}:00`;
  return asOf >= closeOf(state.tradeDate) && asOf < closeOf(next) ? nav : null;
}

/** The state's quotes with those of `assets` replaced by the feed's. */
export function freezeQuotes(
  inputs: DayInputs,
  assets: readonly string[],
  stage: FrozenQuote['stage'],
): readonly FrozenQuote[] {
  const live = liveQuotes(inputs);
  const fresh = assets.flatMap((asset) => {
    const quote = live.get(asset);
    return quote ? [{ asset, ...quote, at: inputs.now, stage }] : [];
  });
  const kept = inputs.state.quotes.filter(({ asset }) => !fresh.some((quote) => quote.asset === asset));
  return [...kept, ...fresh].sort((a, b) => (a.asset < b.asset ? -1 : 1));
}

/** The same where nothing else is decided: what is worth what it was stays as it was frozen, so that looking twice is no news. */
export function freezeMoved(
  inputs: DayInputs,
  assets: readonly string[],
  stage: FrozenQuote['stage'],
): readonly FrozenQuote[] {
  const [live, frozen] = [liveQuotes(inputs), frozenQuotes(inputs.state)];
  const moved = assets.filter((asset) => {
    const [now, then] = [live.get(asset), frozen.get(asset)];
    return now?.inav !== then?.inav || now?.sharesPerUnit !== then?.sharesPerUnit;
  });
  return moved.length === 0 ? inputs.state.quotes : freezeQuotes(inputs, moved, stage);
}
