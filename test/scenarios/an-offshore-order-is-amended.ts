import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses } from './statuses';

export const shows =
  'the offshore desk hears of each order that is raised, new or cancelled, and the brokers of nothing';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'edited', 'ready', 'applied', 'unchanged']);
  expect(mailsBySteps(result)).toEqual([2, 0, 0, 1, 0]);
  expect(result.tabs['offshore-orders']).toMatchObject([
    { fund: 'ALFA FIF', amount: 6_000 },
    { fund: 'GAMA FIF', amount: 1_000 },
    { fund: 'BETA FIF', amount: 0 },
  ]);
  const text = result.mails[2]?.text.replace(/\s+/g, ' ');
  for (const said of [
    'REPLACES R$ 5,000.00: buy USBTC for ALFA FIF, R$ 6,000.00 in total today',
    'NEW: buy USBTC for GAMA FIF, R$ 1,000.00',
    'CANCELLED: buy USBTC for BETA FIF, was R$ 7,000.00',
    'cash came',
  ])
    expect(text).toContain(said);
}
