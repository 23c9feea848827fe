// Cancel orders: a person stops what is worked, at any moment of the open day. What was executed stays with its funds; what
// was stopped stays so, whatever runs afterwards. Only an amendment with another amount brings a fund's order back.
import { error, hasErrors, type Problem } from '../domain/problem';
import { longReason } from '../domain/reason';
import { coversBroker, coversOrder, type Stop } from '../domain/stop';
import { oppositeSide } from '../domain/trade';
import { type Message, msg } from '../language/message';
import { tradingOver } from './agenda/moments';
import { shownStanding } from './allocation/booked';
import { type CancelWish, readScope } from './cancelScope';
import { type Worked, worked } from './caps/instructions';
import { restateOrders } from './caps/orders';
import { toldOrders } from './caps/toldOrders';
import { checkWorking } from './checks/brokers';
import { fillWarnings } from './checks/fills';
import { todaysDay } from './checks/gates';
import type { DayInputs, OpenInputs } from './day/inputs';
import { ended, endedOffshore } from './day/intents';
import { memberKey } from './day/keys';
import { frozenQuotes, liveQuotes } from './day/quotes';
import { inForce, type OpenDay } from './day/state';
import { capTables } from './decisions/caps';
import { giveBackCause, giveBackFacts, giveBackTables } from './decisions/giveBacks';
import { cancelTables, orderChanges } from './decisions/orders';
import { isLive } from './ledger/claims';
import { changedIntents, offshoreFacts, orderFacts, unitsStay } from './outcome/changes';
import { offshoreNews } from './outcome/offshore';
import { decided, type Fact, fact, type Plan, refused, unchanged } from './outcome/outcome';
import { intentsTable, offshoreTable, ordersTable } from './outcome/tables';
import { dayStanding } from './standing/dayStanding';
import type { Standing } from './standing/positions';

export function planCancel(asked: DayInputs, wish: CancelWish): Plan {
  const gate = todaysDay(asked);
  if (gate.kind === 'refused') return gate;
  const { inputs } = gate;
  const { state, now, user } = inputs;
  const { scope, problems: bad } = readScope(inputs, wish);
  const reason = (wish.reason ?? '').trim();
  const problems = [
    ...(reason === '' ? [noReason] : longReason(reason)),
    ...bad,
    ...nothingWorked(inputs),
    ...checkWorking(inputs, state.tradeDate),
  ];
  if (scope === null || hasErrors(problems)) return refused(problems);

  const stop: Stop = { ...scope, at: now, by: user, reason };
  const stopped = stoppedDay(inputs, stop);
  // At the quotes of the last stage: what is not stopped keeps its caps.
  const quotes = new Map([...liveQuotes(inputs), ...frozenQuotes(state)]);
  const before = dayStanding(inputs, state, quotes);
  const shown = shownStanding(inputs);
  const base = restateOrders(stopped, before, now);
  const work = worked(inputs, {
    state: base,
    standing: dayStanding(inputs, base, quotes),
    assets: assetsToStop(state, stop),
    occasion: 'stop',
    stop,
    note: reason,
  });
  const changed = changedIntents(state, stopped);
  const abroad = offshoreNews(inputs, state, stopped, reason);
  const ends = endedGiveBacks(state, work.state);
  const cause = giveBackCause(inputs, changed);
  const isNews = changed.length + abroad.changes.length + ends + work.news.length > 0;
  if (!isNews && isKnown(state, stop)) return stoppedAlready(inputs, problems);
  return decided({
    stage: 'cancel',
    decisions: [
      ...cancelTables(orderChanges(state, stopped, shown, abroad.changes), cause.short),
      ...giveBackTables(work.giveBacks, cause),
      ...capTables(state, work.state),
    ],
    notes: work.notes,
    state: work.state,
    tables: [intentsTable(work.state), offshoreTable(work.state), work.ordersTable],
    ...toldOrders(changed, work, abroad),
    warnings: [...problems, ...work.warnings, ...unitsStay(state, changed), ...fillWarnings(inputs)],
    summary: {
      headline: headlineOf(stop, {
        ...{ ends, work },
        isDone: abroad.changes.length === 0 && areDone(changed, shown),
        orders: changed.length + abroad.changes.length,
      }),
      facts: [
        ...orderFacts(state, changed, shown),
        ...giveBackFacts(work.giveBacks, cause),
        ...offshoreFacts(abroad.changes),
        ...capFacts(state, work),
      ],
    },
  });
}

/** Whoever stops it once more looks whether it has stopped. */
const stoppedAlready = (inputs: OpenInputs, problems: readonly Problem[]): Plan =>
  unchanged(msg('that is stopped already; nothing changed'), {
    stage: 'cancel',
    state: inputs.state,
    tables: [intentsTable(inputs.state), offshoreTable(inputs.state), ordersTable(inputs, inputs.state)],
    warnings: [...problems, ...fillWarnings(inputs)],
  });

/** Whether orders that end had all they asked for: then a broker has nothing of them left to work. */
function areDone(changed: ReturnType<typeof changedIntents>, { positions }: Standing): boolean {
  const residuals = new Map(positions.map((position) => [memberKey(position), position.residual]));
  return changed.length > 0 && changed.every((intent) => (residuals.get(memberKey(intent)) ?? 1) <= 0);
}

/** The day with the orders that are meant at zero, and the stop written down. */
function stoppedDay(inputs: OpenInputs, stop: Stop): OpenDay {
  const { state } = inputs;
  const stops = isKnown(state, stop) ? state.stops : [...state.stops, stop];
  if (stop.broker !== null) return { ...state, stops };
  return {
    ...state,
    stops,
    intents: state.intents.map((intent) =>
      intent.amount > 0 && coversOrder(stop, intent)
        ? ended(intent, inputs, stop.reason, intent.amount)
        : intent,
    ),
    offshore: state.offshore.map((order) =>
      order.amount > 0 && coversOrder(stop, order) ? endedOffshore(order, stop.reason, order.amount) : order,
    ),
  };
}

/** A broker's stop lasts; one of funds counts for what has begun until then, so it is worth repeating. */
const isKnown = ({ stops, intents }: OpenDay, { at: _at, by: _by, reason: _why, ...scope }: Stop): boolean =>
  stops.some(
    ({ at, by, reason, ...known }) =>
      JSON.stringify(known) === JSON.stringify(scope) &&
      (scope.broker !== null ||
        !intents.some((intent) => coversCrosswise(scope, intent) && intent.frozenAt > at)),
  );

/** Its order, or its give-back on the other side. */
const coversCrosswise = (scope: Parameters<typeof coversOrder>[0], intent: OpenDay['intents'][number]) =>
  coversOrder(scope, intent) || coversOrder(scope, { ...intent, side: oppositeSide(intent.side) });

/** Every ETF in which anything that is meant is asked for, worked or given back. */
function assetsToStop({ intents, claims, instructions }: OpenDay, stop: Stop): readonly string[] {
  const meant =
    stop.broker === null
      ? [...intents, ...claims].filter((order) => coversOrder(stop, order))
      : instructions.filter((instruction) => coversBroker(stop, instruction));
  return [...new Set(meant.map(({ asset }) => asset))].sort();
}

/** How many give-backs ended. */
function endedGiveBacks(before: OpenDay, after: OpenDay): number {
  const live = new Set(
    before.claims.filter((claim) => claim.rank === 'give-back' && isLive(claim)).map(({ id }) => id),
  );
  return after.claims.filter((claim) => live.has(claim.id) && !isLive(claim)).length;
}

function headlineOf(
  { broker, reason }: Stop,
  {
    orders,
    ends,
    work,
    isDone,
  }: {
    readonly orders: number;
    readonly ends: number;
    readonly work: Worked;
    /** Whether every order had all it asked for. */
    readonly isDone: boolean;
  },
): Message {
  const figures = { n: orders, n2: ends, n3: work.news.length, reason };
  if (broker === null && isDone && ends === 0)
    return msg(
      '{n} {n|order|orders} cancelled, all of {n|it|them} done before: nothing was left to stop; {n2} {n2|cap|caps} replaced: {reason}',
      { n: orders, n2: work.news.length, reason },
    );
  if (broker === null && ends === 0)
    return msg('{n} {n|order|orders} cancelled, {n2} {n2|cap|caps} replaced: {reason}', {
      n: orders,
      n2: work.news.length,
      reason,
    });
  return broker === null
    ? msg(
        '{n} {n|order|orders} and {n2} {n2|give-back|give-backs} cancelled, {n3} {n3|cap|caps} replaced: {reason}',
        figures,
      )
    : msg('{broker} is stopped, {n} {n|cap|caps} replaced: {reason}', {
        broker,
        n: work.news.length,
        reason,
      });
}

/** What each broker may do from now on. */
function capFacts(before: OpenDay, { news }: Worked): readonly Fact[] {
  const known = new Map(inForce(before.instructions).map(({ id, cap }) => [id, cap]));
  return news.map(({ id, broker, side, asset: code, cap, executed }) =>
    fact(
      msg('{broker} {side} {code}', { broker, side, code }),
      msg('cap {money} → {money2}, done {money3}', {
        money: known.get(id) ?? 0,
        money2: cap,
        money3: executed,
      }),
    ),
  );
}

/** After the close brokers work nothing that could be stopped. */
function nothingWorked(inputs: OpenInputs): readonly Problem[] {
  if (inputs.state.allocation !== null)
    return [error('day-allocated', msg('the day is allocated; nothing is worked that could be cancelled'))];
  return tradingOver(inputs) !== null
    ? [error('market-closed', msg('trading has ended; nothing is worked that could be cancelled'))]
    : [];
}

const noReason: Problem = error('no-reason', msg('a cancellation needs a reason; write why the orders stop'));
