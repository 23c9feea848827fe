import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses, total } from './statuses';

export const shows =
  'on Ash Wednesday the date’s own cut-off lets units be asked for at 15:00; misspelt it stops the morning at its cell';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['refused', 'edited', 'applied', 'applied', 'applied']);
  expect(result.steps[0]?.result).toMatchObject({
    problems: [{ code: 'unknown-cutoff-name', tab: 'holidays', cell: 'E2' }],
  });
  expect(total(result, 'primary-requests', 'units')).toBe(6);
  expect(result.day).toEqual({ date: '2026-02-18', status: 'COMPLETE', missing: [] });
}
