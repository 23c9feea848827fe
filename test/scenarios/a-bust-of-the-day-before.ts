import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { linesOf, mailsBySteps, statuses } from './statuses';

export const shows =
  'version 2 of Friday to the broker whose lines differ; Monday and the other broker hear nothing';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'applied', 'ready', 'applied', 'unchanged']);
  // Both brokers and the traders on Friday, both on Monday morning, then Aurora and the traders.
  expect(mailsBySteps(result)).toEqual([2, 3, 2, 0, 2, 0]);
  expect(result.steps[4]?.result).toMatchObject({
    files: ['Aurora/aloc_trading_2024-11-08_v2.csv', '2024-11-08/end-of-day_2024-11-08_v2.html'],
    tabs: [],
    headline: expect.stringContaining('version 2 of its allocation REPLACES 1'),
  });
  const [mail] = result.mails.slice(-2);
  expect(mail).toMatchObject({ to: ['mesa@aurora.example'] });
  expect(mail?.attachments[0]?.name).toBe('aloc_trading_2024-11-08_v2.csv');
  expect(linesOf(result, 'correct').map(({ fill_id }) => fill_id)).not.toContain('F2');
  // The history reads it as the day's final allocation, under its date.
  const runs = result.warehouse.runs ?? [];
  expect(runs.filter(({ stage }) => stage === 'final').map(({ trade_date }) => trade_date)).toEqual([
    '2024-11-08',
    '2024-11-08',
  ]);
  expect(result.day).toMatchObject({ date: '2024-11-11', status: 'PENDING' });
}
