// An ETF as the desk trades it, and what the market says of it.
import type { Cents, Price } from './money';
import { tidy } from './result';
import type { Stamp } from './stamp';

/** ETFs whose primary requests go out together; a desk names its own in the tab etfs, in lower case. */
export type Family = string;

/** What the tab suggests. */
export const SUGGESTED_FAMILIES: readonly Family[] = ['nasdaq', 'thematics'];

export const ALL_FAMILIES = 'all';
/** What one primary run covers: a family, because their cut-offs differ, or all. */
export type PrimaryScope = Family | typeof ALL_FAMILIES;

/** The families of these ETFs, each once, in their order. */
export const familiesOf = (etfs: readonly Pick<Etf, 'family'>[]): readonly Family[] =>
  [...new Set(etfs.map(({ family }) => family))].sort();

/** The scope that somebody asks for; null when no ETF is of that family. */
export function scopeOf(asked: string, etfs: readonly Pick<Etf, 'family'>[]): PrimaryScope | null {
  const wanted = familyKey(asked);
  return wanted === ALL_FAMILIES || familiesOf(etfs).includes(wanted) ? wanted : null;
}

/** A family as it is kept: whatever the case in which it was typed. */
export const familyKey = (typed: unknown): Family => tidy(String(typed ?? '')).toLowerCase();

/**
 * `total`: never more of an ETF than its open demand holds, fund by fund the nearest within that. `nearest`: the nearest
 * number, whatever the others take. `down`: neither a fund nor the ETF beyond its target.
 */
export const UNIT_ROUNDINGS = ['total', 'nearest', 'down'] as const;
export type UnitRounding = (typeof UNIT_ROUNDINGS)[number];

export interface Etf {
  readonly asset: string;
  readonly name: string | null;
  readonly family: Family;
  readonly isin: string | null;
  /** How far from the iNAV a broker may trade, in basis points. */
  readonly limitBps: number;
  /** Its usual spread, in basis points; null = not known. What a way there and back costs. */
  readonly spreadBps: number | null;
  /** Largest share of the average daily volume that one side may ask for, 0.2 = 20%. */
  readonly maxVolumeShare: number | null;
  /** Last minute of the day at which the administrator takes requests, HH:mm. */
  readonly primaryCutoff: string | null;
  readonly unitRounding: UnitRounding | null;
  readonly administrator: string | null;
  readonly administratorEmails: readonly string[];
  /** Takes all of this ETF; null = split by the brokers' shares. */
  readonly broker: string | null;
}

/** One row of market data. asOf is when it was fetched: the provider states no time of its own. */
export interface Quote {
  readonly asset: string;
  readonly inav: Price;
  readonly sharesPerUnit: number;
  readonly officialNav: Price | null;
  /** Average daily volume in cents. */
  readonly avgVolume: Cents | null;
  readonly asOf: Stamp;
}
