// The clock, in the one time zone of the desk.
import type { Stamp } from '../domain/stamp';

export const DESK_ZONE = 'America/Sao_Paulo';

export const localTime = (instant: Date): Stamp =>
  Utilities.formatDate(instant, DESK_ZONE, "yyyy-MM-dd'T'HH:mm:ss");

export const now = (): Stamp => localTime(new Date());
