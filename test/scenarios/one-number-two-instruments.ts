import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { total } from './statuses';

export const shows = 'all four stand in the tab';

export function expected(result: ScenarioResult): void {
  expect(result.tabs.executions).toHaveLength(4);
  expect(total(result, 'executions', 'quantity')).toBe(990);
}
