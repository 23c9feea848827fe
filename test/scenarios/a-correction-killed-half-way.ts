import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, problemsOf, statuses } from './statuses';

export const shows =
  'asked again it is finished as it was planned; a mail in doubt is named, and none goes twice';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual([
    'applied',
    'applied',
    'applied',
    'killed',
    'unchanged',
    'killed',
    'held',
  ]);
  expect(mailsBySteps(result)).toEqual([2, 3, 2, 0, 2, 1, 1]);
  expect(problemsOf(result.steps[6])).toMatch(/to desk@boreal.example, .* went out/);
  const subjects = result.mails.map(({ subject, to }) => `${to.join()} ${subject}`);
  expect(new Set(subjects).size).toBe(subjects.length);
}
