// Every tab of the workbook, in the order in which it stands, and those of the brokers' spreadsheets.
import type { Column } from '../columnType';
import type { Tab } from '../tab';
import * as adjustments from './adjustments';
import * as allocation from './allocation';
import * as screen from './blotter';
import * as day from './day';
import * as feeds from './feeds';
import * as hidden from './hidden';
import * as past from './history';
import * as inputs from './inputs';
import * as orders from './orders';
import * as primary from './primary';

export * from './adjustments';
export * from './allocation';
export * from './blotter';
export * from './brokerBooks';
export * from './day';
export * from './feeds';
export * from './hidden';
export * from './history';
export * from './inputs';
export * from './orders';
export * from './primary';

/** A column whatever its values: how it looks, not how it reads. */
export type AnyColumn = Pick<
  Column<unknown>,
  | 'help'
  | 'explains'
  | 'whenBlank'
  | 'format'
  | 'width'
  | 'align'
  | 'marks'
  | 'allowed'
  | 'suggests'
  | 'picks'
  | 'spelled'
  | 'clock'
  | 'sqlType'
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
  screen.blotter,
  day.status,
  day.chartsTab,
  orders.orders,
  orders.orderIntents,
  orders.offshoreOrders,
  primary.primaryRequests,
  adjustments.adjustments,
  adjustments.adjustmentOrders,
  allocation.allocation,
  allocation.brokerOrders,
  past.history,
  past.historyFunds,
  past.historyBrokers,
  past.historyFundDays,
  day.log,
  hidden.stateTab,
  hidden.pendingTab,
  hidden.importTab,
  hidden.keptTab,
];

/** Of the desk's tabs those that are looked at all day, and those that tell of other days and of what was done. */
export const SCREEN_TABS: readonly string[] = [screen.blotter.name, day.status.name, day.chartsTab.name];
export const PAST_TABS: readonly string[] = [
  past.history,
  past.historyFunds,
  past.historyBrokers,
  past.historyFundDays,
  day.log,
].map(({ name }) => name);
