// Initial orders, run again once the day has fills: the orders stand as they are, and what nobody asks for any more stops at what
// is done. Whatever else differs is an amendment's business, because it needs a reason.
import { error, hasErrors, type Problem } from '../domain/problem';
import { msg } from '../language/message';
import { print } from '../language/print';
import { dailyTrades } from '../sheets/tabs';
import { tradingOver } from './agenda/moments';
import { shownStanding } from './allocation/booked';
import { nakedSales } from './allocation/naked';
import { worked } from './caps/instructions';
import { restateOrders } from './caps/orders';
import { toldOrders } from './caps/toldOrders';
import { checkWorking } from './checks/brokers';
import { stillCancelledWarnings } from './checks/stillCancelled';
import { type CheckedTrades, checkTrades } from './checks/trades';
import { type OpenInputs, valuesOf } from './day/inputs';
import { assetsOf, ended, endedOffshore } from './day/intents';
import { intentKey, memberKey } from './day/keys';
import { frozenQuotes, liveQuotes } from './day/quotes';
import type { OpenDay } from './day/state';
import { capTables } from './decisions/caps';
import { giveBackCause, giveBackFacts, giveBackTables } from './decisions/giveBacks';
import { cancelTables, orderChanges } from './decisions/orders';
import { changedWarnings } from './look/changedOrders';
import { changedIntents, offshoreFacts, orderFacts, unitsStay } from './outcome/changes';
import { offshoreNews } from './outcome/offshore';
import { decided, type Plan, refused, unchanged } from './outcome/outcome';
import { intentsTable, offshoreTable, ordersTable } from './outcome/tables';
import { dayStanding } from './standing/dayStanding';

export function planMorningAgain(inputs: OpenInputs): Plan {
  const trades = checkTrades(inputs, 'cancels');
  const left = withoutGone(inputs);
  const goes = left.gone > 0 && inputs.state.allocation === null && tradingOver(inputs) === null;
  if (!goes) return asTheyAre(inputs, trades);
  const problems = [
    ...(left.live === left.gone ? [allGone(left.gone)] : []),
    // Whoever cannot read a row does not know that it went away.
    ...trades.problems.filter(({ severity, code }) => severity === 'error' || code !== 'all-cancelled'),
    ...checkWorking(inputs, inputs.state.tradeDate),
  ];
  return hasErrors(problems) ? refused(problems) : stopGone(inputs, left, trades, problems);
}

/** The orders as the tab asks for them, but for what went away. */
interface Left {
  readonly day: OpenDay;
  readonly live: number;
  readonly gone: number;
}

function withoutGone(inputs: OpenInputs): Left {
  const { state, settings } = inputs;
  const reason = print(msg('its row is no longer in daily-trades'), settings.deskLanguage);
  const rows = valuesOf(inputs.trades).filter(({ amount }) => amount > 0);
  const asked = new Set(rows.map((trade) => intentKey(trade)));
  const frozen = new Set([...state.intents, ...state.offshore].map((order) => intentKey(order)));
  // Under another strategy the fund still asks for it: that is a change, and no end.
  const moved = new Set(
    rows.filter((trade) => !frozen.has(intentKey(trade))).map((trade) => memberKey(trade)),
  );
  const isLive = ({ amount }: { readonly amount: number }): boolean => amount > 0;
  const isGone = (order: OpenDay['offshore'][number] | OpenDay['intents'][number]): boolean =>
    isLive(order) && !asked.has(intentKey(order)) && !moved.has(memberKey(order));
  const all = [...state.intents, ...state.offshore];
  return {
    live: all.filter(isLive).length,
    gone: all.filter(isGone).length,
    day: {
      ...state,
      intents: state.intents.map((intent) => (isGone(intent) ? ended(intent, inputs, reason) : intent)),
      offshore: state.offshore.map((order) => (isGone(order) ? endedOffshore(order, reason) : order)),
    },
  };
}

/** Nobody empties a tab to stop a day that trades, and whoever does says so where a stop is asked for. */
const allGone = (n: number): Problem =>
  error(
    'all-gone',
    msg(
      'daily-trades asks for none of the {n} {n|order|orders} that {n|is|are} worked, and the day has fills; nothing was stopped. To stop them all use Trading > Cancel orders, or Trading > Amend an order; else put the rows back',
      { n },
    ),
    { tab: dailyTrades.name },
  );

function stopGone(
  inputs: OpenInputs,
  { day, gone }: Left,
  trades: CheckedTrades,
  problems: readonly Problem[],
): Plan {
  const { state, now } = inputs;
  // At the quotes of the last stage: what is not stopped keeps its caps.
  const quotes = new Map([...liveQuotes(inputs), ...frozenQuotes(state)]);
  const before = dayStanding(inputs, state, quotes);
  const shown = shownStanding(inputs);
  const base = restateOrders(day, before, now);
  const changed = changedIntents(state, day);
  const work = worked(inputs, {
    state: base,
    standing: dayStanding(inputs, base, quotes),
    assets: assetsOf(changed),
    occasion: 'stop',
  });
  const abroad = offshoreNews(inputs, state, day, null);
  const cause = giveBackCause(inputs, changed);
  return decided({
    stage: 'initial',
    state: work.state,
    tables: [work.ordersTable, intentsTable(work.state), offshoreTable(work.state)],
    ...toldOrders(changed, work, abroad),
    warnings: [
      ...changedWarnings(inputs, base),
      ...problems,
      ...work.warnings,
      ...unitsStay(state, changed),
      ...stillCancelledWarnings(trades, base),
      ...nakedSales(inputs),
    ],
    decisions: [
      ...cancelTables(orderChanges(state, day, shown, abroad.changes), cause.short),
      ...giveBackTables(work.giveBacks, cause),
      ...capTables(state, work.state),
    ],
    summary: {
      headline: msg(
        '{n} {n|order|orders} whose rows went away stopped at what is done, {n2} {n2|cap|caps} replaced; the others stand',
        { n: gone, n2: work.news.length },
      ),
      facts: [
        ...orderFacts(state, changed, shown),
        ...giveBackFacts(work.giveBacks, cause),
        ...offshoreFacts(abroad.changes),
      ],
    },
  });
}

function asTheyAre(inputs: OpenInputs, trades: CheckedTrades): Plan {
  const { state } = inputs;
  return unchanged(
    msg('the orders of {date} are out and being filled; nothing changed', { date: state.tradeDate }),
    {
      stage: 'initial',
      state,
      tables: [ordersTable(inputs, state), intentsTable(state), offshoreTable(state)],
      warnings: [...changedWarnings(inputs), ...stillCancelledWarnings(trades, state), ...nakedSales(inputs)],
    },
  );
}
