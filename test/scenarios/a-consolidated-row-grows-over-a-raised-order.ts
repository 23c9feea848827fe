import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows =
  'a row that grows over the moment of an amendment is allocated in parts, each at its own price';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'edited', 'ready', 'applied', 'applied']);
  const [alfa, beta] = result.tabs.allocation ?? [];
  expect(Number(alfa?.shares) + Number(beta?.shares)).toBe(30_000);
  // What is asked more takes nothing of what the row had before.
  for (const row of [alfa, beta]) {
    const shares = Number(row?.shares);
    const paid = Number(row?.average_price) * shares;
    expect(paid).toBeCloseTo(5_000 * 62.4 + (shares - 5_000) * 62.6, 0);
  }
}
