import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { afterAll, afterEach, beforeAll, describe, it } from '../inBrowser';
import { confirm, openPreview, openPrimary, windTo } from './dayPage';
import { type DeskProcess, startDesk } from './deskProcess';
import { findings } from './findings';
import { activeTab, cells, closeDialogs, pick, ready, showTab, typeInto, visit } from './scriptedPage';

/** Other tests may have the machine's other half, and more. */
let browser: Browser;
let desk: DeskProcess;
let page: Page;

const opened = async (url: string): Promise<Page> => {
  const fresh = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  fresh.setDefaultTimeout(60_000);
  await visit(fresh, url);
  return fresh;
};

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk('--fresh')]);
  page = await opened(desk.url);
});
afterAll(async () => {
  await browser?.close();
  await desk?.discard();
});

/** What one test leaves open must not stand in the way of the next. */
afterEach(() => closeDialogs(page));

const rows = async (tab: string): Promise<number> =>
  (await cells(page, tab, 'A2:A400')).filter(([first]) => first !== '').length;

describe('a day in the page', () => {
  it('opens with the morning’s book, and nothing in it keeps anybody out', async () => {
    expect(await cells(page, 'daily-trades', 'A1:F1')).toEqual([
      ['fund', 'cnpj', 'asset', 'side', 'amount', 'strategy'],
    ]);
    expect(await page.getByText('_state').count()).toBe(0);
    await page.getByRole('menuitem', { name: 'Trading' }).click();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('says what is wrong with a typed amount, and jumps to the cell', async () => {
    await windTo(page, '10:15');
    await showTab(page, 'daily-trades');
    const [[before = ''] = []] = await cells(page, 'daily-trades', 'E3');
    await typeInto(page, 'E3', '1,2,3');
    const dialog = await openPreview(page, 'Ordens do dia…');
    await dialog.getByRole('button', { name: 'daily-trades!E3' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await showTab(page, 'etfs');
    await dialog.getByRole('button', { name: 'daily-trades!E3' }).click();
    await page.waitForFunction(
      () => window.deskSheet.getActiveWorkbook()?.getActiveRange()?.getA1Notation() === 'E3',
    );
    expect(await activeTab(page)).toBe('daily-trades');
    await dialog.locator('#dismiss').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await typeInto(page, 'E3', before);
  });

  it('writes and sends nothing when the preview is cancelled', async () => {
    const dialog = await openPreview(page, 'Ordens do dia…');
    await dialog.locator('#confirm').waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog.locator('#dismiss').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await rows('orders')).toBe(0);
    expect(desk.outbox()).toHaveLength(0);
  });

  it('follows an edit of the trader into the orders', async () => {
    await showTab(page, 'daily-trades');
    await typeInto(page, 'E3', '2345000,00');
    await openPreview(page, 'Ordens do dia…');
    await confirm(page);
    expect(await rows('orders')).toBeGreaterThan(10);
    expect(desk.outbox()).toHaveLength(3);
    const intents = await cells(page, 'order-intents', 'A1:Z60');
    expect(intents.filter((row) => row.includes('2.345.000,00'))).toHaveLength(1);
  });

  it('shows the desk at a glance beside the sheet, and the sidebar follows the day', async () => {
    await pick(page, 'Trading', 'Abrir a mesa');
    const inside = page.frameLocator('#sidebar iframe');
    await inside.locator('h1, h2').first().waitFor();
    expect(await findings(page)).toEqual([]);
    await inside.getByText('10:15').first().waitFor();
    await windTo(page, '12:15');
    await openPrimary(page, 'nasdaq');
    await confirm(page);
    await openPrimary(page, 'thematics');
    await confirm(page);
    expect(await rows('primary-requests')).toBeGreaterThan(0);
    await inside.getByText('12:15').first().waitFor();
    await page.locator('#sidebar .close').click();
  });

  it('runs an iteration of the adjustment cycle', async () => {
    await windTo(page, '14:30');
    await openPreview(page, 'Ciclo de ajuste…');
    await confirm(page);
    expect(await rows('adjustments')).toBeGreaterThan(0);
    expect(await rows('adjustment-orders')).toBeGreaterThan(0);
  });

  it('is as it was after a reload, and after the desk was started again', async () => {
    const orders = await cells(page, 'adjustment-orders', 'A1:H20');
    await page.reload();
    await ready(page);
    expect(await cells(page, 'adjustment-orders', 'A1:H20')).toEqual(orders);
    desk = await desk.restart();
    await page.close();
    page = await opened(desk.url);
    expect(await cells(page, 'adjustment-orders', 'A1:H20')).toEqual(orders);
    await page.locator('#clock time').getByText('14:30').waitFor();
  });

  it('allocates every share after the close', async () => {
    await windTo(page, '18:30');
    await openPreview(page, 'Alocação final…');
    await confirm(page);
    expect(await rows('allocation')).toBeGreaterThan(20);
    await pick(page, 'Trading', 'Situação');
    await page
      .getByRole('alertdialog')
      .getByText(/COMPLETO|PENDENTE/)
      .waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Enter');
  });
});
