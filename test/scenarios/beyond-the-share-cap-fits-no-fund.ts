import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'what no fund has is taken from the broker that went beyond its share cap, not from the one that did as told';

export function expected(result: ScenarioResult): void {
  const booked = (house: string): number =>
    (result.tabs['broker-orders'] ?? [])
      .filter((row) => String(row.exchange_code).startsWith(house))
      .reduce((sum, row) => sum + Number(row.asset_amount), 0);
  expect([booked('Aurora'), booked('Boreal')]).toEqual([900, 1_180]);
  expect(result.day.missing).toEqual(['620 shares of SELL HASH11 fit no fund; settle them with Boreal']);
  const [, , status] = result.steps;
  expect(JSON.stringify(status?.result)).toContain('620 shares of HASH11 are sold naked');
}
