// The state of the day as output tabs: every tab is printed whole from the state, so running a stage again repairs it.

import type { Instruction } from '../../domain/broker';
import type { Language } from '../../language/language';
import { sayText } from '../../messages/said/said';
import { type OrderRow, offshoreOrders, orderIntents, orders } from '../../sheets/tabs';
import type { TableCells } from '../../sheets/write';
import { printTable } from '../../sheets/write';
import { type DayState, inForce } from './state';

export function orderRow(instruction: Instruction): OrderRow {
  const { id, issuedBy: _, ...rest } = instruction;
  return { ...rest, instruction: id };
}

/** Reasons as a tab gives them, in the desk's language; the warehouse keeps them as they are. */
export const withSpokenReasons = <R extends { readonly reasons: readonly string[] }>(
  rows: readonly R[],
  language: Language,
): readonly R[] =>
  rows.map((row) => ({ ...row, reasons: row.reasons.map((reason) => sayText(reason, language)) }));

export const ordersTable = (state: DayState): TableCells =>
  printTable(orders, inForce(state.instructions).map(orderRow));

export const intentsTable = (state: DayState): TableCells => printTable(orderIntents, state.intents);

export const offshoreTable = (state: DayState): TableCells =>
  printTable(
    offshoreOrders,
    state.offshore.map((trade) => ({ ...trade, tradeDate: state.tradeDate ?? '' })),
  );
