import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows =
  'of an order that was cut to what it has, a bust is called for again in a round in which no cap moves: no other fund gets what is traded for it';

export function expected(result: ScenarioResult): void {
  // 60,000 and 100,000 are wanted all the time: the cap of 160,000 stays, and the broker has as much more to do as was busted.
  const all = ['applied', 'edited', 'ready', 'applied', 'unchanged', 'applied', 'applied'];
  expect(statuses(result)).toEqual(all);
  expect(result.tabs.orders).toMatchObject([{ side: 'BUY', cap: 160_000, executed: 120_000, version: 2 }]);
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
