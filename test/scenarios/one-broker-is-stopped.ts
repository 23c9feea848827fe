import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows = 'a stopped broker keeps what it has done, and the other works all the rest';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'unchanged', 'applied']);
  expect(result.tabs.orders).toMatchObject([
    { broker: 'Aurora', version: 2, cap: 624_000, executed: 624_000 },
    { broker: 'Meridian', version: 2, cap: 5_376_000, executed: 0 },
  ]);
  expect(result.tabs.allocation).toMatchObject([{ fund: 'ALFA FIF', shares: 30_000 }]);
  expect(result.mails.slice(2, 4).map(({ to, subject }) => [to[0], subject.split(' | ')[2]])).toEqual([
    ['mesa@aurora.example', 'Stop orders: HASH11'],
    ['desk@meridian.example', 'Amended orders: HASH11'],
  ]);
}
