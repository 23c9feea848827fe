// What the warehouse remembers of past days: one of the views, between two dates.
import type { IsoDate } from '../../domain/stamp';
import { type Answer, createClient } from './client';
import { placeOf, type WarehouseSettings } from './identifiers';
import { dateParameter } from './parameters';
import { selectHistory } from './statements';

/** How far funds end from their targets, what brokers cost against the iNAV, how much goes to the primary market. */
export type HistoryView = 'fund_tracking' | 'broker_slippage' | 'fund_primary_mix';

/** null when no project is configured. */
export function readHistory(
  settings: WarehouseSettings,
  view: HistoryView,
  from: IsoDate,
  to: IsoDate,
): Answer | null {
  const place = placeOf(settings);
  if (place === null) return null;
  const dates = [dateParameter('from_date', from), dateParameter('to_date', to)];
  return createClient(place).run(selectHistory(place, view), dates);
}
