// The real desk as a process of its own, to be killed from outside without a word.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When the process is killed: after so many milliseconds, or once its journal has so many bytes. */
export type Moment = { readonly ms: number } | { readonly bytes: number };

export interface Ended {
  /** null = it was killed. */
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly ms: number;
  /** Until it said the first word, which it does once the desk is open. */
  readonly openMs: number;
  /** The longest its journal was. */
  readonly journal: number;
}

/** The program, bundled before, and how far it plays the day. */
export interface Desk {
  readonly program: string;
  readonly until: 'initial' | 'final';
}

const POLL_MS = 1;

/** Runs `npm start` without npm, bundled before: the sample day, in that folder. */
export function runDesk({ program, until }: Desk, dir: string, moment: Moment | null): Promise<Ended> {
  const args = [program, '--no-serve', '--until', until, '--dir', dir];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const began = performance.now();
  const file = join(dir, 'journal.log');
  let openMs = 0;
  let text = '';
  let journal = 0;
  const hear = (part: Buffer): void => {
    if (openMs === 0) openMs = performance.now() - began;
    text += part.toString('utf8');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const kill = (): void => void child.kill('SIGKILL');
  const late = moment !== null && 'ms' in moment ? setTimeout(kill, moment.ms) : undefined;
  const looking = setInterval(() => {
    if (!existsSync(file)) return;
    const { size } = statSync(file);
    journal = Math.max(journal, size);
    if (moment !== null && 'bytes' in moment && size >= moment.bytes) kill();
  }, POLL_MS);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(late);
      clearInterval(looking);
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      resolve({ code, lines, ms: performance.now() - began, openMs, journal });
    });
  });
}
