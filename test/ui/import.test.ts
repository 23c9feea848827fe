// The import dialog in a real browser: files and pasted text into their tabs.
import { expect } from '@jest/globals';
import { apply } from '../../src/desk/run/runner';
import { initialOrders } from '../../src/stages/stages';
import { afterAll, beforeAll, describe, it } from '../inBrowser';
import { seriousFindings } from './axe';
import { type Desktop, openDesktop, type PageOptions } from './browser';
import { type LiveDesk, liveDesk } from './liveDesk';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await openDesktop();
});
afterAll(() => desktop.close());

const open = (live: LiveDesk, { language = 'en', ...more }: Partial<PageOptions> = {}) => {
  live.language = language;
  return desktop.open('Import', { language, answers: live.answers, ...more });
};

const TRADES =
  'Fund,CNPJ,Asset,Side,Amount,Strategy\nSão João,11.222.333/0001-81,HASH11,BUY,"1.500,00",SimpleOrder\n';
const FUNDS = JSON.stringify({
  funds: [
    {
      fund_name: 'SÃO JOÃO FIF',
      fund_cnpj: ' 11.222.333/0001-81',
      fund_strategy: 'Full_alocation',
      assets_onshore: ['HASH11'],
      assets_offshore: null,
    },
  ],
});
const csv = (bytes: Buffer) => ({ name: 'trades.csv', mimeType: 'text/csv', buffer: bytes });

describe('the import', () => {
  it('takes a file and pasted text, says what is in the tabs, and leads on', async () => {
    const live = liveDesk();
    const { page } = await open(live);
    await page.locator('#trades-file').setInputFiles(csv(Buffer.from(TRADES)));
    await page.locator('#funds-text').fill(FUNDS);
    await page.getByRole('button', { name: 'Show what changes' }).click();
    await page.getByRole('heading', { name: '0 rows to add, 2 to change, 4 to remove' }).waitFor();
    expect(live.desk.book.records('daily-trades')).toHaveLength(3);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('heading', { name: 'Imported: 1 fund and 1 trade' }).waitFor();
    expect(live.desk.book.records('daily-trades')).toEqual([expect.objectContaining({ fund: 'São João' })]);
    expect(live.desk.book.records('fund-stats')).toEqual([expect.objectContaining({ fund: 'SÃO JOÃO FIF' })]);
    await page.getByRole('button', { name: 'Open Initial orders' }).click();
    expect(live.shown).toEqual([{ stage: 'initial' }]);
  });

  it('leads on to an amendment once the day is open, not to the morning’s orders', async () => {
    const live = liveDesk();
    apply(live.desk.services, initialOrders());
    live.desk.world.now = '2024-11-08T11:30:00';
    const { page } = await open(live);
    await page.locator('#trades-text').fill(TRADES);
    await page.getByRole('button', { name: 'Show what changes' }).click();
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('heading', { name: 'Imported: 1 trade' }).waitFor();
    expect(await page.getByRole('button', { name: 'Open Initial orders' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Amend: 3 orders differ' }).click();
    expect(live.shown).toEqual([{ stage: 'amend' }]);
  });

  it('reads what Excel in Brazil writes', async () => {
    const live = liveDesk();
    const { page } = await open(live);
    await page.locator('#trades-file').setInputFiles(csv(Buffer.from(TRADES, 'latin1')));
    await page.getByText('trades.csv').waitFor();
    expect(await page.locator('#trades-text').inputValue()).toBe(TRADES);
  });

  it('leaves the other tab as it is', async () => {
    const live = liveDesk();
    const before = live.desk.book.records('fund-stats');
    const { page, calls } = await open(live);
    await page.locator('#trades-text').fill(TRADES);
    await page.getByRole('button', { name: 'Show what changes' }).click();
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('heading', { name: 'Imported: 1 trade' }).waitFor();
    expect(calls).toEqual([
      ['previewImport', null, TRADES],
      ['importFiles', null, TRADES, expect.any(String)],
      ['deskOverview'],
    ]);
    expect(live.desk.book.records('fund-stats')).toEqual(before);
  });

  it('shows cell by cell what changes, goes back without writing, and is taken back', async () => {
    const live = liveDesk();
    const before = live.desk.book.records('daily-trades');
    const { page } = await open(live);
    await page.locator('#trades-text').fill(TRADES);
    await page.getByRole('button', { name: 'Show what changes' }).click();
    const sums = page.getByRole('table', { name: 'Orders before and after the import' });
    expect(await sums.locator('tbody tr').first().textContent()).toContain('12,300,000.00');
    await page.getByRole('table', { name: 'Buys that change' }).waitFor();
    // Row by row for whoever asks.
    await page.getByText('daily-trades: 0 added, 1 changed, 2 removed, 0 as they are').click();
    const changed = page.locator('li.changed');
    expect(await changed.locator('del').allTextContents()).toEqual(['Alfa', 'R$\u00a010,000,000.00']);
    expect(await changed.locator('ins').allTextContents()).toEqual(['São João', 'R$\u00a01,500.00']);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.locator('#trades-text').inputValue()).toBe(TRADES);
    expect(live.desk.book.records('daily-trades')).toEqual(before);
    await page.getByRole('button', { name: 'Show what changes' }).click();
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('button', { name: 'Undo import' }).click();
    await page.getByRole('heading', { name: /is taken back: daily-trades gets its 3 rows back/ }).waitFor();
    expect(live.desk.book.records('daily-trades').map(({ fund }) => fund)).toEqual(
      before.map(({ fund }) => fund),
    );
  });

  it('is asked for again where the tab has changed since it was shown', async () => {
    const live = liveDesk();
    const { page } = await open(live);
    await page.locator('#trades-text').fill(TRADES);
    await page.getByRole('button', { name: 'Show what changes' }).click();
    await page.getByRole('button', { name: 'Import' }).waitFor();
    live.desk.book.fill('daily-trades', []);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText('the tabs have changed since the import was shown').waitFor();
    expect(live.desk.book.records('daily-trades')).toEqual([]);
  });

  it.each([
    ['UTF-16', Buffer.from(`\ufeff${TRADES}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${TRADES}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TRADES}`, 'utf8')],
  ])('reads %s', async (_encoding, bytes) => {
    const { page } = await open(liveDesk());
    await page.locator('#trades-file').setInputFiles(csv(bytes));
    await page.getByText('trades.csv').waitFor();
    expect((await page.locator('#trades-text').inputValue()).replace('\ufeff', '')).toBe(TRADES);
  });

  it('lists what is wrong, writes nothing and keeps the text', async () => {
    const live = liveDesk();
    const before = live.desk.book.records('daily-trades');
    const { page } = await open(live);
    const bad = TRADES.replace('1.500,00', '1,2,3');
    await page.locator('#trades-text').fill(bad);
    await page.getByRole('button', { name: 'Show what changes' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(
      /Nothing was imported: 1 error.*amount "1,2,3"/s,
    );
    expect(await page.locator('#trades-text').inputValue()).toBe(bad);
    expect(live.desk.book.records('daily-trades')).toEqual(before);
  });

  it('asks for a file when there is none', async () => {
    const { page, calls } = await open(liveDesk());
    await page.getByRole('button', { name: 'Show what changes' }).click();
    await page.getByText('Choose a file or paste its text first.').waitFor();
    expect(calls).toEqual([]);
  });

  for (const [language, scheme, title] of [
    ['pt', 'light', 'Importar arquivos'],
    ['en', 'dark', 'Import files'],
  ] as const) {
    it(`in ${language} and ${scheme}: axe finds nothing, and nothing is fetched`, async () => {
      const { page, fetched } = await open(liveDesk(), { language, scheme });
      await page.getByRole('heading', { name: title }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      expect(fetched).toEqual([]);
    });
  }
});
