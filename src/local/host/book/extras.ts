// What the engine does not keep by itself and the book's custom data does: protections, charts, time zone, locale.
import type { Nullable } from '@univerjs/presets';
import type { ChartSpec } from './chart';

export interface ProtectionSpec {
  readonly id: string;
  readonly sheet: string;
  /** A1 notation of the protected cells; null for the whole tab. */
  readonly range: string | null;
  readonly description: string;
  readonly warningOnly: boolean;
}

/** A type alias, not an interface, so that it can be stored as the engine's custom data. */
export type Extras = {
  readonly timeZone: string;
  readonly locale: string;
  readonly nextSheet: number;
  readonly nextId: number;
  readonly protections: readonly ProtectionSpec[];
  readonly charts: readonly ChartSpec[];
};

export const emptyExtras = (): Extras => ({
  timeZone: 'America/Sao_Paulo',
  locale: 'en_US',
  nextSheet: 1,
  nextId: 1,
  protections: [],
  charts: [],
});

/** The custom data were written by `Book.amend` alone, so their shape is that of Extras or of nothing yet. */
export const readExtras = (custom: Nullable<object>): Extras => ({ ...emptyExtras(), ...custom });
