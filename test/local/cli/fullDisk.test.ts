// A disk that fills up under a real desk: said in one sentence, and the process ends.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { share } from '../../effort';

/** A device that takes no byte, as a full disk does. */
const FULL = '/dev/full';

(existsSync(FULL) ? describe : describe.skip)('a desk whose disk is full', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['build/run.mjs', 'src/local/cli/main.ts', '--help'], { stdio: 'ignore' });
  });

  it.each(share(['outbox.json.new', 'clock.json.new'], 2))('says so at %s, and ends with 1', (name) => {
    const dir = join(mkdtempSync(join(tmpdir(), 'full-')), 'desk');
    const args = ['build/local/src-local-cli-main.cjs', '--no-serve', '--dir', dir];
    spawnSync(process.execPath, [...args, '--empty']);
    rmSync(join(dir, name), { force: true });
    symlinkSync(FULL, join(dir, name));
    const { status, stdout, signal } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(stdout).toContain('the disk is full: free some space and start again');
    expect([status, signal]).toEqual([1, null]);
    rmSync(join(dir, '..'), { recursive: true });
  });

  it('is no success either where only what is printed goes to it', () => {
    const full = openSync(FULL, 'w');
    const { status, stderr } = spawnSync(process.execPath, ['build/local/src-local-cli-main.cjs', '--help'], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(stderr).toContain('What is said here cannot be written: ENOSPC');
    expect(status).toBe(1);
  });
});
