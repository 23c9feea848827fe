import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'a new version is written to the broker whose rows differ, and an acceptance that is over is told no more';

export function expected({ mails, day }: ScenarioResult): void {
  expect(day.status).toBe('COMPLETE');
  const told = mails.filter(({ subject }) => subject.includes('Allocation'));
  expect(told.map(({ to, subject }) => [to[0], subject.split(' | ')[2]])).toEqual([
    ['mesa@aurora.example', 'Allocation: HASH11'],
    ['desk@boreal.example', 'Allocation v2: HASH11'],
  ]);
  const report = mails.filter(({ subject }) => subject.includes('COMPLETE')).at(-1);
  expect(report?.subject).toContain('v2');
  expect(report?.text).not.toContain('nothing traded');
}
