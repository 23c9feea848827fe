import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { warningsOf } from './statuses';
export const shows =
  'shares that no fund has are said by status and rounds all afternoon, and no mail says that all is done';

export function expected(result: ScenarioResult): void {
  const [, , before, after, round] = result.steps;
  const said = '500 shares of HASH11 are sold naked';
  expect(JSON.stringify(before?.result)).not.toContain('sold naked');
  expect(JSON.stringify(after?.result)).toContain(said);
  expect(warningsOf(round)).toContain(said);
  const mail = result.mails.find(({ subject }) => subject.includes('Adjustment 1 of 3'));
  expect(mail?.text).toContain(said);
  expect(mail?.text).not.toContain('Converged');
}
