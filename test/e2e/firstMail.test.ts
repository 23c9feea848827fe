// From an empty spreadsheet to the first order mail, in the browser: how many clicks, how long.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { fromSaoPaulo, openWoundClock } from '../../src/local/clock';
import { type Desk, openDesk } from '../../src/local/desk';
import { type LocalMail, openMail } from '../../src/local/mail';
import { openScreen, type Served, servePage } from '../../src/local/page';
import { launchBrowser } from './browser';

jest.setTimeout(240_000);

const dir = mkdtempSync(join(tmpdir(), 'desk-empty-'));
let browser: Browser;
let mail: LocalMail;
let desk: Desk;
let served: Served;

beforeAll(async () => {
  const bundleDir = join(dir, 'bundle');
  execFileSync(process.execPath, [
    '-e',
    `import(${JSON.stringify(join(process.cwd(), 'build/bundle.mjs'))}).then(({ bundle }) => bundle({ out: ${JSON.stringify(bundleDir)} }))`,
  ]);
  const clock = openWoundClock(join(dir, 'clock.json'), fromSaoPaulo('2024-11-08T10:20:00'));
  const screen = openScreen();
  mail = await openMail({ dir: join(dir, 'outbox'), clock });
  desk = await openDesk({ dir, bundleDir, clock, mail, ui: screen });
  await desk.call('onOpen');
  served = await servePage(desk, { clock }, { screen });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await desk?.close();
  await mail?.close();
  rmSync(dir, { recursive: true, force: true });
});

it('an empty spreadsheet sends its first orders after six clicks and no typing', async () => {
  const page: Page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(100_000);
  await page.goto(served.url);
  await page.getByRole('menuitem', { name: 'Trading', exact: true }).waitFor();
  const began = performance.now();
  let clicks = 0;
  const click = async (target: Locator): Promise<void> => {
    clicks += 1;
    await target.click();
  };
  const menu = (label: string) => page.getByRole('menuitem', { name: label, exact: true });
  const dialog = page.frameLocator('dialog.framed iframe');

  await click(menu('Trading'));
  await click(menu('Set up…'));
  await click(dialog.getByLabel('Preencher com um exemplo inventado'));
  const ready = performance.now();
  await click(dialog.getByRole('button', { name: 'Gravar e testar' }));
  await click(dialog.getByRole('button', { name: 'Abrir as Ordens iniciais' }));
  await click(dialog.getByRole('button', { name: /^Enviar 2 e-mails/ }));
  await dialog.locator('h1.good').waitFor();
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  console.log(
    `${clicks} clicks, ${seconds(performance.now() - began)} s, of which ${seconds(ready - began)} s until the tabs stand`,
  );
  expect(clicks).toBe(6);
  expect(mail.outbox.map(({ to }) => to.join())).toEqual(['mesa@aurora.example', 'desk@meridian.example']);
  expect(desk.book.tabs()).not.toContain('Sheet1');
});
