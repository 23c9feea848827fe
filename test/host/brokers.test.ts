// The brokers' spreadsheets on the laptop desk: the real bundle, read back as each broker would see them.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Host, openHost } from '../../src/local/host';
import { scriptedDesk, standingClock } from './scripted';

const folder = mkdtempSync(join(tmpdir(), 'brokers-'));
const clock = standingClock(Date.UTC(2024, 10, 8, 13, 15));
const at = (hour: number, minute: number): void => clock.set(Date.UTC(2024, 10, 8, hour + 3, minute));
const asked: string[] = [];
let answers: readonly string[] = [];
let desk: Host;

beforeAll(async () => {
  desk = await openHost({
    tabRows: 100,
    dir: folder,
    bundleDir: 'build/out',
    clock,
    mail: { send: async () => undefined, remaining: () => 1_000 },
    ui: {
      alert: async ({ text, buttons }) => {
        asked.push(text);
        return buttons === 'YES_NO' ? 'YES' : 'OK';
      },
      prompt: async () => ({ button: 'OK', text: answers[0] ?? '' }),
      showModalDialog: async () => undefined,
      showSidebar: async () => undefined,
    },
  });
  await call('setUp');
  await fill('fund-stats', [
    { fund: '=ALFA FIF', cnpj: '11.222.333/0001-81', onshore_assets: 'HASH11', nav: 90e6, cash: 20e6 },
    { fund: 'BETA FIF', cnpj: '38.314.708/0001-90', onshore_assets: 'HASH11', nav: 90e6, cash: 20e6 },
  ]);
  await fill('daily-trades', [
    trade('11.222.333/0001-81', 9_000_000),
    trade('38.314.708/0001-90', 3_000_000),
  ]);
  await fill('etfs', [
    {
      asset: 'HASH11',
      family: 'nasdaq',
      limit_bps: 30,
      primary_cutoff: '13:30',
      administrator: 'Administradora Serra',
      administrator_emails: 'lotes@serra.example',
    },
    // Only Aurora trades it: not even its name is Meridian's business.
    { asset: 'BITH11', family: 'nasdaq', limit_bps: 30, broker: 'Aurora' },
  ]);
  await fill('brokers', [
    {
      name: 'Aurora',
      code: '3',
      emails: 'mesa@aurora.example',
      language: 'pt',
      account_codes: '70311',
      share: 0.6,
    },
    {
      name: 'Meridian',
      code: '114',
      emails: 'desk@meridian.example',
      language: 'en',
      share: 0.4,
      fills_from: 'inbox',
    },
  ]);
  await fill('market-data', [
    { asset: 'HASH11', inav: 62.5, shares_per_unit: 20_000, as_of: new Date(clock.now()) },
  ]);
  await fill('settings', [
    { key: 'TRADER_EMAILS', value: 'traders@desk.example' },
    { key: 'DESK_LANGUAGE', value: 'en' },
    { key: 'check_stale_inav', value: 'off' },
  ]);
});

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const call = async (fn: string, ...args: unknown[]): Promise<unknown> => (await desk.call(fn, args)).value;
const trade = (cnpj: string, amount: number) => ({
  fund: 'as the managers write it',
  cnpj,
  asset: 'HASH11',
  side: 'BUY',
  amount,
  strategy: 'SimpleOrder',
});

type Row = Readonly<Record<string, unknown>>;

/** Rows under the tab's own headers, in the desk's book or in another. */
async function fill(tab: string, rows: readonly Row[], book = desk.book): Promise<void> {
  const [headers = []] = await book.readTab(tab);
  book.writeTab(tab, [headers, ...rows.map((row) => headers.map((name) => row[String(name)] ?? ''))]);
}

const onDrive = () => desk.files();

/** The files that an address has any permission on, as `role name`. */
const reachableBy = (address: string) =>
  onDrive().flatMap(({ id, name, permissions }) =>
    permissions
      .filter(({ emailAddress }) => emailAddress === address)
      .map(({ role }) => ({ id, name, role })),
  );

/** Everything that stands in the files which an address reads, tab by tab. */
async function readAs(address: string): Promise<Record<string, readonly Row[]>> {
  const tabs: Record<string, readonly Row[]> = {};
  for (const { id } of reachableBy(address)) {
    const book = desk.bookOf(id);
    for (const tab of book.tabs()) {
      const [headers = [], ...rows] = await book.readTab(tab);
      tabs[tab] = rows
        .filter((row) => row.some((cell) => cell !== ''))
        .map((row) => Object.fromEntries(headers.map((name, i) => [String(name), row[i]])));
    }
  }
  return tabs;
}

// --- the broker's own script, on a copy of all that the desk keeps ------------------------------------------------

/** What somebody tries who has a Google account and the ids of all files. */
const CURIOUS = `
function attempt(work) { try { return { said: work() }; } catch (error) { return { refused: String(error.message) }; } }
function listed() {
  var found = [], token;
  do {
    var page = Drive.Files.list({ fields: 'nextPageToken,files(id,name)', pageSize: 2, pageToken: token });
    found = found.concat(page.files);
    token = page.nextPageToken;
  } while (token);
  return found.map(function (file) { return file.id; });
}
function look(id) {
  return {
    get: attempt(function () { return Drive.Files.get(id, { fields: 'id,name' }).name; }),
    permissions: attempt(function () { return Drive.Permissions.list(id, { fields: 'permissions(id,emailAddress,role)' }).permissions; }),
    share: attempt(function () { Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: 'friend@elsewhere.example' }, id, {}); }),
    rename: attempt(function () { Drive.Files.update({ name: 'mine' }, id); }),
    open: attempt(function () {
      return SpreadsheetApp.openById(id).getSheets().map(function (sheet) {
        var range = sheet.getDataRange();
        return {
          name: sheet.getName(), hidden: sheet.isSheetHidden(), values: range.getValues(), formulas: range.getFormulas(),
          notes: range.getNotes(), rules: range.getDataValidations().map(function (row) {
            return row.map(function (rule) { return rule && rule.getCriteriaValues(); });
          })
        };
      });
    }),
    write: attempt(function () { SpreadsheetApp.openById(id).getSheets()[0].getRange('A1').setValue('x'); }),
    insert: attempt(function () { SpreadsheetApp.openById(id).insertSheet('mine'); })
  };
}
function activeBook() { return attempt(function () { return SpreadsheetApp.getActive().getSheets().length; }); }
function everything(ids) {
  return ids.map(function (id) { return { id: id, look: look(id) }; });
}
`;

interface Attempt<T> {
  readonly said?: T;
  readonly refused?: string;
}
interface SeenSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly string[])[];
  readonly notes: readonly (readonly string[])[];
  readonly rules: readonly (readonly unknown[])[];
}
interface Look {
  readonly get: Attempt<string>;
  readonly permissions: Attempt<readonly { readonly emailAddress: string }[]>;
  readonly share: Attempt<unknown>;
  readonly rename: Attempt<unknown>;
  readonly open: Attempt<readonly SeenSheet[]>;
  readonly write: Attempt<unknown>;
  readonly insert: Attempt<unknown>;
}
interface Curiosity {
  readonly listed: readonly string[];
  readonly active: Attempt<number>;
  readonly looks: readonly { readonly id: string; readonly look: Look }[];
}

/** Runs the curious script as that person. */
async function curiosityOf(address: string): Promise<Curiosity> {
  await desk.save();
  const copy = mkdtempSync(join(tmpdir(), 'curious-'));
  cpSync(folder, copy, { recursive: true });
  const own = await scriptedDesk(CURIOUS, { dir: copy, user: address });
  try {
    const said = async (fn: string, ...args: unknown[]): Promise<string> =>
      JSON.stringify((await own.call(fn, args)).value);
    const ids = onDrive().map(({ id }) => id);
    return {
      listed: JSON.parse(await said('listed')),
      active: JSON.parse(await said('activeBook')),
      looks: JSON.parse(await said('everything', ids)),
    };
  } finally {
    await own.discard();
  }
}

const inbox = () => {
  const found = reachableBy('desk@meridian.example').find(({ role }) => role === 'writer');
  if (!found) throw new Error('Meridian has no inbox');
  return desk.bookOf(found.id);
};
const typed = { asset: 'HASH11', side: 'BUY', quantity: 30_000, price: 62.41, time: '2024-11-08 12:00:00' };

describe('sharing on the laptop desk', () => {
  it('asks first, naming who gets to see what, and does it on yes', async () => {
    await call('menuShareWithBrokers');
    expect(asked[0]).toContain('Aurora, orders and allocation: mesa@aurora.example reads (new)');
    expect(asked[0]).toContain('Meridian, inbox for fills: desk@meridian.example edits (new)');
    expect(asked[1]).toBe('3 spreadsheets shared: 3 people new, 0 as before, 0 removed');
    const log = await desk.book.readTab('log');
    expect(log.flat().join('\n')).toContain('desk@meridian.example edits (new)');
  });

  it('lets each broker reach its own files and no other, which cannot be copied or passed on', () => {
    const names = (address: string) => reachableBy(address).map(({ role, name }) => `${role} ${name}`);
    expect(names('mesa@aurora.example')).toEqual(['reader Ordens e alocação Aurora']);
    expect(names('desk@meridian.example')).toEqual([
      'reader Orders and allocation Meridian',
      'writer Fills Meridian',
    ]);
    for (const file of onDrive().filter(({ permissions }) => permissions.length > 0))
      expect(file.more).toMatchObject({ copyRequiresWriterPermission: true, writersCanShare: false });
  });

  it('done again makes nothing new', async () => {
    const before = onDrive().length;
    expect(await call('shareWithBrokers')).toMatchObject({
      headline: '3 spreadsheets shared: 0 people new, 3 as before, 0 removed',
    });
    expect(onDrive()).toHaveLength(before);
  });
});

describe('a day with two brokers', () => {
  it('shows each its instruction in the morning, and nothing of the other', async () => {
    expect(await call('runInitialOrders')).toMatchObject({ status: 'applied', problems: [] });
    const aurora = await readAs('mesa@aurora.example');
    expect(aurora).toMatchObject({ orders: [{ broker: 'Aurora', cap: 7_200_000 }], allocation: [] });
    const meridian = await readAs('desk@meridian.example');
    expect(meridian).toMatchObject({
      orders: [{ broker: 'Meridian', cap: 4_800_000 }],
      allocation: [],
      fills: [],
    });
  });

  it('stops at a slip in an inbox and goes on once the broker has corrected it', async () => {
    at(12, 30);
    await fill('executions', [
      {
        date: '2024-11-08',
        fill_id: 'A1',
        broker: 'Aurora',
        asset: 'HASH11',
        side: 'BUY',
        quantity: 50_000,
        price: 62.4,
        status: 'EXECUTED',
      },
    ]);
    await fill('fills', [{ ...typed, price: 'sixty-two' }], inbox());
    const bad = await call('runPrimaryCalculation', 'all');
    expect(bad).toMatchObject({
      status: 'refused',
      problems: [
        {
          tab: 'inbox of Meridian',
          cell: 'D2',
          text: 'price "sixty-two" is not a price in BRL; write it like 62.40',
        },
      ],
    });
    await fill('fills', [typed], inbox());
    expect(await call('runPrimaryCalculation', 'all')).toMatchObject({ status: 'applied', problems: [] });
    const executions = await desk.book.readTab('executions');
    expect(executions.slice(1).map((row) => [row[2], row[5]])).toEqual([
      ['Aurora', 50_000],
      ['Meridian', 30_000],
    ]);
  });

  it('ends with each broker reading whose its own shares are, values only', async () => {
    at(18, 40);
    expect(await call('completeAdjustmentWorkflow')).toMatchObject({ status: 'applied', problems: [] });
    const shares = (rows: readonly Row[] = []) =>
      rows.reduce((sum, row) => sum + Number(row.asset_amount), 0);
    const aurora = await readAs('mesa@aurora.example');
    const meridian = await readAs('desk@meridian.example');
    expect([shares(aurora.allocation), shares(meridian.allocation)]).toEqual([50_000, 30_000]);
    expect(aurora.allocation?.map((row) => row.fund)).toContain('=ALFA FIF');
    expect(JSON.stringify(aurora)).not.toContain('Meridian');
    expect(JSON.stringify(meridian)).not.toContain('Aurora');
    for (const { id } of [...reachableBy('mesa@aurora.example'), ...reachableBy('desk@meridian.example')]) {
      const cells = JSON.stringify(desk.bookOf(id).inner.univer.save().sheets);
      expect(cells).not.toContain('"f":"=');
    }
  });

  it.each([
    ['mesa@aurora.example', ['Meridian', '(114)']],
    ['desk@meridian.example', ['Aurora', '70311', 'BITH11']],
  ])(
    '%s finds its own files alone, whatever it tries with the ids of all of them',
    async (address, secrets) => {
      const { listed, active, looks } = await curiosityOf(address);
      const own = reachableBy(address);
      expect([...listed].sort()).toEqual(own.map(({ id }) => id).sort());
      expect(active.refused).toContain('you do not have read access');
      // The desk's book, its folders, the brokers' allocation files and the other's spreadsheets are among these.
      const others = looks.filter(({ id }) => !listed.includes(id));
      expect(others.length).toBeGreaterThan(4);
      for (const { look } of others)
        for (const attempt of Object.values(look))
          expect(attempt).toEqual({ refused: expect.stringMatching(/File not found|read access/) });

      for (const { id, role } of own) {
        const look = looks.find((each) => each.id === id)?.look;
        expect(look?.get.said).toBeDefined();
        expect(look?.share.refused).toContain('sufficient permissions');
        if (role === 'reader') {
          for (const attempt of [look?.permissions, look?.rename])
            expect(attempt?.refused).toContain('sufficient permissions');
          for (const attempt of [look?.write, look?.insert])
            expect(attempt?.refused).toContain('permission to edit');
        } else expect(look?.permissions.said?.map(({ emailAddress }) => emailAddress)).toEqual([address]);
        const sheets = look?.open.said ?? [];
        expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual(
          role === 'reader'
            ? [
                ['orders', false],
                ['allocation', false],
              ]
            : [['fills', false]],
        );
        expect(sheets.flatMap(({ formulas }) => formulas.flat()).filter((formula) => formula !== '')).toEqual(
          [],
        );
        // Values, notes and dropdowns as the script reads them, and whatever else the file itself holds.
        const file = JSON.stringify([sheets, desk.bookOf(id).inner.univer.save()]);
        const intents = ['9000000', '3000000', '20000000', '90000000', 'traders@desk.example'];
        for (const secret of [...secrets, ...intents])
          expect([secret, file.includes(secret)]).toEqual([secret, false]);
      }
    },
  );

  it('ends the sharing on yes: nobody reaches anything, and the log says who lost what', async () => {
    answers = [''];
    asked.length = 0;
    await call('menuStopSharing');
    expect(asked[0]).toContain('Meridian, inbox for fills: desk@meridian.example no longer edits');
    expect(onDrive().flatMap(({ permissions }) => permissions)).toEqual([]);
    const log = await desk.book.readTab('log');
    expect(log.flat().join('\n')).toContain('mesa@aurora.example no longer reads');
    for (const address of ['mesa@aurora.example', 'desk@meridian.example'])
      expect(await curiosityOf(address)).toMatchObject({ listed: [] });
  });
});
