import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows = 'both stand in the tab as they were written, and both are allocated';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'done', 'applied']);
  expect(result.tabs.executions?.map(({ fill_id }) => fill_id)).toEqual([
    '9007199254740992',
    '9007199254740993',
  ]);
  expect(result.warehouse.fills?.map(({ fill_id }) => fill_id)).toEqual([
    '9007199254740992',
    '9007199254740993',
  ]);
  expect(result.day.status).toBe('COMPLETE');
}
