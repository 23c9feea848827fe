// A clock that stands still during a step of a scenario.
import type { Clock } from '../host';

/** It stands where it was put: nothing that runs moves it, not even a script that sleeps. */
export type StandingClock = Clock;

export function standingClock(start: number): StandingClock {
  let current = start;
  return {
    now: () => current,
    set: (ms) => {
      current = ms;
    },
    advance: () => undefined,
  };
}
