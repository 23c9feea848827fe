import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses, total } from './statuses';

export const shows =
  'what a broker trades while nobody has an order counts as no fund’s: an order that begins later asks for units as if it were not there';

export function expected(result: ScenarioResult): void {
  expect(statuses(result).slice(4, 6)).toEqual(['applied', 'applied']);
  // 1,900,000 is 1.52 units of 1,250,000, so two; less the 250,062.50 that were traded for nobody it would be 1.32, and one.
  const gama = result.tabs['primary-requests']?.filter(({ fund }) => fund === 'GAMA FIF') ?? [];
  expect(gama).toHaveLength(1);
  expect(gama[0]).toMatchObject({ units: 2, executed_shares: 0, residual: -600_000 });
  // Of 12,001 executed shares 8,000 are what the stopped ones keep.
  expect(total(result, 'allocation', 'shares')).toBe(12_001);
  const nobody = result.tabs.allocation?.find(({ fund }) => fund === 'NO FUND');
  expect(nobody?.shares).toBe(4_001);
}
