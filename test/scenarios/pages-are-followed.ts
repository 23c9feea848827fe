import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows = 'both pages count';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied']);
  expect(result.tabs.executions?.map(({ fill_id }) => fill_id)).toEqual(['F1', 'F2']);
}
