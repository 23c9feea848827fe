import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses, warningsOf } from './statuses';

export const shows = 'it is named on the screen and to the traders; the broker’s file names no fund for it';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'applied', 'applied']);
  expect(mailsBySteps(result)[3]).toBe(2);
  expect(warningsOf(result.steps[3])).toContain('500 shares of SELL HASH11 fit no fund');
  expect(warningsOf(result.steps[3])).toContain('was executed and never instructed');
  const [broker, traders] = result.mails.slice(-2);
  expect(broker).toMatchObject({ to: ['desk@boreal.example'] });
  expect(broker?.attachments[0]?.text).not.toMatch(/,V,|NO FUND/);
  expect(traders?.text).toContain('fit no fund');
}
