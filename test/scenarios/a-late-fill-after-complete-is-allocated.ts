import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, total } from './statuses';

export const shows = 'COMPLETE, then PENDING with what differs, then the schedule’s version 2';

export function expected(result: ScenarioResult): void {
  expect(result.steps.map(({ result: said }) => said)).toMatchObject([
    { status: 'applied' },
    { status: 'applied' },
    { complete: true },
    { complete: false, missing: [expect.stringContaining('there are 60,500 in 2')] },
    expect.arrayContaining([expect.stringContaining('version 2 REPLACES 1')]),
  ]);
  // The broker and the traders; of what nobody ran before the day was allocated there is no word.
  expect(mailsBySteps(result)).toEqual([1, 2, 0, 0, 2]);
  expect(total(result, 'broker-orders', 'asset_amount')).toBe(60_500);
  expect(result.day.status).toBe('COMPLETE');
}
