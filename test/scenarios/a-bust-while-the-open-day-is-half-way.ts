import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses, total } from './statuses';

export const shows =
  'Monday’s run is finished first, then Friday is corrected, and Monday is traded to its end';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual([
    'applied',
    'applied',
    'killed',
    'applied',
    'applied',
    'applied',
    'applied',
  ]);
  // Monday's two instructions that the cut run owed, Aurora and the traders.
  expect(mailsBySteps(result)[3]).toBe(4);
  const subjects = result.mails.map(({ subject, to }) => `${to.join()} ${subject}`);
  expect(new Set(subjects).size).toBe(subjects.length);
  // The tabs are Monday's: nothing of Friday is in them.
  expect(total(result, 'broker-orders', 'asset_amount')).toBe(50_000);
  expect(result.day).toMatchObject({ date: '2024-11-11', status: 'COMPLETE' });
}
