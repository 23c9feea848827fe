import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses, warningsOf } from './statuses';

export const shows =
  'cash and holdings that shrink after the orders went out are said by every later stage, and what was bought beyond the cash at the end';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'unchanged', 'edited', 'applied', 'unchanged', 'applied']);
  expect(warningsOf(result.steps[1])).not.toMatch(/to pay with|is to sell/);
  const atNoon = warningsOf(result.steps[3]);
  // 8,000 at 62.50 are bought, 2,500,000 are left; 10,000 shares at 62.50 are left to sell.
  expect(atNoon).toContain(
    'ALFA FIF bought for R$ 500,000.00 today, is to buy for R$ 2,500,000.00 more and has R$ 1,000,000.00 to pay with',
  );
  expect(atNoon).toContain(
    'BETA FIF is to sell R$ 2,500,000.00 of HASH11 today and holds 10,000 shares, worth R$ 625,000.00',
  );
  expect(warningsOf(result.steps[4])).toContain('BETA FIF is to sell');
  const evening = warningsOf(result.steps[5]);
  expect(evening).toContain('ALFA FIF bought for R$ 1,250,000.00 today and has R$ 1,000,000.00 to pay with');
  expect(evening).not.toContain('is to sell');
}
