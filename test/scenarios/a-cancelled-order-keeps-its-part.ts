import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows = 'a cancelled fund keeps its half of the morning and gets nothing of the afternoon';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'applied']);
  // ALFA's 6 million, and what BETA has.
  expect(result.tabs.orders).toMatchObject([{ version: 2, cap: 6_312_000, executed: 624_000 }]);
  expect(result.tabs.allocation).toMatchObject([
    { fund: 'ALFA FIF', shares: 25_000 },
    { fund: 'BETA FIF', shares: 5_000, average_price: 62.4, target: 312_000, residual: 0 },
  ]);
  expect(result.tabs['order-intents']).toMatchObject([
    { fund: 'ALFA FIF', ordered: 6_000_000, amount: 6_000_000, kept: null, version: 1 },
    {
      ordered: 6_000_000,
      amount: 0,
      kept: 312_000,
      version: 2,
      reason: 'the subscription did not come',
      approved_by: 'ana@desk.example',
    },
  ]);
  expect(result.mails[1]?.text).toContain('the subscription did not come');
  expect(result.day.status).toBe('COMPLETE');
}
