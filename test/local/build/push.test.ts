// What a push would bring to Google: built as npm run deploy builds it, read as Google reads it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../../../src/local/host/script/syntax';

const folder = mkdtempSync(join(tmpdir(), 'push-'));
afterAll(() => rmSync(folder, { recursive: true }));

function built(options: object): string {
  const script = `import(${JSON.stringify(join(process.cwd(), 'build/bundle.mjs'))})
    .then(({ bundle }) => bundle(${JSON.stringify({ out: folder, ...options })}))`;
  execFileSync(process.execPath, ['-e', script]);
  return readFileSync(join(folder, 'Code.js'), 'utf8');
}

describe('a push', () => {
  it('is taken by a parser as old as Google’s, the desk’s own code and every library in it', async () => {
    const code = built({});
    expect(await refusalOf(code)).toBeNull();
    // The same check sees what it is for, in the midst of the same bundle.
    const [half, rest] = [code.slice(0, code.indexOf('\n})();')), code.slice(code.indexOf('\n})();'))];
    expect((await refusalOf(`${half}\nvar cap = 100000000n;${rest}`))?.near).toContain('100000000n');
    expect((await refusalOf(`${half}\nvar word = /\\p{L}/u;${rest}`))?.reason).toContain('property escape');
  });

  it('carries BigInts and young regular expressions as calls, with the same meaning', async () => {
    const entry = join(folder, 'young.ts');
    writeFileSync(
      entry,
      `export const answer = () => [
         String(-12_345_678_901_234_567_890n * 2n), 'Não é 1'.replace(/\\p{L}+/gu, 'x'),
         /(?<year>\\d{4})/.exec('in 2024')?.groups?.year, 'R$ 12'.match(/(?<=R\\$ )\\d+/)?.[0],
       ];`,
    );
    const code = built({ entry });
    expect(await refusalOf(code)).toBeNull();
    const context = createContext({});
    runInContext(code, context);
    expect(JSON.parse(runInContext('JSON.stringify(answer())', context))).toEqual([
      '-24691357802469135780',
      'x x 1',
      '2024',
      '12',
    ]);
  });

  it('says which version and commit it is', () => {
    const entry = join(folder, 'which.ts');
    writeFileSync(entry, 'declare const BUILD: object;\nexport const which = () => BUILD;\n');
    const context = createContext({});
    runInContext(built({ entry }), context);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(JSON.parse(runInContext('JSON.stringify(which())', context))).toEqual({
      version,
      commit: expect.stringMatching(/^([0-9a-f]{7,}\+?|unknown)$/),
    });
  });

  it('is not made with an option that nobody knows', () => {
    const { status, stderr } = spawnSync('node', ['build/bundle.mjs', '--secret-manger'], {
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('--secret-manger');
    expect(stderr).toContain('--secret-manager');
  });
});
