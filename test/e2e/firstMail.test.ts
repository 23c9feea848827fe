// From an empty spreadsheet to the first order mail, in the browser: how many clicks, how long; then what every desk needs of the page, once
// each, in one language and light. The one walk in npm test for which a desk is started; longer ones by npm run test:all.
import { expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { afterAll, beforeAll, it } from '../inBrowser';
import { openPreview, windTo } from './dayPage';
import { type DeskProcess, startDesk } from './deskProcess';
import { findings } from './findings';
import { activeTab, cells, closeDialogs, pick, ready, selectCell, visit } from './scriptedPage';

let browser: Browser;
let desk: DeskProcess;
let page: Page;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk('--empty')]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.discard();
});

it('an empty spreadsheet sends its first orders after three clicks and no typing', async () => {
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(60_000);
  await visit(page, desk.url);
  const dialog = page.frameLocator('dialog.framed iframe');
  // The dialog that begins opens by itself, and nothing was made yet.
  await dialog.getByRole('heading', { name: 'Esta planilha está vazia' }).waitFor();
  expect(await page.getByText('Sheet1').count()).toBe(1);
  await page.locator('dialog.framed .close').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await windTo(page, '10:20');
  await page.reload();
  await ready(page);
  await dialog.getByRole('heading', { name: 'Esta planilha está vazia' }).waitFor();
  const began = performance.now();
  let clicks = 0;
  const click = async (target: Locator): Promise<void> => {
    clicks += 1;
    await target.click();
  };

  await click(dialog.getByRole('button', { name: 'Configurar com um exemplo inventado' }));
  await dialog.getByRole('button', { name: 'Abrir Ordens do dia' }).waitFor();
  const stands = performance.now();
  await click(dialog.getByRole('button', { name: 'Abrir Ordens do dia' }));
  await click(dialog.getByRole('button', { name: /^Enviar 2 e-mails/ }));
  await dialog.locator('h1.good').waitFor();
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  console.log(
    `${clicks} clicks, ${seconds(performance.now() - began)} s, of which ${seconds(stands - began)} s until the tabs stand`,
  );
  expect(clicks).toBe(3);
  expect(desk.outbox().map((name) => name.slice(0, 4))).toEqual(['0001', '0002']);
  expect(await page.getByText('Sheet1').count()).toBe(0);
  // Behind the dialog the reader stands on what came of it.
  expect(await activeTab(page)).toBe('orders');
});

it('nothing keeps anybody out of what was sent, nor of the page with its menu, nor of the sidebar beside it', async () => {
  expect(await findings(page)).toEqual([]);
  await closeDialogs(page);
  await pick(page, 'Trading', 'Abrir a mesa');
  const sidebar = page.frameLocator('#sidebar iframe');
  await sidebar.locator('#timeline li').filter({ hasText: 'Ordens do dia' }).getByText('feito').waitFor();
  await page.getByRole('menuitem', { name: 'Trading' }).click();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('the sidebar follows the clock that is wound beside it', async () => {
  await windTo(page, '10:40');
  await page.frameLocator('#sidebar iframe').locator('#clock').getByText('10:40').waitFor();
});

it('a cell that is typed reaches the desk, which names it where it cannot be read', async () => {
  await selectCell(page, 'daily-trades', 'E3');
  await page.keyboard.type('1,2,3');
  await page.keyboard.press('Enter');
  const refused = await openPreview(page, 'Ordens do dia…');
  await refused.getByRole('button', { name: 'daily-trades!E3' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await closeDialogs(page);
  await selectCell(page, 'daily-trades', 'E3');
  await page.keyboard.type('2345000');
  await page.keyboard.press('Enter');
  const read = await openPreview(page, 'Ordens do dia…');
  await read.locator('body:not([aria-busy="true"])').waitFor();
  expect(await read.getByRole('button', { name: 'daily-trades!E3' }).count()).toBe(0);
  expect(await cells(page, 'daily-trades', 'E3')).toEqual([['2.345.000,00']]);
});
