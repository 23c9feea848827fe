import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows = 'Monday freezes its own intents and counts nothing that Friday executed';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'applied', 'applied']);
  expect(result.tabs.orders).toMatchObject([
    { trade_date: '2024-11-11', version: 1, cap: 12_300_000, executed: 0 },
  ]);
  expect(result.day).toMatchObject({ date: '2024-11-11', status: 'PENDING' });
  expect(result.warehouse.order_intents?.map(({ trade_date }) => trade_date)).toEqual([
    ...Array(3).fill('2024-11-08'),
    ...Array(3).fill('2024-11-11'),
  ]);
}
