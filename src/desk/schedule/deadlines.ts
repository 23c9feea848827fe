// The moments that the desk must not miss today: opening, the administrators' cut-offs, the close.
import { session } from '../../domain/calendar';
import { dateOf, type Stamp } from '../../domain/stamp';
import type { AgendaStep } from '../../stages/agenda/agenda';
import { todayAt } from '../../stages/agenda/moments';
import type { DayInputs } from '../../stages/day/inputs';

export interface Deadline {
  readonly kind: 'open' | 'cutoff' | 'close' | 'call';
  readonly at: Stamp;
  /** The ETFs whose requests must be in by then. */
  readonly assets: readonly string[];
}

/** Those still ahead, the nearest first; nothing on a closed day. */
export function deadlinesOf(inputs: DayInputs, agenda: readonly AgendaStep[]): readonly Deadline[] {
  const { now, holidays } = inputs;
  const hours = session(dateOf(now), holidays);
  if (hours === null) return [];
  const market = [
    { kind: 'open', at: todayAt(inputs, hours.open), assets: [] },
    { kind: 'close', at: todayAt(inputs, hours.close), assets: [] },
    { kind: 'call', at: todayAt(inputs, hours.callEnd), assets: [] },
  ] as const;
  return [...market, ...cutoffs(agenda)]
    .filter(({ at }) => at > now)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** ETFs whose units are still to be decided, by their last minute. */
function cutoffs(agenda: readonly AgendaStep[]): readonly Deadline[] {
  const byTime = new Map<Stamp, string[]>();
  for (const { asset, until } of agenda.flatMap(({ waiting }) => waiting))
    byTime.set(until, [...(byTime.get(until) ?? []), asset]);
  return [...byTime].map(([at, assets]) => ({ kind: 'cutoff', at, assets: assets.sort() }));
}
