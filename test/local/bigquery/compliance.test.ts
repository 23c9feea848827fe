// The room answers as Google's reference implementation does, or refuses by name. Where the answers come from: case.ts.
// npm test asks one case of eight of each area, npm run test:all each.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { share } from '../../effort';
import { type Bench, openBench } from './bench';
import { COMPLIANCE } from './compliance';
import { type Case, comparable, ERROR, expectedOf, REFUSED, statementOf, typesOf } from './compliance/case';
import { answerOf } from './compliance/room';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.end());

async function check(given: Case): Promise<void> {
  const expected = expectedOf(given);
  const asked = answerOf(bench, statementOf(given));
  if (expected === null) {
    // A refusal must say that it is one: an error in Google's words would be a claim about Google.
    const words = given[1] === REFUSED ? /^not implemented locally: / : /./;
    await expect(asked).rejects.toThrow(words);
    return;
  }
  const { types, rows } = await asked;
  expect({ types, rows: comparable(rows, expected) }).toEqual({
    types: typesOf(expected),
    rows: comparable(expected.rows, expected),
  });
}

describe.each(Object.entries(COMPLIANCE))('%s', (_area, cases) => {
  it.each(share(cases, 8).map((given) => [given[0], given] as const))('%s', (_sql, given) => check(given));
});

it('the cases hold answers, errors and refusals, none of them twice', () => {
  const all = Object.values(COMPLIANCE).flat();
  expect(new Set(all.map(([sql]) => sql)).size).toBe(all.length);
  expect(all.filter((given) => expectedOf(given) !== null).length).toBeGreaterThan(700);
  for (const says of [ERROR, REFUSED]) expect(all.some((given) => given[1] === says)).toBe(true);
});
