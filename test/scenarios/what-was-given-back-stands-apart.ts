import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses, total, warningsOf } from './statuses';

export const shows =
  'bought and given back are two figures, each row adds up and says where its shares come from; what was traded before a cap was out is no breach of it';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'applied', 'done', 'applied']);
  const buys = result.tabs.allocation?.filter(({ side }) => side === 'BUY') ?? [];
  expect(buys).toHaveLength(3);
  for (const row of [...buys, ...(result.tabs.adjustments ?? [])]) {
    const back = Number(row.given_back ?? row.opposite);
    const left = Number(row.target) - Number(row.primary) - Number(row.executed) + back;
    expect(left).toBeCloseTo(Number(row.residual ?? row.difference), 2);
    expect(Number(row.executed)).toBeGreaterThan(0);
  }
  expect(total(result, 'allocation', 'given_back')).toBeCloseTo(2_000 * 62.45, 2);
  expect(total(result, 'allocation', 'executed')).toBeCloseTo(60_600 * 62.4, 2);
  const sold = result.tabs.allocation?.filter(({ side }) => side === 'SELL') ?? [];
  expect(String(sold[0]?.reasons)).toMatch(
    /it gives back R\$ [\d.,]+ from 16:40 on, [\d,]+ shares traded from 16:40 on: shared/,
  );
  const summary = result.mails.find(({ subject }) => subject.includes('Adjustment 1 of 1'));
  expect(summary?.text).toContain('Given back');
  // 600 shares of 12:20, known at 16:00: the cap of 12:30 was not broken.
  const warnings = warningsOf(result.steps[4]);
  expect(warnings).toContain('these fills were traded before and reported late');
  expect(warnings).not.toContain('call it');
  expect(JSON.stringify(buys.map(({ reasons }) => reasons))).not.toContain('iNAV moved');
}
