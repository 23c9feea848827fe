import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, problemsOf, statuses } from './statuses';

export const shows = 'the next stage names the row of _state and does nothing';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'edited', 'refused']);
  expect(problemsOf(result.steps[2])).toContain('was changed by hand');
  expect(mailsBySteps(result)).toEqual([1, 0, 0]);
  expect(result.day.status).not.toBe('COMPLETE');
}
