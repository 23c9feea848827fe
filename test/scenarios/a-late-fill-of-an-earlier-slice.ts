import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { linesOf, statuses } from './statuses';

export const shows = 'who came at 15:00 gets nothing of it; the typed row may stay in the tab';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual([
    'applied',
    'edited',
    'ready',
    'applied',
    'applied',
    'applied',
    'edited',
    'applied',
    'unchanged',
  ]);
  const late = linesOf(result, 'correct').filter(({ fill_id }) => fill_id === 'F2');
  expect(late).toMatchObject([{ fund: 'ALFA FIF', shares: 10_000 }]);
}
