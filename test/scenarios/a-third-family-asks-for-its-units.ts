import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows = 'a family that no code names gets its orders, its units and its administrator’s mail';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied']);
  expect(result.tabs['primary-requests']).toMatchObject([
    { family: 'bonds', asset: 'BOND11', request: 'creation', units: 3, residual: 400_000 },
  ]);
  expect(result.mails.map(({ to }) => to)).toContainEqual(['lotes@serra.example']);
}
