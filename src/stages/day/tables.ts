// The state of the day as output tabs: every tab is printed whole from the state, so running a stage again repairs it.

import type { Instruction } from '../../domain/broker';
import type { Language } from '../../language/language';
import type { Message } from '../../language/message';
import { printAll } from '../../language/print';
import { type OffshoreRow, type OrderRow, offshoreOrders, orderIntents, orders } from '../../sheets/tabs';
import type { TableCells } from '../../sheets/write';
import { printTable } from '../../sheets/write';
import { type DayState, inForce, type OpenDay } from './state';

export function orderRow(instruction: Instruction): OrderRow {
  const { id, issuedBy: _, ...rest } = instruction;
  return { ...rest, instruction: id };
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

export const ordersTable = (state: DayState): TableCells =>
  printTable(orders, inForce(state.instructions).map(orderRow));

export const intentsTable = (state: DayState): TableCells => printTable(orderIntents, state.intents);

export const offshoreRows = ({ offshore, tradeDate }: OpenDay): readonly OffshoreRow[] =>
  offshore.map((trade) => ({ ...trade, tradeDate }));

export const offshoreTable = (state: OpenDay): TableCells => printTable(offshoreOrders, offshoreRows(state));
