import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, problemsOf, statuses } from './statuses';

export const shows = 'a mail of which nobody knows whether it went is asked about, never sent twice';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['killed', 'held']);
  expect(mailsBySteps(result)).toEqual([1, 0]);
  expect(problemsOf(result.steps[1])).toContain('it is not known whether');
}
