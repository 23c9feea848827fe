// Takes the last import of the day back, as long as nobody has touched what it wrote and no stage has decided on it. What it left to
// others, such as the NAV of a fund that stood there before, is no part of it and stays as it is now.

import { error, type Problem, warning } from '../../domain/problem';
import type { ProblemCode } from '../../domain/problemCodes';
import { dateOf, type Stamp, timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { address, type Cell, type Grid } from '../../sheets/cell';
import { FUND_FIELDS_LEFT } from '../../sheets/importFiles';
import { readTable } from '../../sheets/read';
import { type Field, fieldsOf, headerOf, normalHeader, type Tab } from '../../sheets/tab';
import { cellsAsRead, deskCells } from '../../sheets/tableChanges';
import { dailyTrades, fundStats, importTab } from '../../sheets/tabs';
import { printTable } from '../../sheets/write';
import { BUSY, LOCK_WAIT_MS } from '../alone';
import { isSealed, joined, pieces, type Seal, sealOf } from '../journal/packed/sealed';
import { stateSignature } from '../journal/stateStore';
import { tryNote } from '../log/note';
import { type OpenBook, openBook } from '../openBook';
import type { Journal, Services } from '../services';
import type { PlannedTab } from './importPlan';

const KEY = 'last-import';

/** What the journal knows of the last import. */
interface Mark {
  readonly at: Stamp;
  readonly user: string;
  /** What the state was signed with; null = there was none. */
  readonly state: string | null;
  /** Of what stands in the tab `_import`. */
  readonly seal: Seal;
}

/** A tab's rows before and after, in the order of the schema. */
interface Replaced {
  readonly tab: string;
  readonly before: Grid;
  readonly after: Grid;
}

export interface UndoReport {
  /** What was, or would be, taken back; null = nothing can be. */
  readonly headline: Message | null;
  /** Names the import, for whoever means that one and no other; null = there is none. */
  readonly id: string | null;
  readonly problems: readonly Problem[];
}

interface Kept {
  /** By which it is taken back; null = it cannot be. */
  readonly id: string | null;
  readonly problems: readonly Problem[];
}

/** Keeps what the import is about to replace. A book without the tab is imported into all the same, with a word. */
export function keepReplaced(services: Services, book: OpenBook, tabs: readonly PlannedTab[]): Kept {
  const replaced = tabs.map(({ table, before, after }): Replaced => ({ tab: table.tab, before, after }));
  const packed = services.pack(JSON.stringify(replaced));
  const rows = printTable(
    importTab,
    pieces(packed).map((chunk, part) => ({ part, chunk })),
  );
  if (book.lacks(rows) !== null) {
    services.journal.remove(KEY);
    const text = msg('the import cannot be taken back: the tab {tab} is missing; run Trading > Set up', {
      tab: importTab.name,
    });
    return { id: null, problems: [warning('no-undo', text)] };
  }
  book.replace(rows);
  book.flush();
  const mark: Mark = {
    at: services.now(),
    user: services.user(),
    state: stateSignature(services.journal),
    seal: sealOf(packed, services.digest),
  };
  services.journal.set(KEY, JSON.stringify(mark));
  return { id: idOf(services, mark), problems: [] };
}

const idOf = ({ digest }: Pick<Services, 'digest'>, mark: Mark): string =>
  digest(JSON.stringify(mark)).slice(0, ID_DIGITS);
const ID_DIGITS = 16;

/** What taking it back would do; writes nothing. */
export const previewUndo = (services: Services): UndoReport => {
  const { headline, id, problems } = planUndo(services, openBook(services.book), null);
  return { headline, id, problems };
};

/**
 * All or nothing: with a problem nothing is written.
 * @param meant the import that is meant, so that another person's since is not taken back for it; null = the last, whichever it is
 */
export function undoImport(services: Services, meant: string | null = null): UndoReport {
  const done = services.lock.exclusively(LOCK_WAIT_MS, (): UndoReport => {
    const book = openBook(services.book);
    const { headline, id, problems, replaced } = planUndo(services, book, meant);
    if (headline === null) return { headline, id, problems };
    for (const { tab, before } of replaced.map((each) => withLeft(each, book)))
      book.replace({
        tab: tab.name,
        headers: tab.headers,
        rows: before.map((cells) => cells.map(asItStood)),
      });
    book.flush();
    services.journal.remove(KEY);
    return { headline, id, problems };
  });
  if (done === null) return { headline: null, id: null, problems: [BUSY] };
  const { headline } = done.value;
  if (headline !== null) tryNote(services, { what: 'undo-import', headline });
  return done.value;
}

/** Text stays text: typed anew, `1.234` would become a number, and perhaps another one than was meant. */
const asItStood = (cell: Cell): Cell => (typeof cell === 'string' && cell !== '' ? `'${cell}` : cell);

interface UndoPlan extends UndoReport {
  readonly replaced: readonly { readonly tab: ImportedTab; readonly before: Grid; readonly after: Grid }[];
}

const cannot = (problems: readonly Problem[]): UndoPlan => ({
  ...{ headline: null, id: null, replaced: [] },
  problems,
});
const refuse = (code: ProblemCode, text: Message): UndoPlan => cannot([error(code, text)]);

function planUndo(services: Services, book: OpenBook, meant: string | null): UndoPlan {
  const { journal, digest, now, unpack } = services;
  const mark = markOf(journal);
  if (mark === null) return refuse('no-import', msg('there is no import to be taken back'));
  const id = idOf(services, mark);
  if (meant !== null && meant !== id)
    return refuse(
      'import-changed',
      msg('{user} has imported at {time} since; nothing was taken back, look at it again', {
        user: mark.user,
        time: timeOf(mark.at),
      }),
    );
  if (dateOf(mark.at) !== dateOf(now()))
    return refuse(
      'old-import',
      msg('the last import is of {date}; only one of today can be taken back', { date: dateOf(mark.at) }),
    );
  if (mark.state !== stateSignature(journal))
    return refuse(
      'used-import',
      msg(
        'the day was decided on since the import of {time}; change the rows by hand, or import the right file and use Trading > Amend an order',
        { time: timeOf(mark.at) },
      ),
    );
  const { table } = readTable(importTab, book.read(importTab.name));
  const rows = table.rows.map(({ value }) => value).sort((a, b) => a.part - b.part);
  const packed = joined(rows.map(({ chunk }) => chunk));
  if (packed === null || !isSealed(packed, mark.seal, digest))
    return refuse(
      'broken-import',
      msg(
        'what the import replaced no longer stands in {tab} as the desk wrote it; change the rows by hand',
        {
          tab: importTab.name,
        },
      ),
    );
  // Sealed by the desk itself: it is what `keepReplaced` wrote.
  const kept: readonly Replaced[] = JSON.parse(unpack(packed));
  const replaced = kept.flatMap(({ tab, before, after }) => {
    const known = IMPORTED.find(({ name }) => name === tab);
    return known ? [{ tab: known, before, after }] : [];
  });
  const problems = replaced.flatMap((each) => editedRows(each, book));
  if (problems.length > 0) return cannot(problems);
  const tabs = replaced.map(({ tab: { name: tab, asRead }, before }) => {
    const n = asRead(before).filter((cells) => cells.some((cell) => cell !== null)).length;
    return n === 0
      ? msg('{tab} is empty again, as it was', { tab })
      : msg('{tab} gets its {n} {n|row|rows} back', { tab, n });
  });
  const headline = msg('the import of {time} by {user} is taken back: {saids}', {
    time: timeOf(mark.at),
    user: mark.user,
    saids: tabs,
  });
  return { headline, id, problems: [], replaced };
}

/** A tab whatever its records: only its cells are compared and written. */
interface ImportedTab {
  readonly name: string;
  readonly headers: readonly string[];
  /** Columns that an import leaves as they are, and the one by which a row is known there. */
  readonly left: readonly number[];
  readonly key: number;
  /** The desk's columns of the sheet. */
  standing(grid: Grid): Grid;
  asRead(cells: Grid): Grid;
}

const importedTab = <R>(tab: Tab<R>, key: Field<R>, left: readonly Field<R>[]): ImportedTab => ({
  name: tab.name,
  headers: fieldsOf(tab).map(headerOf),
  key: fieldsOf(tab).indexOf(key),
  left: left.map((field) => fieldsOf(tab).indexOf(field)),
  standing: (grid) => deskCells(tab, grid),
  asRead: (cells) => cellsAsRead(tab, cells),
});

const IMPORTED: readonly ImportedTab[] = [
  importedTab(fundStats, 'cnpj', FUND_FIELDS_LEFT),
  importedTab(dailyTrades, 'cnpj', []),
];

const markOf = (journal: Pick<Journal, 'get'>): Mark | null => JSON.parse(journal.get(KEY) ?? 'null');

/** Both as they were, but for what the import left of rows that stood there before it: that is as it stands now. */
function withLeft(
  { tab, before, after }: UndoPlan['replaced'][number],
  book: OpenBook,
): UndoPlan['replaced'][number] {
  const known = (cells: readonly Cell[]): string => JSON.stringify(tab.asRead([cells])[0]?.[tab.key] ?? null);
  const old = new Set(before.map(known));
  const now = new Map(tab.standing(book.read(tab.name) ?? []).map((cells) => [known(cells), cells]));
  const current = (rows: Grid): Grid =>
    rows.map((cells) => {
      const standing = old.has(known(cells)) ? now.get(known(cells)) : undefined;
      return standing === undefined
        ? cells
        : cells.map((cell, at) => (tab.left.includes(at) ? (standing[at] ?? null) : cell));
    });
  return tab.left.length === 0
    ? { tab, before, after }
    : { tab, before: current(before), after: current(after) };
}

/** Rows that are neither as the import wrote them nor, after a crash half-way, as they stood before. */
function editedRows(replaced: UndoPlan['replaced'][number], book: OpenBook): readonly Problem[] {
  const { tab, before, after } = withLeft(replaced, book);
  const grid = book.read(tab.name);
  const standing = tab.asRead(tab.standing(grid ?? []));
  const [old, written] = [tab.asRead(before), tab.asRead(after)];
  if (JSON.stringify(standing) === JSON.stringify(old)) return [];
  const rows = Array.from({ length: Math.max(standing.length, written.length) }, (_, index) => index);
  return rows.flatMap((row) => {
    const [now, then] = [standing[row] ?? [], written[row] ?? []];
    const at = tab.headers.findIndex((_, column) => (now[column] ?? null) !== (then[column] ?? null));
    if (at < 0) return [];
    const header = tab.headers[at];
    const column = (grid?.[0] ?? []).findIndex((cell) => normalHeader(cell) === header);
    const text = msg(
      'row {n} was changed since the import; undo the change first, or correct the rows by hand',
      {
        n: row + 2,
      },
    );
    return [error('edited-since', text, { tab: tab.name, cell: address(row + 1, Math.max(0, column)) })];
  });
}
