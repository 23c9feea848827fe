import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows = 'an order that is cut keeps what it had and goes on with the rest only';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'edited', 'ready', 'applied', 'applied']);
  expect(result.tabs.orders).toMatchObject([{ version: 2, cap: 6_400_000, executed: 624_000 }]);
  const [alfa, beta] = result.tabs.allocation ?? [];
  expect(beta).toMatchObject({ fund: 'BETA FIF', target: 400_000 });
  expect(Number(beta?.shares)).toBeGreaterThanOrEqual(5_000);
  expect(Number(beta?.residual)).toBeGreaterThanOrEqual(0);
  expect(Number(alfa?.shares) + Number(beta?.shares)).toBe(30_000);
}
