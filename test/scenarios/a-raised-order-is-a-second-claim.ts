import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows =
  'what is asked more takes no fill of before, and the morning’s shares stay where they were';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'edited', 'ready', 'applied', 'applied']);
  expect(result.tabs.orders).toMatchObject([{ version: 2, cap: 24_000_000, executed: 624_000 }]);
  const [alfa, beta] = result.tabs.allocation ?? [];
  // Each has 5,000 of the morning at 62.40; the rest is the afternoon's.
  for (const row of [alfa, beta]) {
    const shares = Number(row?.shares);
    const paid = Number(row?.average_price) * shares;
    expect(paid).toBeCloseTo(5_000 * 62.4 + (shares - 5_000) * 62.6, 0);
  }
  expect(Number(beta?.shares)).toBeGreaterThan(Number(alfa?.shares));
}
