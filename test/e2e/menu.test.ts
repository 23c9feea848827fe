// The menu on a small screen: whatever it holds can be seen and picked.
import { expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { afterAll, beforeAll, it } from '../inBrowser';
import { type ScriptedPage, scriptedPage, visit } from './scriptedPage';

const SCRIPT = `
function onOpen() {
  var ui = SpreadsheetApp.getUi();
  var menu = ui.createMenu('Test');
  for (var i = 1; i <= 24; i += 1) menu.addItem('Item ' + i, 'nothing');
  var sub = ui.createMenu('More');
  for (var j = 1; j <= 12; j += 1) sub.addItem('Deep ' + j, 'nothing');
  menu.addItem('Briefly', 'briefly').addItem('For good', 'forGood').addSubMenu(sub).addToUi();
}
function nothing() { SpreadsheetApp.getActive().toast('picked'); }
function briefly() { SpreadsheetApp.getActive().toast('a word', 'Desk', 1); }
function forGood() { SpreadsheetApp.getActive().toast('until it is put away', 'Desk', -1); }
`;

let browser: Browser;
let served: ScriptedPage;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), scriptedPage(SCRIPT)]);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const isWithin = async (page: Page, item: Locator): Promise<boolean> => {
  const box = await item.boundingBox();
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  return (
    box !== null && box.y >= 0 && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height
  );
};

it.each([
  { width: 1024, height: 700 },
  { width: 600, height: 400 },
])('every item of a long menu is reached in a window of %o, by key and by pointer', async (viewport) => {
  const page = await browser.newPage({ viewport });
  await visit(page, served.url);
  const named = (name: string): Locator => page.getByRole('menuitem', { name, exact: true });
  await page.keyboard.press('F10');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('More');
  expect(await isWithin(page, named('More'))).toBe(true);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  expect(await isWithin(page, named('Deep 12'))).toBe(true);
  await page.keyboard.press('Escape');
  await named('Test').click();
  await named('More').hover();
  for (const name of ['Deep 1', 'Deep 12']) {
    await named(name).scrollIntoViewIfNeeded();
    expect(await isWithin(page, named(name))).toBe(true);
  }
  await named('Deep 12').click();
  await page.getByText('picked').waitFor();
  await page.close();
});

it('what the script says in passing stays as long as it asks for, or until it is put away', async () => {
  const page = await browser.newPage();
  await page.clock.install();
  await visit(page, served.url);
  const pick = async (name: string): Promise<void> => {
    await page.getByRole('menuitem', { name: 'Test', exact: true }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  await pick('Briefly');
  await page.getByText('a word').waitFor();
  await page.clock.fastForward(1_500);
  await page.getByText('a word').waitFor({ state: 'detached' });
  await pick('For good');
  const stays = page.getByText('until it is put away');
  await stays.waitFor();
  await page.clock.fastForward(60_000);
  expect(await stays.count()).toBe(1);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await stays.waitFor({ state: 'detached' });
  await page.close();
});
