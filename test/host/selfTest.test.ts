// The self-test on the laptop desk: the real bundle finds the laptop as it expects Google to be, leaves nothing behind, and
// notices a platform that is otherwise.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWarehouse, type Warehouse } from '../../src/local/bigquery';
import { type Host, openHost, serviceOf } from '../../src/local/host';
import type { Mail } from '../../src/local/host/mail/mail';
import type { PrintedSelfTest } from '../../src/ui/doors/selfTest';
import { share } from '../effort';
import { BENT_ITEMS, BENT_PLATFORM } from './bentPlatform';
import { standingClock } from './scripted';

const folder = mkdtempSync(join(tmpdir(), 'self-test-'));
const dir = join(folder, 'desk');
const clock = standingClock(Date.UTC(2024, 10, 8, 13, 15));
const sent: Mail[] = [];
const PROJECT = 'desk-trading-1';
const USER = 'trader@desk.example';
let warehouse: Warehouse;
let desk: Host;

/** The bundle, and beside it what bends the platform. */
function bundle(): string {
  const out = join(folder, 'bundle');
  cpSync('build/out', out, { recursive: true });
  writeFileSync(join(out, 'Bent.js'), BENT_PLATFORM);
  return out;
}

const PAGE = { escaped: true, received: 2_000_000 };
const EVERYTHING = { mails: true, page: PAGE };

const tested = async (wish: object, fn = 'selfTest', ...before: unknown[]): Promise<PrintedSelfTest> =>
  (await desk.call(fn, [...before, wish])).value as PrintedSelfTest;
const statesOf = ({ items }: PrintedSelfTest): Record<string, string> =>
  Object.fromEntries(items.map(({ id, state }) => [id, state]));
const kept = async (file: string): Promise<string> => {
  await desk.checkpoint();
  return readFileSync(join(dir, file), 'utf8');
};

interface Kept {
  readonly files: readonly { readonly name: string; readonly trashed: boolean }[];
}
const filesInDrive = async (): Promise<readonly string[]> => {
  const index: Kept = JSON.parse(await kept('drive.json'));
  return index.files.filter(({ trashed }) => !trashed).map(({ name }) => name);
};
const tables = async (): Promise<readonly string[]> => {
  const found = (await warehouse.call('Tables.list', [PROJECT, 'team_trading'])) as {
    readonly tables: readonly { readonly tableReference: { readonly tableId: string } }[];
  };
  return found.tables.map(({ tableReference }) => tableReference.tableId);
};
/** What there is: tabs, the desk's facts, tables, files, triggers. */
const standing = async (): Promise<readonly unknown[]> => [
  desk.book.tabs(),
  JSON.parse(await kept('properties/document.json')),
  await tables(),
  await filesInDrive(),
  desk.triggers(),
];
/** Every cell but those of the log. */
const cells = (): Promise<readonly unknown[]> =>
  Promise.all(
    desk.book
      .tabs()
      .filter((name) => name !== 'log')
      .map((name) => desk.book.readTab(name)),
  );

beforeAll(async () => {
  warehouse = await openWarehouse({ file: join(folder, 'warehouse.duckdb'), now: () => clock.now() });
  desk = await openHost({
    tabRows: 100,
    dir,
    bundleDir: bundle(),
    clock,
    warehouse,
    user: USER,
    strictMail: true,
    mail: {
      send: async (mail) => {
        sent.push(mail);
      },
      remaining: () => 100 - sent.length,
    },
  });
  await desk.call('setUpDesk', [
    { sample: true, settings: { GOOGLE_CLOUD_PROJECT: PROJECT, DESK_LANGUAGE: 'en' } },
  ]);
});
afterAll(async () => {
  await desk.close();
  await warehouse.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the self-test on the laptop', () => {
  it('finds everything as the desk expects, and waits for its trigger alone', async () => {
    const before = [await cells(), ...(await standing())];
    const report = await tested(EVERYTHING);
    expect(report.items.filter(({ state }) => state === 'differs')).toEqual([]);
    expect(statesOf(report)).toEqual({
      'plain-text': 'ok',
      'packed-text': 'ok',
      formats: 'ok',
      minutes: 'ok',
      'cell-limit': 'ok',
      dropdown: 'ok',
      'sheets-service': 'ok',
      chart: 'ok',
      merge: 'ok',
      view: 'ok',
      drive: 'ok',
      'mail-190': 'ok',
      'mail-390': 'ok',
      property: 'ok',
      'dead-host': 'ok',
      trigger: 'waiting',
      template: 'ok',
      page: 'ok',
      bulk: 'ok',
      overview: 'ok',
      preview: 'ok',
    });
    expect(report.left).toEqual([]);
    expect(desk.triggers()).toMatchObject([{ handler: 'selfTestTick', everyMinutes: 1 }]);
    const after = [await cells(), ...(await standing())];
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
  });

  it('has written to nobody but whoever ran it, and says what each account takes', async () => {
    expect(sent.map(({ to, cc, subject }) => [to, cc ?? '', subject])).toEqual([
      [USER, '', 'Self-test: 190 KB'],
    ]);
    expect(Buffer.byteLength(sent[0]?.html ?? '')).toBe(190 * 1024);
  });

  it('is completed by its trigger, which takes itself away and leaves its answer in the log', async () => {
    clock.advance(60_000);
    expect((await desk.call('selfTestTick', [], { trigger: true })).value).toContain(`fired as ${USER}`);
    expect(desk.triggers()).toEqual([]);
    const log = (await desk.book.readTab('log')).flat().join('\n');
    expect(log).toContain('self-test: 20 as expected, 0 different, 1 waited for, 0 not possible');
    expect(log).toContain(`self-test, what was waited for: the trigger fired as ${USER} and got the lock`);
    const again = await tested({ only: ['trigger'] });
    expect(again.items).toMatchObject([
      { state: 'ok', details: ['asked for at 10:15:00, fired at 10:16:00'] },
    ]);
    expect(again.text).toContain('[as expected] A trigger of one minute: the trigger fired');
  });

  it('says so when the trigger never fires, and as whom it fired when that is somebody else', async () => {
    expect((await tested({ only: ['trigger'] })).items).toMatchObject([{ state: 'waiting' }]);
    clock.advance(16 * 60_000);
    expect((await tested({ only: ['trigger'] })).items).toMatchObject([
      { state: 'differs', said: 'the trigger has not fired within 15 minutes' },
    ]);
    expect(desk.triggers()).toEqual([]);
  });

  it('sends no mail that nobody asked for, and says what only a page can know', async () => {
    const before = sent.length;
    const report = await tested({ only: ['mail-190', 'mail-390', 'page', 'bulk'] });
    expect(new Set(Object.values(statesOf(report)))).toEqual(new Set(['impossible']));
    expect(sent).toHaveLength(before);
    const seen = await tested({ page: { escaped: false, received: 1_048_576 }, only: ['page', 'bulk'] });
    expect(seen.items.map(({ state, said }) => [state, said])).toEqual([
      ['differs', 'a page got something else than it was handed'],
      ['differs', 'of an answer of 2,000,000 characters 1,048,576 reached the page'],
    ]);
    expect((await desk.call('selfTestBulk')).value).toHaveLength(2_000_000);
  });

  it('speaks the desk’s language', async () => {
    const [, ...rows] = await desk.book.readTab('settings');
    const line = rows.findIndex(([key]) => key === 'DESK_LANGUAGE') + 2;
    desk.book.writeCell('settings', `B${line}`, 'pt');
    const report = await tested({ only: ['cell-limit'] });
    expect(report.text).toContain('[como esperado] A célula mais longa: uma célula aceita 50.000 caracteres');
    desk.book.writeCell('settings', `B${line}`, 'en');
  });
});

describe('a platform that is otherwise', () => {
  // One of nine, by npm run test:all each.
  it.each(share(BENT_ITEMS, 9))('is noticed by the item %s, and nothing is left behind', async (bend) => {
    const before = await standing();
    const [item = ''] = bend.split(' ');
    const report = await tested({ ...EVERYTHING, only: [item] }, 'bentSelfTest', bend);
    expect(statesOf(report)).toEqual({ [item]: 'differs' });
    expect(await standing()).toEqual(before);
  });

  it('is told item by item: which text came back as what', async () => {
    const eaten = (await tested({ only: ['plain-text'] }, 'bentSelfTest', 'plain-text')).items[0];
    expect(eaten?.said).toContain('2 of 25 texts came back otherwise');
    expect(eaten?.details.slice(0, 2)).toEqual([
      `"'apostrophe" came back as "apostrophe"`,
      `"''two" came back as "'two"`,
    ]);
    const kept = (await tested({ only: ['plain-text'] }, 'bentSelfTest', 'plain-text kept')).items[0];
    expect(kept?.details).toContain(`"=1+1" came back as "'=1+1"`);
  });
});

describe('a self-test that was killed', () => {
  const wish = { only: ['plain-text', 'merge', 'view', 'drive'] };

  /** Which call of its service the first one of that name is, counted from 1. */
  const placeOf = async (wanted: string): Promise<number> => {
    const seen: string[] = [];
    await desk.call('selfTest', [wish], { watch: (method) => seen.push(method) });
    const own = seen.filter((method) => serviceOf(method) === serviceOf(wanted));
    return own.indexOf(wanted) + 1;
  };

  it.each(share([['Drive.Files.create'], ['Spreadsheet.insertSheet'], ['BigQuery.Tables.insert']], 3))(
    'once it had done %s is cleared away by the next one',
    async (method) => {
      const before = await standing();
      const fault = { service: serviceOf(method), call: await placeOf(method), how: 'kill-after' } as const;
      await expect(desk.call('selfTest', [wish], { fault })).rejects.toThrow();
      expect(await standing()).not.toEqual(before);
      const report = await tested(wish);
      expect(new Set(Object.values(statesOf(report)))).toEqual(new Set(['ok']));
      expect(report.left).toEqual([]);
      expect(await standing()).toEqual(before);
    },
  );
});
