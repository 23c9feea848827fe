// An Apps Script host: a script, its spreadsheet and every service that the script calls, with no Google account.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Book } from './book/book';
import type { Engine } from './book/engine';
import { openShelf, restoreBooks, type Shelf } from './book/shelf';
import { readTab, type TabOptions, type TabValue, tabNames, writeCell, writeTab } from './book/tabs';
import { exportXlsx } from './book/xlsx';
import { type Clock, saoPauloDate } from './clock';
import { accessOf } from './drive/access';
import { DriveStore, ROOT, SPREADSHEET } from './drive/store';
import { customFunctionsIn, offerCustomFunctions } from './script/customFunctions';
import { type Events, openEvents } from './script/events';
import type { LocalAnswer, MailHost, UiHost, WarehouseHost } from './script/hosts';
import { type Account, BODY_BYTES } from './script/limits';
import { readManifest } from './script/manifest';
import type { Menu } from './script/menu';
import { type Answer, type Execution, type RunOptions, type RunResult, startRunner } from './script/runner';
import { cacheHandlers } from './script/services/cache';
import { driveHandlers } from './script/services/drive';
import { guarded } from './script/services/guard';
import { httpHandlers } from './script/services/http';
import { openLocks } from './script/services/locks';
import { latencyOf, openMeter, type Usage } from './script/services/meter';
import { mailHandlers, warehouseHandlers } from './script/services/outside';
import { propertyHandlers } from './script/services/properties';
import { protectionHandlers } from './script/services/protections';
import { rangeHandlers } from './script/services/range';
import { rangeEditHandlers } from './script/services/rangeEdits';
import { combine } from './script/services/service';
import { sheetHandlers } from './script/services/sheet';
import { sheetEditHandlers } from './script/services/sheetEdits';
import { refuseInSimpleTrigger } from './script/services/simple';
import { spreadsheetHandlers } from './script/services/spreadsheet';
import { openTriggers } from './script/services/triggers';
import { openUi } from './script/services/ui';
import { seededUuid, utilityHandlers } from './script/services/utilities';
import { refuseSyntax } from './script/syntax';
import type { Trigger } from './script/triggers';

export interface HostOptions {
  /** Everything that the host keeps lies here. */
  readonly dir: string;
  /** The script: a folder of .js and .html files, with its manifest if it has one. */
  readonly bundleDir: string;
  readonly clock: Clock;
  readonly mail?: MailHost;
  readonly warehouse?: WarehouseHost;
  readonly ui?: UiHost;
  /** Answers some addresses instead of the network. */
  readonly answer?: LocalAnswer;
  /** The e-mail address that the script sees as its user. */
  readonly user?: string;
  readonly seed?: number;
  /** Of the script's own spreadsheet; it stays the same over restarts. */
  readonly bookId?: string;
  /** The name of the spreadsheet and of its first tab, when it is new. */
  readonly name?: string;
  readonly firstTab?: string;
  /** Of a new spreadsheet, en_US unless said otherwise: how numbers and dates are written. */
  readonly locale?: string;
  /** Saved when it is closed only: for a desk that nobody opens again after a crash. */
  readonly savesAtClose?: boolean;
  /** Real time after which an execution is ended; six minutes unless a test says otherwise. */
  readonly limitMs?: number;
  /** Whose limits hold where Google gives a consumer less than a Workspace account; consumer unless said otherwise. */
  readonly account?: Account;
  /** Whether a mail's body may be no larger than Google sends it. */
  readonly strictMail?: boolean;
  /** Answers each call as late as Google does. */
  readonly slow?: boolean;
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
  triggers(): readonly Trigger[];
  /** What the script has asked of the platform today, of what Google counts by the day. */
  usage(): Usage;
  /** Every service call that is answered, such as `Range.getValues`. */
  readonly methods: readonly string[];
  readonly engine: Engine;
  save(): Promise<void>;
  /** Every spreadsheet as it stands, by id: what `restoreDesk` puts back. */
  snapshot(): ReadonlyMap<string, string>;
  exportXlsx(path: string): Promise<void>;
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

const callsOf = ({ calls }: Execution): number => Object.values(calls).reduce((sum, n) => sum + n, 0);

export async function openHost(options: HostOptions): Promise<Host> {
  const { dir, bundleDir, clock, user = 'user@host.example', seed = 1, account = 'consumer' } = options;
  await refuseSyntax(bundleDir);
  const manifest = readManifest(bundleDir);
  const shelf = await openShelf(booksOf(dir), clock.now);
  const drive = new DriveStore(dir);
  const access = accessOf(drive, user);
  const active = activeBook(shelf, drive, user, options);
  const locks = openLocks();
  const ui = openUi(options.ui, bundleDir);
  const uuid = seededUuid(seed);
  const triggers = openTriggers(join(dir, 'triggers.json'), uuid);
  const desktop = { shelf, active, ui: options.ui };
  const services = combine([
    guarded(spreadsheetHandlers(desktop), drive, access),
    guarded(sheetHandlers(desktop), drive, access),
    guarded(rangeHandlers(desktop), drive, access),
    guarded(sheetEditHandlers(desktop), drive, access),
    guarded(rangeEditHandlers(desktop), drive, access),
    cacheHandlers(clock),
    guarded(protectionHandlers(desktop), drive, access),
    driveHandlers(drive, shelf, clock, { access: accessOf(drive, user, manifest.ownFilesOnly), user }),
    propertyHandlers(join(dir, 'properties'), user),
    utilityHandlers({ clock, user, uuid, timeZone: manifest.timeZone }),
    httpHandlers(options.answer),
    mailHandlers(options.mail, options.strictMail ? BODY_BYTES[account] : Number.POSITIVE_INFINITY),
    warehouseHandlers(options.warehouse),
    locks.handlers,
    triggers.handlers,
    ui.handlers,
  ]);
  const meter = openMeter(() => saoPauloDate(clock.now()));
  const answer: Answer = async (execution, { method, args }) => {
    refuseInSimpleTrigger(method, execution);
    meter.count(method);
    if (options.slow) await wait(latencyOf(method, callsOf(execution)));
    return services.handlerOf(method)(args, execution);
  };
  const runner = await startRunner({
    bundleDir,
    timeZone: manifest.timeZone,
    answer,
    ended: async (execution) => {
      locks.releaseAll(execution);
      // Saving waits for the formulas, of which a custom function is one.
      if (options.savesAtClose !== true && !execution.custom) await shelf.save();
    },
    ...(options.limitMs === undefined ? {} : { limitMs: options.limitMs }),
  }).catch((error) => {
    shelf.close();
    throw error;
  });

  const hostBook = (inner: Book): HostBook => ({
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
  const book = hostBook(active);

  const call: Host['call'] = async (fn, args = [], how = {}) => {
    const begun = performance.now();
    try {
      return await runner.run(fn, args, how);
    } finally {
      if (how.trigger) meter.ran(performance.now() - begun);
    }
  };

  offerCustomFunctions(shelf.engine.univerAPI, customFunctionsIn(bundleDir), call);

  return {
    call,
    events: openEvents({ book: active, user, functions: runner.functions, triggers: triggers.list, call }),
    functions: runner.functions,
    book,
    bookOf(id) {
      const found = shelf.find(id);
      if (!found) throw new Error(`There is no spreadsheet ${id}.`);
      return hostBook(found);
    },
    menu: ui.menus,
    triggers: triggers.list,
    usage: meter.today,
    methods: services.methods,
    engine: shelf.engine,
    save: shelf.save,
    snapshot: shelf.snapshot,
    async exportXlsx(path) {
      await shelf.settled();
      await exportXlsx(active, path);
    },
    async close() {
      await runner.close();
      await shelf.save();
      shelf.close();
    },
  };
}
