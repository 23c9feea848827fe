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
import * as v from 'valibot';
import { type Options, UsageError } from './options';

/** Marks a folder as a desk's and keeps what it was begun with. */
const MARK = 'desk.json';
export const DEFAULT_SEED = 7;

const Mark = v.object({
  /** What its market was drawn from. */
  seed: v.number(),
  /** What it was begun with: played by itself, laid out for its reader, or nothing at all. */
  begun: v.optional(v.picklist(['played', 'fresh', 'empty']), 'played'),
});
type Mark = Readonly<v.InferOutput<typeof Mark>>;

export interface DeskFolder extends Mark {
  readonly dir: string;
  /** Removes what a dry run made; does nothing to a desk that is kept. */
  discard(): void;
}

type FolderOptions = Pick<Options, 'dir' | 'seed' | 'fresh' | 'empty' | 'until' | 'dryRun'>;

export function openFolder(options: FolderOptions): DeskFolder {
  const { dir, seed, empty, dryRun } = options;
  const fresh = options.fresh || empty;
  const begun = empty ? 'empty' : fresh && options.until === null ? 'fresh' : 'played';
  const wanted = { seed: seed ?? DEFAULT_SEED, begun } as const;
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
    return { ...mark(copy, wanted), discard: () => rmSync(copy, { recursive: true, force: true }) };
  }
  if (isKept && fresh) rmSync(dir, { recursive: true });
  return { ...mark(dir, wanted), discard: () => undefined };
}

function mark(dir: string, wanted: Mark): Mark & { readonly dir: string } {
  const made = keptMark(dir) ?? wanted;
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, MARK), `${JSON.stringify(made)}\n`);
  return { dir, ...made };
}

function checkSeed(dir: string, wanted: number | null): void {
  const seed = keptMark(dir)?.seed;
  if (wanted !== null && wanted !== seed) {
    throw new UsageError(
      `The desk in ${dir} was started with seed ${seed}, and another market would contradict its fills: add --fresh, or --dir for another desk.`,
    );
  }
}

function keptMark(dir: string): Mark | null {
  const file = join(dir, MARK);
  if (!existsSync(file)) return null;
  const kept = v.safeParse(v.pipe(v.string(), v.parseJson(), Mark), readFileSync(file, 'utf8'));
  if (kept.success) return kept.output;
  throw new UsageError(`${file} is damaged: start over with --fresh.`);
}
