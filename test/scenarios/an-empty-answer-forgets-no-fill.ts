import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { problemsOf, statuses } from './statuses';

export const shows =
  'an empty list after fills stops the stage; the fills stay in the tab and the day is PENDING';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'done', 'refused']);
  expect(problemsOf(result.steps[2])).toContain('was recorded today and is in the answer no more');
  expect(result.tabs.executions).toMatchObject([{ fill_id: 'F1', quantity: 60_000, source: 'api' }]);
  expect(result.day.status).toBe('PENDING');
}
