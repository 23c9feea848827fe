// Every scenario of this folder is played on the bundle; what has to come of NAME.json stands beside it in NAME.ts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';

interface Expectation {
  /** What the scenario shows, as a sentence. */
  readonly shows: string;
  expected(result: ScenarioResult): void;
}

const NAMES = readdirSync(__dirname)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

const out = mkdtempSync(join(tmpdir(), 'scenarios-'));
let played = '';

beforeAll(() => {
  const { stderr } = spawnSync(process.execPath, ['build/run.mjs', 'test/scenarios/play.ts', out], {
    cwd: join(__dirname, '../..'),
    encoding: 'utf8',
  });
  played = stderr;
});
afterAll(() => rmSync(out, { recursive: true }));

describe('a scenario of the folder', () => {
  it('is played to its end', () => {
    expect(played).toBe('');
    expect(readdirSync(out)).toEqual(NAMES.map((name) => `${name}.json`));
  });

  for (const name of NAMES) {
    const { shows, expected }: Expectation = require(`./${name}`);
    it(`${name}: ${shows}`, () => {
      const result: ScenarioResult = JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'));
      expected(result);
      expect.hasAssertions();
    });
  }
});
