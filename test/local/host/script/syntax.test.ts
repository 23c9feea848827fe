import { describe, expect, it } from '@jest/globals';
import { refusalOf } from '../../../../src/local/host/script/syntax';

describe('what Google takes when a script is pushed', () => {
  it.each([
    'const a = { ...b, c };',
    'const d = e?.f ?? 1;',
    'try { g(); } catch { h(); }',
    'const i = BigInt("100000000");',
    'class J { k() { return `l`; } }',
    'for (const [m, n] of o.entries()) p(m, n);',
    'async function q() { await r(); }',
    'const s = new RegExp("\\\\p{L}", "u");',
    'const t = /\\\\p{/;',
  ])('%s passes', async (code) => {
    expect(await refusalOf(code)).toBeNull();
  });

  it.each([
    ['const cents = 100000000n;', 'Unexpected token ILLEGAL'],
    ['const letters = /\\p{L}+/u;', 'a property escape'],
    ['const after = /(?<=R\\$ )\\d+/;', 'a look-behind'],
    ['const named = /(?<year>\\d{4})/;', 'a named group'],
    ['const all = /./s;', 'the flags s'],
    ['class A { #secret = 1; }', 'Unexpected token'],
    ['class A { static limit = 1; }', 'Unexpected token'],
    ['a ||= 1;', 'Unexpected token'],
    ['function* a() {}\nasync function* b() { yield 1; }', 'Unexpected token'],
    ['import { a } from "b"; a();', 'Unexpected token'],
    ['export const a = 1;', 'Unexpected token'],
    ['const broken = ;', 'Unexpected ";"'],
  ])('%s is refused', async (code, reason) => {
    expect((await refusalOf(code))?.reason).toContain(reason);
  });

  it('says near which words', async () => {
    const refused = await refusalOf('function f() { return 1; }\nfunction cap() { return 25n * f(); }\n');
    expect(refused?.near).toContain('function cap() { return 25n');
  });
});
