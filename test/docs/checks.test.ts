// What the recipe for a check promises: a check that stands among the others is asked by somebody, under codes that its switch knows.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CHECK_SWITCHES } from '../../src/sheets/checkSettings';
import { SWITCHED_CHECKS } from '../../src/stages/checks';

const FOLDER = join('src', 'stages', 'checks');
const files = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

/** Those of a file that is one check: what it exports, by its file's name. */
const CHECKS = files
  .map(({ name, text }) => /^export const (\w+): Check</m.exec(text)?.[1] === name.replace('.ts', '') && name)
  .filter((name) => name !== false)
  .map((name) => name.replace('.ts', ''));

describe('the checks', () => {
  it('are there, a file each', () => {
    expect(CHECKS.length).toBeGreaterThanOrEqual(Object.keys(CHECK_SWITCHES).length);
  });

  it('are each asked: named in a list or a call besides the table of switches', () => {
    const others = files.filter(({ name }) => name !== 'index.ts');
    const nobody = CHECKS.filter((check) =>
      others.every(({ name, text }) => {
        const used = text.replace(/^import .*$/gm, '').match(new RegExp(`\\b${check}\\b`));
        return name === `${check}.ts` || used === null;
      }),
    );
    expect(nobody.map((check) => `${check} is asked by nobody`)).toEqual([]);
  });

  it('find under codes that their switch names', () => {
    const strange = Object.entries(SWITCHED_CHECKS).flatMap(([name, checks]) => {
      const known = Object.entries(CHECK_SWITCHES).find(([setting]) => setting === name)?.[1].codes ?? [];
      return checks.map(({ code }) => code).filter((code) => !known.includes(code));
    });
    expect(strange).toEqual([]);
  });
});
