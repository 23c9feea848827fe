import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses } from './statuses';

export const shows =
  'its row is left out with a warning, and the broker is told of the other funds’ orders alone';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied']);
  expect(mailsBySteps(result)).toEqual([1]);
  expect(result.steps[0]?.result).toMatchObject({
    warnings: expect.arrayContaining([
      expect.objectContaining({ code: 'negative-cash', tab: 'daily-trades', cell: 'E3' }),
    ]),
  });
  expect(result.tabs['order-intents']?.map(({ fund, amount }) => [fund, amount])).toEqual([
    ['ALFA FIF', 10_000_000],
    ['GAMA FIF', 300_000],
  ]);
  expect(result.tabs.orders).toMatchObject([{ cap: 10_300_000 }]);
}
