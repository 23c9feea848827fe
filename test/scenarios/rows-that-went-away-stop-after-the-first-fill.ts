import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, problemsOf, statuses, warningsOf } from './statuses';

export const shows =
  'its part stays with the fund, brokers are told, a row that comes back opens nothing, and an emptied tab stops nothing';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual([
    ...['applied', 'edited', 'ready', 'applied', 'edited', 'unchanged', 'edited', 'refused', 'applied'],
  ]);
  expect(mailsBySteps(result)).toEqual([2, 0, 0, 2, 0, 0, 0, 0, 3]);
  expect(JSON.stringify(result.steps[2]?.result)).toContain('Orders that end');
  expect(result.mails[2]?.text).toContain('SUBSTITUI a v1');
  expect(warningsOf(result.steps[5])).toContain('stays so');
  expect(problemsOf(result.steps[7])).toContain('nothing was stopped');
  const had = (result.tabs.allocation ?? []).map(({ fund, executed }) => [fund, executed]);
  expect(had).toContainEqual(['BETA FIF', 507_474.6]);
  const caps = (result.tabs.orders ?? []).reduce((sum, { cap }) => sum + Number(cap), 0);
  // The two that stand, and what Beta had.
  expect(caps).toBeCloseTo(10_000_000 + 300_000 + 507_474.6, 1);
  expect(result.day.status).toBe('COMPLETE');
}
