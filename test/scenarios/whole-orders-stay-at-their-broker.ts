import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses, warningsOf } from './statuses';

export const shows =
  'a whole order stays at its broker through a cancellation and a round, below its ticket too; where the broker is stopped it goes on elsewhere, and that is said';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'unchanged', 'applied']);
  // Only Meridian hears of the cancellation; in the round nothing moves.
  expect(mailsBySteps(result).slice(0, 3)).toEqual([2, 1, 0]);
  expect(warningsOf(result.steps[1])).not.toContain('goes on at');
  expect(warningsOf(result.steps[3])).toContain(
    'BUY HASH11 of GAMA lay at Meridian, which works it no more, and goes on at Aurora',
  );
  expect(result.tabs.orders).toMatchObject([
    { broker: 'Aurora', cap: 7_000_000, funds: 'ALFA FIF, GAMA FIF' },
    { broker: 'Meridian', cap: 0, funds: null },
  ]);
  expect(result.mails[1]?.text).toContain('whole orders, at no other broker: GAMA FIF, BETA FIF');
}
