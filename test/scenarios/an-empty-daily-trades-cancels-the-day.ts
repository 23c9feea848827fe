import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows =
  'what was bought stays with its fund, everything else stops, and the day closes COMPLETE';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'edited', 'ready', 'applied', 'applied']);
  expect(result.tabs.orders).toMatchObject([{ version: 2, cap: 624_000, executed: 624_000 }]);
  expect(result.tabs.allocation).toMatchObject([
    { fund: 'ALFA FIF', shares: 10_000, target: 624_000, residual: 0 },
  ]);
  expect(result.tabs['offshore-orders']).toMatchObject([{ amount: 0 }]);
  expect(result.day.status).toBe('COMPLETE');
}
