import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, problemsOf, statuses } from './statuses';

export const shows = 'a page instead of fills stops the stage: no units are asked for, nobody is written to';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'refused']);
  expect(problemsOf(result.steps[1])).toContain('a web page instead of JSON');
  expect(mailsBySteps(result)).toEqual([1, 0]);
  expect(result.tabs['primary-requests']).toEqual([]);
}
