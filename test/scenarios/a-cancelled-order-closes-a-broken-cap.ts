import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'a broker that broke its cap hears that the order ended, as the others do: no cap in force is left of a cancelled order';

export function expected(result: ScenarioResult): void {
  expect(result.tabs.orders).toMatchObject([
    { broker: 'Aurora', version: 2, cap: 375_000, executed: 375_000 },
    { broker: 'Boreal', version: 2, cap: 0, executed: 0 },
  ]);
  const stops = result.mails.filter(({ subject }) => subject.includes('Stop orders'));
  expect(stops.map(({ to }) => to[0])).toEqual(['mesa@aurora.example', 'desk@boreal.example']);
}
