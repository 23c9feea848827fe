import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { warningsOf } from './statuses';
export const shows = 'a consolidated row beyond the share cap is said in shares, though it tells no time';

export function expected(result: ScenarioResult): void {
  const [, status, round] = result.steps;
  expect(JSON.stringify(status?.result)).toContain(
    '900 shares of HASH11 are sold naked: 2,900 are sold in all',
  );
  expect(warningsOf(round)).toContain(
    'Aurora sold 900 shares of HASH11 beyond its share cap of 2,000 of 10:15',
  );
  expect(result.day.missing).toEqual(['900 shares of SELL HASH11 fit no fund; settle them with Aurora']);
}
