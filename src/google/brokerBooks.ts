// The brokers' own spreadsheets: one to read and, where its fills come from there, one to write into. Their ids are
// kept with the document; who may open them is asked of Drive each time, because people change it there.

import { openBook } from '../desk/openBook';
import type { BookKind, BookLayout, BrokerBookRef, BrokerBooks, Grant, Journal } from '../desk/services';
import type { Language } from '../language/language';
import { msg, verbatim } from '../language/message';
import { SaidError } from '../language/print';
import { createBook } from './book';
import { DESK_ZONE } from './clock';
import {
  deskFolder,
  driveService,
  findFile,
  findMarked,
  folderInDesk,
  idOf,
  isThere,
  type Keeper,
  markOf,
} from './drive';
import { layOut } from './layOut';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const KEYS: Readonly<Record<BookKind, string>> = { orders: 'broker-book:', fills: 'broker-inbox:' };
const TITLES: Readonly<Record<Language, Readonly<Record<BookKind, string>>>> = {
  pt: { orders: 'Ordens e alocação', fills: 'Execuções' },
  en: { orders: 'Orders and allocation', fills: 'Fills' },
};
/** Readers cannot copy, print or download; editors cannot let others in. */
const GUARDS = { copyRequiresWriterPermission: true, writersCanShare: false };
const GRANT_FIELDS = 'nextPageToken,permissions(id,type,role,emailAddress,domain)';

/** What the document remembers of one. */
interface Kept {
  readonly id: string;
  readonly madeBy: string;
  /** Whether stages write to it. */
  readonly open: boolean;
}

/** What the document remembers of its brokers' spreadsheets, by broker and kind. */
function memory(journal: Journal, user: () => string) {
  const keyOf = ({ broker, kind }: BrokerBookRef): string => KEYS[kind] + broker;
  const keptOf = (book: BrokerBookRef): Kept | null => JSON.parse(journal.get(keyOf(book)) ?? 'null');
  const keep = (book: BrokerBookRef, kept: Kept): void => journal.set(keyOf(book), JSON.stringify(kept));
  const known = (kind: BookKind): readonly BrokerBookRef[] =>
    journal.keys(KEYS[kind]).map((key) => ({ broker: key.slice(KEYS[kind].length), kind }));

  /** The id of one that is still there. One that only its maker sees is not made a second time. */
  const idOfKept = (book: BrokerBookRef): string | null => {
    const kept = keptOf(book);
    if (kept === null) return null;
    if (isThere(kept.id)) return kept.id;
    if (kept.madeBy === user()) return null;
    throw new SaidError(
      msg('{who} made the spreadsheet of {broker} and alone can change who sees it; ask {who2} to do this.', {
        who: kept.madeBy,
        broker: book.broker,
        who2: kept.madeBy,
      }),
    );
  };
  const requireId = (book: BrokerBookRef): string => {
    const kept = keptOf(book);
    if (kept === null)
      throw new SaidError(
        msg('There is no spreadsheet of {broker}; use Trading > Brokers > Share with brokers.', {
          broker: book.broker,
        }),
      );
    return kept.id;
  };

  return { keptOf, keep, known, idOfKept, requireId };
}

interface BookKeeper extends Keeper {
  digest(text: string): string;
}

export function createBrokerBooks(keeper: BookKeeper): BrokerBooks {
  const { journal, user } = keeper;
  const { keptOf, keep, known, idOfKept, requireId } = memory(journal, user);

  return {
    known: () => [...known('orders'), ...known('fills')],
    shared: () =>
      known('orders')
        .filter((book) => keptOf(book)?.open)
        .map(({ broker }) => broker),

    grants(book) {
      const id = idOfKept(book);
      return id === null ? null : grantsOf(id);
    },

    open(book, layout) {
      const id = idOfKept(book) ?? makeSpreadsheet(keeper, book, layout.language);
      keep(book, { id, madeBy: keptOf(book)?.madeBy ?? user(), open: false });
      driveService().Files.update(GUARDS, id);
      layOutBook(id, layout);
      keep(book, { id, madeBy: keptOf(book)?.madeBy ?? user(), open: true });
    },

    close(book) {
      const kept = keptOf(book);
      if (kept) keep(book, { ...kept, open: false });
    },

    grant(book, who, role, notify) {
      const permission = { type: 'user', role, emailAddress: who };
      try {
        driveService().Permissions.create(permission, requireId(book), {
          sendNotificationEmail: notify,
          fields: 'id',
        });
      } catch (error) {
        throw /notif|google account/i.test(String(error)) ? unknownAddress(who) : error;
      }
    },

    revoke: (book, { id }) => driveService().Permissions.remove(requireId(book), id),

    write(broker, tables) {
      const kept = keptOf({ broker, kind: 'orders' });
      if (!kept?.open) return;
      const spreadsheet = SpreadsheetApp.openById(kept.id);
      const gone = tables.find(({ tab }) => spreadsheet.getSheetByName(tab) === null);
      if (gone) throw new SaidError(msg('its tab "{tab}" was deleted', { tab: gone.tab }));
      const book = openBook(createBook(() => spreadsheet));
      for (const table of tables) book.replace(table);
      book.flush();
    },

    fills(broker, tab) {
      const kept = keptOf({ broker, kind: 'fills' });
      if (kept === null) return null;
      const grid = createBook(() => SpreadsheetApp.openById(kept.id)).read(tab);
      if (grid === null) throw new SaidError(msg('its tab "{tab}" was deleted', { tab }));
      return grid;
    },

    deskEditors: () =>
      addressesOf(SpreadsheetApp.getActive().getEditors()).filter((address) => address !== user()),
    deskViewers: () => addressesOf(SpreadsheetApp.getActive().getViewers()),
  };
}

const addressesOf = (users: readonly GoogleAppsScript.Base.User[]): readonly string[] =>
  users.map((each) => each.getEmail()).filter((address) => address !== '');

const unknownAddress = (who: string): Error =>
  new SaidError(
    msg(
      'Drive knows no Google account {who} and would have to write to it first; set share_notification to yes in settings, or write another address into the tab brokers.',
      { who },
    ),
  );

/**
 * In the broker's folder, or at the top of this user's Drive where that folder is somebody else's: it is known by its id
 * wherever it lies. One that an earlier try made and forgot is taken up again.
 */
function makeSpreadsheet(keeper: BookKeeper, { broker, kind }: BrokerBookRef, language: Language): string {
  const found = folderInDesk(deskFolder(keeper), broker);
  const folder = found.kind === 'there' ? found.id : 'root';
  const name = `${TITLES[language][kind]} ${broker}`;
  // Brokers see it: it must not name the desk's own spreadsheet.
  const description = markOf(keeper.digest(keeper.bookId()));
  const existing =
    found.kind === 'there' ? findFile(folder, name, SPREADSHEET) : findMarked(name, SPREADSHEET, description);
  if (existing) return existing;
  const resource = { name, mimeType: SPREADSHEET, parents: [folder], description, ...GUARDS };
  return idOf(
    driveService().Files.create(resource),
    msg('Drive made the spreadsheet "{name}" but did not say its id; try again.', { name }),
  );
}

function layOutBook(id: string, { tabs, language }: BookLayout): void {
  layOut(SpreadsheetApp.openById(id), {
    tabs,
    zone: DESK_ZONE,
    language,
    check: () => undefined,
  });
}

/** Everybody but the owner. */
function grantsOf(id: string): readonly Grant[] {
  const found: Grant[] = [];
  let pageToken: string | undefined;
  do {
    const page = driveService().Permissions.list(id, {
      fields: GRANT_FIELDS,
      ...(pageToken === undefined ? {} : { pageToken }),
    });
    for (const { id: permission = '', type, role = '', emailAddress, domain } of page.permissions ?? []) {
      if (role === 'owner') continue;
      const address = emailAddress ?? null;
      const others =
        type === 'domain'
          ? msg('everybody at {domain}', { domain: domain ?? '?' })
          : msg('anyone with the link');
      found.push({ id: permission, address, who: address === null ? others : verbatim(address), role });
    }
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined);
  return found;
}
