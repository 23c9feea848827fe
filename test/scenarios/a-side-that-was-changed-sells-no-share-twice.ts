import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { linesOf, statuses, warningsOf } from './statuses';

export const shows =
  'a fund that gives back and sells for an order too has each of its shares to sell once: brokers hear that cap, and what is sold beyond is no fund’s';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'edited', 'ready', 'applied', 'applied']);
  // 2,000 held and 10,000 bought, of which 2,000 are over and 2,000 are the new order's.
  const caps = (result.tabs.orders ?? []).filter(({ side }) => side === 'SELL');
  expect(caps).toMatchObject([{ share_cap: 12_000 }]);
  const sold = linesOf(result, 'final').filter(({ side }) => side === 'SELL');
  const sharesOf = (name: string): number =>
    sold.reduce((sum, { fund, shares }) => sum + (fund === name ? Number(shares) : 0), 0);
  expect([sharesOf('ALFA FIF'), sharesOf('NO FUND')]).toEqual([12_000, 2_000]);
  expect(warningsOf(result.steps[5])).toContain('2,000 shares of HASH11 are sold naked');
}
