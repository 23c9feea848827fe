// The one order of everything that a desk's host keeps: spreadsheets, properties, files, triggers, mails, clock. What happened is
// written here before anything else happens; the files beside it are brought up to it at checkpoints, and after a kill.
import { join } from 'node:path';
import * as v from 'valibot';
import { isRefused, setAside } from '../book/files';
import { bodiesBefore, openLog, reachedIn } from './log';
import type { Loss } from './loss';
import { goneSince, Stood, standing } from './stood';

/** What keeps something: it takes again what was noted, and brings its files up to date. */
export interface Part {
  /** @param seq the record's place in the order, for a part whose files know how far they are */
  replay(record: unknown, seq: number): void;
  /** Writes its files; they are on disk when it returns. @param seq the next record's place */
  checkpoint(seq: number): void;
}

/** One part's pen. */
export interface Notes {
  /** Noted in memory; on disk with the next `sync`, in the order of all parts. */
  note(record: unknown): void;
  /** What is noted meanwhile happened at once: a restart finds all of it, or none. It must not `sync`. */
  together(work: () => void): void;
  /** What was noted before is on disk now, whatever part noted it. */
  sync(): void;
  /** The part's files already hold what was noted before this place. */
  standsAt(seq: number): void;
}

export interface Journal {
  /**
   * Takes the part in, and gives it what was noted for it since the last checkpoint.
   * @param since a file of an earlier checkpoint stands in for a damaged one: from that place on, as far as it is still known
   */
  join(name: string, part: Part, since?: number): Notes;
  sync(): void;
  /** Brings every file up to date and begins a new journal. */
  checkpoint(): void;
  /** Whether the journal has grown so long that a checkpoint is due. */
  isLong(): boolean;
  /** A file could not be read and lies under another name now. @param instead the earlier one that was opened in its place */
  lose(file: string, aside: string, instead?: string): void;
  /** Files that could not be read, and where they lie now. */
  readonly losses: readonly Loss[];
  /** The place of its first record: what a file of the last checkpoint holds at least. */
  readonly from: number;
  /** Paths of the files that stood at the last checkpoint, from the desk's folder; null = nobody wrote it down. */
  readonly stood: readonly string[] | null;
  /** The order itself lacks something that was in it, so nobody knows what else happened. */
  readonly isBroken: boolean;
  close(): void;
}

/** The journal's own record: the files that stood at the checkpoint it begins with. */
const STOOD = 'journal';

/** A restart replays this much in about a second. */
const LONG = 24_000_000;

/** Its place in the order, the part that noted it, and what it noted. */
const Body = v.tuple([v.number(), v.string(), v.unknown()]);

export function openJournal(dir: string): Journal {
  const file = join(dir, 'journal.log');
  const log = openLog(file);
  const losses: Loss[] = log.damage === null ? [] : [{ file, aside: log.damage.aside }];
  if (log.isUnmarked) losses.push({ file: reachedIn(file), aside: null });
  const parts: Part[] = [];
  const kept = new Map<string, { readonly seq: number; readonly record: unknown }[]>();
  let next = log.from;
  let stood: Stood | null = null;
  for (const body of log.bodies) {
    const { seq, own, record } = bodyOf(body);
    if (own === STOOD) stood = v.parse(Stood, record);
    const known = kept.get(own) ?? [];
    known.push({ seq, record });
    kept.set(own, known);
    next = seq + 1;
  }
  losses.push(...goneSince(dir, stood));
  let expected = stood;
  return {
    losses,
    from: log.from,
    stood: stood?.map(({ name }) => name) ?? null,
    isBroken: log.damage !== null,
    lose: (lost, aside, instead) => void losses.push(lossOf(lost, aside, instead)),
    join(name, part, since) {
      parts.push(part);
      if (since !== undefined)
        for (const { seq, own, record } of bodiesBefore(file).map(bodyOf))
          if (own === name && seq >= since && seq < log.from) part.replay(record, seq);
      for (const { seq, record } of kept.get(name) ?? []) part.replay(record, seq);
      kept.delete(name);
      return {
        note(record) {
          log.add(`[${next},${JSON.stringify(name)},${sendable(record)}]`);
          next += 1;
        },
        together: log.together,
        sync: log.sync,
        standsAt(seq) {
          // Files are written behind the journal: one that is ahead of it has seen another, which is gone with its mark.
          if (seq > next && losses.every(({ file: lost }) => lost !== file))
            losses.push({ file, aside: null });
          next = Math.max(next, seq);
        },
      };
    },
    sync: log.sync,
    checkpoint() {
      log.sync();
      for (const part of parts) part.checkpoint(next);
      expected = standing(dir, expected);
      log.restart(next, `[${next},${JSON.stringify(STOOD)},${JSON.stringify(expected)}]`);
      next += 1;
    },
    isLong: () => log.size() > LONG,
    close: log.close,
  };
}

function bodyOf(body: string): { readonly seq: number; readonly own: string; readonly record: unknown } {
  const [seq, own, record] = v.parse(v.pipe(v.string(), v.parseJson(), Body), body);
  return { seq, own, record };
}

const lossOf = (file: string, aside: string, instead?: string): Loss => ({
  file,
  aside,
  ...(instead === undefined ? {} : { instead }),
});

/** A style that is there but undefined takes the cell's style away; plain JSON would lose it. */
const sendable = (value: unknown): string =>
  JSON.stringify(value, (key, each) => (key === 's' && each === undefined ? null : each)) ?? 'null';

/**
 * Without a file of its own: for a part that stands alone, and for a desk that nobody opens again after a crash.
 * @param writes when a part's files are written: with each `sync`, or at checkpoints only
 */
export function withoutLog(writes: 'at once' | 'at checkpoints'): Journal {
  const parts: Part[] = [];
  const changed = new Set<Part>();
  const losses: Loss[] = [];
  const write = (): void => {
    for (const part of changed) part.checkpoint(0);
    changed.clear();
  };
  const sync = (): void => {
    if (writes === 'at once') write();
  };
  return {
    losses,
    from: 0,
    stood: null,
    isBroken: false,
    lose: (file, aside, instead) => void losses.push(lossOf(file, aside, instead)),
    join(_name, part) {
      parts.push(part);
      const note = (): void => void changed.add(part);
      return { note, together: (work) => work(), sync, standsAt: () => undefined };
    },
    sync,
    checkpoint: write,
    isLong: () => false,
    close: () => undefined,
  };
}

/** Where the file of the checkpoint before lies. */
export const earlierOf = (file: string): string =>
  file.endsWith('.gz') ? `${file.slice(0, -'.gz'.length)}.before.gz` : `${file}.before`;

/**
 * What `read` finds in the file; where it cannot be read, in that of the checkpoint before.
 * @throws what the system says where it lets nobody read it
 * @returns where the damaged one lies now, too; null = it is none. Whoever asks says what it came to, with `lose`
 */
export function readOrEarlier<T>(
  file: string,
  read: (file: string) => T | undefined,
): { readonly found: T | undefined; readonly aside: string | null } {
  try {
    return { found: read(file), aside: null };
  } catch (error) {
    if (isRefused(error)) throw error;
    const aside = setAside(file);
    try {
      return { found: read(earlierOf(file)), aside };
    } catch {
      return { found: undefined, aside };
    }
  }
}

/**
 * What `read` finds in the file; a damaged one is set aside, named, and counts as none.
 * @throws what the system says where it lets nobody read it
 */
export function readOrSetAside<T>(journal: Journal, file: string, read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isRefused(error)) throw error;
    journal.lose(file, setAside(file));
    return undefined;
  }
}
