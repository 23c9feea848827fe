import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses, total } from './statuses';

export const shows =
  'the sample’s intents go out at the limits of the day’s opening prices; no market trades them';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied']);
  expect(total(result, 'orders', 'cap')).toBe(25_339_500.5);
  expect(result.tabs.orders?.find(({ asset }) => asset === 'HASH11')).toMatchObject({
    inav: 62.09,
    executed: 0,
  });
  expect(result.tabs.executions).toEqual([]);
  expect(mailsBySteps(result)).toEqual([3]);
}
