import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows =
  'units are asked for beside what an order that was cut keeps, not as if its shares were anybody’s';

export function expected(result: ScenarioResult): void {
  const all = ['applied', 'edited', 'ready', 'applied', 'applied', 'unchanged'];
  expect(statuses(result)).toEqual(all);
  // Both have 1,200 shares, 60,000: ALFA, cut to 120,000, lacks 1.2 units and BETA, which wants 200,000, lacks 2.8; 4 in all.
  const asked = (result.tabs['primary-requests'] ?? []).map(({ fund, units, executed_shares, residual }) => [
    fund,
    units,
    executed_shares,
    residual,
  ]);
  expect(asked).toEqual([
    ['ALFA FIF', 1, 1_200, 10_000],
    ['BETA FIF', 3, 1_200, -10_000],
  ]);
}
