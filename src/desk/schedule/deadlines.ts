// The moments that the desk must not miss today: opening, the administrators' cut-offs, the close.
import { session } from '../../domain/calendar';
import { dateOf, type Stamp } from '../../domain/stamp';
import { type DayInputs, valuesOf } from '../../stages/day/inputs';
import { targetsOf } from '../../stages/split/positions';

export interface Deadline {
  readonly kind: 'open' | 'cutoff' | 'close' | 'call';
  readonly at: Stamp;
  /** The ETFs whose requests must be in by then. */
  readonly assets: readonly string[];
}

/** Those still ahead, the nearest first; nothing on a closed day. */
export function deadlinesOf(inputs: DayInputs): readonly Deadline[] {
  const { now } = inputs;
  const today = dateOf(now);
  const hours = session(today, inputs.holidays);
  if (hours === null) return [];
  const market = [
    { kind: 'open', at: stampOf(today, hours.open), assets: [] },
    { kind: 'close', at: stampOf(today, hours.close), assets: [] },
    { kind: 'call', at: stampOf(today, hours.callEnd), assets: [] },
  ] as const;
  return [...market, ...cutoffs(inputs)]
    .filter(({ at }) => at > now)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const stampOf = (date: string, time: string): Stamp => `${date}T${time}:00`;

/** ETFs that a fund trades today and whose units are still to be decided; before the morning, every ETF. */
function cutoffs(inputs: DayInputs): readonly Deadline[] {
  const { state, now } = inputs;
  const today = dateOf(now);
  const isOpen = state.tradeDate === today;
  const traded = new Set(targetsOf(state).map(({ asset }) => asset));
  const decided = new Set(state.units.map(({ asset }) => asset));
  const byTime = new Map<string, string[]>();
  for (const { asset, primaryCutoff } of valuesOf(inputs.etfs)) {
    if (primaryCutoff === null || (isOpen && (!traded.has(asset) || decided.has(asset)))) continue;
    byTime.set(primaryCutoff, [...(byTime.get(primaryCutoff) ?? []), asset]);
  }
  return [...byTime].map(([time, assets]) => ({
    kind: 'cutoff',
    at: stampOf(today, time),
    assets: assets.sort(),
  }));
}
