import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'a fund that comes late asks for the units that it needs, since none of the morning’s shares can be its own';

export function expected(result: ScenarioResult): void {
  const rows = result.tabs['primary-requests'] ?? [];
  expect(rows.map(({ fund, units, executed_shares: shares }) => [fund, units, shares])).toEqual([
    ['ALFA FIF', 4, 80_000],
    ['BETA FIF', 4, 0],
  ]);
  // ALFA misses 8,000, which is above the tolerance too, and BETA 600,000.
  expect(result.tabs.orders?.map(({ cap, executed }) => [cap, executed])).toEqual([[5_600_000, 4_992_000]]);
}
