import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { linesOf, mailsBySteps, statuses } from './statuses';

export const shows = 'the same shares at the right price, to its broker alone; pasted again it is no news';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'applied', 'applied', 'unchanged']);
  expect(mailsBySteps(result)).toEqual([2, 3, 2, 2, 0]);
  const prices = (run: string): readonly unknown[] => [
    ...new Set(
      linesOf(result, run)
        .filter(({ fill_id }) => fill_id === 'F2')
        .map(({ price }) => Number(price)),
    ),
  ];
  expect([prices('final'), prices('correct')]).toEqual([[62.5], [62.4]]);
  const shares = (run: string): number =>
    linesOf(result, run).reduce((sum, row) => sum + Number(row.shares), 0);
  expect([shares('final'), shares('correct')]).toEqual([101_000, 101_000]);
}
