// Amend: the one way to change an intent once the day trades: with a reason, recorded with who did it.
import { error, hasErrors, type Problem } from '../domain/problem';
import type { Intent } from '../domain/trade';
import { msg } from '../language/message';
import { orderIntents } from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { checkBrokers } from './checks/brokers';
import { checkDay } from './checks/day';
import { todaysDay } from './checks/gates';
import { checkQuotes } from './checks/quotes';
import type { AcceptedTrade } from './checks/trade';
import { checkTrades } from './checks/trades';
import type { DayInputs, OpenInputs } from './day/inputs';
import { worked } from './day/instructions';
import { assetsOf, freeze } from './day/intents';
import { amounting, decided, fact, type Plan, refused, type Summary, unchanged } from './day/outcome';
import { freezeQuotes, frozenQuotes, liveQuotes } from './day/quotes';
import type { OpenDay } from './day/state';
import { intentsTable, ordersTable } from './day/tables';
import { restateOrders } from './ledger/orders';
import { dayStanding } from './split/dayStanding';
import { intentKey } from './split/keys';

export function planAmend(asked: DayInputs, why: string): Plan {
  const gate = todaysDay(asked);
  if (gate.kind === 'refused') return gate;
  const { inputs } = gate;
  const { state } = inputs;
  const reason = why.trim();
  const { onshore, problems: found } = checkTrades(inputs);
  const intents = amendedIntents(inputs, onshore, reason);
  const changed = intents.filter((intent) => !state.intents.includes(intent));
  const assets = assetsOf(changed);
  const problems = [
    ...(reason === '' ? [noReason] : []),
    ...checkDay(inputs),
    ...found,
    ...checkBrokers(inputs),
    ...checkQuotes(inputs, assets),
  ];
  if (hasErrors(problems)) return refused(problems);
  if (changed.length === 0) {
    return unchanged(msg('daily-trades says what was frozen; nothing to amend'), {
      stage: 'amend',
      state,
      tables: [intentsTable(state), ordersTable(state)],
      warnings: problems,
    });
  }

  const quotes = new Map([...frozenQuotes(state), ...liveQuotes(inputs)]);
  const base = restateOrders({ ...state, intents }, dayStanding(inputs, state, quotes), inputs.now);
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
    tables: [intentsTable(after), work.ordersTable],
    brokerBooks: work.brokerBooks,
    rows: [saveRows('order_intents', orderIntents, changed), ...work.rows],
    mails: work.mails,
    warnings: problems,
    summary: summaryOf(changed, work.news.length),
  });
}

/** As daily-trades says now. A fund that was dropped keeps its line, at zero: what it was given has to go somewhere. */
function amendedIntents(
  inputs: OpenInputs,
  onshore: readonly AcceptedTrade[],
  reason: string,
): readonly Intent[] {
  const { state, now, user } = inputs;
  const amended = freeze(inputs, onshore, reason);
  const wanted = new Set(amended.map(intentKey));
  const dropped = state.intents.filter((intent) => !wanted.has(intentKey(intent)));
  const cancelled = dropped
    .filter(({ amount }) => amount > 0)
    .map((intent) => ({
      ...intent,
      amount: 0,
      version: intent.version + 1,
      frozenAt: now,
      reason,
      approvedBy: user,
    }));
  return [...amended, ...cancelled, ...dropped.filter(({ amount }) => amount === 0)];
}

const summaryOf = (changed: readonly Intent[], caps: number): Summary => ({
  headline: msg('{n} {n|intent|intents} amended, {n2} {n2|cap|caps} replaced', {
    n: changed.length,
    n2: caps,
  }),
  facts: changed.map(({ fund, asset: code, side, amount }) =>
    fact(msg('{fund} {side} {code}', { fund, side, code }), amounting(amount)),
  ),
});

const noReason: Problem = error('no-reason', msg('an amendment needs a reason; write why the order changes'));
