// The tables of the warehouse. Those of a tab come from the tab's own schema, so the two cannot drift apart.
import { msg } from '../../language/message';
import { SaidError } from '../../language/print';
import type { SqlType } from '../../sheets/columnType';
import { allocationLines } from '../../sheets/lines';
import type { Tab } from '../../sheets/tab';
import {
  adjustments,
  allocation,
  brokerOrders,
  executions,
  frozenIntents,
  issuedOrders,
  marketData,
  offshoreOrders,
  primaryRequests,
} from '../../sheets/tabs';
import { sqlColumns } from '../../sheets/warehouse';

export interface TableColumn {
  readonly name: string;
  readonly type: SqlType;
}

export interface WarehouseTable {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** A DATE column: a day's rows lie together, and a query of one day pays for one day. */
  readonly partitionBy: string;
  readonly clusterBy: readonly string[];
}

const column = (name: string, type: SqlType): TableColumn => ({ name, type });

/** Which run wrote a row, and which of its rows it is: together they are written once. */
const KEY = [column('run_id', 'STRING'), column('row_key', 'STRING')];
const TRADE_DATE = column('trade_date', 'DATE');

/** Rows of one run: the trade date of the run, and what the rows say. */
const rowsTable = (name: string, columns: readonly TableColumn[]): WarehouseTable => ({
  name,
  columns: [...KEY, TRADE_DATE, ...columns.filter((each) => each.name !== TRADE_DATE.name)],
  partitionBy: TRADE_DATE.name,
  clusterBy: ['asset'],
});

const tableOf = <R>(name: string, tab: Tab<R>): WarehouseTable => rowsTable(name, sqlColumns(tab));

/** The row that commits a run. */
export const RUNS: WarehouseTable = {
  name: 'runs',
  columns: [
    ...KEY,
    TRADE_DATE,
    column('stage', 'STRING'),
    column('scope', 'STRING'),
    column('run_at', 'DATETIME'),
    column('run_user', 'STRING'),
    column('outcome_hash', 'STRING'),
    column('headline', 'STRING'),
  ],
  partitionBy: 'trade_date',
  clusterBy: ['stage', 'scope'],
};

/** Every run and error, committed or not. */
export const RUN_LOG: WarehouseTable = {
  name: 'run_log',
  columns: [
    ...KEY,
    column('run_date', 'DATE'),
    column('run_at', 'DATETIME'),
    TRADE_DATE,
    column('stage', 'STRING'),
    column('scope', 'STRING'),
    column('run_user', 'STRING'),
    column('status', 'STRING'),
    column('headline', 'STRING'),
    column('details', 'STRING'),
  ],
  partitionBy: 'run_date',
  clusterBy: ['stage', 'status'],
};

export const TABLES: readonly WarehouseTable[] = [
  RUNS,
  RUN_LOG,
  tableOf('order_intents', frozenIntents),
  tableOf('instructions', issuedOrders),
  tableOf('offshore_orders', offshoreOrders),
  tableOf('primary_request_rows', primaryRequests),
  tableOf('adjustment_rows', adjustments),
  tableOf('allocation_rows', allocation),
  tableOf('broker_order_rows', brokerOrders),
  tableOf('allocation_lines', allocationLines),
  tableOf('fills', executions),
  tableOf('quotes', marketData),
];

export function tableNamed(name: string): WarehouseTable {
  const found = TABLES.find((table) => table.name === name);
  if (found) return found;
  throw new SaidError(
    msg('The warehouse has no table "{name}"; it has {tables}.', {
      name,
      tables: TABLES.map((table) => table.name).join(', '),
    }),
  );
}
