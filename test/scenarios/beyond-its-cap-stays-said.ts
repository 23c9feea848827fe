import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { warningsOf } from './statuses';

export const shows =
  'who traded beyond its cap is told so after the orders ended and after the close; version 2 has a file of its own';

export function expected(result: ScenarioResult): void {
  for (const [step, money] of [
    [1, '250,000.00'],
    [2, '250,000.00'],
    [3, '256,250.00'],
  ] as const)
    expect(warningsOf(result.steps[step])).toContain(
      `Aurora traded R$ ${money} of BUY HASH11 beyond its cap of R$ 1,000,000.00 after that was out at 10:15; call it`,
    );
  // What nobody asked for is no target, though its order has ended.
  expect(result.tabs.allocation).toMatchObject([
    { target: 1_000_000, executed: 1_256_250, residual: -256_250 },
  ]);
  const names = result.mails.flatMap(({ attachments }) => attachments.map(({ name }) => name));
  expect(names.filter((name) => name.startsWith('aloc'))).toEqual([
    'aloc_trading_2024-11-08.csv',
    'aloc_trading_2024-11-08_v2.csv',
  ]);
}
