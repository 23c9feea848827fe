import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { warningsOf } from './statuses';

export const shows = 'a fill beyond the limit of its time stays said when the limit is another';

export function expected({ steps, tabs }: ScenarioResult): void {
  const said = steps.filter(({ at }) => at >= '16:40').map((step) => warningsOf(step));
  expect(said.length).toBeGreaterThan(2);
  for (const warnings of said)
    expect(warnings).toContain('1 fill of BUY HASH11 beyond the limit of R$ 62.68');
  const buys = (tabs.orders ?? []).filter(({ side }) => side === 'BUY');
  expect(buys.map(({ limit_price }) => limit_price)).toEqual([62.88, 62.88]);
}
