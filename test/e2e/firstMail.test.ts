// From an empty spreadsheet to the first order mail, in the browser: how many clicks, how long.
import { expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { afterAll, beforeAll, it } from '../inBrowser';
import { windTo } from './dayPage';
import { type DeskProcess, startDesk } from './deskProcess';
import { activeTab, ready, visit } from './scriptedPage';

let browser: Browser;
let desk: DeskProcess;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk('--empty')]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.discard();
});

it('an empty spreadsheet sends its first orders after three clicks and no typing', async () => {
  const page: Page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
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
