// The blotter in a real browser: what a trader sees of a day with a bust, a price beyond the limit and an old iNAV.
import { expect } from '@jest/globals';
import { initialOrders, primaryUnits } from '../../src/stages/stages';
import { share } from '../effort';
import { apply } from '../fakes/run';
import { sampleDesk } from '../fakes/sampleDesk';
import { DATE } from '../fixtures/workedDay';
import { afterAll, beforeAll, describe, it } from '../inBrowser';
import { seriousFindings } from './axe';
import { type Desktop, type OpenPage, openDesktop, type PageOptions } from './browser';
import { type LiveDesk, liveDesk } from './liveDesk';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await openDesktop();
});
afterAll(() => desktop.close());

/** Every broker fills half of each cap in three parts; one part of a sale that stays open is busted, one is far beyond the limit. */
function afternoon(): LiveDesk {
  const desk = sampleDesk({ check_limit_price: 'warning' });
  desk.world.now = `${DATE}T10:15:00`;
  apply(desk.services, initialOrders());
  const orders = desk.book.records('orders');
  const busted = orders.findIndex(({ side }) => side === 'SELL');
  desk.world.fills = orders.flatMap((order, at) =>
    [0, 1, 2].map((part) => ({
      date: DATE,
      fillId: `F${at}-${part}`,
      broker: String(order.broker),
      asset: String(order.asset),
      side: order.side === 'BUY' ? ('BUY' as const) : ('SELL' as const),
      quantity: Math.round(Number(order.cap) / Number(order.inav) / 6),
      price: Math.round(Number(order.inav) * (at === 0 && part === 2 ? 1.02 : 1) * 100) / 100,
      time: `${DATE}T1${part}:2${at % 9}:00`,
      status: part === 1 && at === busted ? ('BUSTED' as const) : ('EXECUTED' as const),
      source: 'api' as const,
    })),
  );
  desk.world.now = `${DATE}T12:20:00`;
  apply(desk.services, primaryUnits('all', true));
  desk.world.now = `${DATE}T12:55:00`;
  return liveDesk(desk);
}

const open = async (
  live: LiveDesk,
  { language = 'en', ...more }: Partial<PageOptions> = {},
): Promise<OpenPage> => {
  live.language = language;
  const opened = await desktop.open('Blotter', { language, answers: live.answers, ...more });
  await opened.page.locator('#sides > *').first().waitFor();
  return opened;
};

const names = ({ page }: OpenPage): Promise<readonly string[]> => page.locator('.fold').allTextContents();

describe('the table', () => {
  it('has a row for each ETF and side, with brokers and funds below it on demand', async () => {
    const opened = await open(afternoon());
    expect(await names(opened)).toEqual([
      'HASH11 sell',
      'BITH11 buy',
      'DEFI11 buy',
      'HASH11 buy',
      'WEB311 buy',
    ]);
    const fold = opened.page.getByRole('button', { name: 'HASH11 sell' });
    await fold.focus();
    await opened.page.keyboard.press('Enter');
    await opened.page.getByText('Brokers of HASH11 sell').waitFor();
    await opened.page.getByText('Funds of HASH11 sell').waitFor();
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
  });

  it('stands at first with what is most open in money, and says so', async () => {
    const opened = await open(afternoon());
    const column = opened.page.locator('th[aria-sort]');
    expect([await column.getAttribute('aria-sort'), await column.textContent()]).toEqual([
      'descending',
      'Open',
    ]);
  });

  it('is sorted by what is clicked, largest first, and says so', async () => {
    const opened = await open(afternoon());
    await opened.page.getByRole('button', { name: 'Target' }).click();
    expect((await names(opened))[0]).toBe('HASH11 buy');
    expect(await opened.page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    await opened.page.getByRole('button', { name: 'Target' }).click();
    expect((await names(opened))[0]).toBe('DEFI11 buy');
  });

  it('shows what fits the filter: an ETF, a broker, a side', async () => {
    const opened = await open(afternoon());
    await opened.page.getByRole('searchbox').fill('hash');
    expect(await names(opened)).toEqual(['HASH11 sell', 'HASH11 buy']);
    await opened.page.getByRole('combobox').selectOption('SELL');
    expect(await names(opened)).toEqual(['HASH11 sell']);
    await opened.page.getByRole('searchbox').fill('nobody of that name');
    await opened.page.getByText('Nothing fits the filter.').waitFor();
  });

  it('draws when each side was filled, and tells those who do not see it', async () => {
    const { page } = await open(afternoon());
    const label = await page.locator('.spark').first().getAttribute('aria-label');
    expect(label).toMatch(/^HASH11 sell: [\d,]+ filled from 10:20 to 12:20$/);
  });
});

describe('alerts', () => {
  it('come dearest first, each with what to do, and do not come back once put away', async () => {
    const live = afternoon();
    const { page } = await open(live);
    const texts = await page.locator('.alert').allTextContents();
    expect(texts.join('\n')).toContain('was busted');
    expect(texts.join('\n')).toContain('beyond the limit');
    expect(texts.join('\n')).toContain('35 minutes ago');
    // ETFs with an old iNAV are one row; each stands in its list.
    expect(texts.filter((text) => /iNAVs of \d ETFs are too old/.test(text))).toHaveLength(1);
    const said = await page.locator('.alert > div > p > .cost').allTextContents();
    const costs = said.map((text) => Number(text.replace(/\D/g, '')));
    expect(costs.length).toBeGreaterThan(2);
    expect(costs).toEqual(costs.slice().sort((a, b) => b - a));
    await page.getByRole('button', { name: /^Put away: .*beyond the limit/ }).click();
    await page.getByText('1 notice put away today').waitFor();
    expect((await page.locator('.alert').allTextContents()).join()).not.toContain('beyond the limit');
    // Neither in the next preview, which counts it.
    const preview = live.answers.previewStage({ stage: 'adjustments' });
    expect(preview).toMatchObject({ putAway: 1 });
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page.getByRole('button', { name: /^Put away: .*beyond the limit/ }).waitFor();
  });

  it('that were put away come back once they are more', async () => {
    const live = afternoon();
    const { page } = await open(live);
    await page.getByRole('button', { name: /^Put away: .*was busted/ }).click();
    await page.getByText('1 notice put away today').waitFor();
    const { world } = live.desk;
    const [order] = world.fills.flatMap(({ fillId, status }) =>
      status === 'BUSTED' ? fillId.split('-') : [],
    );
    world.fills = world.fills.map((fill) =>
      fill.fillId === `${order}-0` ? { ...fill, status: 'BUSTED' as const } : fill,
    );
    await page.getByRole('button', { name: 'Refresh executions' }).click();
    await page.locator('#alerts').getByText('2 fills of SELL').waitFor();
  });
});

describe('Refresh executions', () => {
  it('fetches the fills, says as of when, and the figures follow', async () => {
    const live = afternoon();
    const { page } = await open(live);
    expect(await page.locator('#asof').textContent()).toBe(
      'fills as of 12:20 · iNAV as of 12:20 · updated at 12:55',
    );
    await page.getByRole('button', { name: 'Refresh executions' }).click();
    await page.getByText('fills as of 12:55').waitFor();
    expect(live.desk.book.records('status').every(({ fills_as_of }) => fills_as_of !== null)).toBe(true);
  });

  it('says what stands in the way', async () => {
    const live = afternoon();
    live.desk.world.lockedByAnother = true;
    const { page } = await open(live);
    await page.getByRole('button', { name: 'Refresh executions' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('another run is under way');
  });
});

describe('before the day is open', () => {
  it('says so', async () => {
    const { page } = await open(liveDesk(sampleDesk()));
    await page.getByText('No day is open').waitFor();
  });
});

describe('every view', () => {
  const LOOKS = [
    ['pt', 'light'],
    ['en', 'dark'],
    ['pt', 'dark'],
  ] as const;
  for (const [language, scheme] of share(LOOKS, LOOKS.length))
    it(`in ${language} and ${scheme}: axe finds nothing, nothing is fetched, nothing is cut off`, async () => {
      const { page, fetched } = await open(afternoon(), { language, scheme });
      for (const fold of await page.locator('.fold').all()) await fold.click();
      expect(await seriousFindings(page)).toEqual([]);
      expect(fetched).toEqual([]);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter(
            (element) =>
              !element.closest('.unseen') && element.getBoundingClientRect().right > window.innerWidth,
          )
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      );
      expect(cut).toEqual([]);
    });
});
