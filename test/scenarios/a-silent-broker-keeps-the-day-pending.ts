import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses } from './statuses';

export const shows =
  'PENDING names it; the word of a person, kept with name and reason, makes the day COMPLETE and writes to nobody';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'done', 'done']);
  expect(result.steps[2]?.result).toMatchObject({
    complete: false,
    missing: [expect.stringContaining('Meridian has instructions and no fill of it is known')],
  });
  expect(mailsBySteps(result)).toEqual([2, 2, 0, 0]);
  expect(result.day).toMatchObject({ status: 'COMPLETE', missing: [] });
  const kept = (result.tabs._state ?? []).find(({ key }) => String(key).startsWith('acceptances/'));
  expect(JSON.parse(String(kept?.value).slice(1))).toEqual({
    code: 'silent-broker',
    subject: 'Meridian',
    reason: 'said so by telephone',
    by: 'a@desk.example',
    at: '2024-11-08T18:45:00',
  });
}
