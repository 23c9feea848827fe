// After the close: the official NAV, at which units settle, goes into the history as soon as it is published. It decides
// nothing; what units have cost is known from then on.
import type { Quote } from '../domain/etf';
import { error, hasErrors } from '../domain/problem';
import { type Message, msg } from '../language/message';
import { marketData } from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { checkNavs } from './checks/plausible';
import { type DayInputs, valuesOf } from './day/inputs';
import { officialNav } from './day/quotes';
import { isOpen, type OpenDay, type SavedNav } from './day/state';
import { standingAllocation } from './finalAllocation';
import { keptDay } from './outcome/kept';
import { decided, type Plan, refused } from './outcome/outcome';
import { reportAgain } from './report/again';
import { targetsOf } from './standing/positions';
import { statusRows, statusTable } from './status';

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

/** @param isReportWanted whether the report is made though nothing is new */
export function planClosingNav(
  inputs: DayInputs,
  fingerprint: (text: string) => string,
  isReportWanted: boolean,
): Plan {
  const { state } = inputs;
  if (!isOpen(state) || state.allocation === null) {
    const text = msg('the day is not allocated yet; run Final allocation first');
    return refused([error('not-allocated', text)]);
  }
  const odd = checkNavs(inputs);
  if (hasErrors(odd)) return refused(odd);
  const found = newNavs(inputs);
  const after = withNavs(state, found);
  const waiting = assetsWithoutNav({ ...inputs, state: after });
  const standing = standingAllocation({ ...inputs, state }, fingerprint);
  return decided({
    stage: 'nav',
    state: after,
    tables: [statusTable(statusRows(inputs)), ...(standing === null ? [] : [standing.table])],
    ...(standing === null ? {} : { keeps: keptDay({ ...inputs, state }, after, standing.made) }),
    files:
      standing === null || (found.length === 0 && !isReportWanted)
        ? []
        : reportAgain({ ...inputs, state: after }, standing.made, odd, fingerprint),
    warnings: odd,
    rows: found.length === 0 ? [] : [saveRows('quotes', marketData, found)],
    summary: { headline: headlineOf(state, found, waiting), facts: [] },
  });
}

function withNavs(state: OpenDay, found: readonly Quote[]): OpenDay {
  const saved = found.flatMap(({ asset, officialNav: nav }): readonly SavedNav[] =>
    nav === null ? [] : [{ asset, nav }],
  );
  if (saved.length === 0) return state;
  const others = state.navs.filter(({ asset }) => saved.every((each) => each.asset !== asset));
  return { ...state, navs: [...others, ...saved].sort((a, b) => (a.asset < b.asset ? -1 : 1)) };
}

function headlineOf(
  { tradeDate: date }: OpenDay,
  found: readonly Quote[],
  waiting: readonly string[],
): Message {
  const assets = found.map(({ asset }) => asset).join(', ');
  const others = waiting.join(', ');
  if (found.length === 0) {
    return waiting.length === 0
      ? msg('no official NAV of {date} is new', { date })
      : msg('no official NAV of {date} is new; not yet published: {assets}', { date, assets: others });
  }
  return waiting.length === 0
    ? msg('the official NAV of {assets} is in the history', { assets })
    : msg('the official NAV of {assets} is in the history; not yet published: {others}', {
        assets,
        others,
      });
}
