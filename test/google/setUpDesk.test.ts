// Set up from an empty spreadsheet, and over books of any age: what it makes, what it asks, what it says is missing.
import { describe, expect, it } from '@jest/globals';
import { preview } from '../../src/desk/run/runner';
import { VERSION_KEY } from '../../src/desk/setUp/migrate';
import type { SetUpReport, SetUpWish } from '../../src/desk/setUp/setUpReport';
import { session } from '../../src/domain/calendar';
import { createServices } from '../../src/google/services';
import { setUpDesk } from '../../src/google/setUpDesk';
import { verbatim } from '../../src/language/message';
import { readTable } from '../../src/sheets/read';
import { ALL_TABS, holidays } from '../../src/sheets/tabs';
import { initialOrders } from '../../src/stages/stages';
import { said, texts } from '../fakes/said';
import { FakeSheet, FakeSpreadsheet } from './fakeBook';
import { type Fakes, installFakes } from './fakes';

function deskWith(...sheets: FakeSheet[]): Fakes {
  const fakes = installFakes(new FakeSpreadsheet(sheets));
  Object.assign(globalThis, { ScriptApp: fakeTriggers() });
  return fakes;
}

function fakeTriggers(): object {
  const triggers: object[] = [];
  return {
    getOAuthToken: () => 'oauth-token',
    getProjectTriggers: () => [...triggers],
    newTrigger: (handler: string) => ({
      timeBased: () => ({
        everyMinutes: () => ({ create: () => triggers.push({ getHandlerFunction: () => handler }) }),
      }),
    }),
  };
}

const MORNING = '2024-11-08T10:20:00';
const services = () => ({ ...createServices(), now: () => MORNING });
const run = (wish: SetUpWish = {}): SetUpReport => setUpDesk(services, wish);
const checkOf = (report: SetUpReport, name: string) => report.checks.find((each) => each.name === name);
const saidOf = (report: SetUpReport, name: string) => said(checkOf(report, name)?.said ?? verbatim(''));
const stateOf = (report: SetUpReport, name: string) => checkOf(report, name)?.state;

describe('set up of an empty spreadsheet', () => {
  it('writes into the log what is left to do, under the names of its own dialog', () => {
    const { book } = deskWith(new FakeSheet('Página1'));
    run();
    const logged = book.sheet('log').cells.flat().map(String).join('\n');
    expect(logged).toMatch(/^Corretoras: /m);
    expect(logged).not.toMatch(/^(settings|funds|etfs|brokers|trades): /m);
  });

  it('leaves the tabs and nothing else, and says what is missing', () => {
    const { book } = deskWith(new FakeSheet('Página1'));
    const report = run();
    expect(book.sheets.map(({ name }) => name)).toEqual(ALL_TABS.map(({ name }) => name));
    expect(report.tabs).toHaveLength(ALL_TABS.length);
    expect(Object.fromEntries(report.checks.map(({ name, state }) => [name, state]))).toEqual({
      version: 'ok',
      settings: 'todo',
      funds: 'todo',
      etfs: 'todo',
      brokers: 'todo',
      trades: 'todo',
      mail: 'ok',
      secret: 'off',
      'post-trade': 'off',
      inav: 'off',
      warehouse: 'off',
      files: 'ok',
      schedule: 'off',
    });
    const todo = report.checks.filter(({ state }) => state === 'todo');
    expect(todo.filter((each) => each.todo === null)).toEqual([]);
  });

  it('writes figures as the desk speaks, and at once as it is told to speak from now on', () => {
    const { book } = deskWith(new FakeSheet('Página1'));
    run();
    expect(book.locale).toBe('pt_BR');
    run({ settings: { DESK_LANGUAGE: 'en' } });
    expect(book.locale).toBe('en_GB');
    expect(run().tabs).toEqual([]);
    expect(book.locale).toBe('en_GB');
  });

  it('keeps a sheet that somebody has written into or named', () => {
    const { book } = deskWith(new FakeSheet('Sheet1', [['my note']]), new FakeSheet('Ideas'));
    run();
    expect(book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Sheet1', 'Ideas']));
  });

  it('with the sample, the morning’s orders can be previewed at once', () => {
    deskWith();
    const report = run({ sample: true });
    expect(report.sample?.filled).toContain('daily-trades');
    expect([stateOf(report, 'funds'), stateOf(report, 'settings')]).toEqual(['ok', 'ok']);
    // Somebody should know, and nothing is missing for it.
    expect(stateOf(report, 'sample')).toBe('note');
    expect(saidOf(report, 'sample')).toContain('mesa@aurora.example');
    const shown = preview(services(), initialOrders());
    expect([shown.status, shown.mails.length]).toEqual(['ready', 2]);
  });

  it('takes over what the trader fills in and tries it', () => {
    const fakes = deskWith();
    fakes.web.answer = (url) =>
      url.startsWith('https://trading.desk.example')
        ? { status: 200, body: '{"consolidatedAllocations":[]}' }
        : { status: 503 };
    const report = run({
      sample: true,
      settings: {
        TRADER_EMAILS: 'a@desk.example',
        TRADING_API_URL: 'https://trading.desk.example',
        TRADING_API_SECRET: 'post-trade',
        INAV_API_URL: 'https://inav.desk.example',
      },
      token: ' secret-value ',
      schedule: true,
    });
    expect(report.problems).toEqual([]);
    expect(fakes.userProperties.getProperty('secret:post-trade')).toBe('secret-value');
    expect(['secret', 'post-trade', 'inav', 'schedule'].map((name) => stateOf(report, name))).toEqual([
      'ok',
      'ok',
      'failed',
      'ok',
    ]);
    expect(saidOf(report, 'inav')).toContain('HTTP 503');
    expect(JSON.stringify(fakes.book.sheets.map(({ cells }) => cells))).not.toContain('secret-value');
  });

  it('says how to get billing, rights or the service, where BigQuery refuses', () => {
    const fakes = deskWith();
    fakes.jobs.answer = () => new Error('Billing has not been enabled for this project');
    const report = run({ settings: { GOOGLE_CLOUD_PROJECT: 'desk-trading-1' } });
    expect(stateOf(report, 'warehouse')).toBe('failed');
    expect(saidOf(report, 'warehouse')).toContain('enable billing for the project');
  });

  it('refuses a wrong value and keeps the others as they were', () => {
    deskWith();
    const report = run({ settings: { DESK_LANGUAGE: 'klingon', DESK_NAME: 'Mesa' } });
    expect(texts(report.problems)).toEqual([expect.stringContaining('DESK_LANGUAGE')]);
    expect(report.asked.find(({ key }) => key === 'DESK_NAME')?.value).toBe('');
  });
});

describe('set up of a book in use', () => {
  it('changes no cell but the log’s when it runs again', () => {
    const { book } = deskWith();
    run({ sample: true });
    const cells = () =>
      JSON.stringify(book.sheets.filter(({ name }) => name !== 'log').map((sheet) => sheet.cells));
    const before = cells();
    const again = run({ sample: true });
    expect(again.tabs).toEqual([]);
    expect(again.sample?.filled).toEqual([]);
    expect(again.sample?.kept).toContain('fund-stats');
    expect(cells()).toBe(before);
  });

  it('brings a book of the first version up to this one and forgets what nobody reads any more', () => {
    const fakes = deskWith(
      new FakeSheet('brokers', [
        ['name', 'code', 'emails', 'cc', 'language', 'account_codes', 'share'],
        ['Corretora Aurora', '3', 'mesa@aurora.example', '', 'pt', '70311', 1],
      ]),
      new FakeSheet('settings', [
        ['key', 'value', 'meaning'],
        ['DESK_NAME', 'Mesa', 'how e-mails are signed'],
      ]),
    );
    fakes.documentProperties.setProperty('ran:initial', '2024-11-07T10:15:00');
    const report = run();
    expect(report.upgrades).toHaveLength(3);
    expect(fakes.documentProperties.getProperty('ran:initial')).toBeNull();
    expect(fakes.documentProperties.getProperty(VERSION_KEY)).toBe('4');
    const [header = [], aurora = []] = fakes.book.sheet('brokers').cells;
    expect(header).toContain('allocate_by');
    expect(aurora.slice(0, 2)).toEqual(['Corretora Aurora', '3']);
    expect(report.asked.find(({ key }) => key === 'DESK_NAME')?.value).toBe('Mesa');
    expect(run().upgrades).toEqual([]);
  });

  it('gives the tab holidays of an older book its new columns, and its rows mean what they meant', () => {
    const { book } = deskWith(
      new FakeSheet('holidays', [
        ['date', 'open', 'close'],
        ['2024-12-24', '', ''],
        ['2024-12-27', '', '13:00'],
      ]),
    );
    run();
    const { cells } = book.sheet('holidays');
    expect(cells[0]).toEqual(['date', 'open', 'close', 'kind', 'cutoffs']);
    const { table, problems } = readTable(
      holidays,
      cells.map((row) => row.map(String)),
    );
    expect(problems).toEqual([]);
    const days = table.rows.map(({ value }) => value);
    expect(['2024-12-24', '2024-12-27'].map((day) => session(day, days)?.close ?? null)).toEqual([
      null,
      '13:00',
    ]);
  });

  it('refuses a book that a newer version has set up', () => {
    const fakes = deskWith();
    fakes.documentProperties.setProperty(VERSION_KEY, '99');
    expect(() => run()).toThrow(/version 99 .*npm run deploy/);
    expect(fakes.book.sheets).toEqual([]);
  });
});
