import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses, total } from './statuses';

export const shows = 'the bust counts no more, and the correction is shown before and after';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'done', 'applied']);
  expect(JSON.stringify(result.steps[2]?.result)).toContain(
    'was corrected: 60,000 at R$ 62.40 before, 59,000 at R$ 62.40 now',
  );
  expect(total(result, 'broker-orders', 'asset_amount')).toBe(59_000);
  expect(result.day.status).toBe('COMPLETE');
}
