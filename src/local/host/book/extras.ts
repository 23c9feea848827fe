// What the engine does not keep by itself and the book's custom data does: protections, charts, time zone, locale.
import type { Nullable } from '@univerjs/core';
import * as v from 'valibot';
import { ChartSpec } from './chart';

const ProtectionSpec = v.object({
  id: v.string(),
  sheet: v.string(),
  /** A1 notation of the protected cells; null for the whole tab. */
  range: v.nullable(v.string()),
  description: v.string(),
  warningOnly: v.boolean(),
});
export type ProtectionSpec = Readonly<v.InferOutput<typeof ProtectionSpec>>;

export const Extras = v.object({
  timeZone: v.optional(v.string(), 'America/Sao_Paulo'),
  locale: v.optional(v.string(), 'en_US'),
  nextSheet: v.optional(v.number(), 1),
  nextId: v.optional(v.number(), 1),
  protections: v.optional(v.pipe(v.array(ProtectionSpec), v.readonly()), []),
  charts: v.optional(v.pipe(v.array(ChartSpec), v.readonly()), []),
});
/** Stored as the engine's custom data. */
export type Extras = Readonly<v.InferOutput<typeof Extras>>;

export const emptyExtras = (): Extras => v.parse(Extras, {});

/** @throws where a book's file holds what no book of this host can */
export const readExtras = (custom: Nullable<object>): Extras => v.parse(Extras, custom ?? {});
