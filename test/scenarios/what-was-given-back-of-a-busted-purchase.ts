import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'of purchases that are busted after they were given back no fund is the seller: the rest waits for a person, and is bought again';

export function expected(result: ScenarioResult): void {
  // 1,500 bought and 200 held, 2,400 sold.
  expect((result.tabs.allocation ?? []).map(({ fund, side, shares }) => [fund, side, shares])).toEqual([
    ['ALFA FIF', 'BUY', 1_500],
    ['ALFA FIF', 'SELL', 1_700],
    ['NO FUND', 'SELL', 700],
  ]);
  const orders = (result.tabs.orders ?? []).map(({ side, cap, executed }) => [side, cap, executed]);
  expect(orders).toEqual([
    ['BUY', 125_000 + 106_165, 93_600],
    ['SELL', 149_880, 149_880],
  ]);
  expect(result.day.status).toBe('PENDING');
  expect(result.day.missing.join('\n')).toContain('700 shares of SELL HASH11 fit no fund');
}
