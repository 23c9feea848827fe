import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows = 'two refusals of the post-trade system cost two more requests and nothing else';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied']);
  expect(result.steps[1]?.calls.UrlFetchApp).toBe(4); // three times the fills, once all iNAVs
  expect(result.tabs.executions).toMatchObject([{ fill_id: 'F1', quantity: 60_000 }]);
}
