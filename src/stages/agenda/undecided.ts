// Which ETFs of a family wait for their units, and until when.
import { cutoffOn } from '../../domain/cutoff';
import type { Etf, Family } from '../../domain/etf';
import { dateOf, type Stamp } from '../../domain/stamp';
import { type DayInputs, valuesOf } from '../day/inputs';
import { askedAssets } from '../standing/positions';
import { notOpened, todayAt } from './moments';

/** An ETF whose units nobody has decided, and its own last minute. */
export interface WaitingEtf {
  readonly asset: string;
  readonly until: Stamp;
}

/** What the family's requests are about: before the morning all its ETFs, then those that a fund trades and nobody decided. */
export function requestsOf({ state, etfs }: DayInputs, family: Family, isOpen: boolean) {
  const own = valuesOf(etfs).filter((etf) => etf.family === family);
  if (!isOpen) return { traded: own.length, waiting: own, decidedAt: null };
  const wanted = askedAssets(state);
  const traded = own.filter(({ asset }) => wanted.has(asset));
  const decided = state.units.filter(({ asset }) => traded.some((etf) => etf.asset === asset));
  const waiting = traded.filter(({ asset }) => decided.every((unit) => unit.asset !== asset));
  const times = decided.map(({ requestedAt }) => requestedAt).sort();
  return { traded: traded.length, waiting, decidedAt: times[times.length - 1] ?? null };
}

/** The ETFs of a family whose units nobody has decided; while today's day is not open, all of them. */
export const undecidedOf = (inputs: DayInputs, family: Family): readonly Etf[] =>
  requestsOf(inputs, family, notOpened(inputs) === null).waiting;

export const cutoffsOf = (inputs: DayInputs, etfs: readonly Etf[], close: Stamp): readonly WaitingEtf[] =>
  etfs.flatMap((etf) => {
    const cutoff = cutoffOn(dateOf(inputs.now), etf, inputs.holidays);
    const until = cutoff === null ? close : todayAt(inputs, cutoff);
    return cutoff === null ? [] : [{ asset: etf.asset, until: until < close ? until : close }];
  });
