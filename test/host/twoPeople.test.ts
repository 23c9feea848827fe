// Two people at one desk: Ana sets it up, Bia runs the whole day. Each has her own Drive, properties, triggers and token.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWarehouse, type Warehouse } from '../../src/local/bigquery';
import { shareBook } from '../../src/local/cli/theDesk';
import { type Host, openHost } from '../../src/local/host';
import type { Mail } from '../../src/local/host/mail/mail';
import { standingClock } from './scripted';

const ANA = 'ana@desk.example';
const BIA = 'bia@desk.example';
const folder = mkdtempSync(join(tmpdir(), 'two-people-'));
const bundleDir = 'build/out';
const dir = join(folder, 'desk');
const clock = standingClock(Date.UTC(2024, 10, 8, 13, 15));
const at = (hour: number, minute: number): void => clock.set(Date.UTC(2024, 10, 8, hour + 3, minute));
const sent: (Mail & { readonly by: string })[] = [];
let warehouse: Warehouse;
let desk: Host;
let atDesk: string | null = null;
let opened = 0;

/** The desk as this person has it open. */
async function as(user: string): Promise<void> {
  if (atDesk === user) return;
  if (atDesk !== null) await desk.close();
  atDesk = user;
  opened += 1;
  desk = await openHost({
    tabRows: 100,
    dir,
    bundleDir,
    clock,
    warehouse,
    user,
    seed: opened,
    bookId: 'desk-book',
    mail: {
      send: async (mail) => {
        sent.push({ ...mail, by: user });
      },
      remaining: () => 100 - sent.filter(({ by }) => by === user).length,
    },
  });
}
async function call(user: string, fn: string, ...args: unknown[]): Promise<unknown> {
  await as(user);
  return (await desk.call(fn, args)).value;
}

interface Kept {
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly mimeType: string;
    readonly owner: string;
  }[];
}
/** A file of the desk's folder as it would be left. */
async function left(name: string): Promise<string> {
  if (atDesk !== null) await desk.checkpoint();
  return readFileSync(join(dir, name), 'utf8');
}
const inDrive = async (type: RegExp): Promise<readonly string[]> => {
  const index: Kept = JSON.parse(await left('drive.json'));
  return index.files
    .filter(({ mimeType, name }) => type.test(mimeType) && !name.startsWith('Untitled'))
    .map(({ owner, name }) => `${owner.slice(0, 3)}: ${name}`);
};
const folders = (): Promise<readonly string[]> => inDrive(/folder/);
const spreadsheets = (): Promise<readonly string[]> => inDrive(/spreadsheet/);
const csvFiles = (): Promise<readonly string[]> => inDrive(/csv/);
const TREE = ['ana: Trading Process', 'ana: Corretora Aurora', 'ana: Meridian Securities'];
/** The day's, made with its first report. */
const REPORTS = 'ana: 2024-11-08';
/** Everybody's, whoever looks. */
const triggers = async (): Promise<readonly string[]> => {
  const all: readonly { readonly handler: string; readonly owner: string }[] = JSON.parse(
    await left('triggers.json'),
  );
  return all.map(({ handler, owner }) => `${owner.slice(0, 3)}: ${handler}`);
};

type Row = Readonly<Record<string, unknown>>;
async function fill(tab: string, rows: readonly Row[]): Promise<void> {
  const [headers = []] = await desk.book.readTab(tab);
  desk.book.writeTab(tab, [headers, ...rows.map((row) => headers.map((name) => row[String(name)] ?? ''))]);
}
const fillOf = (id: string, broker: string, quantity: number, time: string): Row => ({
  date: '2024-11-08',
  fill_id: id,
  broker,
  asset: 'HASH11',
  side: 'BUY',
  quantity,
  price: 62.4,
  time: `2024-11-08 ${time}`,
  status: 'EXECUTED',
});

beforeAll(async () => {
  warehouse = await openWarehouse({ file: join(folder, 'warehouse.duckdb'), now: () => clock.now() });
  await call(ANA, 'setUpDesk', {
    sample: true,
    settings: {
      GOOGLE_CLOUD_PROJECT: 'desk-trading-1',
      DESK_LANGUAGE: 'en',
      TRADER_EMAILS: 'traders@desk.example',
      TRADING_API_SECRET: 'post-trade',
    },
    token: 'hers',
  });
  const [, ...settings] = await desk.book.readTab('settings');
  const row = settings.findIndex(([key]) => key === 'check_stale_inav') + 2;
  desk.book.writeCell('settings', `B${row}`, 'off');
  // Ana shares the book in Sheets; of her Drive Bia sees nothing by that.
  shareBook(desk, BIA);
  await desk.close();
  atDesk = null;
  await call(ANA, 'shareWithBrokers');
  await call(ANA, 'startSchedule');
});
afterAll(async () => {
  await desk.close();
  await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('Ana sets up, Bia runs', () => {
  it('lets Bia edit the brokers’ spreadsheets, which Ana shared with all who edit the book', async () => {
    expect(await folders()).toEqual(TREE);
    expect(await spreadsheets()).toEqual([
      'ana: Ordens e alocação Corretora Aurora',
      'ana: Orders and allocation Meridian Securities',
    ]);
    expect(await call(BIA, 'deskOverview')).toMatchObject({
      schedule: { isOn: true, lines: expect.arrayContaining([`runs as ${ANA}`]) },
    });
  });

  it('tells Bia that Ana runs the schedule, and starts no second one', async () => {
    expect(await call(BIA, 'startSchedule')).toMatch(
      /^ana@desk\.example runs the schedule, and one is enough\. [\s\S]*The schedule runs as ana@desk\.example/,
    );
    const report = (await call(BIA, 'setUpDesk', { schedule: true })) as {
      readonly checks: readonly { readonly name: string; readonly state: string; readonly said: string }[];
    };
    const check = (name: string) => report.checks.find((each) => each.name === name);
    expect(check('schedule')?.said).toBe(
      'runs every five minutes as ana@desk.example: nobody else needs to start it',
    );
    expect(check('files')?.said).toContain('in the Drive of ana@desk.example');
    expect(await triggers()).toEqual(['ana: tick']);
  });

  it('asks Bia for her own token: Ana’s is hers alone', async () => {
    await as(BIA);
    const file = (who: string): Promise<string> =>
      left(join('properties', `user-${encodeURIComponent(who)}.json`));
    expect(await file(ANA)).toContain('hers');
    await call(BIA, 'saveSecret', 'her own');
    expect(await file(BIA)).toContain('her own');
    expect(await file(BIA)).not.toContain('hers');
  });

  it('goes through the whole day as Bia, every mail once, into the same spreadsheets', async () => {
    const applied = { status: 'applied', problems: [] };
    expect(await call(BIA, 'runInitialOrders')).toMatchObject(applied);
    expect(sent.map(({ by }) => by)).toEqual(sent.map(() => BIA));
    at(12, 20);
    await fill('executions', [fillOf('A1', 'Corretora Aurora', 30_000, '12:00:00')]);
    expect(await call(BIA, 'runPrimaryCalculation', 'all')).toMatchObject(applied);
    at(15, 30);
    expect(await call(BIA, 'runAdjustmentCycle')).toMatchObject({ problems: [] });
    at(18, 40);
    await fill('executions', [
      fillOf('A1', 'Corretora Aurora', 30_000, '12:00:00'),
      fillOf('M1', 'Meridian Securities', 20_000, '15:45:00'),
    ]);
    const final = await call(BIA, 'completeAdjustmentWorkflow');
    expect(final).toMatchObject(applied);
    expect(final).toMatchObject({
      warnings: expect.arrayContaining([
        expect.objectContaining({
          code: 'not-filed',
          text: expect.stringContaining('the desk’s folder is in the Drive of ana@desk.example'),
        }),
      ]),
    });
    const keys = sent.map(({ to, subject }) => `${to} ${subject}`);
    expect(keys.length).toBeGreaterThan(4);
    expect(new Set(keys).size).toBe(keys.length);
    expect(await folders()).toEqual(TREE);
    expect(await spreadsheets()).toHaveLength(2);
    expect(await csvFiles()).toEqual([]);
    const index: Kept = JSON.parse(await left('drive.json'));
    const aurora = index.files.find(({ name }) => name === 'Ordens e alocação Corretora Aurora');
    const rows = await desk.bookOf(aurora?.id ?? '').readTab('allocation');
    expect(rows.length).toBeGreaterThan(1);
  });

  it('files what Bia’s run could not, once Ana runs the stage again: no mail goes twice', async () => {
    const before = sent.length;
    expect(await call(ANA, 'completeAdjustmentWorkflow')).toMatchObject({ status: 'unchanged' });
    expect(await csvFiles()).toEqual([
      'ana: aloc_trading_2024-11-08.csv',
      'ana: aloc_trading_2024-11-08.csv',
    ]);
    expect(await folders()).toEqual([...TREE, REPORTS]);
    expect(sent).toHaveLength(before);
    expect(await triggers()).toEqual(['ana: tick']);
  });
});

describe('who runs the schedule', () => {
  it('can be stopped by Bia: Ana’s trigger goes at its next firing and does nothing else', async () => {
    expect(await call(BIA, 'stopSchedule')).toContain('The schedule is stopped');
    expect(await triggers()).toEqual(['ana: tick']);
    expect(await call(ANA, 'tick')).toEqual([]);
    expect(await triggers()).toEqual([]);
  });

  it('is Bia once she has started it, and Ana starts none beside it', async () => {
    expect(await call(BIA, 'startSchedule')).toContain('The schedule runs as bia@desk.example');
    expect(await call(ANA, 'startSchedule')).toContain(
      'bia@desk.example runs the schedule, and one is enough',
    );
    expect(await triggers()).toEqual(['bia: tick']);
  });
});

describe('who keeps the files', () => {
  it('is Bia once she says so: a tree of her own, and Ana’s stays where it is', async () => {
    expect(await call(BIA, 'keepFiles')).toBe(
      'new files will lie in the Drive of bia@desk.example; the earlier ones stay in that of ana@desk.example',
    );
    await call(BIA, 'completeAdjustmentWorkflow');
    expect(await folders()).toEqual([
      ...TREE,
      REPORTS,
      'bia: Trading Process',
      'bia: Corretora Aurora',
      'bia: Meridian Securities',
      'bia: 2024-11-08',
    ]);
    const final = await call(ANA, 'completeAdjustmentWorkflow');
    expect(final).toMatchObject({
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'not-filed' })]),
    });
    expect(await call(BIA, 'keepFiles')).toBe('the files lie in your Drive already');
  });
});
