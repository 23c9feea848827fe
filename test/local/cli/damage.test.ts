// Whatever becomes of a file that a desk keeps for itself (emptied, cut, overwritten, a folder in its place), the next opening names it,
// and what was there lies aside. The files are those that a desk has: one more of them is tried as well.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from '../../../src/local/cli/world';
import { readSample } from '../../../src/local/market';
import { effort } from '../../effort';

const ROOT = join(__dirname, '../../..');
const sample = readSample(join(ROOT, 'src/local/market/sample'));
const home = mkdtempSync(join(tmpdir(), 'damage-'));
const desk = join(home, 'desk');
afterAll(() => rmSync(home, { recursive: true }));

const open = (dir: string, hasBook: boolean): Promise<World> =>
  openWorld({ dir, bundleDir: join(ROOT, 'build/out'), date: null, seed: 7, sample, hasBook });

const GARBAGE = Buffer.from(Array.from({ length: 3_000 }, (_, at) => (at * 7_919 + 13) % 251));
type Damage = readonly [name: string, of: (bytes: Buffer) => Buffer | null];
/** null = a folder lies there instead. The last byte of a text is the end of its line, without which it says the same. */
const DAMAGES: readonly Damage[] = [
  ['emptied', () => Buffer.alloc(0)],
  ['a folder', () => null],
  ['overwritten', () => GARBAGE],
  ...[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map(
    (part): Damage => [`cut at ${part}`, (bytes) => bytes.subarray(0, Math.floor((bytes.length - 1) * part))],
  ),
];

/** A desk's mark has tests of its own; what ends in .before is read only where the file itself is damaged. */
const isOwn = (name: string): boolean => !name.startsWith('files/') && !name.includes('.before');

beforeAll(async () => {
  mkdirSync(desk);
  const { desk: face, close } = await open(desk, false);
  try {
    await face.call('setUp');
    await face.save();
  } finally {
    await close();
  }
});

it('a desk keeps what V8 made of its engine under the name of this Node: that of another ends the process', () => {
  const kept = readdirSync(join(ROOT, 'build/local')).filter((name) => name.startsWith('univer-'));
  expect(kept.some((name) => name.includes(`.cjs.${process.version}.`))).toBe(true);
});

describe('a file of the desk', () => {
  it('is named by the next opening whatever became of it, and nothing of it is thrown away', async () => {
    const files = readdirSync(desk, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(desk, name)).isFile())
      .map((name) => name.split(sep).join('/'))
      .filter(isOwn)
      .sort();
    // As far as a desk that nothing was sent from has them.
    expect(files).toEqual(
      expect.arrayContaining(['books/desk-book.json.gz', 'clock.json', 'journal.log', 'warehouse.duckdb']),
    );
    const cases = files.flatMap((file) => DAMAGES.map((damage) => [file, ...damage] as const));
    const wrong: string[] = [];
    for (const [file, name, of] of cases.filter((_, at) => at % effort(19, 1) === 0)) {
      const dir = join(home, 'tried');
      cpSync(desk, dir, { recursive: true });
      const path = join(dir, ...file.split('/'));
      const after = of(readFileSync(path));
      rmSync(path);
      if (after !== null) writeFileSync(path, after);
      else {
        mkdirSync(path);
        writeFileSync(join(path, 'mine.txt'), 'mine');
      }
      const named = await open(dir, true).then(
        async ({ losses, close }) => {
          await close();
          return losses.map((loss) => relative(dir, loss.file).split(sep).join('/'));
        },
        (error: Error) => [error.message],
      );
      if (!named.some((one) => one.includes(file)))
        wrong.push(`${file} ${name}: named is ${named.join(' and ')}`);
      // Two numbers, which are written anew in their place: what they said before says nothing.
      const kept =
        file.endsWith('.reached') || [path, `${path}.damaged-1`].some((one) => isThere(one, after));
      if (!kept) wrong.push(`${file} ${name}: what was there is gone`);
      rmSync(dir, { recursive: true });
    }
    expect(wrong).toEqual([]);
  });
});

/** @param content null = a folder with what is somebody's in it */
function isThere(path: string, content: Buffer | null): boolean {
  if (!existsSync(path)) return false;
  if (content === null) return existsSync(join(path, 'mine.txt'));
  return statSync(path).isFile() && readFileSync(path).equals(content);
}
