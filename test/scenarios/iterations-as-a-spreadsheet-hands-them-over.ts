import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  '‘5’ is five for the rest of the day, whatever the setting says, and nonsense is refused by name';

export function expected(result: ScenarioResult): void {
  const [, , many, first, second, sidebar] = result.steps;
  expect(many?.error?.message).toBe('"many" is not a number of iterations; use 1 or more');
  expect(JSON.stringify(first?.result)).toContain('iteration 1 of 5');
  expect(JSON.stringify(second?.result)).toContain('iteration 2 of 5');
  expect(JSON.stringify(sidebar?.result)).toContain('iteration 2 of 5');
  expect(result.mails.filter(({ subject }) => subject.includes('Adjustment 2 of 5'))).toHaveLength(1);
}
