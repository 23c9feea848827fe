// Afternoon: one iteration of the adjustment cycle. Units are fixed; what a fund still misses goes on with the same
// side, what it has too much goes to the other side. An iteration counts only if it changes an instruction; units are worth
// what they were at the last round, whether it counts or not.

import type { Cents } from '../domain/money';
import { hasErrors, type Problem } from '../domain/problem';
import { timeOf } from '../domain/stamp';
import { type Message, msg } from '../language/message';
import { adjustmentSummaryMail } from '../messages/adjustmentSummary';
import { adjustmentOrders, adjustments } from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { printTable } from '../sheets/write';
import { maximumOf, noIterationNow } from './agenda/moments';
import { isLastRound } from './agenda/rounds';
import { type Naked, nakedIn } from './allocation/naked';
import { planTakenBack } from './betweenRounds';
import { callsForMore } from './caps/demands';
import { type Worked, worked } from './caps/instructions';
import { checkBrokers } from './checks/brokers';
import { checkTradingDay } from './checks/day';
import { fillWarnings } from './checks/fills';
import { todaysDay } from './checks/gates';
import { meansWarnings } from './checks/means';
import { checkFigures, checkOddFills } from './checks/plausible';
import { checkQuotes } from './checks/quotes';
import type { DayInputs, OpenInputs } from './day/inputs';
import { assetsOf } from './day/intents';
import type { KeyedMail } from './day/keyedMail';
import { freezeMoved, freezeQuotes, liveQuotes } from './day/quotes';
import type { OpenDay } from './day/state';
import { adjustmentDecisions } from './decisions/adjustments';
import { type AdjustmentTables, adjustmentTables, printedNext } from './look/adjustmentRows';
import { fillsAsOf } from './look/asOf';
import { changedWarnings } from './look/changedOrders';
import { shortFunds } from './look/names';
import {
  amounting,
  counted,
  decided,
  fact,
  type Plan,
  refused,
  type Summary,
  unchanged,
} from './outcome/outcome';
import { ordersTable } from './outcome/tables';
import { dayStanding } from './standing/dayStanding';
import { saidByHand, setByHand } from './units/unitOverrides';

export function planAdjustmentCycle(asked: DayInputs, fingerprint: (text: string) => string): Plan {
  const gate = todaysDay(asked);
  if (gate.kind === 'refused') return gate;
  const { inputs } = gate;
  const { state } = inputs;
  const maximum = maximumOf(inputs);
  const wait = noIterationNow(inputs, maximum);
  if (wait !== null) {
    const warnings = [...fillWarnings(inputs), ...meansWarnings(inputs), ...changedWarnings(inputs)];
    return planTakenBack(inputs, wait, warnings) ?? noIteration(inputs, state, wait, warnings);
  }

  const assets = assetsOf(state.intents);
  const problems = [
    ...checkTradingDay(inputs),
    ...checkBrokers(inputs),
    ...checkQuotes(inputs, assets),
    ...checkFigures(inputs),
    ...fillWarnings(inputs),
    ...meansWarnings(inputs),
    ...changedWarnings(inputs),
    ...checkOddFills(inputs),
  ];
  if (hasErrors(problems)) return refused(problems);

  const current = dayStanding(inputs, state, liveQuotes(inputs));
  const work = worked(inputs, {
    state,
    standing: current,
    assets,
    occasion: 'adjustment',
    isLast: isLastRound(inputs, maximum),
  });
  const converged = work.demands.every(({ amount }) => amount === 0);
  if (work.news.length === 0) {
    const isNear = current.positions.every((own) => !callsForMore(own, inputs.settings.tolerance));
    const said = converged
      ? convergedSaid(isNear, nakedIn(inputs))
      : msg('the caps in force are right; no instruction changed');
    // What it found right at these iNAVs, every screen counts at them too: whether another ETF's cap moved decides nothing here.
    const quotes = freezeMoved(inputs, assets, 'adjustments');
    // Also who may have what brokers trade by the caps as they are: what a bust reopened for give-backs is one’s, from now on.
    const { claims, cuts } = work.state;
    const after: OpenDay = { ...state, claims, cuts, quotes, cycle: { ...state.cycle, converged } };
    return noIteration(inputs, after, said, [...problems, ...work.warnings]);
  }
  const iteration = state.cycle.iteration + 1;
  const after: OpenDay = {
    ...work.state,
    quotes: freezeQuotes(inputs, assets, 'adjustments'),
    cycle: { ...state.cycle, iteration, lastAt: inputs.now, converged },
  };
  const done = iterated(inputs, after, work, maximum);
  return decided({
    ...done,
    mails: done.mails.map(({ says, ...mail }) =>
      says === undefined ? mail : { ...mail, says: fingerprint(says) },
    ),
    warnings: [...problems, ...work.warnings],
  });
}

/** What nobody calls for may still be sold, and by whom nobody holds it: that is no end of anything. */
function convergedSaid(isNear: boolean, naked: readonly Naked[]): Message {
  if (naked.length > 0)
    return msg('no round can mend what is left: {saids}', { saids: naked.map(({ text }) => text) });
  return isNear
    ? msg('every fund is within the tolerance; the cycle has converged')
    : msg('nothing that funds miss or have too much can be asked for now; the cycle has converged');
}

/** What an iteration writes and sends. */
function iterated(inputs: OpenInputs, after: OpenDay, work: Worked, maximum: number) {
  // Counted as the day stands once the iteration is done: what the mail says is what every screen says then.
  const tables = adjustmentTables(inputs, after, dayStanding(inputs, after), work);
  const { deskLanguage } = inputs.settings;
  return {
    stage: 'adjustments' as const,
    scope: String(after.cycle.iteration),
    state: after,
    tables: [
      printTable(adjustments, printedNext(tables.rows, deskLanguage)),
      printTable(adjustmentOrders, tables.orders),
      work.ordersTable,
    ],
    brokerBooks: work.brokerBooks,
    rows: [saveRows('adjustment_rows', adjustments, printedNext(tables.rows, 'en')), ...work.rows],
    mails: [...work.mails, ...summaryMails(inputs, after, tables, maximum)],
    decisions: adjustmentDecisions(inputs, { after, rows: tables.rows, demands: work.demands }),
    summary: summaryOf(work, after.cycle.iteration, maximum, tables.orders.length),
  };
}

function summaryOf({ demands, news }: Worked, iteration: number, maximum: number, orders: number): Summary {
  const open = demands.reduce((sum, { amount }) => sum + amount, 0);
  return {
    headline: msg(
      'iteration {n} of {n2}: {money} to do in {n3} {n3|order|orders}, {n4} {n4|cap|caps} replaced',
      { n: iteration, n2: maximum, money: open, n3: orders, n4: news.length },
    ),
    facts: [
      fact(msg('iteration'), msg('{n} of {n2}', { n: iteration, n2: maximum })),
      fact(msg('still to do'), amounting(open)),
      fact(msg('fund orders'), counted(orders)),
      fact(msg('caps replaced'), counted(news.length)),
    ],
  };
}

const noIteration = (
  inputs: OpenInputs,
  state: OpenDay,
  headline: Message,
  warnings: readonly Problem[],
): Plan =>
  unchanged(headline, {
    stage: 'adjustments',
    scope: String(state.cycle.iteration),
    state,
    tables: [ordersTable(inputs, state)],
    warnings,
  });

function summaryMails(
  inputs: OpenInputs,
  { tradeDate, quotes, cycle: { iteration, converged } }: OpenDay,
  { rows, orders }: AdjustmentTables,
  maximum: number,
): readonly KeyedMail[] {
  const { traderEmails, deskLanguage, deskName, tolerance, giveBack } = inputs.settings;
  if (traderEmails.length === 0) return [];
  const fills = fillsAsOf(inputs);
  const short = shortFunds(inputs);
  const isLast = isLastRound(inputs, maximum);
  const summary = {
    to: traderEmails,
    language: deskLanguage,
    ...{ tradeDate, deskName, iteration, maximum, converged },
    open: restOf(rows, (code) =>
      Math.max(tolerance, ...quotes.map(({ asset, inav }) => (asset === code ? Math.round(inav * 100) : 1))),
    ),
    isLast,
    waits: giveBack === 'last' && !isLast,
    assets: rows.filter(({ level }) => level === 'ETF'),
    orders: orders.map((order) => ({ ...order, fund: short(order.fund) })),
    naked: nakedIn(inputs).map(({ text }) => text),
    byHand: setByHand(inputs.state).map(saidByHand),
  };
  const message = adjustmentSummaryMail({ ...summary, fillsAsOf: fills === null ? null : timeOf(fills) });
  // The same fills fetched once more make no other mail of it.
  return [{ key: `${tradeDate} adjustments ${iteration}`, message, says: JSON.stringify(summary) }];
}

/** Differences of funds for which no order is out; those within the tolerance, or below one share, left out. */
function restOf(
  rows: AdjustmentTables['rows'],
  least: (asset: string) => Cents,
): { readonly over: Cents; readonly missing: Cents } {
  const rest = rows
    .filter(
      ({ level, asset, callsForMore: isAsked, difference }) =>
        level === 'fund' && !isAsked && Math.abs(difference) >= least(asset),
    )
    .map(({ difference }) => difference);
  const sum = (sign: number): Cents => rest.reduce((all, each) => all + Math.max(0, sign * each), 0);
  return { over: sum(-1), missing: sum(1) };
}
