import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows =
  'what a bust leaves too high in the caps is taken back by whoever runs a round, whether or not its turn has come, and counts as none';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'done', 'done', 'applied', 'unchanged', 'applied']);
  expect(JSON.stringify(result.steps[3]?.result)).toContain(
    'the caps of HASH11 leave R$ 375,000.00 more than funds call for: run the adjustment cycle',
  );
  // 70,000 at 62.50 are 375,000 beyond 4,000,000; without 30,000 of them 1,500,000 are missing, as the cap of the morning says.
  expect(result.steps[4]?.result).toMatchObject({
    scope: '1',
    headline: expect.stringMatching(
      /^no round \(the last iteration was at 17:40; the next is due at 18:10\), but the caps left R\$ 375,000\.00 more than funds call for: 1 cap replaced$/,
    ),
  });
  expect(result.tabs.orders).toMatchObject([
    { side: 'BUY', cap: 4_000_000, version: 1 },
    { side: 'SELL', cap: 0, version: 2, share_cap: 0 },
  ]);
}
