// What one window of the desk does is followed by its own sidebar and by other windows' without a beat of theirs.
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { afterAll, beforeAll, describe, it } from '../inBrowser';
import { confirm, openPreview, windTo } from './dayPage';
import { type DeskProcess, startDesk } from './deskProcess';
import { pick, visit } from './scriptedPage';

let browser: Browser;
let desk: DeskProcess;
let context: BrowserContext;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk('--fresh')]);
  context = await browser.newContext({ viewport: { width: 1024, height: 700 } });
});
afterAll(async () => {
  await browser?.close();
  await desk?.discard();
});

const sidebar = (page: Page): FrameLocator => page.frameLocator('#sidebar iframe');

async function opened(): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await visit(page, desk.url);
  await pick(page, 'Trading', 'Abrir a mesa');
  await sidebar(page).locator('#timeline li').first().waitFor();
  return page;
}

/** The functions of the script that the page asks for from now on, oldest first. */
function asked(page: Page): readonly string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/call') return;
    const { fn }: { readonly fn: string } = request.postDataJSON();
    names.push(fn);
  });
  return names;
}

/** From now on nothing in the sidebar happens after a while, also not what was wound before: it hears, or it stands still. */
async function stopBeats(page: Page): Promise<void> {
  await sidebar(page)
    .locator('body')
    .evaluate(() => {
      const newest = Number(setTimeout(() => undefined));
      for (let timer = newest; timer > 0; timer--) clearTimeout(timer);
      Object.assign(window, { setTimeout: () => 0 });
    });
}

describe('the sidebar', () => {
  it('follows the clock that is wound beside it with its next beat', async () => {
    const page = await opened();
    const calls = asked(page);
    await windTo(page, '10:15');
    const before = calls.length;
    await sidebar(page).locator('#clock').getByText('10:15').waitFor();
    const between = calls.slice(before);
    expect(between.filter((fn) => fn === 'deskPulse').length).toBeLessThanOrEqual(2);
    await page.close();
  });

  it('follows a stage that is confirmed in its own window, and in another, without a beat', async () => {
    const [own, other] = [await opened(), await opened()];
    await other.bringToFront();
    await stopBeats(other);
    await own.bringToFront();
    await stopBeats(own);
    await openPreview(own, 'Ordens do dia…');
    await confirm(own);
    for (const page of [own, other]) {
      const step = sidebar(page).locator('#timeline li').filter({ hasText: 'Ordens do dia' });
      await step.filter({ hasText: 'feito' }).waitFor();
      expect(await sidebar(page).locator('#step').textContent()).not.toContain('Ordens do dia');
      await sidebar(page).locator('#running .spinner').waitFor({ state: 'detached' });
    }
  });
});
