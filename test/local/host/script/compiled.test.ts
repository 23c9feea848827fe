// What V8 made of a long script is kept for the next thread, and never used for another text.
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compileLong } from '../../../../src/local/host/script/compiled';

let root: string;
let bundle: string;
let kept: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'compiled-'));
  bundle = join(root, 'bundle');
  kept = join(root, 'kept');
  mkdirSync(bundle);
});
afterEach(() => rmSync(root, { recursive: true }));

const answering = (answer: number): string =>
  `function answer() { return ${answer}; }\n//${'-'.repeat(100_000)}`;

/** As a thread does: compile, run, keep. */
function played(code: string): unknown {
  writeFileSync(join(bundle, 'Code.js'), code);
  const { keepNew } = compileLong(bundle, kept);
  const context = createContext({});
  runInContext(readFileSync(join(bundle, 'Code.js'), 'utf8'), context, `${bundle}/Code.js`);
  const answer = runInContext('answer()', context);
  keepNew();
  return answer;
}

/** Whole, but with a head that V8 does not know. */
function otherEngine(whole: Buffer): Buffer {
  const data = Buffer.concat([Buffer.alloc(16, 7), whole.subarray(48)]);
  return Buffer.concat([createHash('sha256').update(data).digest(), data]);
}

/** What this thread has compiled under a name it does not look up again. */
function anotherFolder(): void {
  bundle = `${bundle}2`;
  mkdirSync(bundle);
}

const files = (): readonly string[] => readdirSync(kept).sort();

describe('a long script', () => {
  it('is kept once it ran, and made no second time', () => {
    expect(played(answering(1))).toBe(1);
    const [file = '', ...others] = files();
    expect(others).toEqual([]);
    const at = new Date('2024-11-08T10:00:00Z');
    utimesSync(join(kept, file), at, at);
    expect(played(answering(1))).toBe(1);
    expect(files()).toEqual([file]);
    expect(statSync(join(kept, file)).mtime).toEqual(at);
  });

  it('is another when its text is, though it is as long', () => {
    expect([1, 2, 1].map((answer) => played(answering(answer)))).toEqual([1, 2, 1]);
    expect(files()).toHaveLength(2);
  });

  it.each([
    ['is cut off', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['has a hole', (whole: Buffer) => Buffer.concat([whole.subarray(0, -20), Buffer.alloc(20)])],
    ['is empty', () => Buffer.alloc(0)],
    ['is of another engine', otherEngine],
  ])('is compiled and kept again where what was kept %s', (_what, broken) => {
    played(answering(1));
    const [file = ''] = files();
    const whole = readFileSync(join(kept, file));
    const spoilt = broken(whole);
    writeFileSync(join(kept, file), spoilt);
    anotherFolder();
    expect(played(answering(1))).toBe(1);
    const mended = readFileSync(join(kept, file));
    expect(mended.equals(spoilt)).toBe(false);
    anotherFolder();
    expect(played(answering(1))).toBe(1);
    expect(readFileSync(join(kept, file)).equals(mended)).toBe(true);
  });

  it('is compiled anew by another Node, whose V8 calls itself the same', () => {
    const own = Object.getOwnPropertyDescriptor(process, 'version') ?? {};
    played(answering(1));
    Object.defineProperty(process, 'version', { ...own, value: 'v20.19.0' });
    anotherFolder();
    expect(played(answering(1))).toBe(1);
    Object.defineProperty(process, 'version', own);
    expect(files()).toHaveLength(2);
  });

  it('is run as ever where nothing can be kept', () => {
    writeFileSync(kept, 'a file, not a folder');
    expect(played(answering(3))).toBe(3);
    expect(readFileSync(kept, 'utf8')).toBe('a file, not a folder');
  });

  it('takes the place of the oldest when many were kept', () => {
    for (let answer = 10; answer < 22; answer++) played(answering(answer));
    expect(files()).toHaveLength(8);
  });
});

it('a short script is not kept', () => {
  expect(played('function answer() { return 4; }')).toBe(4);
  expect(() => files()).toThrow('ENOENT');
});
