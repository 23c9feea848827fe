import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses } from './statuses';

export const shows =
  'both figures and the factor are named, nobody is written to; the corrected quote opens the day';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'refused', 'applied']);
  expect(result.steps[1]?.result).toMatchObject({
    problems: [
      {
        code: 'odd-inav',
        tab: 'market-data',
        cell: 'B2',
        text: expect.stringContaining(
          'the iNAV of HASH11 is R$ 6,250.00, and on 2024-11-08 it was R$ 62.50; it looks like a factor of 100',
        ),
      },
    ],
  });
  expect(mailsBySteps(result)).toEqual([1, 0, 1]);
  expect(result.tabs.orders).toMatchObject([{ inav: 63.1, limit_price: 63.28 }]);
}
