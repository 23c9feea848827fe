// The import dialog in a real browser: files and pasted text into their tabs.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seriousFindings } from './axe';
import { type Desktop, openDesktop, type PageOptions } from './browser';
import { type LiveDesk, liveDesk } from './liveDesk';

// Two busy cores must not fail a page.

let desktop: Desktop;
beforeAll(async () => {
  desktop = await openDesktop();
}, 60_000);
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
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('heading', { name: 'Imported: 1 fund and 1 trade' }).waitFor();
    expect(live.desk.book.records('daily-trades')).toEqual([expect.objectContaining({ fund: 'São João' })]);
    expect(live.desk.book.records('fund-stats')).toEqual([expect.objectContaining({ fund: 'SÃO JOÃO FIF' })]);
    await page.getByRole('button', { name: 'Open Initial orders' }).click();
    expect(live.shown).toEqual([{ stage: 'initial' }]);
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
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('heading', { name: 'Imported: 1 trade' }).waitFor();
    expect(calls).toEqual([['importFiles', null, TRADES]]);
    expect(live.desk.book.records('fund-stats')).toEqual(before);
  });

  it('lists what is wrong, writes nothing and keeps the text', async () => {
    const live = liveDesk();
    const before = live.desk.book.records('daily-trades');
    const { page } = await open(live);
    const bad = TRADES.replace('1.500,00', '1,2,3');
    await page.locator('#trades-text').fill(bad);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(
      /Nothing was imported: 1 error.*amount "1,2,3"/s,
    );
    expect(await page.locator('#trades-text').inputValue()).toBe(bad);
    expect(live.desk.book.records('daily-trades')).toEqual(before);
  });

  it('asks for a file when there is none', async () => {
    const { page, calls } = await open(liveDesk());
    await page.getByRole('button', { name: 'Import' }).click();
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
