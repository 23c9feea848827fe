import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, problemsOf, statuses } from './statuses';

export const shows =
  'a mail of which nobody knows whether it went is asked about by name, answered, and never sent twice';

export function expected(result: ScenarioResult): void {
  expect([statuses(result)[0], statuses(result)[1], statuses(result)[4]]).toEqual([
    'killed',
    'held',
    'unchanged',
  ]);
  expect(mailsBySteps(result)).toEqual([1, 0, 0, 0, 0]);
  expect(problemsOf(result.steps[1])).toContain('it is not known whether');
}
