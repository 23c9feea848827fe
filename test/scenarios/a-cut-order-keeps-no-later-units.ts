import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'an order that is cut before its first fill keeps nothing: a unit that is booked later is over by what it is too much';

export function expected(result: ScenarioResult): void {
  expect(result.steps.at(-1)?.result).toMatchObject({
    assets: [{ target: 700_000, primary: 1_250_000, residual: -550_000, open: 0, over: 550_000 }],
  });
}
