// The folder that a desk lives in: recognised before it is used, copied for a dry run, set aside for a fresh start.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { type Loss, readOwn, setAside, writeWhole } from '../host';
import { keepBefore } from './before';
import { type Options, UsageError } from './options';
import { DESK } from './theDesk';

/** Marks a folder as a desk's and keeps what it was begun with. */
const MARK = 'desk.json';
export const DEFAULT_SEED = 7;

const Mark = v.object({
  /** What its market was drawn from. */
  seed: v.number(),
  /** What it was begun with: played by itself, laid out for its reader, or nothing at all. */
  begun: v.optional(v.picklist(['played', 'fresh', 'empty']), 'played'),
  /**
   * `laid out`: its book stands. Before that it is laid out from the beginning again, whatever stands in it: with the sample
   * (`new`), or with files of the reader's own (`new with files`). `cleared`: what was there before is being put aside.
   */
  state: v.optional(v.picklist(['laid out', 'new', 'new with files', 'cleared']), 'laid out'),
});
const MarkText = v.pipe(v.string(), v.parseJson(), Mark);
type Mark = Readonly<v.InferOutput<typeof Mark>>;

export interface DeskFolder extends Mark {
  readonly dir: string;
  /** The mark could not be read, or there is none beside a desk: which market it was is not known; null = it could. */
  readonly damaged: Loss | null;
  /** Where the desk lies that was here before; null = this start put none aside. */
  readonly before: string | null;
  /** The book stands as it was begun: from now on it is never laid out again. */
  laidOut(): void;
  /** Removes what a dry run made; does nothing to a desk that is kept. */
  discard(): void;
}

type FolderOptions = Pick<
  Options,
  'dir' | 'seed' | 'fresh' | 'empty' | 'until' | 'dryRun' | 'funds' | 'trades'
>;

export function openFolder(options: FolderOptions): DeskFolder {
  const { dir, seed, empty, dryRun } = options;
  const fresh = options.fresh || empty;
  const hasOwn = options.funds !== null && options.trades !== null;
  const wanted: Mark = {
    seed: seed ?? DEFAULT_SEED,
    begun: empty ? 'empty' : fresh && options.until === null ? 'fresh' : 'played',
    state: empty ? 'laid out' : hasOwn ? 'new with files' : 'new',
  };
  // DuckDB reads what follows as a question to the file, and puts what it writes beside it into another folder.
  if (dir.includes('?'))
    throw new UsageError(
      `${dir} has a "?" in it, which the warehouse takes amiss: name another folder with --dir.`,
    );
  const isKept = existsSync(join(dir, MARK)) || isDesk(dir);
  if (!isKept && existsSync(dir) && readdirSync(dir).some((name) => !name.startsWith(MARK))) {
    throw new UsageError(
      `${dir} holds something else than a desk: name an empty or a new folder with --dir.`,
    );
  }
  if (!isKept) checkBeside(dir);
  const { mark: kept, damaged } = keptMark(dir);
  if (kept !== null && !fresh && kept.state !== 'cleared') {
    checkSeed(dir, kept.seed, seed);
    if (kept.state === 'new with files' && !hasOwn)
      throw new UsageError(
        `The desk in ${dir} was to begin with files of your own and was cut off: name them again with --funds and --trades.`,
      );
  }
  if (dryRun) {
    const copy = mkdtempSync(join(tmpdir(), 'trading-desk-'));
    if (isKept && !fresh) cpSync(dir, copy, { recursive: true });
    const opened = opening(copy, fresh ? null : kept, { ...wanted, damaged, before: null });
    return { ...opened, discard: () => rmSync(copy, { recursive: true, force: true }) };
  }
  const isCleared = kept?.state === 'cleared';
  const before = isKept && (fresh || isCleared) ? clear(dir, kept ?? wanted) : null;
  return opening(dir, fresh || isCleared ? null : kept, { ...wanted, damaged, before });
}

function opening(
  dir: string,
  kept: Mark | null,
  { damaged, before, ...wanted }: Mark & Pick<DeskFolder, 'damaged' | 'before'>,
): DeskFolder {
  // A mark that cannot be read stood on a book that was laid out, most likely: it is not overwritten.
  const made = kept ?? (damaged === null ? wanted : { ...wanted, state: 'laid out' });
  const write = (mark: Mark): void => writeWhole(join(dir, MARK), `${JSON.stringify(mark)}\n`);
  if (kept === null) write(made);
  return {
    dir,
    ...made,
    damaged,
    before,
    laidOut: () => write({ ...made, state: 'laid out' }),
    discard: () => undefined,
  };
}

/** Whoever is cut off here goes on with it at the next start. @returns where the desk lies that was here */
function clear(dir: string, mark: Mark): string {
  const write = (state: Mark['state']) => (folder: string) =>
    writeWhole(
      join(folder, MARK),
      `${JSON.stringify({ ...mark, state })}
`,
    );
  const names = readdirSync(dir).filter((name) => name !== MARK);
  const goesOn = mark.state === 'cleared';
  if (!goesOn) write('cleared')(dir);
  // What lies aside is a desk that can be opened, with --dir, as it was.
  return keepBefore(dir, names, { goesOn, mark: write(goesOn ? 'laid out' : mark.state) });
}

/** A desk inside another's folder would be put aside with that one, and thrown away at its next fresh start. */
function checkBeside(dir: string): void {
  for (let above = dirname(dir); above !== dirname(above); above = dirname(above))
    if (isDesk(above))
      throw new UsageError(
        `${dir} lies inside another desk's folder, ${above}: name a folder beside it with --dir.`,
      );
}

function checkSeed(dir: string, seed: number, wanted: number | null): void {
  if (wanted !== null && wanted !== seed) {
    throw new UsageError(
      `The desk in ${dir} was started with seed ${seed}, and another market would contradict its fills: add --fresh, or --dir for another desk.`,
    );
  }
}

/** Where a desk's own book lies. */
export const bookIn = (dir: string): string => join(dir, 'books', `${DESK.bookId}.json.gz`);

/** Known by its own book, where somebody took its mark away: the file, or what the journal noted of it. */
export function isDesk(dir: string): boolean {
  const notes = (name: string): boolean => {
    const file = join(dir, name);
    if (!existsSync(file) || !statSync(file).isFile()) return false;
    const text = readFileSync(file, 'latin1');
    return text.startsWith('desk journal ') && text.includes(`"${DESK.bookId}"`);
  };
  return existsSync(bookIn(dir)) || ['journal.log', 'journal.log.before'].some(notes);
}

/** Whether a desk stands there with its book; one whose mark cannot be read does, most likely. */
export function isLaidOut(dir: string): boolean {
  const file = join(dir, MARK);
  const kept = v.safeParse(
    MarkText,
    existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : '',
  );
  return kept.success ? kept.output.state === 'laid out' : isDesk(dir);
}

/** One that cannot be read is set aside. */
function keptMark(dir: string): { readonly mark: Mark | null; readonly damaged: Loss | null } {
  const file = join(dir, MARK);
  const text = readOwn(file);
  if (text === undefined) return { mark: null, damaged: isDesk(dir) ? { file, aside: null } : null };
  const kept = v.safeParse(MarkText, text);
  return kept.success
    ? { mark: kept.output, damaged: null }
    : { mark: null, damaged: { file, aside: setAside(file) } };
}
