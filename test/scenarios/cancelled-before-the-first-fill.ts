import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses } from './statuses';

export const shows =
  'nothing that is cancelled is opened again by the morning, units, a round or the schedule';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual([
    'applied',
    'ready',
    'applied',
    'unchanged',
    'unchanged',
    'applied',
    'done',
    'applied',
  ]);
  expect(mailsBySteps(result)).toEqual([2, 0, 2, 0, 0, 0, 0, 1]);
  expect(result.tabs.orders).toMatchObject([{ version: 2, cap: 0, executed: 0 }]);
  expect(result.tabs['offshore-orders']).toMatchObject([{ fund: 'BETA FIF', amount: 0 }]);
  expect(result.tabs['primary-requests']).toEqual([]);
  const [, , stop, offshore] = result.mails;
  expect(stop?.subject).toContain('Stop orders: HASH11');
  expect(offshore?.text).toContain('CANCELLED: buy USBTC for BETA FIF, was R$ 5,000.00');
}
