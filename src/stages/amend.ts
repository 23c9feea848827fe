// Amend: the one way to change an order once the day trades: with a reason, recorded with who did it. A row that went away or
// says zero cancels its order.
import { error, hasErrors, type Problem } from '../domain/problem';
import { msg } from '../language/message';
import { orderIntents } from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { checkBrokers } from './checks/brokers';
import { checkDay } from './checks/day';
import { todaysDay } from './checks/gates';
import { checkFigures } from './checks/plausible';
import { checkQuotes } from './checks/quotes';
import { stillCancelledWarnings } from './checks/stillCancelled';
import { checkTrades } from './checks/trades';
import { changedIntents, offshoreFacts, orderFacts, unitsStay } from './day/changes';
import type { DayInputs } from './day/inputs';
import { worked } from './day/instructions';
import { assetsOf, freeze, freezeOffshore } from './day/intents';
import { offshoreNews } from './day/offshore';
import { decided, type Plan, refused, unchanged } from './day/outcome';
import { freezeQuotes, frozenQuotes, liveQuotes } from './day/quotes';
import type { OpenDay } from './day/state';
import { intentsTable, offshoreTable, ordersTable } from './day/tables';
import { restateOrders } from './ledger/orders';
import { dayStanding } from './split/dayStanding';

export function planAmend(asked: DayInputs, why: string): Plan {
  const gate = todaysDay(asked);
  if (gate.kind === 'refused') return gate;
  const { inputs } = gate;
  const { state } = inputs;
  const reason = why.trim();
  const trades = checkTrades(inputs, 'cancels');
  const wanted: OpenDay = {
    ...state,
    intents: freeze(inputs, trades.onshore, reason),
    offshore: freezeOffshore(state, trades.offshore, reason),
  };
  const changed = changedIntents(state, wanted);
  const assets = assetsOf(changed);
  const abroad = offshoreNews(inputs, state, wanted, reason);
  const isOther = changed.length + abroad.changes.length > 0;
  const problems = [
    ...(reason === '' ? [noReason] : []),
    ...checkDay(inputs),
    ...trades.problems.filter(({ code }) => isOther || code !== 'all-cancelled'),
    ...checkBrokers(inputs),
    ...checkQuotes(inputs, assetsOf(changed.filter(({ amount }) => amount > 0))),
    ...checkFigures(inputs),
    ...stillCancelledWarnings(trades, wanted),
  ];
  if (hasErrors(problems)) return refused(problems);
  if (!isOther) {
    return unchanged(msg('daily-trades says what was frozen; nothing to amend'), {
      stage: 'amend',
      state: wanted,
      tables: [intentsTable(wanted), offshoreTable(wanted), ordersTable(inputs, wanted)],
      warnings: problems,
    });
  }

  const quotes = new Map([...frozenQuotes(state), ...liveQuotes(inputs)]);
  const before = dayStanding(inputs, state, quotes);
  const base = restateOrders(wanted, before, inputs.now);
  const work = worked(inputs, {
    state: base,
    standing: dayStanding(inputs, base, quotes),
    assets,
    occasion: 'amendment',
    note: reason,
  });
  const after: OpenDay = { ...work.state, quotes: freezeQuotes(inputs, assets, 'adjustments') };
  return decided({
    stage: 'amend',
    state: after,
    tables: [intentsTable(after), offshoreTable(after), work.ordersTable],
    brokerBooks: work.brokerBooks,
    rows: [
      ...(changed.length > 0 ? [saveRows('order_intents', orderIntents, changed)] : []),
      ...work.rows,
      ...abroad.rows,
    ],
    mails: [...work.mails, ...abroad.mails],
    warnings: [...problems, ...work.warnings, ...unitsStay(state, changed)],
    summary: {
      headline: msg('{n} {n|order|orders} amended, {n2} {n2|cap|caps} replaced: {reason}', {
        n: changed.length + abroad.changes.length,
        n2: work.news.length,
        reason,
      }),
      facts: [...orderFacts(state, changed, before), ...offshoreFacts(abroad.changes)],
    },
  });
}

const noReason: Problem = error('no-reason', msg('an amendment needs a reason; write why the order changes'));
