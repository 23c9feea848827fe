import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses, total } from './statuses';

export const shows =
  'where a bust hides in what a consolidated row grew by, its shares stand at its average, and no stage falls over';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'edited', 'ready', 'applied', 'unchanged', 'applied']);
  const rows = result.tabs.allocation ?? [];
  expect(rows.map(({ fund, shares }) => [fund, shares])).toEqual([
    ['ALFA FIF', 10_000],
    ['BETA FIF', 10_100],
  ]);
  for (const { average_price: price } of rows) expect(Number(price)).toBeCloseTo(62.047, 3);
  expect(total(result, 'allocation', 'executed')).toBeCloseTo(10_000 * 62.6 + 10_100 * 61.5, 2);
  expect(result.day.status).toBe('COMPLETE');
}
