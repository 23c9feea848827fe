import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { linesOf, statuses } from './statuses';

export const shows =
  'what is reported late to orders that have all ended is shared as they were asking then, whatever one of them got afterwards';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'applied', 'applied']);
  const lines = linesOf(result, 'final');
  const sharesOf = (name: string): number =>
    lines.reduce((sum, { fund, shares }) => sum + (fund === name ? Number(shares) : 0), 0);
  // The morning's 8,000 and 4,000 go three to one; the 4,000 after noon are ALFA's, who alone was asking.
  expect([sharesOf('ALFA FIF'), sharesOf('BETA FIF')]).toEqual([9_000 + 4_000, 3_000]);
}
