// Afternoon: one iteration of the adjustment cycle. Units are fixed; what a fund still misses goes on with the same
// side, what it has too much goes to the other side. An iteration counts only if it changes an instruction.

import { addMinutes, timeOf } from '../domain/stamp';
import { SIDES, type Side } from '../domain/trade';
import type { Language } from '../language/language';
import { type Message, msg } from '../language/message';
import { print } from '../language/print';
import { adjustmentSummaryMail } from '../messages/adjustmentSummary';
import { type AdjustmentOrderRow, type AdjustmentRow, adjustmentOrders, adjustments } from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { printTable } from '../sheets/write';
import { checkBrokers, checkMarketOpen, checkQuotes, checkTradingDay } from './checks/dayChecks';
import { changedBooks } from './day/brokerBooks';
import { type DayInputs, valuesOf } from './day/inputs';
import { amounting, counted, type KeyedMail, type Plan, refused } from './day/outcome';
import {
  fillsOf,
  fillWarnings,
  freezeQuotes,
  instructionMails,
  instructionRows,
  liveQuotes,
  requireOpenDay,
} from './day/quotes';
import type { DayState } from './day/state';
import { ordersTable } from './day/tables';
import { callsForMore, instruct, sideOf } from './split/instruct';
import { bps, type Position, type Standing, standing } from './split/positions';

export function planAdjustmentCycle(inputs: DayInputs, maxIterations: number): Plan {
  const closed = requireOpenDay(inputs);
  if (closed) return closed;
  const { state, settings, now } = inputs;
  const wait = whyNotNow(inputs, maxIterations);
  if (wait !== null) return unchanged(inputs, wait);

  const assets = [...new Set(state.intents.map(({ asset }) => asset))].sort();
  const problems = [
    ...checkTradingDay(inputs),
    ...checkBrokers(inputs),
    ...checkQuotes(inputs, assets),
    ...fillWarnings(inputs),
  ];
  if (problems.some(({ severity }) => severity === 'error')) return refused(problems);

  const quotes = liveQuotes(inputs);
  const current = standing(state, fillsOf(inputs), quotes, settings.weighting);
  const next = instruct({
    tradeDate: state.tradeDate ?? '',
    now,
    user: inputs.user,
    state,
    standing: current,
    quotes,
    etfs: valuesOf(inputs.etfs),
    brokers: valuesOf(inputs.brokers),
    assets,
    tolerance: settings.tolerance,
    reprice: true,
  });
  const converged = next.demands.every(({ amount }) => amount === 0);
  if (next.instructions.length === 0) {
    const say = converged
      ? msg('every fund is within the tolerance; the cycle has converged')
      : msg('the caps in force are right; no instruction changed');
    return unchanged({ ...inputs, state: { ...state, cycle: { ...state.cycle, converged } } }, say);
  }
  const iteration = state.cycle.iteration + 1;
  const after: DayState = {
    ...state,
    quotes: freezeQuotes(inputs, assets, 'adjustments'),
    opposites: next.opposites,
    instructions: [...state.instructions, ...next.instructions],
    cycle: { iteration, lastAt: now, converged },
  };
  const tables = adjustmentTables(inputs, after, current);
  const open = next.demands.reduce((sum, { amount }) => sum + amount, 0);
  return {
    kind: 'outcome',
    outcome: {
      stage: 'adjustments',
      scope: String(iteration),
      tradeDate: state.tradeDate ?? '',
      state: after,
      tables: [
        printTable(adjustments, spoken(tables.rows, settings.deskLanguage)),
        printTable(adjustmentOrders, tables.orders),
        ordersTable(after),
      ],
      brokerBooks: changedBooks(inputs, after),
      rows: [
        saveRows('adjustment_rows', adjustments, spoken(tables.rows, 'en')),
        ...instructionRows(next.instructions),
      ],
      files: [],
      mails: [
        ...instructionMails(inputs, 'adjustment', next.instructions),
        ...summaryMails(inputs, after, tables, maxIterations),
      ],
      warnings: problems,
      summary: {
        headline: msg(
          'iteration {n} of {n2}: {money} to do in {n3} {n3|order|orders}, {n4} {n4|cap|caps} replaced',
          {
            n: iteration,
            n2: maxIterations,
            money: open,
            n3: tables.orders.length,
            n4: next.instructions.length,
          },
        ),
        facts: [
          { label: msg('iteration'), value: msg('{n} of {n2}', { n: iteration, n2: maxIterations }) },
          { label: msg('still to do'), value: amounting(open) },
          { label: msg('fund orders'), value: counted(tables.orders.length) },
          { label: msg('caps replaced'), value: counted(next.instructions.length) },
        ],
      },
    },
  };
}

/** Why no iteration is due, in words; null when one is. */
function whyNotNow(inputs: DayInputs, maxIterations: number): Message | null {
  const { state, settings, now } = inputs;
  if (state.allocation !== null) return msg('the day is allocated; no further iteration');
  if (checkMarketOpen({ ...inputs, settings: { ...settings, checkCutoff: 'error' } }).length > 0) {
    return msg('trading has ended; the final allocation comes next');
  }
  const { iteration, lastAt } = state.cycle;
  if (iteration >= maxIterations)
    return msg('all {n} iterations are done; the caps in force stay', { n: maxIterations });
  const next = lastAt === null ? now : addMinutes(lastAt, settings.adjustmentInterval);
  return next > now
    ? msg('the last iteration was at {time}; the next is due at {time2}', {
        time: timeOf(lastAt ?? now),
        time2: timeOf(next),
      })
    : null;
}

function unchanged(inputs: DayInputs, headline: Message): Plan {
  const { state } = inputs;
  return {
    kind: 'outcome',
    outcome: {
      stage: 'adjustments',
      scope: String(state.cycle.iteration),
      tradeDate: state.tradeDate ?? '',
      state,
      tables: [ordersTable(state)],
      brokerBooks: [],
      rows: [],
      files: [],
      mails: [],
      warnings: fillWarnings(inputs),
      summary: { headline, facts: [] },
    },
  };
}

/** The tab speaks the desk's language; the warehouse keeps the row as it is. */
const spoken = (rows: readonly Unread[], language: Language): readonly AdjustmentRow[] =>
  rows.map((row) => ({ ...row, next: print(row.next, language) }));

/** A row whose next step nobody has read yet. */
type Unread = Omit<AdjustmentRow, 'next'> & { readonly next: Message; readonly isOpen: boolean };

interface AdjustmentTables {
  readonly rows: readonly Unread[];
  readonly orders: readonly AdjustmentOrderRow[];
}

/** Target, executed and difference per ETF and side with its funds below it, and each fund's order. */
function adjustmentTables(inputs: DayInputs, state: DayState, { positions }: Standing): AdjustmentTables {
  const { tolerance } = inputs.settings;
  const common = { tradeDate: state.tradeDate ?? '', iteration: state.cycle.iteration };
  const row = (position: Position): Unread => ({
    ...common,
    level: 'fund',
    asset: position.asset,
    side: position.side,
    fund: position.fund,
    cnpj: position.cnpj,
    target: position.amount,
    primary: position.primary,
    executed: position.executed,
    opposite: position.opposite,
    difference: position.residual,
    differenceBps: bps(position.residual, position.amount),
    isOpen: callsForMore(position, tolerance),
    next: callsForMore(position, tolerance)
      ? msg('{side} {money}', { side: sideOf(position), money: Math.abs(position.residual) })
      : msg('within the tolerance of {money}', { money: tolerance }),
  });
  const assets = [...new Set(positions.map(({ asset }) => asset))].sort();
  const rows = assets.flatMap((asset) =>
    SIDES.flatMap((side) => {
      const funds = positions
        .filter((position) => position.asset === asset && position.side === side)
        .map(row);
      return funds.length === 0 ? [] : [totalRow(asset, side, funds, common), ...funds];
    }),
  );
  const orders = positions
    .filter((position) => callsForMore(position, tolerance))
    .map((position) => ({
      ...common,
      fund: position.fund,
      cnpj: position.cnpj,
      asset: position.asset,
      side: sideOf(position),
      amount: Math.abs(position.residual),
      strategy: 'AdjustmentOrder' as const,
    }));
  return { rows, orders };
}

function totalRow(
  asset: string,
  side: Side,
  funds: readonly Unread[],
  common: { tradeDate: string; iteration: number },
): Unread {
  const sum = (field: 'target' | 'primary' | 'executed' | 'opposite' | 'difference') =>
    funds.reduce((total, row) => total + row[field], 0);
  const open = funds.filter(({ isOpen }) => isOpen).length;
  return {
    ...common,
    level: 'ETF',
    asset,
    side,
    fund: null,
    cnpj: null,
    target: sum('target'),
    primary: sum('primary'),
    executed: sum('executed'),
    opposite: sum('opposite'),
    difference: sum('difference'),
    differenceBps: bps(sum('difference'), sum('target')),
    isOpen: open > 0,
    next: msg('{n} of {n2} {n2|fund|funds} {n|has|have} something to do', { n: open, n2: funds.length }),
  };
}

function summaryMails(
  inputs: DayInputs,
  state: DayState,
  { rows, orders }: AdjustmentTables,
  maximum: number,
): readonly KeyedMail[] {
  const { traderEmails, deskLanguage, deskName } = inputs.settings;
  if (traderEmails.length === 0) return [];
  const tradeDate = state.tradeDate ?? '';
  const { iteration, converged } = state.cycle;
  const message = adjustmentSummaryMail({
    to: traderEmails,
    language: deskLanguage,
    tradeDate,
    deskName,
    iteration,
    maximum,
    converged,
    assets: rows.filter(({ level }) => level === 'ETF'),
    orders,
  });
  return [{ key: `${tradeDate} adjustments ${iteration}`, message }];
}
