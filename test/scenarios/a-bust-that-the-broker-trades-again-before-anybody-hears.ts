import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows =
  'what a broker trades in the room that a bust reopened is the cut order’s that lost by it, also before a round has heard of the bust';

export function expected(result: ScenarioResult): void {
  // ALFA was cut to the 60,000 that it had, and 40,000 of that were busted; BETA wants 100,000 all the time.
  const all = ['applied', 'edited', 'ready', 'applied', 'applied', 'unchanged', 'applied'];
  expect(statuses(result)).toEqual(all);
  const allocated = (result.tabs.allocation ?? []).map(({ fund, shares, residual }) => [
    fund,
    shares,
    residual,
  ]);
  expect(allocated).toEqual([
    ['ALFA FIF', 1_200, 0],
    ['BETA FIF', 2_000, 0],
  ]);
  expect(result.day.status).toBe('COMPLETE');
}
