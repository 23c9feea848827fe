// When the rounds of the afternoon are: the last one shortly before the close, the others counted back from it. So a half day and
// New York's summer time need nobody's hand, and a schedule that starts late still comes to the last round.
import { session } from '../../domain/calendar';
import { addMinutes, dateOf, type Stamp } from '../../domain/stamp';
import type { DayInputs } from '../day/inputs';
import { later, nextIteration, todayAt } from './moments';

/** The moment of the last round; null when B3 is closed. */
export function lastRoundAt(inputs: Pick<DayInputs, 'now' | 'holidays' | 'settings'>): Stamp | null {
  const hours = session(dateOf(inputs.now), inputs.holidays);
  return hours === null
    ? null
    : addMinutes(todayAt(inputs, hours.close), -inputs.settings.lastRoundBeforeClose);
}

/**
 * Today's rounds that are still to come or due, in time order: as planned, but never within the interval of the one before.
 * @param maximum iterations of the day
 */
export function roundsLeft(inputs: DayInputs, maximum: number): readonly Stamp[] {
  const { settings, state, now, holidays } = inputs;
  const hours = session(dateOf(now), holidays);
  const last = lastRoundAt(inputs);
  if (hours === null || last === null) return [];
  const earliest = todayAt(inputs, later(settings.adjustmentsFrom ?? hours.open, hours.open));
  const { iteration, lastAt } = isOf(inputs, last) ? state.cycle : { iteration: 0, lastAt: null };
  const planned = Array.from({ length: Math.max(maximum, 1) }, (_, nth) =>
    addMinutes(last, (nth + 1 - Math.max(maximum, 1)) * settings.adjustmentInterval),
  ).filter((round) => (round >= earliest || round === last) && (lastAt === null || round > lastAt));
  // Whoever ran some by hand has the latest of the planned ones left.
  const left = planned.slice(-Math.max(0, maximum - iteration));
  let free = nextIteration({ lastAt }, settings.adjustmentInterval) ?? earliest;
  return maximum <= iteration
    ? []
    : left.map((round) => {
        const slot = later(round, free);
        free = addMinutes(slot, settings.adjustmentInterval);
        return slot;
      });
}

const isOf = ({ state }: DayInputs, moment: Stamp): boolean => state.tradeDate === dateOf(moment);

/** Whether an iteration now would be the last of the day: by its number, or because the last round has come. */
export function isLastRound(inputs: DayInputs, maximum: number): boolean {
  const last = lastRoundAt(inputs);
  return inputs.state.cycle.iteration + 1 >= maximum || (last !== null && inputs.now >= last);
}
