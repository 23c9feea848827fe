// From an empty spreadsheet to the first order mail, in the browser: how many clicks, how long.
import { expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { afterAll, beforeAll, it } from '../inBrowser';
import { windTo } from './dayPage';
import { type DeskProcess, startDesk } from './deskProcess';
import { visit } from './scriptedPage';

let browser: Browser;
let desk: DeskProcess;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk('--empty')]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.discard();
});

it('an empty spreadsheet sends its first orders after six clicks and no typing', async () => {
  const page: Page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(60_000);
  await visit(page, desk.url);
  await windTo(page, '10:20');
  const began = performance.now();
  let clicks = 0;
  const click = async (target: Locator): Promise<void> => {
    clicks += 1;
    await target.click();
  };
  const menu = (label: string) => page.getByRole('menuitem', { name: label, exact: true });
  const dialog = page.frameLocator('dialog.framed iframe');

  await click(menu('Trading'));
  // A submenu opens as the pointer comes over it, here as in Sheets.
  await menu('Configurar').hover();
  await click(menu('Configurar…'));
  await click(dialog.getByLabel('Preencher com um exemplo inventado'));
  const ready = performance.now();
  await click(dialog.getByRole('button', { name: 'Gravar e testar' }));
  await click(dialog.getByRole('button', { name: 'Abrir Ordens do dia' }));
  await click(dialog.getByRole('button', { name: /^Enviar 2 e-mails/ }));
  await dialog.locator('h1.good').waitFor();
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  console.log(
    `${clicks} clicks, ${seconds(performance.now() - began)} s, of which ${seconds(ready - began)} s until the tabs stand`,
  );
  expect(clicks).toBe(6);
  expect(desk.outbox().map((name) => name.slice(0, 4))).toEqual(['0001', '0002']);
  expect(await page.getByText('Sheet1').count()).toBe(0);
});
