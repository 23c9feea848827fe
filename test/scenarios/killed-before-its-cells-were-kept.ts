import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses } from './statuses';

export const shows = 'what was written down first is finished by the next run: one mail, one run, all rows';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['killed', 'unchanged']);
  expect(mailsBySteps(result)).toEqual([0, 1]);
  expect(result.tabs.orders).toMatchObject([{ asset: 'HASH11', version: 1, cap: 12_300_000 }]);
  expect(result.warehouse.runs).toHaveLength(1);
  expect(result.warehouse.order_intents).toHaveLength(3);
}
