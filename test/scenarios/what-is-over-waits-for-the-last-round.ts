import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'a round says what waits for the last one, and shares beyond every target are not said to have had no other taker';

export function expected({ mails, tabs }: ScenarioResult): void {
  const round = mails.find(({ subject }) => subject.includes('Adjustment 1'));
  expect(round?.text).toContain(
    'Nothing is asked for now. R$ 126,400.00 that funds have too much waits for the last round.',
  );
  expect(round?.text).not.toContain('Converged');
  const sold = (tabs.allocation ?? []).filter(({ side }) => side === 'SELL');
  expect(sold).toHaveLength(3);
  for (const { reasons } of sold) {
    expect(reasons).toContain('more was traded than all that were in force called for');
    expect(reasons).not.toContain('nobody else');
  }
}
