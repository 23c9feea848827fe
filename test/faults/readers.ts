// (d) Random cells, files and answers for every reader: the generators of the suite, until each reader has had its ten thousand.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultKind, FaultOptions, FaultResult } from './row';

/** Of the reader that the suite tries least. */
const LEAST = 150;
const EACH = 10_000;
const FILES = ['test/sheets/fuzz.test.ts', 'test/google/fuzz.test.ts'];

export const readers: FaultKind = {
  name: 'readers',
  async run({ part, say }: FaultOptions): Promise<FaultResult> {
    const dir = mkdtempSync(join(tmpdir(), 'fuzz-'));
    const file = join(dir, 'counts');
    const env = { ...process.env, FUZZ: String(Math.ceil((EACH / LEAST) * part)), FUZZ_COUNTS: file };
    const { status, stderr } = spawnSync(
      process.execPath,
      ['node_modules/jest/bin/jest.js', '-w', '1', ...FILES],
      {
        env,
        encoding: 'utf8',
      },
    );
    const counts = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line): readonly [string, number] => JSON.parse(line));
    rmSync(dir, { recursive: true });
    // One that fails says what it was given; the others went through.
    if (status !== 0) say(stderr.slice(-4_000));
    const rows = counts.map(([operation, tried]) => ({
      kind: 'random contents',
      operation,
      tried,
      asUndisturbed: tried,
      asked: 0,
      wrong: 0,
    }));
    const failed = {
      kind: 'random contents',
      operation: 'a reader failed',
      tried: 1,
      asUndisturbed: 0,
      asked: 0,
      wrong: 1,
    };
    return { rows: status === 0 ? rows : [...rows, failed], figures: [] };
  },
};
