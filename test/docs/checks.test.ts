// What the recipe for a check promises: a check that stands in its file is asked by somebody.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CHECK_SWITCHES } from '../../src/sheets/checkSettings';

const FOLDER = join('src', 'stages', 'checks');
const files = readdirSync(FOLDER).map((name) => ({
  name: name.replace(/\.ts$/, ''),
  text: readFileSync(join(FOLDER, name), 'utf8'),
}));

describe('the checks', () => {
  /** Files that are one check, under the file's name. */
  const checks = files.filter(({ name, text }) => text.includes(`export const ${name}: Check<`));

  it('are there, a file each', () => {
    expect(checks.length).toBeGreaterThanOrEqual(Object.keys(CHECK_SWITCHES).length);
  });

  it('are each asked, in a list or a call besides the table of switches', () => {
    const nobody = checks.filter(({ name }) =>
      files
        .filter((other) => other.name !== 'index' && other.name !== name)
        .every(({ text }) => !new RegExp(`\\b${name}\\b`).test(text.replace(/^import .*$/gm, ''))),
    );
    expect(nobody.map(({ name }) => `${name} is asked by nobody`)).toEqual([]);
  });
});
