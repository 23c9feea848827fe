// An Apps Script host: a script, its spreadsheet and every service that the script calls, with no Google account.
import { join } from 'node:path';
import type { Book } from './book/book';
import type { Engine } from './book/engine';
import type { Paper } from './book/paper';
import { openShelf, restoreBooks, type Shelf } from './book/shelf';
import { readTab, type TabOptions, type TabValue, tabNames, writeCell, writeTab } from './book/tabs';
import { exportXlsx } from './book/xlsx';
import { type DriveFile, DriveStore, ROOT, SPREADSHEET } from './drive/store';
import { type Journal, openJournal, withoutLog } from './journal/journal';
import { customFunctionsIn, offerCustomFunctions } from './script/customFunctions';
import { type Events, openEvents } from './script/events';
import { readManifest } from './script/manifest';
import type { Menu } from './script/menu';
import { type RunOptions, type RunResult, startRunner } from './script/runner';
import { openServices, type ServiceOptions } from './script/services';
import type { Usage } from './script/services/meter';
import { refuseSyntax } from './script/syntax';
import type { Trigger } from './script/triggers';

export interface HostOptions extends ServiceOptions {
  /** The e-mail address that the script sees as its user. */
  readonly user?: string;
  /** Of the script's own spreadsheet; it stays the same over restarts. */
  readonly bookId?: string;
  /** The name of the spreadsheet and of its first tab, when it is new. */
  readonly name?: string;
  readonly firstTab?: string;
  /** Of a new spreadsheet, en_US unless said otherwise: how numbers and dates are written. */
  readonly locale?: string;
  /** Of a tab that is made: a thousand, as in Sheets. Fewer make a desk that is opened for a few rows several times faster. */
  readonly tabRows?: number;
  /** Saved when it is closed only: for a desk that nobody opens again after a crash. */
  readonly savesAtClose?: boolean;
  /** The order shared with mail and clock; without one the host keeps its own. It is closed with the host. */
  readonly journal?: Journal;
  /** Real time after which an execution is ended; six minutes unless a test says otherwise. */
  readonly limitMs?: number;
}

export interface HostBook {
  readonly id: string;
  readonly name: string;
  tabs(): readonly string[];
  readTab(tab: string): Promise<TabValue[][]>;
  writeTab(tab: string, rows: readonly (readonly unknown[])[], options?: TabOptions): void;
  /** Types a value into one cell, such as B2. */
  writeCell(tab: string, cell: string, value: unknown): void;
  /** The book itself, for the page and the export. */
  readonly inner: Book;
}

export interface Host {
  /** Runs a function of the script; the script's own error rejects the promise as a ScriptError. */
  call(fn: string, args?: readonly unknown[], options?: RunOptions): Promise<RunResult>;
  functions(): readonly string[];
  /** The script's spreadsheet; `bookOf` opens another one, by its id. */
  readonly book: HostBook;
  bookOf(id: string): HostBook;
  /** What happens to the spreadsheet, for the script to hear of. */
  readonly events: Events;
  /** What onOpen built: events.opened() first. */
  menu(): readonly Menu[];
  /** Those of the host's user: nobody sees another's. */
  triggers(): readonly Trigger[];
  /** Everything in its Drive, and who may see it. */
  files(): readonly DriveFile[];
  /** Whose a file is and who may open it, as its owner has said in Drive. */
  share(file: DriveFile): void;
  /** What the script has asked of the platform today, of what Google counts by the day. */
  usage(): Usage;
  /** Every service call that is answered, such as `Range.getValues`. */
  readonly methods: readonly string[];
  readonly engine: Engine;
  /** What was written is on disk when it returns. */
  sync(): void;
  /** Resolves once formulas show the results of what was written and all of it is on disk. */
  save(): Promise<void>;
  /** Writes the files beside the journal anew, as closing does, and stays open. */
  checkpoint(): Promise<void>;
  /** Every spreadsheet as it stands, by id: what `restoreDesk` puts back. */
  snapshot(): ReadonlyMap<string, string>;
  exportXlsx(path: string, paper?: Paper | null): Promise<void>;
  close(): Promise<void>;
}

const booksOf = (dir: string): string => join(dir, 'books');

/** Puts the spreadsheets of a closed host back to an earlier snapshot; ones that it does not know stay. */
export const restoreDesk = (dir: string, snapshot: ReadonlyMap<string, string>): void =>
  restoreBooks(booksOf(dir), snapshot);

function activeBook(shelf: Shelf, drive: DriveStore, owner: string, options: HostOptions): Book {
  const { bookId = 'active-book', name = 'Untitled spreadsheet' } = options;
  const kept = shelf.find(bookId);
  if (kept) return kept;
  const createdTime = new Date(options.clock.now()).toISOString();
  drive.put({
    id: bookId,
    name,
    mimeType: SPREADSHEET,
    parents: [ROOT],
    trashed: false,
    createdTime,
    modifiedTime: createdTime,
    path: null,
    owner,
    permissions: [],
    more: {},
  });
  const book = shelf.create(bookId, name, options.firstTab);
  if (options.locale !== undefined) book.amend({ locale: options.locale });
  return book;
}

const hostBook = (inner: Book, shelf: Shelf): HostBook => ({
  id: inner.id,
  get name() {
    return inner.univer.getName();
  },
  inner,
  tabs: () => tabNames(inner),
  async readTab(tab) {
    await shelf.settled();
    return readTab(inner, tab);
  },
  writeTab: (tab, rows, how) => writeTab(inner, tab, rows, how),
  writeCell: (tab, cell, value) => writeCell(inner, tab, cell, value),
});

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export async function openHost(options: HostOptions): Promise<Host> {
  const { dir, bundleDir, clock, user = 'user@host.example' } = options;
  await refuseSyntax(bundleDir);
  const manifest = readManifest(bundleDir);
  const journal = options.journal ?? (options.savesAtClose ? withoutLog('at checkpoints') : openJournal(dir));
  const shelf = await openShelf(booksOf(dir), clock.now, journal, options.tabRows);
  const drive = new DriveStore(dir, journal);
  const active = activeBook(shelf, drive, user, options);
  const services = openServices({ options, user, manifest, shelf, drive, active, journal });
  const save = async (): Promise<void> => {
    await shelf.settled();
    journal.sync();
    if (journal.isLong()) journal.checkpoint();
  };
  const runner = await startRunner({
    bundleDir,
    timeZone: manifest.timeZone,
    answer: services.answer,
    ended: async (execution) => {
      services.locks.releaseAll(execution);
      // Saving waits for the formulas, of which a custom function is one.
      if (!execution.custom) await save();
    },
    ...(options.limitMs === undefined ? {} : { limitMs: options.limitMs }),
  }).catch((error) => {
    shelf.close();
    throw error;
  });

  const call: Host['call'] = async (fn, args = [], how = {}) => {
    const begun = performance.now();
    try {
      return await runner.run(fn, args, how);
    } finally {
      if (how.trigger) services.meter.ran(performance.now() - begun);
    }
  };

  const offered = { names: customFunctionsIn(bundleDir), zone: manifest.timeZone };
  offerCustomFunctions(shelf.engine.univerAPI, offered, call);

  return {
    call,
    events: openEvents({
      book: active,
      user,
      functions: runner.functions,
      triggers: services.triggers.list,
      call,
    }),
    functions: runner.functions,
    book: hostBook(active, shelf),
    bookOf(id) {
      const found = shelf.find(id);
      if (!found) throw new Error(`There is no spreadsheet ${id}.`);
      return hostBook(found, shelf);
    },
    menu: services.ui.menus,
    triggers: services.triggers.list,
    files: () => drive.all(),
    share: (file) => void drive.put(file),
    usage: services.meter.today,
    methods: services.methods,
    engine: shelf.engine,
    sync: journal.sync,
    save,
    async checkpoint() {
      await shelf.settled();
      journal.checkpoint();
    },
    snapshot: shelf.snapshot,
    async exportXlsx(path, paper = null) {
      await shelf.settled();
      await exportXlsx(active, path, paper);
    },
    async close() {
      await runner.close();
      try {
        await shelf.settled();
        journal.checkpoint();
        journal.close();
      } finally {
        shelf.close();
      }
    },
  };
}
