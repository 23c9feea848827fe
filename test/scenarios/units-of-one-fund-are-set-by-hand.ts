import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows =
  'units that a person sets are refused beyond the order with the true reason, asked for as set, told in the tab and in the evening’s mail, and once requested they stand';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'done', 'Error', 'done', 'applied', 'Error', 'applied']);
  const reason = '5 units set by a@desk.example: one basket less at the administrator';
  expect(result.tabs['primary-requests']?.map(({ fund, units }) => [fund, units])).toEqual([
    ['ALFA FIF', 5],
    ['GAMA FIF', 0],
    ['BETA FIF', 1],
  ]);
  expect(result.tabs['primary-requests']?.[0]?.reasons).toBe(reason);
  expect(result.mails.at(-1)?.text).toMatch(
    /5 units of BUY HASH11 for ALFA +one basket less at the administrator +a@desk\.example/,
  );
}
