// How old what is shown is: when the fills were fetched, when an iNAV was read or frozen.
import type { Stamp } from '../../domain/stamp';
import { type DayInputs, find, valuesOf } from '../day/inputs';

/** When the executions were last brought up to date; null = people type them, or nobody has asked yet. */
export const fillsAsOf = ({ remembered }: Pick<DayInputs, 'remembered'>): Stamp | null =>
  remembered?.fillsAsOf ?? null;

/** When the iNAV was frozen at which units of this ETF are counted. */
export const frozenAt = ({ state }: Pick<DayInputs, 'state'>, asset: string): Stamp | null =>
  state.quotes.find((quote) => quote.asset === asset)?.at ?? null;

/** When the ETF's iNAV in market-data was fetched. */
export const inavAsOf = (inputs: Pick<DayInputs, 'quotes'>, asset: string): Stamp | null =>
  valuesOf(inputs.quotes).find((quote) => quote.asset === asset)?.asOf ?? null;

/** When the iNAV was frozen at which units of these ETFs are counted. */
export interface InavTime {
  /** The family; the ETF where its family has several times, or the tab etfs knows it no more. */
  readonly of: string;
  readonly at: Stamp;
}

/** One time for each family, or for each ETF of a family whose iNAVs were frozen at several; in the order of their names. */
export function inavTimes(inputs: Pick<DayInputs, 'state' | 'etfs'>): readonly InavTime[] {
  const quotes = inputs.state.quotes.map(({ asset, at }) => ({
    asset,
    at,
    family: find(inputs.etfs, (etf) => etf.asset === asset)?.family ?? null,
  }));
  const isOneTime = (family: string | null, at: Stamp): boolean =>
    family !== null && quotes.every((quote) => quote.family !== family || quote.at === at);
  const times = quotes.map(({ asset, at, family }) => ({
    of: family !== null && isOneTime(family, at) ? family : asset,
    at,
  }));
  return [...new Map(times.map((time) => [time.of, time])).values()].sort((a, b) => (a.of < b.of ? -1 : 1));
}
