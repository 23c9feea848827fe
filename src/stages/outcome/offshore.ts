// What the offshore desk is told: the day's orders, and each that begins, changes or is cancelled.
import type { Cents } from '../../domain/money';
import type { OffshoreOrder } from '../../domain/trade';
import { type OffshoreChange, offshoreMail } from '../../messages/offshore';
import { offshoreOrders } from '../../sheets/tabs';
import { saveRows, type WarehouseRows } from '../../sheets/warehouse';
import type { DayInputs } from '../day/inputs';
import { following, type KeyedMail, type WaitingMail, waitingOf } from '../day/keyedMail';
import { intentKey } from '../day/keys';
import type { DayState, OpenDay } from '../day/state';
import { offshoreRows } from './tables';

export interface OffshoreNews {
  readonly changes: readonly OffshoreChange[];
  readonly mails: readonly KeyedMail[];
  readonly rows: readonly WarehouseRows[];
}

/**
 * What still waits to be sent is told with it, against what the desk there knows, and its mail never goes.
 * @param reason why a person changes them; null in the morning
 */
export function offshoreNews(
  inputs: DayInputs,
  before: DayState,
  after: OpenDay,
  reason: string | null,
): OffshoreNews {
  const changes = offshoreChanges(before.offshore, after.offshore);
  if (changes.length === 0) return { changes, mails: [], rows: [] };
  const { offshoreEmails, offshoreLanguage, deskName, traderEmails } = inputs.settings;
  const { tradeDate, offshore } = after;
  const topic = `${tradeDate} offshore`;
  const waiting = waitingOf(inputs, topic);
  const { told, isFirst } = againstHeard(changes, before, after, waiting);
  const message = offshoreMail({
    to: offshoreEmails,
    language: offshoreLanguage,
    tradeDate,
    deskName,
    copy: traderEmails,
    orders: offshore.filter(({ amount }) => amount > 0),
    changes: isFirst ? [] : told,
    note: reason,
  });
  const key = offshore.map((order) => `${intentKey(order)}=${order.amount}@${order.version}`).join(' ');
  const parts = told.map((change) => partOf(intentKey(change.order), change.before));
  return {
    changes,
    mails: [following({ key: `${tradeDate} offshore ${key}`, message }, { topic, parts }, waiting)],
    rows: [saveRows('offshore_orders', offshoreOrders, offshoreRows(after))],
  };
}

/** An order that a mail tells of, and what its reader knew of it before that mail. */
const partOf = (order: string, before: Cents | null): string => JSON.stringify([order, before]);
const readPart = (part: string): readonly [order: string, before: Cents | null] => JSON.parse(part);

/** The changes against what has reached the offshore desk: what waits has not. */
function againstHeard(
  changes: readonly OffshoreChange[],
  before: DayState,
  after: OpenDay,
  waiting: readonly WaitingMail[],
): { readonly told: readonly OffshoreChange[]; readonly isFirst: boolean } {
  const unheard = waiting.flatMap(({ parts }) => parts.map(readPart));
  // Of an order in several of them the first knew what was heard last.
  const heard = new Map(unheard.reverse());
  const changed = new Map(changes.map((change) => [intentKey(change.order), change.before]));
  const told = after.offshore.flatMap((order): readonly OffshoreChange[] => {
    const key = intentKey(order);
    if (!heard.has(key) && !changed.has(key)) return [];
    return [{ order, before: (heard.has(key) ? heard.get(key) : changed.get(key)) ?? null }];
  });
  const isNew = (order: OffshoreOrder): boolean => {
    const known = heard.get(intentKey(order));
    return heard.has(intentKey(order)) && known === null;
  };
  return { told, isFirst: before.offshore.every(isNew) };
}

/** Every order that is another amount than it was. */
export function offshoreChanges(
  before: readonly OffshoreOrder[],
  after: readonly OffshoreOrder[],
): readonly OffshoreChange[] {
  const known = new Map(before.map((order) => [intentKey(order), order]));
  return after.flatMap((order) => {
    const was = known.get(intentKey(order));
    return order.amount === (was?.amount ?? 0) ? [] : [{ order, before: was?.amount ?? null }];
  });
}
