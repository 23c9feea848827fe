// Every tab of the workbook, in the order in which it stands.
import type { Column } from '../column';
import type { Tab } from '../tab';
import * as feeds from './feeds';
import * as hidden from './hidden';
import * as inputs from './inputs';
import * as outputs from './outputs';

export * from './feeds';
export * from './hidden';
export * from './inputs';
export * from './outputs';

/** A column whatever its values: how it looks, not how it reads. */
export type AnyColumn = Pick<
  Column<unknown>,
  'help' | 'whenBlank' | 'format' | 'width' | 'allowed' | 'sqlType'
>;

/** A tab whatever its record: enough to set it up and to describe it. */
export type AnyTab = Pick<Tab<unknown>, 'name' | 'role' | 'help'> & {
  readonly columns: Readonly<Record<string, AnyColumn>>;
};

/** Named one by one: the values of a module come in the order of the alphabet. */
export const ALL_TABS: readonly AnyTab[] = [
  inputs.fundStats,
  inputs.dailyTrades,
  inputs.etfs,
  inputs.brokers,
  inputs.holdings,
  inputs.holidays,
  inputs.settingsTab,
  feeds.executions,
  feeds.marketData,
  outputs.orders,
  outputs.orderIntents,
  outputs.offshoreOrders,
  outputs.primaryRequests,
  outputs.adjustments,
  outputs.adjustmentOrders,
  outputs.allocation,
  outputs.brokerOrders,
  outputs.status,
  outputs.log,
  hidden.stateTab,
  hidden.pendingTab,
];
