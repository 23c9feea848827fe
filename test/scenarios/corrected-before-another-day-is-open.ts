import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses } from './statuses';

export const shows =
  'allocation, broker-orders and executions are Friday’s until Monday is opened, so they are corrected too';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'applied', 'done', 'applied', 'unchanged']);
  expect(result.steps[2]?.result).toMatchObject({
    tabs: [{ name: 'allocation' }, { name: 'broker-orders' }, { name: 'executions' }],
  });
  // Friday is complete in its second version: Monday opens without a word about it.
  expect(result.steps[3]?.result).toMatchObject({ date: '2024-11-08', complete: true });
  expect(mailsBySteps(result)).toEqual([2, 3, 3, 0, 2, 0]);
}
