import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'what is reported after a stop goes to the orders that ended, up to what they hold; the rest waits for a person';

export function expected(result: ScenarioResult): void {
  const rows = (result.tabs.allocation ?? []).filter(({ cnpj }) => cnpj !== null);
  expect(rows.map(({ fund, shares }) => [fund, shares])).toEqual([
    ['ALFA FIF', 96_100],
    ['BETA FIF', 96_100],
  ]);
  expect(result.day.status).toBe('PENDING');
  expect(result.day.missing.join('\n')).toContain('800 shares of SELL HASH11 fit no fund');
}
