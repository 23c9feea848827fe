import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { problemsOf, statuses, warningsOf } from './statuses';

export const shows =
  'said with what to do until it is booked, then counted; rows of Friday that cannot be read or are of nobody’s account stop nobody either';

const LATE = '1 row of Boreal is of 2024-11-08 and not in that day’s allocation';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual([
    ...['applied', 'applied', 'applied', 'done', 'applied', 'applied', 'done'],
    ...['unchanged', 'unchanged', 'applied'],
  ]);
  const [, , , , units, correction, , round, , final] = result.steps;
  for (const step of [units, round, final]) expect(problemsOf(step)).toBe('[]');
  expect(warningsOf(units)).toContain(LATE);
  expect(warningsOf(units)).toContain('take it in with Trading > Correct an earlier day');
  expect(correction?.result).toMatchObject({ headline: expect.stringContaining('version 2') });
  const status = JSON.stringify(result.steps[6]?.result);
  expect(status).not.toContain(LATE);
  expect(status).toContain('1 of 2024-11-08, known there already');
  // Of Friday, and without a price; of Friday, and of an account that nobody has.
  expect(warningsOf(round)).toContain(LATE);
  expect(warningsOf(round)).toContain('1 of another date, of which no day is kept');
  expect(result.day).toMatchObject({ date: '2024-11-11', status: 'COMPLETE' });
}
