// Everything that the runner is handed when it runs in a spreadsheet. Nothing is touched before it is asked for.

import { clearProgress, writeProgress } from '../desk/journal/progress';
import type { Book, Mailer, Services } from '../desk/services';
import { isCopy } from '../desk/setUp/bookFit';
import { msg } from '../language/message';
import { print } from '../language/print';
import type { Grid } from '../sheets/cell';
import type { Settings } from '../sheets/settings';
import { settingsTab } from '../sheets/tabs';
import { deskLanguage, readSettingsTab } from '../stages/day/inputs';
import { createBook } from './book';
import { createBrokerBooks } from './brokerBooks';
import { now } from './clock';
import { createFiles } from './files';
import { fetchQuotes } from './inavApi';
import { inTheEnd } from './inTheEnd';
import { createJournal } from './journal';
import { createLock } from './lock';
import { createMailer } from './mailer';
import { pack, unpack } from './pack';
import { createPdfMaker, type PdfMaker } from './pdf';
import { fetchEarlierFills, fetchFills } from './tradingApi';
import { createWarehouse } from './warehouse/save';

export function createServices(): Services {
  let opened: GoogleAppsScript.Spreadsheet.Spreadsheet | null = null;
  const spreadsheet = (): GoogleAppsScript.Spreadsheet.Spreadsheet => {
    opened ??= SpreadsheetApp.getActive();
    return opened;
  };
  const journal = createJournal();
  const makePdf = createPdfMaker(journal);
  const user = (): string => Session.getActiveUser().getEmail() || Session.getEffectiveUser().getEmail();
  const bookId = (): string => spreadsheet().getId();
  const book = createBook(spreadsheet);
  const lock = createLock(() => book.flush());
  let isTold = false;
  /** The settings are read by every run, and once more for its language: they are kept as the journal is. */
  let settings: { readonly grid: Grid | null } | null = null;
  const keepingSettings: Book = {
    ...book,
    read(tab) {
      if (tab !== settingsTab.name) return book.read(tab);
      settings ??= { grid: book.read(tab) };
      return settings.grid;
    },
    write(tab, row, column, values) {
      if (tab === settingsTab.name) settings = null;
      book.write(tab, row, column, values);
    },
  };
  const settingsNow = (): Settings => readSettingsTab((tab) => keepingSettings.read(tab)).settings;
  return {
    book: keepingSettings,
    journal,
    lock: {
      // A run is under way as long as it holds the lock: what it said of itself goes with it.
      exclusively: (waitMs, work) =>
        lock.exclusively(waitMs, () => {
          // Whoever held it before may have written since anything was read here.
          journal.reread();
          book.refresh();
          settings = null;
          return inTheEnd(work, () => clearProgress(journal));
        }),
    },
    mailer: ownMailer(makePdf, () => isCopy(settingsNow(), { bookId })),
    files: createFiles({ journal, user, bookId }, makePdf),
    brokerBooks: createBrokerBooks({ journal, user, bookId, digest }),
    now,
    bookId,
    user,
    digest,
    pack,
    unpack,
    feeds: (settings) => ({
      executions: (date, accounts, known, past) => fetchFills(settings, date, accounts, { known, past }),
      earlier: (date, accounts, known, past) => fetchEarlierFills(settings, date, accounts, { known, past }),
      quotes: (etfs, at, holidays) => fetchQuotes(settings, etfs, at, holidays),
    }),
    // A copy has the settings of the original, its dataset too.
    warehouse: (settings) => (isCopy(settings, { bookId }) ? null : createWarehouse(settings)),
    progress: (said) => {
      // Whoever clicked sees that something is going on; dialogs and sidebar follow the rest in the journal.
      if (!isTold) spreadsheet().toast(print(said, deskLanguage({ book: keepingSettings })), 'Trading');
      isTold = true;
      writeProgress(journal, now(), said);
    },
  };
}

/**
 * The last wall before a copy's mails: whatever let it come this far. Whether it is one is known before the first is handed over: a
 * book that cannot be read then is no mail of which nobody knows.
 */
function ownMailer(makePdf: PdfMaker, isCopied: () => boolean): Mailer {
  const mailer = createMailer(makePdf);
  return {
    remainingRecipients() {
      isCopied();
      return mailer.remainingRecipients();
    },
    send(message) {
      const why = msg('this book is a copy of another and sends no mail');
      return isCopied() ? { why, noQuota: false } : mailer.send(message);
    },
  };
}

/** SHA-256, hexadecimal; the platform gives signed bytes. */
function digest(text: string): string {
  return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8)
    .map((byte) => ((byte + 256) % 256).toString(16).padStart(2, '0'))
    .join('');
}
