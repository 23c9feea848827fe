import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

export const shows =
  'after a complete day the schedule stops nothing that is past, and tells a preparation once for each thing that it says';

export function expected({ mails }: ScenarioResult): void {
  const notices = mails.filter(({ subject }) => /PREPARED|STOPPED/.test(subject));
  expect(notices.map(({ subject }) => subject.split(' | ')[2])).toEqual(
    Array.from({ length: 3 }, () => 'PREPARED: Final allocation'),
  );
  expect(new Set(notices.map(({ text }) => text)).size).toBe(3);
}
