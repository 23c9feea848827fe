// The catalogue is as large as what the desk says: no sentence in it that nobody says, no hole in one that the other lacks.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PT } from '../../src/language/pt';

const CATALOGUE = join('src', 'language', 'pt');

/** The add-on's own source: the laptop knows it only as its bundle. */
const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path === join('src', 'local') ? [] : sources(path);
    return path.endsWith('.ts') && !path.startsWith(CATALOGUE) ? [readFileSync(path, 'utf8')] : [];
  });

const holesIn = (sentence: string): ReadonlySet<string> =>
  new Set([...sentence.matchAll(/\{(\w+)[^}]*\}/g)].map(([, name = '']) => name));

describe('the catalogue', () => {
  const source = sources('src').join('\n');

  /** As biome writes a text: single quotes unless it holds one, a bare name as key of a record. */
  const isSaid = (key: string): boolean =>
    [`'${key}'`, `"${key}"`, JSON.stringify(key), `'${key.replace(/'/g, "\\'")}'`].some((text) =>
      source.includes(text),
    );

  it('has no sentence that nobody says', () => {
    expect(Object.keys(PT).filter((key) => !isSaid(key))).toEqual([]);
  });

  it('has each sentence in one file: of two the last would be heard', () => {
    const keys = readdirSync(CATALOGUE).flatMap((name) => {
      const catalogues: Record<string, Record<string, string>> = require(join('..', '..', CATALOGUE, name));
      return Object.values(catalogues).flatMap(Object.keys);
    });
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key, at) => keys.indexOf(key) < at)).toEqual([]);
  });

  /** A stage's code before what it is doing: no word in Portuguese. */
  const LEFT_OUT = 'code';

  it('has the holes of each sentence in both languages', () => {
    const wrong = Object.entries(PT).flatMap(([english, portuguese]) => {
      const [given, used] = [holesIn(english), holesIn(portuguese)];
      const missing = [...given]
        .filter((hole) => !used.has(hole) && hole !== LEFT_OUT)
        .map((hole) => `lacks {${hole}}: ${english}`);
      const unknown = [...used]
        .filter((hole) => !given.has(hole))
        .map((hole) => `has no {${hole}}: ${english}`);
      return [...missing, ...unknown];
    });
    expect(wrong).toEqual([]);
  });

  it('leaves no brace of a hole in what is said: none stands within another', () => {
    const hole = /\{\w+(\|[^{|}]*\|[^{|}]*)?\}/g;
    const broken = Object.entries(PT)
      .flat()
      .filter((sentence) => /[{}]/.test(sentence.replace(hole, '')));
    expect(broken).toEqual([]);
  });
});
