import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { problemsOf, statuses } from './statuses';

export const shows = 'a first page is never taken for the whole';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'refused']);
  expect(problemsOf(result.steps[1])).toContain('answers its next page with the same one again');
  expect(result.tabs.executions).toEqual([]);
}
