import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { warningsOf } from './statuses';

export const shows =
  'a part below one share goes to the broker that can take it; an order below one share is named';

export function expected(result: ScenarioResult): void {
  expect(result.tabs.orders).toMatchObject([{ broker: 'Aurora', cap: 150 }]);
  expect(result.mails.map(({ to }) => to[0])).toEqual(['mesa@aurora.example', 'offshore@desk.example']);
  expect(warningsOf(result.steps[0])).toContain(
    'BUY HASH11 for GAMA: R$ 40.00 is less than one share; it is not sent',
  );
}
