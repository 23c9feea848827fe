import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { warningsOf } from './statuses';

export const shows =
  'added-up rows are never called fills: each fund stands once at its own average, and broker and traders are told';

export function expected(result: ScenarioResult): void {
  expect(warningsOf(result.steps.at(-1))).toContain('the fills of HASH11 are not known one by one');
  const mail = result.mails.find(({ subject }) => subject.includes('Allocation'));
  const [, ...rows] = (mail?.attachments[0]?.text ?? '').trim().split('\n');
  expect(rows.map((row) => row.split(',').slice(8, 12))).toEqual([
    ['', '', '', 'fund'],
    ['', '', '', 'fund'],
  ]);
  expect(rows.reduce((sum, row) => sum + Number(row.split(',')[12]), 0)).toBeCloseTo(
    10_000 * 62.4 + 20_000 * 62.6,
    2,
  );
  expect(mail?.text.replace(/\s+/g, ' ')).toContain('added up, without fill numbers');
}
