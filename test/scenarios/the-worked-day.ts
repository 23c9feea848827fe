import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses, total } from './statuses';

export const shows =
  'six units rounded down leave R$ 1.056 million to the market, under a cap of R$ 4.8 million';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'applied']);
  expect(total(result, 'primary-requests', 'units')).toBe(6);
  expect(result.tabs.orders).toMatchObject([
    { asset: 'HASH11', version: 2, cap: 4_800_000, executed: 3_744_000 },
  ]);
  expect(total(result, 'allocation', 'shares')).toBe(60_000);
  expect(total(result, 'allocation', 'residual')).toBeCloseTo(1_056_000, 2);
  expect(result.day).toEqual({ date: '2024-11-08', status: 'COMPLETE', missing: [] });
  expect(result.warehouse.runs?.map(({ stage }) => stage)).toEqual(['initial', 'primary', 'final']);
}
