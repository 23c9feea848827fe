import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { warningsOf } from './statuses';

export const shows = 'an order below what any broker takes is named with its amount, and nobody gets a mail';

export function expected(result: ScenarioResult): void {
  expect(result.tabs.orders).toEqual([]);
  expect(result.mails).toEqual([]);
  expect(warningsOf(result.steps[0])).toContain(
    'BUY HASH11: R$ 50,000.00 is less than any of its brokers takes',
  );
}
