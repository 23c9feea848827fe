import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows = 'what was traded before an order came is the others’, and it pays what was paid since';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'edited', 'ready', 'applied', 'applied']);
  expect(result.tabs.orders).toMatchObject([{ version: 2, cap: 15_000_000, executed: 624_000 }]);
  const [alfa, beta] = result.tabs.allocation ?? [];
  // BETA's shares are all of the afternoon's fill.
  expect(beta).toMatchObject({ fund: 'BETA FIF', average_price: 62.6, target: 5_000_000 });
  expect(Number(alfa?.shares) + Number(beta?.shares)).toBe(30_000);
  expect(Number(alfa?.shares)).toBeGreaterThan(10_000);
  expect(result.day.status).toBe('COMPLETE');
}
