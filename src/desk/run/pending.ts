// Outcomes on their way: written down whole before anything is applied, so that a crash is rolled forward as it was.
import { msg } from '../../language/message';
import { SaidError } from '../../language/print';
import { readTable } from '../../sheets/read';
import { type PendingRow, pendingTab } from '../../sheets/tabs';
import { printTable } from '../../sheets/write';
import type { Outcome } from '../../stages/day/outcome';
import type { DayState } from '../../stages/day/state';
import { storedMessage, storedState } from '../../stages/day/stored';
import type { Journal, RunRecord, Services } from '../services';
import { compact, restored } from './compact';
import type { OpenBook } from './openBook';
import { isSealed, joined, pieces, type Seal, sealOf } from './sealed';

/** How far an outcome has got; each step is written down once it is done. */
export const STEPS = ['stored', 'tabs', 'brokers', 'files', 'rows'] as const;
export type Step = (typeof STEPS)[number];

export interface PendingRun {
  readonly run: RunRecord;
  readonly outcome: Outcome;
  /** The state that the outcome replaces: an abandoned run goes back to it. */
  readonly before: DayState;
}

/** What the journal knows of one: enough to find it and to go on where it stopped. */
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
}

/** What waits is reserved: other runs do not use it up. */
export interface Reserved {
  readonly mails: number;
  readonly recipients: number;
}

type PendingServices = Pick<Services, 'journal' | 'digest' | 'pack' | 'unpack'>;

const KEY = 'pending';
export const pendingMarks = (journal: Journal): readonly PendingMark[] =>
  JSON.parse(journal.get(KEY) ?? '[]');

/** Recipients that mails of earlier runs wait for. */
export const reservedRecipients = (journal: Journal): number =>
  pendingMarks(journal).reduce((sum, { waiting }) => sum + (waiting?.recipients ?? 0), 0);

/** @param facts that become true with it: all of them with one call */
export function markPending(
  journal: Journal,
  mark: PendingMark,
  facts: Readonly<Record<string, string>> = {},
): void {
  const others = pendingMarks(journal).filter(({ runId }) => runId !== mark.runId);
  journal.setAll({ ...facts, [KEY]: JSON.stringify([...others, mark]) });
}

/** The journal's value with this run among those that wait, as long as it can get. */
export const marksWith = (journal: Journal, hash: string): string =>
  JSON.stringify([
    ...pendingMarks(journal),
    {
      runId: 'x'.repeat(LONGEST_ID),
      hash,
      step: 'stored',
      released: false,
      seal: { length: 1e8, digest: hash },
    },
  ]);
const LONGEST_ID = 80;

export function clearPending(journal: Journal, runId: string): void {
  const others = pendingMarks(journal).filter((mark) => mark.runId !== runId);
  if (others.length === 0) journal.remove(KEY);
  else journal.set(KEY, JSON.stringify(others));
}

/**
 * Writes the outcome beside those that still wait, then the property that makes it count.
 * @param released whether its mails go whatever the warehouse says
 */
export function storePending(
  book: OpenBook,
  services: PendingServices,
  entry: PendingRun,
  released = false,
): void {
  const { journal, digest } = services;
  const { runId, hash } = entry.run;
  const waiting = pendingMarks(journal).map((mark) => mark.runId);
  const packed = services.pack(compact(entry));
  const own = pieces(packed).map((chunk, part) => ({ runId: placeOf(runId), part, chunk }));
  // Where nothing waits nobody has to look at what stands there: rows are found by their run.
  if (waiting.length === 0) book.restart(printTable(pendingTab, own));
  else {
    const kept = rowsIn(book).filter((row) => waiting.some((other) => isOf(row, other)));
    book.replace(printTable(pendingTab, [...kept, ...own]));
  }
  book.flush();
  markPending(journal, { runId, hash, step: 'stored', released, seal: sealOf(packed, digest) });
}

/** A run's id begins with its date: no spreadsheet may take it for one. */
const placeOf = (runId: string): string => `run ${runId}`;
const isOf = (row: PendingRow, runId: string): boolean => row.runId === placeOf(runId) || row.runId === runId;
const rowsIn = (book: OpenBook): readonly PendingRow[] =>
  readTable(pendingTab, book.read(pendingTab.name)).table.rows.map(({ value }) => value);

/**
 * The outcomes that the journal says are on their way, oldest first.
 * @throws SaidError where one does not stand as the desk wrote it: it is named, never rolled forward
 */
export function loadPending(
  book: OpenBook,
  services: PendingServices,
): readonly { readonly mark: PendingMark; readonly entry: PendingRun }[] {
  const marks = pendingMarks(services.journal);
  if (marks.length === 0) return [];
  const rows = rowsIn(book);
  return marks.map((mark) => {
    const own = rows.filter((row) => isOf(row, mark.runId)).sort((a, b) => a.part - b.part);
    const cells = own.map(({ chunk }) => chunk);
    if (cells.length === 0)
      throw new SaidError(
        msg('_pending: the outcome of run {run} is gone; undo the change to the tab', { run: mark.runId }),
      );
    return { mark, entry: stored(readEntry(services, mark, cells)) };
  });
}

function readEntry(
  { digest, unpack }: PendingServices,
  { runId, seal }: PendingMark,
  cells: readonly string[],
): PendingRun {
  if (seal === undefined) return JSON.parse(cells.join(''));
  const packed = joined(cells);
  if (packed === null || !isSealed(packed, seal, digest))
    throw new SaidError(
      msg(
        '_pending: the outcome of run {run} is not what the desk wrote ({n} of {n2} characters); nothing of it goes on, undo the change to the tab',
        { run: runId, n: packed?.length ?? 0, n2: seal.length },
      ),
    );
  // Sealed by the desk itself: it is what `storePending` was given.
  return restored(unpack(packed)) as PendingRun;
}

/** An outcome of an older version is finished as it was planned; only what it said is taken over as words. */
const stored = ({ run, outcome, before }: PendingRun): PendingRun => ({
  run: { ...run, headline: storedMessage(run.headline) },
  outcome: { ...outcome, state: storedState(outcome.state) },
  before: storedState(before),
});
