// Outcomes on their way: written down whole before anything is applied, so that a crash is rolled forward as it was.
import { msg } from '../../language/message';
import { SaidError } from '../../language/print';
import { readTable } from '../../sheets/read';
import { type PendingRow, pendingTab } from '../../sheets/tabs';
import { printTable } from '../../sheets/write';
import type { Outcome } from '../../stages/day/outcome';
import type { DayState } from '../../stages/day/state';
import { storedMessage, storedState } from '../../stages/day/stored';
import { LIMITS } from '../limits';
import type { Journal, RunRecord } from '../services';
import type { OpenBook } from './openBook';

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
  /** Mails that wait until there is quota for them; left out = none do. */
  readonly waiting?: Reserved;
}

/** What waits is reserved: other runs do not use it up. */
export interface Reserved {
  readonly mails: number;
  readonly recipients: number;
}

const KEY = 'pending';
/** Well below what a cell holds: what is written grows where it is escaped. */
const CHUNK = LIMITS.cellCharacters * 0.8;

export const pendingMarks = (journal: Journal): readonly PendingMark[] =>
  JSON.parse(journal.get(KEY) ?? '[]');

/** Recipients that mails of earlier runs wait for. */
export const reservedRecipients = (journal: Journal): number =>
  pendingMarks(journal).reduce((sum, { waiting }) => sum + (waiting?.recipients ?? 0), 0);

export function markPending(journal: Journal, mark: PendingMark): void {
  const others = pendingMarks(journal).filter(({ runId }) => runId !== mark.runId);
  journal.set(KEY, JSON.stringify([...others, mark]));
}

export function clearPending(journal: Journal, runId: string): void {
  const others = pendingMarks(journal).filter((mark) => mark.runId !== runId);
  if (others.length === 0) journal.remove(KEY);
  else journal.set(KEY, JSON.stringify(others));
}

/**
 * Writes the outcome beside those that still wait, then the property that makes it count.
 * @param released whether its mails go whatever the warehouse says
 */
export function storePending(book: OpenBook, journal: Journal, entry: PendingRun, released = false): void {
  // Read before it is written: what is rolled forward in a moment is then known without another look.
  book.read(pendingTab.name);
  const waiting = loadPending(book, journal).map(({ entry: earlier }) => earlier);
  book.replace(printTable(pendingTab, [...waiting, entry].flatMap(chunks)));
  book.flush();
  markPending(journal, { runId: entry.run.runId, hash: entry.run.hash, step: 'stored', released });
}

function chunks(entry: PendingRun): readonly PendingRow[] {
  const json = JSON.stringify(entry);
  return Array.from({ length: Math.ceil(json.length / CHUNK) }, (_, part) => ({
    runId: entry.run.runId,
    part,
    chunk: json.slice(part * CHUNK, (part + 1) * CHUNK),
  }));
}

/** The outcomes that the journal says are on their way, oldest first. */
export function loadPending(
  book: OpenBook,
  journal: Journal,
): readonly { readonly mark: PendingMark; readonly entry: PendingRun }[] {
  const marks = pendingMarks(journal);
  if (marks.length === 0) return [];
  const rows = readTable(pendingTab, book.read(pendingTab.name)).table.rows.map(({ value }) => value);
  return marks.map((mark) => {
    const json = rows
      .filter(({ runId }) => runId === mark.runId)
      .sort((a, b) => a.part - b.part)
      .map(({ chunk }) => chunk)
      .join('');
    if (json === '')
      throw new SaidError(
        msg('_pending: the outcome of run {run} is gone; undo the change to the tab', { run: mark.runId }),
      );
    return { mark, entry: stored(JSON.parse(json)) };
  });
}

/** An outcome of an older version is finished as it was planned; only what it said is taken over as words. */
const stored = ({ run, outcome, before }: PendingRun): PendingRun => ({
  run: { ...run, headline: storedMessage(run.headline) },
  outcome: { ...outcome, state: storedState(outcome.state) },
  before: storedState(before),
});
