import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows = 'the morning’s 39 trades stand again, and what is no file is refused in words';

export function expected({ steps, tabs }: ScenarioResult): void {
  const [shown, written, undone, again, number, renamed] = steps;
  expect(shown?.result).toMatchObject({ trades: 1, tabs: [{ tab: 'daily-trades', same: 0 }] });
  expect(written?.result).toMatchObject({
    trades: 1,
    problems: [{ code: 'total-row' }, { code: 'most-orders-go' }],
  });
  expect(undone?.result).toMatchObject({ headline: expect.stringContaining('gets its 39 rows back') });
  expect(again?.result).toMatchObject({ headline: null, problems: [{ code: 'no-import' }] });
  expect(number?.error?.message).toBe('fundsJson: a text is wanted, not 7');
  expect(renamed?.result).toMatchObject({ funds: 0, problems: [{ code: 'missing-key' }, {}] });
  expect(tabs['daily-trades']).toHaveLength(39);
  expect(tabs['fund-stats']?.length).toBeGreaterThan(10);
}
