import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'a fund of which the market sold too much keeps that sale in the rounds that follow, and its caps on both sides stay';

export function expected(result: ScenarioResult): void {
  const rows = result.tabs.allocation ?? [];
  expect(rows.map(({ fund, side, shares }) => [fund, side, shares])).toEqual([
    ['ALFA FIF', 'BUY', 164_300],
    ['ALFA FIF', 'SELL', 4_500],
  ]);
  // 10,233,600 bought and 281,025 given back of 10,000,000: 47,425 are bought again, and nothing lowers that cap later.
  const buys = result.warehouse.instructions?.filter(({ side }) => side === 'BUY') ?? [];
  expect(buys.map(({ cap }) => cap)).toEqual([10_000_000, 10_233_600 + 47_425]);
  expect(String(rows[1]?.reasons)).not.toContain('from 17:10');
  expect(result.day.status).toBe('COMPLETE');
}
