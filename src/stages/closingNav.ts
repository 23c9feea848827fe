// After the close: the official NAV, at which units settle, goes into the history as soon as it is published. It decides
// nothing; what units have cost is known from then on.
import type { Quote } from '../domain/etf';
import type { Problem } from '../domain/problem';
import { msg } from '../language/message';
import { marketData } from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { type DayInputs, valuesOf } from './day/inputs';
import { type Plan, refused } from './day/outcome';
import { officialNav } from './day/quotes';
import { targetsOf } from './split/positions';

/** ETFs that a fund trades today. */
const tradedAssets = ({ state }: DayInputs): readonly string[] =>
  [...new Set(targetsOf(state).map(({ asset }) => asset))].sort();

/** Those of them whose official NAV the history does not have yet; none before the day is allocated. */
export function assetsWithoutNav(inputs: DayInputs): readonly string[] {
  const { allocation, navs } = inputs.state;
  if (allocation === null) return [];
  return tradedAssets(inputs).filter((asset) => navs.every((known) => known.asset !== asset));
}

/** Quotes whose official NAV is new, or is no longer what the history has. */
export function newNavs(inputs: DayInputs): readonly Quote[] {
  const known = new Map(inputs.state.navs.map(({ asset, nav }) => [asset, nav]));
  const traded = tradedAssets(inputs);
  return valuesOf(inputs.quotes)
    .map((quote) => ({ ...quote, officialNav: officialNav(inputs, quote) }))
    .filter(
      ({ asset, officialNav: nav }) => nav !== null && traded.includes(asset) && known.get(asset) !== nav,
    )
    .sort((a, b) => (a.asset < b.asset ? -1 : 1));
}

export function planClosingNav(inputs: DayInputs): Plan {
  const { state } = inputs;
  if (state.tradeDate === null || state.allocation === null) return refused([notAllocated]);
  const found = newNavs(inputs);
  const saved = found.flatMap(({ asset, officialNav: nav }) => (nav === null ? [] : [{ asset, nav }]));
  const others = state.navs.filter(({ asset }) => saved.every((each) => each.asset !== asset));
  const navs = [...others, ...saved].sort((a, b) => (a.asset < b.asset ? -1 : 1));
  const after = saved.length === 0 ? state : { ...state, navs };
  const missing = assetsWithoutNav({ ...inputs, state: after });
  const date = state.tradeDate;
  const assets = saved.map(({ asset }) => asset).join(', ');
  const waiting = missing.join(', ');
  return {
    kind: 'outcome',
    outcome: {
      stage: 'nav',
      scope: 'all',
      tradeDate: state.tradeDate,
      state: after,
      tables: [],
      brokerBooks: [],
      rows: found.length === 0 ? [] : [saveRows('quotes', marketData, found)],
      files: [],
      mails: [],
      warnings: [],
      summary: {
        headline:
          found.length === 0
            ? missing.length === 0
              ? msg('no official NAV of {date} is new', { date })
              : msg('no official NAV of {date} is new; not yet published: {assets}', {
                  date,
                  assets: waiting,
                })
            : missing.length === 0
              ? msg('the official NAV of {assets} is in the history', { assets })
              : msg('the official NAV of {assets} is in the history; not yet published: {others}', {
                  assets,
                  others: waiting,
                }),
        facts: [],
      },
    },
  };
}

const notAllocated: Problem = {
  severity: 'error',
  code: 'not-allocated',
  tab: null,
  cell: null,
  text: 'the day is not allocated yet; run Final allocation first',
};
