// What the offshore desk is told: the day's orders, and each that begins, changes or is cancelled.
import type { OffshoreOrder } from '../../domain/trade';
import { type OffshoreChange, offshoreMail } from '../../messages/offshore';
import { offshoreOrders } from '../../sheets/tabs';
import { saveRows, type WarehouseRows } from '../../sheets/warehouse';
import { intentKey } from '../split/keys';
import type { DayInputs } from './inputs';
import type { KeyedMail } from './outcome';
import type { DayState, OpenDay } from './state';
import { offshoreRows } from './tables';

export interface OffshoreNews {
  readonly changes: readonly OffshoreChange[];
  readonly mails: readonly KeyedMail[];
  readonly rows: readonly WarehouseRows[];
}

/** @param reason why a person changes them; null in the morning */
export function offshoreNews(
  { settings }: DayInputs,
  before: DayState,
  after: OpenDay,
  reason: string | null,
): OffshoreNews {
  const changes = changesOf(before.offshore, after.offshore);
  if (changes.length === 0) return { changes, mails: [], rows: [] };
  const { offshoreEmails, offshoreLanguage, deskName, traderEmails } = settings;
  const { tradeDate, offshore } = after;
  const message = offshoreMail({
    to: offshoreEmails,
    language: offshoreLanguage,
    tradeDate,
    deskName,
    copy: traderEmails,
    orders: offshore.filter(({ amount }) => amount > 0),
    changes: before.offshore.length === 0 ? [] : changes,
    note: reason,
  });
  const key = offshore.map((order) => `${intentKey(order)}=${order.amount}@${order.version}`).join(' ');
  return {
    changes,
    mails: [{ key: `${tradeDate} offshore ${key}`, message }],
    rows: [saveRows('offshore_orders', offshoreOrders, offshoreRows(after))],
  };
}

function changesOf(
  before: readonly OffshoreOrder[],
  after: readonly OffshoreOrder[],
): readonly OffshoreChange[] {
  const known = new Map(before.map((order) => [intentKey(order), order]));
  return after.flatMap((order) => {
    const was = known.get(intentKey(order));
    return order.amount === (was?.amount ?? 0) ? [] : [{ order, before: was?.amount ?? null }];
  });
}
