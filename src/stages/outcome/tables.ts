// The state of the day as output tabs: every tab is printed whole from the state, so running a stage again repairs it.

import type { Instruction } from '../../domain/broker';
import { executed } from '../../domain/fill';
import type { Cents } from '../../domain/money';
import { firstOrdered } from '../../domain/trade';
import type { Language } from '../../language/language';
import type { Message } from '../../language/message';
import { printAll } from '../../language/print';
import type { WrittenTab } from '../../sheets/tab';
import {
  type AllocationRow,
  allocation,
  type OffshoreRow,
  type OrderRow,
  offshoreOrders,
  orderIntents,
  orders,
} from '../../sheets/tabs';
import type { TableCells } from '../../sheets/write';
import { printTable } from '../../sheets/write';
import { fillsFor } from '../checks/fillsSubject';
import { fillsOf } from '../day/fills';
import type { DayInputs } from '../day/inputs';
import { memberKey } from '../day/keys';
import { type DayState, inForce, type OpenDay } from '../day/state';
import { fillsAsOf } from '../look/asOf';

export function orderRow(instruction: Instruction): OrderRow {
  const { id, issuedBy: _, funds = [], ...rest } = instruction;
  return { ...rest, instruction: id, funds: funds.map(({ fund }) => fund) };
}

/** A row whose reasons nobody has read yet: in a tab they speak the desk's language, in the warehouse English. */
export type Reasoned<R extends { readonly reasons: readonly string[] }> = Omit<R, 'reasons'> & {
  readonly reasons: readonly Message[];
};

export const withReasons = <R extends { readonly reasons: readonly Message[] }>(
  rows: readonly R[],
  language: Language,
): readonly (Omit<R, 'reasons'> & { readonly reasons: readonly string[] })[] =>
  rows.map((row) => ({ ...row, reasons: printAll(row.reasons, language) }));

/** The tab `allocation` as such rows are written in a language: their reasons are put into words whenever a row is asked for. */
export const allocationIn = (language: Language): WrittenTab<Reasoned<AllocationRow>> => {
  const { reasons } = allocation.columns;
  const said = {
    ...reasons,
    print: (own: readonly Message[]) => reasons.print(printAll(own, language)),
    toSql: (own: readonly Message[]) => reasons.toSql(printAll(own, language)),
  };
  return { name: allocation.name, columns: { ...allocation.columns, reasons: said } };
};

/** What is worked, with what was executed of it by now. @param state the day's, or what a stage is about to make of it */
export function ordersTable(inputs: DayInputs, state: DayState = inputs.state): TableCells {
  const fills = fillsOf({ ...inputs, state });
  const rows = inForce(state.instructions).map((instruction) => ({
    ...orderRow(instruction),
    executedNow: executed(fillsFor(fills, instruction)).money,
    fillsAsOf: fillsAsOf(inputs),
    asOf: inputs.now,
  }));
  return printTable(orders, rows);
}

/** What each fund keeps of its orders beyond what is asked for, by fund, ETF and side. */
type Kept = ReadonlyMap<string, Cents>;

/** @param kept left out = where nothing is counted yet: whoever looks at the day writes it */
export function intentsTable({ intents }: DayState, kept: Kept = new Map()): TableCells {
  const said = new Set<string>();
  const rows = intents.map((intent) => {
    const key = memberKey(intent);
    const isFirst = !said.has(key);
    said.add(key);
    return { ...intent, ordered: firstOrdered(intent), kept: isFirst ? (kept.get(key) ?? null) : null };
  });
  return printTable(orderIntents, rows);
}

export const offshoreRows = ({ offshore, tradeDate }: OpenDay): readonly OffshoreRow[] =>
  offshore.map((trade) => ({ ...trade, tradeDate }));

export const offshoreTable = (state: OpenDay): TableCells => printTable(offshoreOrders, offshoreRows(state));
