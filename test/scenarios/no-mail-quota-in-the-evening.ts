import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps } from './statuses';

export const shows =
  'written, saved and counted in the evening; the last mail goes with the next morning’s quota';

export function expected(result: ScenarioResult): void {
  const [, final, status] = result.steps;
  expect(final?.result).toMatchObject({
    status: 'applied',
    headline: 'PENDING: written and saved; 1 mail to 45 recipients waits for mail quota',
    problems: [],
  });
  expect(status?.result).toMatchObject({
    complete: false,
    missing: [expect.stringContaining('1 mail to 45 recipients')],
  });
  expect(mailsBySteps(result)).toEqual([1, 1, 0, 1]);
  expect(result.warehouse.allocation_rows).toHaveLength(3);
  expect(result.day.status).toBe('COMPLETE');
}
