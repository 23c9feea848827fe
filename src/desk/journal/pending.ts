// Outcomes on their way: written down whole before anything is applied, so that a crash is rolled forward as it was.
import { error, type Problem } from '../../domain/problem';
import type { IsoDate } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import { readTable } from '../../sheets/read';
import { type PendingRow, pendingTab } from '../../sheets/tabs';
import { printTable } from '../../sheets/write';
import type { DayState } from '../../stages/day/state';
import { storedMessage, storedState } from '../../stages/day/stored';
import type { Outcome } from '../../stages/outcome/outcome';
import type { OpenBook } from '../openBook';
import type { Journal, RunRecord, Services } from '../services';
import { keptPacked } from './keptDays';
import { compactBeside, restored } from './packed/compact';
import { isSealed, joined, pieces, type Seal, sealOf } from './packed/sealed';
import { signatureOf } from './stateStore';

/** How far an outcome has got; each step is written down once it is done. */
export const STEPS = ['stored', 'tabs', 'brokers', 'files', 'rows'] as const;
export type Step = (typeof STEPS)[number];

export interface PendingRun {
  readonly run: RunRecord;
  readonly outcome: Outcome;
  /** The state that the outcome replaces: an abandoned run goes back to it. */
  readonly before: DayState;
}

/** What the journal knows of one: enough to find it and to go on where it stopped. All of it is of bounded length. */
export interface PendingMark {
  readonly runId: string;
  readonly hash: string;
  readonly step: Step;
  /** The trader let the mails go although the warehouse is down; the rows still wait. */
  readonly released: boolean;
  /** What stands in the tab, as it was written; an older version wrote none. */
  readonly seal?: Seal;
  /** Mails that wait until there is quota for them; left out = none do. */
  readonly waiting?: Reserved;
  /** Its rows are owed to a warehouse, whatever the settings say later. */
  readonly owes?: boolean;
  /** What the state is signed with once it is written; an older version did not note it. */
  readonly state?: string;
  /** Its mails, so that what became of them is known where the tab can no longer be read; left out = it has none. */
  readonly mails?: NotedMails;
  /** Somebody gave it up, and why: whoever finds it ends that, instead of rolling the run forward. No reason = its day is over. */
  readonly abandoned?: { readonly reason: string; readonly how: 'back' | 'rest' };
}

/** As many as a property has room for, by what the mail journal knows them, and to whom. */
export interface NotedMails {
  readonly n: number;
  readonly each: readonly (readonly [id: string, to: string])[];
}

/** What waits is reserved: other runs do not use it up. */
export interface Reserved {
  readonly mails: number;
  readonly recipients: number;
}

/** A run on its way as it stands in the tab, or why it cannot be read there. */
export type Loaded =
  | { readonly mark: PendingMark; readonly entry: PendingRun; readonly damage: null }
  | {
      readonly mark: PendingMark;
      readonly entry: null;
      readonly damage: Problem;
      readonly cells: readonly string[];
    };

/** The date on which it was begun, which its id begins with; null where it is no id of the desk's. */
export function dayOf({ runId }: PendingMark): IsoDate | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})-/.exec(runId) ?? [];
  return day === undefined ? null : `${year}-${month}-${day}`;
}

type PendingServices = Pick<Services, 'journal' | 'digest' | 'pack' | 'unpack'>;

/** One property a run, numbered as they came: no number of them is too many for one. */
const PREFIX = 'pending:';
/** Where an older version kept all of them. */
const OLD_KEY = 'pending';
/** More than a desk that goes on can have: each stands in the tab whole. */
export const MOST_WAITING = 60;

const numbered = (number: number): string => PREFIX + String(number).padStart(6, '0');
const oldMarks = (journal: Journal): readonly PendingMark[] => JSON.parse(journal.get(OLD_KEY) ?? '[]');

function placed(journal: Journal): readonly { readonly key: string | null; readonly mark: PendingMark }[] {
  const own = journal.keys(PREFIX).flatMap((key) => {
    const value = journal.get(key);
    return value === null ? [] : [{ key, mark: JSON.parse(value) as PendingMark }];
  });
  return [...oldMarks(journal).map((mark) => ({ key: null, mark })), ...own];
}

/** Oldest first. */
export const pendingMarks = (journal: Journal): readonly PendingMark[] =>
  placed(journal).map(({ mark }) => mark);

/** Recipients that mails of earlier runs wait for. */
export const reservedRecipients = (journal: Journal): number =>
  pendingMarks(journal).reduce((sum, { waiting }) => sum + (waiting?.recipients ?? 0), 0);

/** @param facts that become true with it: all of them with one call */
export function markPending(
  journal: Journal,
  mark: PendingMark,
  facts: Readonly<Record<string, string>> = {},
): void {
  renew(journal);
  const known = placed(journal);
  const last = known[known.length - 1]?.key ?? numbered(0);
  const place = known.find(({ mark: { runId } }) => runId === mark.runId)?.key;
  const key = place ?? numbered(Number(last.slice(PREFIX.length)) + 1);
  journal.setAll({ ...facts, [key]: JSON.stringify(mark) });
}

/** Those of an older version each get their own property, in their order, with one call. */
function renew(journal: Journal): void {
  const old = oldMarks(journal);
  if (old.length === 0) return;
  const moved = old.map((mark, at): [string, string] => [numbered(at + 1), JSON.stringify(mark)]);
  journal.setAll({ ...Object.fromEntries(moved), [OLD_KEY]: '[]' });
}

export function clearPending(journal: Journal, runId: string): void {
  renew(journal);
  for (const { key, mark } of placed(journal)) if (mark.runId === runId && key !== null) journal.remove(key);
}

/** How a run that is written down begins. */
export type Begun = Pick<PendingMark, 'released' | 'owes' | 'mails'>;

/**
 * Writes the outcome beside those that still wait, then the property that makes it count.
 * @returns why it could not be written down, and so has not begun; null = it has
 */
export function storePending(
  book: OpenBook,
  services: PendingServices,
  entry: PendingRun,
  begun: Begun,
): Problem | null {
  const { journal, digest } = services;
  const { runId, hash } = entry.run;
  const packed = packedEntry(services, entry);
  const own = pieces(packed).map((chunk, part) => ({ runId: placeOf(runId), part, chunk }));
  try {
    writeDown(book, journal, own);
  } catch (cause) {
    return error('not-begun', saidBy(cause), { tab: pendingTab.name });
  }
  const state = signatureOf(digest, entry.outcome.state);
  markPending(journal, { runId, hash, step: 'stored', ...begun, seal: sealOf(packed, digest), state });
  return null;
}

/** The text that is packed is far longer, and gone by the time it is written. */
function packedEntry({ pack }: PendingServices, entry: PendingRun): string {
  const { keeps = null } = entry.outcome;
  const { whole, member } = compactBeside(entry, keeps);
  if (keeps !== null) keptPacked.set(keeps, pack(member));
  return pack(whole);
}

function writeDown(book: OpenBook, journal: Journal, own: readonly PendingRow[]): void {
  const waiting = pendingMarks(journal).map((mark) => mark.runId);
  // Where nothing waits nobody has to look at what stands there: rows are found by their run.
  if (waiting.length === 0) book.restart(printTable(pendingTab, own));
  else {
    const kept = rowsIn(book).filter((row) => waiting.some((other) => isOf(row, other)));
    book.replace(printTable(pendingTab, [...kept, ...own]));
  }
  book.flush();
}

/** A run's id begins with its date: no spreadsheet may take it for one. */
const placeOf = (runId: string): string => `run ${runId}`;
const isOf = (row: PendingRow, runId: string): boolean => row.runId === placeOf(runId) || row.runId === runId;
const rowsIn = (book: OpenBook): readonly PendingRow[] =>
  readTable(pendingTab, book.read(pendingTab.name)).table.rows.map(({ value }) => value);

/**
 * The outcomes that the journal says are on their way, oldest first. One that does not stand as the desk wrote it is named.
 * @param fresh what this run has just written down: a large one is not unpacked beside itself
 */
export function loadPending(
  book: OpenBook,
  services: PendingServices,
  fresh?: PendingRun,
): readonly Loaded[] {
  const marks = pendingMarks(services.journal);
  const isFresh = ({ runId }: PendingMark): boolean => runId === fresh?.run.runId;
  const rows = marks.every(isFresh) ? [] : rowsIn(book);
  return marks.map((mark): Loaded => {
    if (fresh !== undefined && isFresh(mark)) return { mark, entry: fresh, damage: null };
    const own = rows.filter((row) => isOf(row, mark.runId)).sort((a, b) => a.part - b.part);
    const cells = own.map(({ chunk }) => chunk);
    const damage = damageOf(services, mark, cells);
    if (damage !== null)
      return { mark, entry: null, damage: error('pending-changed', damage, { tab: pendingTab.name }), cells };
    return { mark, entry: stored(readEntry(services, mark, cells)), damage: null };
  });
}

/** Why what stands there is not what the desk wrote; null = it is. */
function damageOf(
  { digest }: PendingServices,
  { runId: run, seal }: PendingMark,
  cells: readonly string[],
): Message | null {
  if (cells.length === 0)
    return msg(
      'the outcome of run {run} is gone; undo the change to the tab, or give the run up with Trading > Repair > Abandon the pending run',
      { run },
    );
  const packed = joined(cells);
  if (seal === undefined || (packed !== null && isSealed(packed, seal, digest))) return null;
  return msg(
    'the outcome of run {run} is not what the desk wrote ({n} of {n2} characters); nothing of it goes on: undo the change to the tab, or give the run up with Trading > Repair > Abandon the pending run',
    { run, n: packed?.length ?? 0, n2: seal.length },
  );
}

/** Sealed by the desk itself: it is what `storePending` was given. */
const readEntry = (
  { unpack }: PendingServices,
  { seal }: PendingMark,
  cells: readonly string[],
): PendingRun =>
  seal === undefined ? JSON.parse(cells.join('')) : (restored(unpack(joined(cells) ?? '')) as PendingRun);

/** An outcome of an older version is finished as it was planned; only what it said is taken over as words. */
const stored = ({ run, outcome, before }: PendingRun): PendingRun => ({
  run: { ...run, headline: storedMessage(run.headline) },
  outcome: { ...outcome, state: storedState(outcome.state) },
  before: storedState(before),
});
