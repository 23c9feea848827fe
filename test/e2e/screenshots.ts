// The pictures of README and docs: npm run screenshots plays the sample day in the page, at the times at which npm start plays it,
// so that pictures and pages show the same figures.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { checkoutDir } from '../../src/local/host/checkout';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { confirm, openPreview, openPrimary, preview, windTo } from './dayPage';
import { type DeskProcess, startDesk } from './deskProcess';
import { closeDialogs, pick, showTab, visit } from './scriptedPage';

const FOLDER = join(checkoutDir(), 'docs', 'images');
const USUAL = { width: 1440, height: 900 };
/** So wide that the prices of the allocation stand beside its funds. */
const WIDE = { width: 1920, height: 900 };

async function shoot(page: Page, name: string): Promise<void> {
  await page.mouse.move(720, 20);
  await page.locator('.toast').waitFor({ state: 'detached' });
  // The sheet is drawn on a canvas, frames later than its data.
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
}

async function run(page: Page, ...labels: readonly string[]): Promise<void> {
  await openPreview(page, ...labels);
  await confirm(page);
}

async function day(page: Page): Promise<void> {
  await windTo(page, '10:15');
  await showTab(page, 'daily-trades');
  await page.getByRole('menuitem', { name: 'Trading' }).click();
  await page.getByRole('menuitem', { name: 'Corretoras' }).hover();
  await shoot(page, 'morning');
  await page.keyboard.press('Escape');

  await openPreview(page, 'Ordens do dia…');
  await preview(page).locator('#confirm').waitFor();
  await shoot(page, 'preview');
  await confirm(page);

  await windTo(page, '12:00');
  await openPrimary(page, 'thematics');
  await confirm(page);
  await windTo(page, '13:00');
  await openPrimary(page, 'nasdaq');
  await confirm(page);
  await pick(page, 'Trading', 'Abrir a mesa');
  await page.frameLocator('#sidebar iframe').getByText('13:00').first().waitFor();
  await showTab(page, 'primary-requests');
  await shoot(page, 'sidebar');
  await page.locator('#sidebar .close').click();

  await windTo(page, '16:40');
  await run(page, 'Ciclo de ajuste…');
  await pick(page, 'Trading', 'Situação');
  await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
  await showTab(page, 'status');
  await shoot(page, 'status');
  await pick(page, 'Trading', 'Blotter do dia');
  await preview(page).locator('#sides table').first().waitFor();
  await shoot(page, 'blotter');
  await closeDialogs(page);
  for (const round of ['17:10', '17:40']) {
    await windTo(page, round);
    await run(page, 'Ciclo de ajuste…');
  }

  await windTo(page, '18:35');
  await run(page, 'Alocação final…');
  await showTab(page, 'allocation');
  await page.setViewportSize(WIDE);
  await shoot(page, 'allocation');
  await page.setViewportSize(USUAL);

  await windTo(page, '19:30');
  await pick(page, 'Trading', 'Relatório de fechamento');
  await preview(page).getByText('Em um minuto').waitFor();
  await shoot(page, 'report');
}

/** What the broker that reads English gets in the morning. */
async function brokerMail(page: Page, desk: DeskProcess): Promise<void> {
  const name = desk.outbox().find((each) => each.includes('orders-of-the-day'));
  if (name === undefined) throw new Error(`No mail to that broker among ${desk.outbox().join(', ')}`);
  const { html } = await simpleParser(desk.mail(name));
  await page.setContent(html || '');
  await shoot(page, 'mail');
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const [browser, desk] = await Promise.all([launchBrowser(), startDesk('--fresh')]);
  try {
    const page = await browser.newPage({ viewport: USUAL });
    await visit(page, desk.url);
    await day(page);
    await brokerMail(await browser.newPage({ viewport: { width: 900, height: 700 } }), desk);
  } finally {
    await browser.close();
    await desk.discard();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
