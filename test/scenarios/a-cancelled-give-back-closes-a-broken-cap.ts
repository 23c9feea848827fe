import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'what a fund gives back ends with its order, also at a broker that sold more of it than it was told';

export function expected(result: ScenarioResult): void {
  const rows = result.tabs.orders ?? [];
  expect(rows.map(({ cap, executed }) => Number(cap) - Number(executed))).toEqual([0, 0, 0, 0]);
  expect(rows.map(({ version }) => version)).toEqual([2, 2, 2, 2]);
}
