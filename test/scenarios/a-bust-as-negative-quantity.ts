import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses, total } from './statuses';

export const shows = 'the fill is busted, and what is left is allocated whole';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'done', 'applied']);
  expect(result.tabs.executions?.map(({ fill_id, status }) => [fill_id, status])).toEqual([
    ['A1', 'BUSTED'],
    ['F1', 'EXECUTED'],
  ]);
  expect(total(result, 'broker-orders', 'asset_amount')).toBe(60_000);
  expect(result.day.status).toBe('COMPLETE');
}
