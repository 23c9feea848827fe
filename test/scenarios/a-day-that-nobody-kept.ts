import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, problemsOf, statuses } from './statuses';

export const shows = 'each is refused by its name, with what to do instead';

export function expected(result: ScenarioResult): void {
  expect(statuses(result).slice(3)).toEqual([
    'refused',
    'refused',
    'refused',
    'refused',
    'Error',
    'edited',
    'refused',
  ]);
  const codes = result.steps.slice(3).map((step) => /"code":"([^"]*)"/.exec(problemsOf(step) ?? '')?.[1]);
  expect(codes.filter(Boolean)).toEqual([
    'day-not-kept',
    'day-not-over',
    'day-to-come',
    'no-reason',
    'kept-day-changed',
  ]);
  expect(problemsOf(result.steps[3])).toContain('kept are 2024-11-08');
  expect(mailsBySteps(result).slice(3)).toEqual([0, 0, 0, 0, 0, 0, 0]);
}
