// Amend: the one way to change an order once the day trades: with a reason, recorded with who did it. A row that went away or
// says zero cancels its order.
import { error, hasErrors, type Problem } from '../domain/problem';
import { longReason } from '../domain/reason';
import type { Intent } from '../domain/trade';
import { type Message, msg } from '../language/message';
import { shownStanding } from './allocation/booked';
import { type Worked, worked } from './caps/instructions';
import { restateOrders } from './caps/orders';
import { toldOrders } from './caps/toldOrders';
import { checkBrokers } from './checks/brokers';
import { checkDay } from './checks/day';
import { fillWarnings } from './checks/fills';
import { todaysDay } from './checks/gates';
import { checkFigures } from './checks/plausible';
import { checkQuotes } from './checks/quotes';
import { slipOfHand, slipWarnings } from './checks/slipOfHand';
import { stillCancelledWarnings } from './checks/stillCancelled';
import { checkTrades } from './checks/trades';
import type { DayInputs, OpenInputs } from './day/inputs';
import { askedDay, assetsOf } from './day/intents';
import { intentKey } from './day/keys';
import { freezeQuotes, frozenQuotes, liveQuotes } from './day/quotes';
import type { OpenDay } from './day/state';
import { capTables } from './decisions/caps';
import { giveBackCause, giveBackFacts, giveBackTables, withBegun } from './decisions/giveBacks';
import { amendTables, type Changed, type OrderChange, orderChanges } from './decisions/orders';
import { shortFunds } from './look/names';
import { changedIntents, offshoreFacts, orderFacts, unitsStay } from './outcome/changes';
import { offshoreNews } from './outcome/offshore';
import { decided, type Plan, refused, unchanged } from './outcome/outcome';
import { intentsTable, offshoreTable, ordersTable } from './outcome/tables';
import { dayStanding } from './standing/dayStanding';

/** @param picked the orders that are meant, by their keys; null = every one that differs */
export function planAmend(asked: DayInputs, why: string, picked: readonly string[] | null = null): Plan {
  const gate = todaysDay(asked);
  if (gate.kind === 'refused') return gate;
  const { inputs } = gate;
  const { state } = inputs;
  const reason = why.trim();
  const trades = checkTrades(inputs, 'cancels');
  const all = askedDay(inputs, trades, reason);
  const wanted = picked === null ? all : onlyPicked(state, all, picked);
  const changed = changedIntents(state, wanted);
  const assets = assetsOf(changed);
  const abroad = offshoreNews(inputs, state, wanted, reason);
  const isOther = changed.length + abroad.changes.length > 0;
  const problems = [
    ...(reason === '' ? [noReason] : longReason(reason)),
    ...problemsOf(inputs, trades, { changed, wanted, isOther }),
  ];
  if (hasErrors(problems)) return refused(problems);
  const quotes = new Map([...frozenQuotes(state), ...liveQuotes(inputs)]);
  const before = dayStanding(inputs, state, quotes);
  const shown = shownStanding(inputs);
  const abroadAll = offshoreNews(inputs, state, all, reason).changes;
  const changes = judgedChanges(inputs, orderChanges(state, all, shown, abroadAll), picked);
  const meant = changes.filter(({ isPicked }) => isPicked);
  if (!isOther) return nothingToAmend({ ...inputs, state: wanted }, changes, problems);

  const base = restateOrders(wanted, before, inputs.now);
  const work = worked(inputs, {
    state: base,
    standing: dayStanding(inputs, base, quotes),
    assets,
    occasion: 'amendment',
    note: reason,
  });
  const after: OpenDay = { ...work.state, quotes: freezeQuotes(inputs, assets, 'adjustments') };
  const cause = giveBackCause(inputs, changed);
  return decided({
    stage: 'amend',
    state: after,
    tables: [intentsTable(after), offshoreTable(after), work.ordersTable],
    ...toldOrders(changed, work, abroad),
    warnings: [
      ...slipWarnings(inputs, meant),
      ...problems,
      ...work.warnings,
      ...unitsStay(state, changed),
      ...fillWarnings(inputs),
    ],
    decisions: [
      ...amendTables(changes, cause.short),
      ...giveBackTables(work.giveBacks, cause),
      ...capTables(state, after),
    ],
    notes: work.notes,
    summary: {
      headline: headlineOf(changed.length + abroad.changes.length, work, reason),
      facts: [
        ...orderFacts(state, changed, shown),
        ...giveBackFacts(work.giveBacks, cause),
        ...offshoreFacts(abroad.changes),
      ],
    },
  });
}

/** All that can stand in the way of what differs, with the warnings that the same checks find. */
const problemsOf = (
  inputs: OpenInputs,
  trades: ReturnType<typeof checkTrades>,
  {
    changed,
    wanted,
    isOther,
  }: { readonly changed: readonly Intent[]; readonly wanted: OpenDay; readonly isOther: boolean },
): readonly Problem[] => [
  ...checkDay(inputs),
  ...trades.problems.filter(({ code }) => isOther || code !== 'all-cancelled'),
  ...checkBrokers(inputs),
  ...checkQuotes(inputs, assetsOf(changed.filter(({ amount }) => amount > 0))),
  ...checkFigures(inputs),
  ...stillCancelledWarnings(trades, wanted),
];

const headlineOf = (n: number, { news, giveBacks }: Worked, reason: string): Message =>
  msg('{said}: {reason}', {
    said: withBegun(
      msg('{n} {n|order|orders} amended, {n2} {n2|cap|caps} replaced', { n, n2: news.length }),
      giveBacks,
    ),
    reason,
  });

/** With what is to be looked at twice, and whether it is meant. */
const judgedChanges = (
  inputs: DayInputs,
  differing: readonly Changed[],
  picked: readonly string[] | null,
): readonly OrderChange[] =>
  differing.map((change) => ({
    ...change,
    odd: slipOfHand(inputs, change),
    isPicked: picked?.includes(change.key) ?? true,
  }));

/** What differs is shown all the same: it can still be picked. */
const nothingToAmend = (
  inputs: OpenInputs,
  changes: readonly OrderChange[],
  warnings: readonly Problem[],
): Plan =>
  unchanged(
    changes.length === 0
      ? msg('daily-trades says what was frozen; nothing to amend')
      : msg('no order is picked; nothing to amend'),
    {
      stage: 'amend',
      decisions: amendTables(changes, shortFunds(inputs)),
      state: inputs.state,
      tables: [intentsTable(inputs.state), offshoreTable(inputs.state), ordersTable(inputs, inputs.state)],
      warnings,
    },
  );

/** The others stay as they were frozen. */
function onlyPicked(before: OpenDay, wanted: OpenDay, picked: readonly string[]): OpenDay {
  const isMeant = (order: Parameters<typeof intentKey>[0]): boolean => picked.includes(intentKey(order));
  return {
    ...wanted,
    intents: merged(before.intents, wanted.intents, isMeant),
    offshore: merged(before.offshore, wanted.offshore, isMeant),
  };
}

/** In the order of what is wanted; one that is not meant and did not stand before is left out. */
const merged = <T extends Parameters<typeof intentKey>[0]>(
  before: readonly T[],
  wanted: readonly T[],
  isMeant: (order: T) => boolean,
): readonly T[] => {
  const known = new Map(before.map((order) => [intentKey(order), order]));
  return wanted.flatMap((order) => (isMeant(order) ? [order] : (known.get(intentKey(order)) ?? [])));
};

const noReason: Problem = error('no-reason', msg('an amendment needs a reason; write why the order changes'));
