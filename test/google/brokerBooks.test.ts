// The brokers' spreadsheets as Drive and Sheets are told to make them.
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BrokerBookRef, BrokerBooks } from '../../src/desk/services';
import { createServices } from '../../src/google/services';
import { msg, verbatim } from '../../src/language/message';
import { inboxTab, sharedAllocation, sharedOrders } from '../../src/sheets/tabs';
import { FakeSheet, FakeSpreadsheet } from './fakeBook';
import { FakeDrive, type Fakes, installFakes, type NewFile } from './fakes';

const AURORA: BrokerBookRef = { broker: 'Aurora', kind: 'orders' };
const INBOX: BrokerBookRef = { broker: 'Aurora', kind: 'fills' };
const LAYOUT = { tabs: [sharedOrders, sharedAllocation], language: 'pt' } as const;

interface Permission {
  readonly id: string;
  readonly type: string;
  readonly role: string;
  readonly emailAddress?: string;
  readonly domain?: string;
}

/** Drive with spreadsheets: a new one has one empty tab, an owner, and whatever was asked for. */
class SharedDrive extends FakeDrive {
  readonly spreadsheets = new Map<string, FakeSpreadsheet & { deleteSheet(sheet: FakeSheet): void }>();
  readonly settings = new Map<string, object>();
  readonly permissions = new Map<string, Permission[]>();
  readonly notified: unknown[] = [];
  refusal: string | null = null;

  override create(resource: NewFile) {
    const made = super.create(resource);
    if (!resource.mimeType?.endsWith('spreadsheet')) return made;
    const sheets = [new FakeSheet('Página1')];
    const deleteSheet = (sheet: FakeSheet): void => void sheets.splice(sheets.indexOf(sheet), 1);
    this.spreadsheets.set(made.id, Object.assign(new FakeSpreadsheet(sheets), { deleteSheet, id: made.id }));
    this.settings.set(made.id, resource);
    this.permissions.set(made.id, [
      { id: 'o', type: 'user', role: 'owner', emailAddress: 'trader@desk.example' },
    ]);
    return made;
  }
  override update(resource: object, id: string) {
    this.settings.set(id, { ...this.settings.get(id), ...resource });
    return { id };
  }
  readonly Permissions = {
    create: (permission: Omit<Permission, 'id'>, id: string, options: { sendNotificationEmail: boolean }) => {
      if (this.refusal) throw new Error(this.refusal);
      const list = this.permissions.get(id) ?? [];
      this.permissions.set(id, [...list, { ...permission, id: `p${list.length}` }]);
      this.notified.push(options.sendNotificationEmail);
      return { id: `p${list.length}` };
    },
    /** One a page, as a long list comes. */
    list: (id: string, { pageToken = '0' }: { pageToken?: string }) => {
      const all = this.permissions.get(id) ?? [];
      const next = Number(pageToken) + 1;
      return {
        permissions: all.slice(Number(pageToken), next),
        ...(next < all.length ? { nextPageToken: String(next) } : {}),
      };
    },
    remove: (id: string, permission: string) => {
      this.permissions.set(
        id,
        (this.permissions.get(id) ?? []).filter((each) => each.id !== permission),
      );
    },
  };
}

let drive: SharedDrive;
let fakes: Fakes;
let books: BrokerBooks;

beforeEach(() => {
  fakes = installFakes();
  drive = new SharedDrive();
  const app: object = Reflect.get(globalThis, 'SpreadsheetApp');
  Object.assign(app, {
    openById: (id: string) => {
      const found = drive.spreadsheets.get(id);
      if (!found) throw new Error('Document is missing');
      return found;
    },
  });
  Object.assign(fakes.book, {
    getEditors: () => ['trader', 'ana'].map((name) => ({ getEmail: () => `${name}@desk.example` })),
  });
  Object.assign(globalThis, { Drive: { Files: drive, Permissions: drive.Permissions } });
  fakes.sheets.find = (id) => drive.spreadsheets.get(id);
  books = createServices().brokerBooks;
});

const idOf = (key = 'broker-book:Aurora'): string =>
  JSON.parse(fakes.documentProperties.getProperty(key) ?? '{"id":"none"}').id;
const sheet = (tab: string): FakeSheet | undefined => drive.spreadsheets.get(idOf())?.sheet(tab);

describe('a broker’s spreadsheet', () => {
  it('is made in the broker’s folder, guarded against copying and against being passed on', () => {
    books.open(AURORA, LAYOUT);
    const file = drive.files.find(({ id }) => id === idOf());
    const folder = drive.files.find(({ id }) => id === file?.parents[0]);
    expect([file?.name, folder?.name]).toEqual(['Ordens e alocação Aurora', 'Aurora']);
    expect(drive.settings.get(idOf())).toMatchObject({
      copyRequiresWriterPermission: true,
      writersCanShare: false,
    });
  });

  it('has the two tabs alone, headers looking as in the book, in the broker’s language and São Paulo time', () => {
    books.open(AURORA, LAYOUT);
    const spreadsheet = drive.spreadsheets.get(idOf());
    expect(spreadsheet?.sheets.map(({ name }) => name)).toEqual(['orders', 'allocation']);
    expect([spreadsheet?.locale, spreadsheet?.zone]).toEqual(['pt_BR', 'America/Sao_Paulo']);
    expect(sheet('orders')?.cells[0]?.slice(0, 5)).toEqual(['trade_date', 'asset', 'side', 'broker', 'cap']);
    expect(sheet('orders')?.formats.get(5)).toBe('#,##0.00');
    expect([sheet('allocation')?.frozenRows, sheet('allocation')?.protections.length]).toEqual([1, 1]);
  });

  it('is made once, also when the run that made it was cut off before it could say so', () => {
    books.open(AURORA, LAYOUT);
    const id = idOf();
    createServices().brokerBooks.open(AURORA, LAYOUT);
    fakes.documentProperties.deleteProperty('broker-book:Aurora');
    createServices().brokerBooks.open(AURORA, LAYOUT);
    expect([idOf(), drive.spreadsheets.size]).toEqual([id, 1]);
  });

  it('is made anew when it lies in the bin, and never behind the back of whoever made it', () => {
    books.open(AURORA, LAYOUT);
    const id = idOf();
    for (const file of drive.files) file.trashed = file.id === id;
    expect(books.grants(AURORA)).toBeNull();
    books.open(AURORA, LAYOUT);
    expect(idOf()).not.toBe(id);
    fakes.documentProperties.setProperty(
      'broker-book:Aurora',
      '{"id":"hidden","madeBy":"ana@desk.example","open":true}',
    );
    // The next run reads what another user wrote.
    expect(() => createServices().brokerBooks.grants(AURORA)).toThrow(
      /ana@desk\.example made the spreadsheet of Aurora/,
    );
  });

  it('is not one of that name that another desk of the same user keeps, where the desk’s folder is somebody else’s', () => {
    fakes.documentProperties.setProperty('drive:desk-folder', 'seen-by-ana-alone');
    fakes.documentProperties.setProperty('drive:desk-folder-by', 'ana@desk.example');
    const other = drive.create({
      name: 'Ordens e alocação Aurora',
      mimeType: 'application/vnd.google-apps.spreadsheet',
      parents: ['root'],
      description: 'Trading Process: another book',
    });
    books.open(AURORA, LAYOUT);
    const id = idOf();
    expect([id === other.id, drive.spreadsheets.size]).toEqual([false, 2]);
    expect(JSON.stringify(drive.settings.get(id))).not.toContain(fakes.book.id);
    // Its own is found again after a cut.
    fakes.documentProperties.deleteProperty('broker-book:Aurora');
    createServices().brokerBooks.open(AURORA, LAYOUT);
    expect([idOf(), drive.spreadsheets.size]).toEqual([id, 2]);
  });

  it('is written with one call a tab, padded over what stood there', () => {
    books.open(AURORA, LAYOUT);
    const table = (...rows: string[][]) => ({ tab: 'allocation', headers: ['fund', 'asset'], rows });
    books.write('Aurora', [table(['ALFA', 'HASH11'], ['BETA', 'HASH11'], ["'=1+1", 'HASH11'])]);
    const allocation = sheet('allocation');
    if (!allocation) throw new Error('no tab');
    allocation.calls.length = 0;
    books.write('Aurora', [{ ...table(['GAMA', 'BITH11']), headers: ['asset', 'fund'] }]);
    expect(allocation.calls.filter((call) => call === 'setValues')).toHaveLength(2);
    const [headers = []] = allocation.cells;
    const column = (name: string) => allocation.cells.slice(1).map((row) => row[headers.indexOf(name)]);
    expect([column('asset'), column('fund')]).toEqual([
      ['GAMA', '', ''],
      ['BITH11', '', ''],
    ]);
  });

  it('is left alone before it is shared and once sharing has stopped', () => {
    const table = { tab: 'orders', headers: ['asset'], rows: [['HASH11']] };
    books.write('Aurora', [table]);
    books.open(AURORA, LAYOUT);
    books.close(AURORA);
    books.write('Aurora', [table]);
    expect([sheet('orders')?.cells.length, books.shared()]).toEqual([1, []]);
    expect(books.known()).toEqual([AURORA]);
  });

  it('says which tab was deleted', () => {
    books.open(AURORA, LAYOUT);
    const spreadsheet = drive.spreadsheets.get(idOf());
    spreadsheet?.sheets.splice(0, 1);
    expect(() => books.write('Aurora', [{ tab: 'orders', headers: [], rows: [] }])).toThrow(
      'its tab "orders" was deleted',
    );
  });
});

describe('who may open it', () => {
  it('is listed over all pages without its owner, whoever it is', () => {
    books.open(AURORA, LAYOUT);
    books.grant(AURORA, 'mesa@aurora.example', 'reader', false);
    drive.permissions
      .get(idOf())
      ?.push(
        { id: 'x', type: 'anyone', role: 'reader' },
        { id: 'y', type: 'domain', role: 'writer', domain: 'aurora.example' },
      );
    expect(books.grants(AURORA)).toEqual([
      { id: 'p1', address: 'mesa@aurora.example', who: verbatim('mesa@aurora.example'), role: 'reader' },
      { id: 'x', address: null, who: msg('anyone with the link'), role: 'reader' },
      {
        id: 'y',
        address: null,
        who: msg('everybody at {domain}', { domain: 'aurora.example' }),
        role: 'writer',
      },
    ]);
  });

  it('changes without a mail from Drive unless it is wanted', () => {
    books.open(AURORA, LAYOUT);
    books.grant(AURORA, 'a@aurora.example', 'reader', false);
    books.grant(AURORA, 'b@aurora.example', 'reader', true);
    expect(drive.notified).toEqual([false, true]);
    const [first] = books.grants(AURORA) ?? [];
    if (first) books.revoke(AURORA, first);
    expect(books.grants(AURORA)?.map(({ address }) => address)).toEqual(['b@aurora.example']);
  });

  it('cannot be an address without a Google account; then it says what helps', () => {
    books.open(AURORA, LAYOUT);
    drive.refusal = 'You must check the "Notify people" box to invite this recipient.';
    expect(() => books.grant(AURORA, 'a@aurora.example', 'reader', false)).toThrow(
      /no Google account a@aurora\.example.*share_notification to yes/,
    );
  });

  it('is also who edits the desk’s own spreadsheet, but for who runs this', () => {
    expect(books.deskEditors()).toEqual(['ana@desk.example']);
  });
});

describe('an inbox', () => {
  it('is another spreadsheet, with dropdowns and help, whose rows come back as typed', () => {
    books.open(AURORA, LAYOUT);
    expect(books.fills('Aurora', 'fills')).toBeNull();
    books.open(INBOX, { tabs: [inboxTab(['BITH11', 'HASH11'])], language: 'pt' });
    const inbox = drive.spreadsheets.get(idOf('broker-inbox:Aurora'));
    expect([idOf('broker-inbox:Aurora') === idOf(), inbox?.sheets.map(({ name }) => name)]).toEqual([
      false,
      ['fills'],
    ]);
    const fills = inbox?.sheet('fills');
    expect(fills?.rules.get(1)).toMatchObject({ values: ['BITH11', 'HASH11'], allowInvalid: false });
    expect(fills?.rules.get(2)?.values).toEqual(['COMPRA', 'VENDA', 'BUY', 'SELL']);
    expect(fills?.notes.get(5)).toContain('data e hora da execução em São Paulo');
    const typed = ['HASH11', 'BUY', 100, 62.4, new Date('2024-11-08T12:00:00-03:00'), ''];
    for (const [column, cell] of typed.entries()) fills?.put(1, column, cell);
    expect(books.fills('Aurora', 'fills')?.[1]).toEqual([
      'HASH11',
      'BUY',
      100,
      62.4,
      '2024-11-08T12:00:00',
      null,
    ]);
  });

  it('whose tab was deleted says so', () => {
    books.open(INBOX, { tabs: [inboxTab([])], language: 'en' });
    expect(() => books.fills('Aurora', 'other')).toThrow('its tab "other" was deleted');
  });
});
