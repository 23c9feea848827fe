// What Set up writes into a book: settings as they were asked for, and a sample that a morning can be run on.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { preview } from '../../src/desk/run/runner';
import { askedSettings } from '../../src/desk/setUp/essentials';
import { fillSample, saveSettings } from '../../src/desk/setUp/fillBook';
import { readTable } from '../../src/sheets/read';
import { SAMPLE_DOMAIN, sampleTables } from '../../src/sheets/sample';
import { settingRows } from '../../src/sheets/settings';
import type { Tab } from '../../src/sheets/tab';
import { brokers, dailyTrades, etfs, fundStats, holdings, marketData } from '../../src/sheets/tabs';
import { readSettingsTab } from '../../src/stages/day/inputs';
import { initialOrders } from '../../src/stages/stages';
import { type MemoryDesk, memoryDesk } from '../fakes/memoryDesk';
import { said, texts } from '../fakes/said';
import { sampleDesk } from '../fakes/sampleDesk';

const NOW = '2024-11-08T10:15:00';
let desk: MemoryDesk;
beforeEach(() => {
  desk = memoryDesk();
  desk.book.fill('settings', [
    { key: 'tolerance', value: '500', meaning: 'mine' },
    ...settingRows()
      .filter(({ key }) => key !== 'tolerance' && key !== 'DESK_NAME')
      .map(({ key, meaning }) => ({ key, meaning: said(meaning) })),
  ]);
});
const settings = () => readSettingsTab((tab) => desk.book.read(tab)).settings;

describe('settings', () => {
  it('are put beside their keys, added where they are missing, and everything else stays', () => {
    expect(saveSettings(desk.services, { DESK_NAME: ' Mesa ', TRADER_EMAILS: 'a@desk.example' })).toEqual([]);
    expect(settings()).toMatchObject({
      deskName: 'Mesa',
      traderEmails: ['a@desk.example'],
      tolerance: 50_000,
    });
    expect(desk.book.records('settings')[0]).toEqual({ key: 'tolerance', value: '500', meaning: 'mine' });
  });

  it('go back to their default when they are blanked', () => {
    saveSettings(desk.services, { tolerance: ' ' });
    expect(settings().tolerance).toBe(100_000);
  });

  it('are all or nothing: one wrong value and none is written', () => {
    const before = JSON.stringify([...desk.book.tabs]);
    expect(texts(saveSettings(desk.services, { DESK_NAME: 'Mesa', auto_send: 'initial, finale' }))).toEqual([
      expect.stringContaining('auto_send "finale" is not a stage; write some of initial, primary'),
    ]);
    expect(texts(saveSettings(desk.services, { NO_SUCH: '1' }))).toEqual(['"NO_SUCH" is not a setting']);
    expect(JSON.stringify([...desk.book.tabs])).toBe(before);
  });

  it.each([
    ['a value that is none', { key: 'tolerance', value: 'much' }, 'settings!B2: tolerance'],
    [
      'a cell that shows an error',
      { key: 'tolerance', value: '#REF!' },
      'settings!B2: value shows the error #REF!',
    ],
  ])('are not written beside %s: its row would go, or count as the default', (_what, row, said) => {
    desk.book.fill('settings', [row, { key: 'DESK_NAME', value: 'Ours' }]);
    const before = JSON.stringify([...desk.book.tabs]);
    const problems = texts(saveSettings(desk.services, { DESK_NAME: 'Mesa' }));
    expect(problems).toEqual([expect.stringContaining(said)]);
    expect(JSON.stringify([...desk.book.tabs])).toBe(before);
  });

  it('that set up asks for are all settings, with what they mean', () => {
    expect(askedSettings(desk.services).filter(({ meaning }) => said(meaning) === '')).toEqual([]);
  });
});

describe('the sample', () => {
  it('reads back without a problem, and every address in it reaches nobody', () => {
    const readBack = <R>(tab: Tab<R>): number => {
      const cells = sampleTables(NOW, 'pt').find((table) => table.tab === tab.name);
      const { table, problems } = readTable(tab, [[...(cells?.headers ?? [])], ...(cells?.rows ?? [])]);
      expect([tab.name, problems]).toEqual([tab.name, []]);
      return table.rows.length;
    };
    const read = [
      readBack(fundStats),
      readBack(dailyTrades),
      readBack(etfs),
      readBack(brokers),
      readBack(holdings),
      readBack(marketData),
    ];
    expect(read.every((rows) => rows > 0)).toBe(true);
    const addresses = JSON.stringify(sampleTables(NOW, 'pt')).match(/[\w.]+@[\w.]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.filter((address) => !address.endsWith(SAMPLE_DOMAIN))).toEqual([]);
  });

  it('is a morning that can be run at once', () => {
    const sample = sampleDesk({}, NOW);
    const shown = preview(sample.services, initialOrders());
    expect([shown.status, shown.problems, shown.mails.length]).toEqual(['ready', [], 2]);
  });

  it('never joins rows of the desk’s own', () => {
    desk.book.fill('brokers', [{ name: 'Ours' }]);
    const before = JSON.stringify([...desk.book.tabs]);
    expect(fillSample(desk.services, NOW)).toEqual({ filled: [], kept: ['brokers'] });
    expect(JSON.stringify([...desk.book.tabs])).toBe(before);
  });

  it('is all or nothing: beside settings that cannot be read nothing is put in', () => {
    desk.book.fill('settings', [{ key: 'tolerance', value: 'much' }]);
    const before = JSON.stringify([...desk.book.tabs]);
    expect(fillSample(desk.services, NOW)).toEqual({ filled: [], kept: [] });
    expect(JSON.stringify([...desk.book.tabs])).toBe(before);
  });

  it('leaves settings that somebody has written', () => {
    saveSettings(desk.services, { DESK_NAME: 'Nossa mesa' });
    fillSample(desk.services, NOW);
    expect(settings()).toMatchObject({ deskName: 'Nossa mesa', traderEmails: ['mesa.etf@gestora.example'] });
  });
});
