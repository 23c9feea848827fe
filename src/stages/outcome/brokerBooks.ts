// What each broker reads in its own spreadsheet: projections of the state and of the allocation, cut to its own rows.

import { type Broker, exchangeCode } from '../../domain/broker';
import { type BrokerOrderRow, brokerOrders, sharedAllocation, sharedOrders } from '../../sheets/tabs';
import { printLater, printTable, type TableCells } from '../../sheets/write';
import { brokersByName, type DayInputs } from '../day/inputs';
import { type DayState, inForce } from '../day/state';
import type { BrokerBook } from './outcome';
import { orderRow } from './tables';

/** The broker's instructions in force. */
const ownOrders = (state: DayState, { name }: Broker): TableCells =>
  printTable(sharedOrders, inForce(state.instructions.filter(({ broker }) => broker === name)).map(orderRow));

/** The rows of all brokers: each broker's own are among them, and are written down once. */
export const allocationTable = (orders: readonly BrokerOrderRow[]): TableCells =>
  printLater(brokerOrders, orders);

function ownAllocation(orders: readonly BrokerOrderRow[], broker: Broker): TableCells {
  const code = exchangeCode(broker);
  return printLater(
    sharedAllocation,
    orders.filter((order) => order.exchangeCode === code),
  );
}

/**
 * All that a broker reads as the state says it.
 * @param allocation rows of every broker; null where they are not at hand: then the tab stays as it is
 */
export const ownTables = (
  state: DayState,
  broker: Broker,
  allocation: readonly BrokerOrderRow[] | null,
): readonly TableCells[] => [
  ownOrders(state, broker),
  ...(allocation === null ? [] : [ownAllocation(allocation, broker)]),
];

/** The brokers whose instructions differ from those before; on a new day all, because yesterday's rows have to go. */
export function changedBooks(inputs: DayInputs, after: DayState): readonly BrokerBook[] {
  const { state: before } = inputs;
  const print = (state: DayState, broker: Broker): string => JSON.stringify(ownOrders(state, broker).rows);
  return brokersByName(inputs)
    .filter(
      (broker) => before.tradeDate !== after.tradeDate || print(before, broker) !== print(after, broker),
    )
    .map((broker) => ({ broker: broker.name, tables: currentTables(after, broker) }));
}

/** Before anything is allocated the allocation is known: it is empty. */
export const currentTables = (state: DayState, broker: Broker): readonly TableCells[] =>
  ownTables(state, broker, state.allocation === null ? [] : null);

/** Every broker, with its part of the allocation: a later version may leave one with nothing. */
export const allocatedBooks = (
  inputs: DayInputs,
  state: DayState,
  allocation: readonly BrokerOrderRow[],
): readonly BrokerBook[] =>
  brokersByName(inputs).map((broker) => ({
    broker: broker.name,
    tables: ownTables(state, broker, allocation),
  }));
