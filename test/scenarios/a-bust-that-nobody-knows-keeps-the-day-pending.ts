import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows =
  'whatever is of the day and cannot be put to a fill keeps it PENDING, by name, until it is clear or accepted; an outage does not';

export function expected(result: ScenarioResult): void {
  expect(statuses(result).slice(0, 2)).toEqual(['applied', 'applied']);
  const missing = (step: number) => result.steps[step]?.result;
  const naming = (...texts: string[]) => ({
    complete: texts.length === 0,
    missing: texts.map((text) => expect.stringContaining(text)),
  });
  const [bare, other] = ['busts fill Z9 of Aurora', 'busts fill NOPE of Boreal'];
  expect(missing(2)).toMatchObject(naming(bare));
  expect(missing(3)).toMatchObject(naming(bare, other));
  expect(result.steps[4]?.result).toMatchObject({ status: 'refused' });
  expect(missing(6)).toMatchObject(naming(bare));
  expect(missing(8)).toMatchObject(naming());
  // No answer at all says nothing of the day; a row that cannot be read does.
  expect(missing(9)).toMatchObject(naming());
  expect(missing(10)).toMatchObject(naming('qty "many" is not a number'));
  expect(missing(11)).toMatchObject(naming());
}
