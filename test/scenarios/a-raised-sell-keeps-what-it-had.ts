import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'what was sold beyond an order stays with it where holdings bound it and it is raised later, and counts towards the raise';

export function expected(result: ScenarioResult): void {
  const rows = result.tabs.allocation ?? [];
  expect(rows.map(({ fund, shares }) => [fund, shares])).toEqual([
    ['ALFA FIF', 110_000],
    ['BETA FIF', 100_000],
  ]);
  expect(rows.map(({ residual }) => residual)).toEqual([9_000_000 - 6_886_000, -260_000]);
  const [order] = result.tabs.orders ?? [];
  expect(order).toMatchObject({ cap: 2 * 6_260_000 + 9_000_000 - 6_260_000, share_cap: 400_000 });
}
