// The folder that a desk lives in: recognised before it is used, copied for a dry run, emptied for a fresh start.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from './options';

/** Marks a folder as a desk's and keeps the seed that its market was drawn from. */
const MARK = 'desk.json';
export const DEFAULT_SEED = 7;

export interface DeskFolder {
  readonly dir: string;
  readonly seed: number;
  /** Removes what a dry run made; does nothing to a desk that is kept. */
  discard(): void;
}

interface FolderOptions {
  readonly dir: string;
  readonly seed: number | null;
  readonly fresh: boolean;
  readonly dryRun: boolean;
}

export function openFolder({ dir, seed, fresh, dryRun }: FolderOptions): DeskFolder {
  const isKept = existsSync(join(dir, MARK));
  if (!isKept && existsSync(dir) && readdirSync(dir).length > 0) {
    throw new UsageError(
      `${dir} holds something else than a desk: name an empty or a new folder with --dir.`,
    );
  }
  if (isKept && !fresh) checkSeed(dir, seed);
  if (dryRun) {
    const copy = mkdtempSync(join(tmpdir(), 'trading-desk-'));
    if (isKept && !fresh) cpSync(dir, copy, { recursive: true });
    return { ...mark(copy, seed), discard: () => rmSync(copy, { recursive: true, force: true }) };
  }
  if (isKept && fresh) rmSync(dir, { recursive: true });
  return { ...mark(dir, seed), discard: () => undefined };
}

function mark(dir: string, wanted: number | null): { readonly dir: string; readonly seed: number } {
  const seed = keptSeed(dir) ?? wanted ?? DEFAULT_SEED;
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, MARK), `${JSON.stringify({ seed })}\n`);
  return { dir, seed };
}

function checkSeed(dir: string, wanted: number | null): void {
  const seed = keptSeed(dir);
  if (wanted !== null && wanted !== seed) {
    throw new UsageError(
      `The desk in ${dir} was started with seed ${seed}, and another market would contradict its fills: add --fresh, or --dir for another desk.`,
    );
  }
}

function keptSeed(dir: string): number | null {
  const file = join(dir, MARK);
  if (!existsSync(file)) return null;
  const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof kept === 'object' && kept !== null && 'seed' in kept && typeof kept.seed === 'number')
    return kept.seed;
  throw new UsageError(`${file} is damaged: start over with --fresh.`);
}
