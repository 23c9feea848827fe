import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows = 'the preview that was seen is what is applied, and the log says who did what';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'ready', 'applied', 'applied']);
  expect(result.tabs.log?.map(({ stage, user }) => [stage, user])).toEqual([
    ['initial', 'ana@desk.example'],
    ['primary', 'ana@desk.example'],
    ['final', 'bruno@desk.example'],
  ]);
  expect(result.warehouse.order_intents?.map(({ approved_by }) => approved_by)).toEqual(
    Array(3).fill('ana@desk.example'),
  );
}
