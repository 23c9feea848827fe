// What stands in a broker's own spreadsheets: its instructions and allocation to read, and an inbox where it enters fills.
import type { Price } from '../../domain/money';
import type { Stamp } from '../../domain/stamp';
import { SIDES, type Side } from '../../domain/trade';
import { choice, exactPrice, identifier, optional, ticker, whole } from '../column';
import { stamp } from '../momentColumn';
import { defineTab, type Tab } from '../tab';
import { type BrokerOrderRow, brokerOrders } from './allocation';
import { SIDE_NAMES, SIDE_WORDS } from './common';
import { issuedOrders, type OrderRow } from './orders';

/** The broker's instructions in force, with the columns of the desk's own tab. */
export const sharedOrders: Tab<OrderRow> = {
  ...issuedOrders,
  help: 'The instructions in force: a cap for the whole day, never an addition.',
};

/** The broker's rows of `broker-orders`. */
export const sharedAllocation: Tab<BrokerOrderRow> = {
  ...brokerOrders,
  name: 'allocation',
  help: 'Whose shares these are, fund by fund.',
};

/** A fill as a broker without a post-trade system types it. */
export interface InboxRow {
  readonly asset: string;
  readonly side: Side;
  readonly quantity: number;
  readonly price: Price;
  readonly time: Stamp;
  readonly fillId: string | null;
}

/** Rows of earlier days may stay: only those of the trade date count. */
export const inboxFills = defineTab<InboxRow>(
  'fills',
  'input',
  'One row a fill; correct or delete a row to correct a fill.',
  {
    asset: ticker('the ETF, such as HASH11'),
    side: { ...choice(SIDES, 'what the desk did: BUY or SELL', SIDE_WORDS), spelled: SIDE_NAMES },
    quantity: whole('shares'),
    price: exactPrice('BRL per share'),
    time: stamp('date and São Paulo time of the fill, such as 2025-01-31 10:05:00'),
    fillId: optional(
      identifier('your number of the fill; needed only where two fills are otherwise equal', 200),
    ),
  },
);

/** The inbox with its dropdown of the ETFs that this broker may trade. */
export const inboxTab = (assets: readonly string[]): Tab<InboxRow> => ({
  ...inboxFills,
  columns: {
    ...inboxFills.columns,
    asset: { ...inboxFills.columns.asset, allowed: assets.length === 0 ? null : assets },
  },
});
