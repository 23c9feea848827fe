import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses, total, warningsOf } from './statuses';

export const shows =
  'where a bust hides in what a consolidated row grew by, its shares stand at its average, which is said with the figures, and no stage falls over';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'edited', 'ready', 'applied', 'unchanged', 'applied']);
  const rows = result.tabs.allocation ?? [];
  expect(rows.map(({ fund, shares }) => [fund, shares])).toEqual([
    ['ALFA FIF', 10_000],
    ['BETA FIF', 10_100],
  ]);
  for (const { average_price: price } of rows) expect(Number(price)).toBeCloseTo(62.047, 3);
  expect(total(result, 'allocation', 'executed')).toBeCloseTo(10_000 * 62.6 + 10_100 * 61.5, 2);
  const said =
    'Aurora, BUY HASH11: the row 101|HASH11|Buy was revised, so that 100 of its 20,100 shares would have cost R$ -28.50 each and all of them cost R$ 62.0473 on average';
  for (const step of [result.steps[4], result.steps[5]]) expect(warningsOf(step)).toContain(said);
  expect(warningsOf(result.steps[3])).not.toContain('was revised');
  expect(result.day.status).toBe('COMPLETE');
}
