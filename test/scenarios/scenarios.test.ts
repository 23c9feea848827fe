// The scenarios of this folder are played on the bundle, in npm test one of each kind (names.ts); what has to come of NAME.json stands beside it in NAME.ts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readScenario } from '../../src/local/cli/scenarioFile';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { playedNames, scenarioNames } from './names';

interface Expectation {
  /** What the scenario shows, as a sentence. */
  readonly shows: string;
  expected(result: ScenarioResult): void;
}

const ALL = scenarioNames(__dirname);
const PLAYED = playedNames(__dirname);

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
  it.each(ALL)('%s can be read, and says what it shows', (name) => {
    expect(readScenario(readFileSync(join(__dirname, `${name}.json`), 'utf8')).steps.length).toBeGreaterThan(
      0,
    );
    expect(require(`./${name}`)).toEqual({
      shows: expect.stringMatching(/./),
      expected: expect.any(Function),
    });
  });

  it('is played to its end', () => {
    expect(played).toBe('');
    expect(readdirSync(out)).toEqual(PLAYED.map((name) => `${name}.json`));
  });

  for (const name of PLAYED) {
    const { shows, expected }: Expectation = require(`./${name}`);
    it(`${name}: ${shows}`, () => {
      const result: ScenarioResult = JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'));
      expected(result);
      expect.hasAssertions();
    });
  }
});
