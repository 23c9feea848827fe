import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'a broker that takes one average for all takes one for each part of the day, and a late joiner pays late prices';

export function expected(result: ScenarioResult): void {
  const told = (result.tabs['broker-orders'] ?? []).map(
    ({ fund, asset_amount, average_price, part_from, amount }) => [
      fund,
      asset_amount,
      average_price,
      part_from,
      amount,
    ],
  );
  const noon = '2024-11-08T12:00:00';
  expect(told).toEqual([
    ['ALFA FIF', 5000, 60, null, 300_000],
    ['ALFA FIF', 156, 64, noon, 9_984],
    ['BETA FIF', 4844, 64, noon, 310_016],
  ]);
  const figures = (tab: string) =>
    (result.tabs[tab] ?? [])
      .filter(({ fund }) => fund !== null)
      .map(({ executed, residual }) => [executed, residual]);
  expect(figures('allocation')).toEqual(figures('status'));
  expect(result.tabs.allocation?.[0]?.reasons).toContain('residual R$ 690,016.00');
  expect(result.tabs.allocation?.[0]?.residual).toBe(690_016);
  const mail = result.mails.find(({ subject }) => subject.includes('Allocation'));
  expect(mail?.text).toContain('In HASH11 orders began or ended during the day');
}
