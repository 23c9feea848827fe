// The present moment, from the warehouse's clock.
import { DATE, DATETIME, TIMESTAMP } from '../../types';
import { type Typed, typed } from '../typed';

export const NOW = 'main.bq_now()';
export const inZone = (timestamp: string, zone: string): string => `(${timestamp} AT TIME ZONE ${zone})`;

export const currentDate = (zone: string): Typed => typed(`CAST(${inZone(NOW, zone)} AS DATE)`, DATE);
export const currentDatetime = (zone: string): Typed => typed(inZone(NOW, zone), DATETIME);
export const currentTimestamp = (): Typed => typed(NOW, TIMESTAMP);

/** `CURRENT_DATE` may be written without brackets; a name in backticks never means it. */
export function niladic(name: string): Typed | null {
  switch (name.toUpperCase()) {
    case 'CURRENT_DATE':
      return currentDate("'UTC'");
    case 'CURRENT_DATETIME':
      return currentDatetime("'UTC'");
    case 'CURRENT_TIMESTAMP':
      return currentTimestamp();
    default:
      return null;
  }
}
