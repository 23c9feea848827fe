// Every code is explained once, and every explanation is of a code that something says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CODE_GROUPS } from '../../src/domain/problemCodes';

const tables = Object.values(CODE_GROUPS);
const codes = tables.flatMap((table) => Object.keys(table));
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.includes('codes/') && !path.startsWith('local'))
  .map((path) => readFileSync(join('src', path), 'utf8'))
  .join('\n');

describe('the codes', () => {
  it('stand once each, in kebab case', () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('have a cause and a remedy of their own words', () => {
    for (const table of tables)
      for (const [code, [cause, remedy]] of Object.entries(table)) {
        expect([code, cause.length > 8, remedy.length > 3]).toEqual([code, true, true]);
        expect([code, /[.;:]$/.test(cause) || /[.;:]$/.test(remedy)]).toEqual([code, false]);
      }
  });

  it('are each said somewhere: what nobody says any more is not explained', () => {
    expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });
});
