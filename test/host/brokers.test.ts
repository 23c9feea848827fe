// The brokers' spreadsheets on the laptop desk: the real bundle, read back as each broker would see them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Desk, openDesk } from '../../src/local/desk';
import { standingClock } from './scripted';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'brokers-'));
const clock = standingClock(Date.UTC(2024, 10, 8, 13, 15));
const at = (hour: number, minute: number): void => clock.set(Date.UTC(2024, 10, 8, hour + 3, minute));
const asked: string[] = [];
let answers: readonly string[] = [];
let desk: Desk;

/** Jest has no ES modules by default: a Node of its own runs the bundler. */
function bundle(): string {
  const out = join(folder, 'bundle');
  const script = `import(${JSON.stringify(join(process.cwd(), 'build/bundle.mjs'))}).then(({ bundle }) => bundle(${JSON.stringify({ out })}))`;
  execFileSync(process.execPath, ['-e', script]);
  return out;
}

beforeAll(async () => {
  desk = await openDesk({
    dir: folder,
    bundleDir: bundle(),
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
  ]);
  await fill('brokers', [
    { name: 'Aurora', code: '3', emails: 'mesa@aurora.example', language: 'pt', share: 0.6 },
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

interface DriveIndex {
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly mimeType: string;
    readonly permissions: readonly { readonly role: string; readonly emailAddress?: string }[];
    readonly more: Row;
  }[];
}

const onDrive = (): DriveIndex['files'] => {
  const index: DriveIndex = JSON.parse(readFileSync(join(folder, 'drive.json'), 'utf8'));
  return index.files;
};

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
      problems: ['inbox of Meridian!D2: price "sixty-two" is not a price in BRL; write it like 62,40'],
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

  it('ends the sharing on yes: nobody reaches anything, and the log says who lost what', async () => {
    answers = [''];
    asked.length = 0;
    await call('menuStopSharing');
    expect(asked[0]).toContain('Meridian, inbox for fills: desk@meridian.example no longer edits');
    expect(onDrive().flatMap(({ permissions }) => permissions)).toEqual([]);
    const log = await desk.book.readTab('log');
    expect(log.flat().join('\n')).toContain('mesa@aurora.example no longer reads');
  });
});
