// Every service of a host, joined into one answer to the script's calls.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Book } from '../../book/book';
import type { Shelf } from '../../book/shelf';
import { type Clock, saoPauloDate } from '../../clock';
import { accessOf } from '../../drive/access';
import type { DriveStore } from '../../drive/store';
import type { Journal } from '../../journal/journal';
import type { LocalAnswer, MailHost, PdfHost, UiHost, WarehouseHost } from '../hosts';
import { type Account, BODY_BYTES } from '../limits';
import type { Manifest } from '../manifest';
import type { Answer, Execution } from '../runner';
import { cacheHandlers } from './cache';
import { driveHandlers } from './drive';
import { guarded } from './guard';
import { httpHandlers } from './http';
import { type Locks, openLocks } from './locks';
import { latencyOf, type Meter, openMeter } from './meter';
import { mailHandlers, pdfHandlers, warehouseHandlers } from './outside';
import { peopleHandlers } from './people';
import { propertyHandlers } from './properties';
import { protectionHandlers } from './protections';
import { rangeHandlers } from './range';
import { rangeEditHandlers } from './rangeEdits';
import { combine } from './service';
import { sheetHandlers } from './sheet';
import { sheetEditHandlers } from './sheetEdits';
import { sheetsHandlers } from './sheetsService';
import { refuseWithoutRights } from './simple';
import { spreadsheetHandlers } from './spreadsheet';
import { openTriggers, type Triggers } from './triggers';
import { openUi, type UiService } from './ui';
import { seededUuid, utilityHandlers } from './utilities';

/** What a host is opened with, as far as its services ask. */
export interface ServiceOptions {
  /** Everything that the host keeps lies here. */
  readonly dir: string;
  /** The script: a folder of .js, .gs and .html files, with its manifest if it has one. */
  readonly bundleDir: string;
  readonly clock: Clock;
  readonly mail?: MailHost;
  readonly warehouse?: WarehouseHost;
  readonly ui?: UiHost;
  readonly pdf?: PdfHost;
  /** Answers some addresses instead of the network. */
  readonly answer?: LocalAnswer;
  readonly seed?: number;
  /** Whose limits hold where Google gives a consumer less than a Workspace account; consumer unless said otherwise. */
  readonly account?: Account;
  /** Whether a mail's body may be no larger than Google sends it. */
  readonly strictMail?: boolean;
  /** Answers each call as late as Google does. */
  readonly slow?: boolean;
}

export interface Services {
  readonly answer: Answer;
  /** Every call that is answered, such as `Range.getValues`. */
  readonly methods: readonly string[];
  readonly locks: Locks;
  readonly meter: Meter;
  readonly triggers: Triggers;
  readonly ui: UiService;
}

const callsOf = ({ calls }: Execution): number => Object.values(calls).reduce((sum, n) => sum + n, 0);

export function openServices(of: {
  readonly options: ServiceOptions;
  readonly user: string;
  readonly manifest: Manifest;
  readonly shelf: Shelf;
  readonly drive: DriveStore;
  /** The script's own spreadsheet. */
  readonly active: Book;
  readonly journal: Journal;
}): Services {
  const { options, user, manifest, shelf, drive, active, journal } = of;
  const { dir, bundleDir, clock, seed = 1, account = 'consumer' } = options;
  const locks = openLocks();
  const ui = openUi(options.ui, bundleDir);
  const uuid = seededUuid(seed, join(dir, 'uuids.json'), journal);
  const triggers = openTriggers(join(dir, 'triggers.json'), uuid, user, journal);
  const desktop = { shelf, active, ui: options.ui, sync: journal.sync };
  const ofBooks = [
    spreadsheetHandlers,
    sheetHandlers,
    sheetEditHandlers,
    rangeHandlers,
    rangeEditHandlers,
    protectionHandlers,
    sheetsHandlers,
  ];
  const { methods, handlerOf } = combine([
    ...ofBooks.map((handlers) => guarded(handlers(desktop), drive, accessOf(drive, user))),
    peopleHandlers(drive, user),
    cacheHandlers(clock),
    driveHandlers(drive, shelf, clock, { access: accessOf(drive, user, manifest.ownFilesOnly), user }),
    propertyHandlers(join(dir, 'properties'), user, journal),
    utilityHandlers({ clock, user, uuid, timeZone: manifest.timeZone }),
    httpHandlers(options.answer, journal.sync),
    mailHandlers(options.mail, options.strictMail ? BODY_BYTES[account] : Number.POSITIVE_INFINITY),
    warehouseHandlers(options.warehouse, journal.sync),
    pdfHandlers(options.pdf),
    locks.handlers,
    triggers.handlers,
    ui.handlers,
  ]);
  const meter = openMeter(() => saoPauloDate(clock.now()));
  return {
    methods,
    locks,
    meter,
    triggers,
    ui,
    async answer(execution, { method, args }) {
      refuseWithoutRights(method, execution);
      meter.count(method);
      if (options.slow) await wait(latencyOf(method, callsOf(execution)));
      return handlerOf(method)(args, execution);
    },
  };
}
