// The file behind the journal: one record a line, each with its length and a checksum over everything before it. What a kill
// tears off is cut; what somebody else has written is set aside and named.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { copyWhole, readOwn, setAside, writeWhole } from '../book/files';

export interface Log {
  /** What the file began with and held when it was opened. */
  readonly from: number;
  readonly bodies: readonly string[];
  /** Something that was on disk is missing; null = nothing is. `aside` is where the file lies now, null = it was not there. */
  readonly damage: { readonly aside: string | null } | null;
  /** Nothing says any more how far it reached: somebody took that away, and nobody can tell whether it was cut. */
  readonly isUnmarked: boolean;
  /** On disk with the next `sync` at the latest. */
  add(body: string): void;
  /** What is added meanwhile counts as a whole, or where its end is missing not at all. It must not `sync`. */
  together(work: () => void): void;
  sync(): void;
  /** Bytes on disk. */
  size(): number;
  /**
   * Begins a file anew: everything in the old one stands elsewhere.
   * @param from what the new one says of itself
   * @param body what it begins with, there as soon as the file is
   */
  restart(from: number, body: string): void;
  close(): void;
}

const HEADER = /^desk journal 1 from (\d+)\n/;
const headerOf = (from: number): string => `desk journal 1 from ${from}\n`;
const DIGITS = 32;

const chained = (before: string, body: string): string =>
  createHash('sha256').update(before).update(body).digest('hex').slice(0, DIGITS);

interface Read {
  readonly from: number;
  readonly bodies: readonly string[];
  /** Bytes that are whole. */
  readonly whole: number;
  readonly check: string;
  /** More than the last write of a killed process is missing. */
  readonly damaged: boolean;
}

/** null = this is no journal of a desk. */
function read(bytes: Buffer): Read | null {
  const header = HEADER.exec(bytes.subarray(0, 64).toString('latin1'));
  if (header === null) return null;
  const from = Number(header[1]);
  const bodies: string[] = [];
  let whole = header[0].length;
  let check = header[0];
  /** Where a group began whose end has not come yet. */
  let begun: { readonly whole: number; readonly check: string; readonly bodies: number } | null = null;
  while (whole < bytes.length) {
    const record = recordAt(bytes, whole);
    if (record === null || record.check !== chained(check, record.body)) break;
    if (record.body === BEGIN) begun = { whole, check, bodies: bodies.length };
    else if (record.body === END_OF_GROUP) begun = null;
    else bodies.push(record.body);
    check = record.check;
    whole = record.end;
  }
  const damaged = hasRecordAfter(bytes, whole);
  if (begun === null) return { from, bodies, whole, check, damaged };
  return { ...begun, from, bodies: bodies.slice(0, begun.bodies), damaged };
}

/** No bodies: those are lists. */
const BEGIN = '{';
const END_OF_GROUP = '}';

/** As long as a record's length and checksum are at most. */
const PREFIX = 64;

function recordAt(bytes: Buffer, at: number): { body: string; check: string; end: number } | null {
  const prefix = /^(\d{1,12}) ([0-9a-f]{32}) /.exec(bytes.subarray(at, at + PREFIX).toString('latin1'));
  if (prefix === null) return null;
  const start = at + prefix[0].length;
  const end = start + Number(prefix[1]);
  if (end >= bytes.length || bytes[end] !== NEW_LINE) return null;
  return { body: bytes.subarray(start, end).toString('utf8'), check: prefix[2] ?? '', end: end + 1 };
}
const NEW_LINE = 10;

/** Whether anything whole stands behind what is broken: then it was not broken by a kill. */
function hasRecordAfter(bytes: Buffer, broken: number): boolean {
  for (let line = bytes.indexOf(NEW_LINE, broken); line >= 0; line = bytes.indexOf(NEW_LINE, line + 1))
    if (recordAt(bytes, line + 1) !== null) return true;
  return false;
}

/** As `recordAt` reads it; written into one piece of memory, as a mail of ten megabytes is one record. */
function recordOf(body: string, check: string): Buffer {
  const length = Buffer.byteLength(body);
  const prefix = `${length} ${check} `;
  const record = Buffer.allocUnsafe(prefix.length + length + END.length);
  record.write(prefix, 'latin1');
  record.write(body, prefix.length);
  END.copy(record, prefix.length + length);
  return record;
}
const END = Buffer.from('\n');
const MOST_WAITING = 1_000_000;
/** Two numbers: one length, so that a shorter one leaves nothing of a longer one. */
const MARK_WIDTH = 40;

/**
 * Beside the log stands how far it reached on disk, but for its last record: a kill tears off no more than what was being written,
 * so a log that ends before this place was cut, exchanged or removed by somebody. Written after the log, so it never says too much.
 */
const REACHED = /^(\d+) (\d+) *\n$/;
export const reachedIn = (file: string): string => `${file}.reached`;

function readReached(file: string): { readonly from: number; readonly bytes: number } | null {
  const found = REACHED.exec(readOwn(reachedIn(file)) ?? '');
  return found === null ? null : { from: Number(found[1]), bytes: Number(found[2]) };
}

/** @param found what the file holds; null = no journal of a desk, undefined = there is no file */
function damageOf(file: string, found: Read | null | undefined): Log['damage'] {
  const reached = readReached(file);
  if (found === undefined) return reached === null ? null : { aside: null };
  if (found === null) return { aside: setAside(file, 'move') };
  const isCut = reached !== null && reached.from === found.from && found.whole < reached.bytes;
  return found.damaged || isCut ? { aside: setAside(file, 'copy') } : null;
}

const NONE: Read = { from: 0, bodies: [], whole: 0, check: '', damaged: false };

const beforeOf = (file: string): string => `${file}.before`;

/** What the log before this one held; none where it cannot be read. */
export function bodiesBefore(file: string): readonly string[] {
  return readIn(beforeOf(file))?.bodies ?? [];
}

/** null = what lies there is no journal of a desk, undefined = nothing does. */
function readIn(file: string): Read | null | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isFile() ? read(readFileSync(file)) : null;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export function openLog(file: string): Log {
  const found = readIn(file);
  const damage = damageOf(file, found);
  const { from, bodies, whole } = found ?? NONE;
  // The mark is written before the first record is.
  const isUnmarked = damage === null && bodies.length > 0 && readReached(file) === null;
  // Something of another kind in its place would take no mark.
  if (readOwn(reachedIn(file)) === null) setAside(reachedIn(file));
  let { check } = found ?? NONE;
  let size = whole;
  let first = from;
  /** Where the last record begins. */
  let last = whole;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const begin = (...begins: readonly string[]): void => {
    check = headerOf(first);
    const records = begins.map((body) => {
      check = chained(check, body);
      return recordOf(body, check);
    });
    const whole = Buffer.concat([Buffer.from(headerOf(first)), ...records]);
    writeWhole(file, whole);
    // No kill tears it: it is there whole, or not at all.
    last = whole.length;
    size = whole.length;
  };
  if (size === 0) begin();
  let open = openSync(file, 'r+');
  const reached = openSync(reachedIn(file), existsSync(reachedIn(file)) ? 'r+' : 'w');
  const markReached = (): void => {
    writeSync(reached, `${`${first} ${last}`.padEnd(MARK_WIDTH)}\n`, 0);
  };
  // Never empty in between: a kill there is no sign of somebody.
  markReached();
  ftruncateSync(reached, MARK_WIDTH + 1);
  ftruncateSync(open, size);
  fdatasyncSync(open);
  const write = (): void => {
    const [only = Buffer.alloc(0), ...others] = waiting;
    const bytes = others.length === 0 ? only : Buffer.concat(waiting);
    for (let done = 0; done < bytes.length; )
      done += writeSync(open, bytes, done, bytes.length - done, size + done);
    size += bytes.length;
    forget();
  };
  const forget = (): void => {
    waiting = [];
    waitingBytes = 0;
  };
  let isWritten = true;
  const add = (body: string): void => {
    check = chained(check, body);
    const bytes = recordOf(body, check);
    last = size + waitingBytes;
    waiting.push(bytes);
    waitingBytes += bytes.length;
    isWritten = false;
    // A stage's tabs are many megabytes: they need not all wait in memory.
    if (waitingBytes > MOST_WAITING) write();
  };
  const together = (work: () => void): void => {
    add(BEGIN);
    try {
      work();
    } finally {
      add(END_OF_GROUP);
    }
  };

  return {
    from,
    bodies,
    damage,
    isUnmarked,
    add,
    together,
    sync() {
      if (isWritten) return;
      write();
      fdatasyncSync(open);
      markReached();
      isWritten = true;
    },
    size: () => size,
    restart(next, body) {
      closeSync(open);
      forget();
      isWritten = true;
      // Whoever finds a file damaged goes back to the one before, and forward again from there.
      copyWhole(file, beforeOf(file));
      first = next;
      begin(body);
      open = openSync(file, 'r+');
      markReached();
    },
    close() {
      closeSync(open);
      closeSync(reached);
    },
  };
}
