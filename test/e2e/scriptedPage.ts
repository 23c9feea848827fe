// A script written by the test, served as a page: for the parts of the page that any script uses.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { HostOptions } from '../../src/local/host';
import type { Clock } from '../../src/local/host/clock';
import { openWoundClock } from '../../src/local/host/clock';
import { openScreen, type Served, servePage } from '../../src/local/page';
import { MORNING, type ScriptedDesk, scriptedDesk } from '../host/scripted';

export interface ScriptedPage extends Served {
  readonly desk: ScriptedDesk;
  readonly clock: Clock;
}

export async function scriptedPage(
  script: string,
  options: Partial<HostOptions> & {
    readonly pages?: Readonly<Record<string, string>>;
    readonly nextStep?: () => Promise<string | null>;
  } = {},
): Promise<ScriptedPage> {
  const { nextStep, ...rest } = options;
  const dir = mkdtempSync(join(tmpdir(), 'desk-'));
  const clock = openWoundClock(join(dir, 'clock.json'), MORNING);
  const screen = openScreen();
  const desk = await scriptedDesk(script, { ...rest, dir, clock, ui: screen });
  const served = await servePage(desk, { clock }, { screen, ...(nextStep ? { nextStep } : {}) });
  return {
    desk,
    clock,
    url: served.url,
    async close() {
      await served.close();
      await desk.discard();
    },
  };
}

/** Picks an item of a menu, through its sub-menus. */
export async function pick(page: Page, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await page.getByRole('menuitem', { name: label, exact: true }).click();
}

/** The shown text of cells, read where the reader sees them. */
export const cells = (page: Page, tab: string, a1: string): Promise<string[][]> =>
  page.evaluate(
    ([name = '', range = '']) =>
      window.deskSheet.getActiveWorkbook()?.getSheetByName(name)?.getRange(range).getDisplayValues() ?? [],
    [tab, a1],
  );

export const activeTab = (page: Page): Promise<string> =>
  page.evaluate(() => window.deskSheet.getActiveWorkbook()?.getActiveSheet().getSheetName() ?? '');

/** Clicks a cell near the top left of the shown tab and types over it, as a reader does. */
export async function typeInto(page: Page, a1: string, text: string): Promise<void> {
  const cell = await page.evaluate((range) => {
    const sheet = window.deskSheet.getActiveWorkbook()?.getActiveSheet();
    sheet?.scrollToCell(0, 0);
    const rect = sheet?.getRange(range).getCellRect();
    return { x: (rect?.x ?? 0) + (rect?.width ?? 0) / 2, y: (rect?.y ?? 0) + (rect?.height ?? 0) / 2 };
  }, a1);
  const canvas = await page.locator('canvas[id*="sheet-main"]').boundingBox();
  await page.mouse.click((canvas?.x ?? 0) + cell.x, (canvas?.y ?? 0) + cell.y);
  await page.waitForFunction(
    (wanted) => window.deskSheet.getActiveWorkbook()?.getActiveRange()?.getA1Notation() === wanted,
    a1,
  );
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Shows a tab with a cell selected, ready to be typed into. */
export async function selectCell(page: Page, tab: string, a1: string): Promise<void> {
  await showTab(page, tab);
  await page.evaluate(
    ([name = '', range = '']) =>
      void window.deskSheet.getActiveWorkbook()?.getSheetByName(name)?.getRange(range).activate(),
    [tab, a1],
  );
  // The keyboard is the sheet's again, wherever it was: as after a click on the cell.
  await page.evaluate(() => window.deskFocus());
}

export async function showTab(page: Page, tab: string): Promise<void> {
  await page.evaluate((name) => {
    const book = window.deskSheet.getActiveWorkbook();
    const sheet = book?.getSheetByName(name);
    if (sheet) book?.setActiveSheet(sheet);
  }, tab);
}

/** Until none is left: the next one must not be taken for one that is still there. */
export async function closeDialogs(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
  });
  await page.locator('dialog').first().waitFor({ state: 'detached' });
}

/** Puts away what the script said before, so that the same words are heard anew. */
export const hush = (page: Page): Promise<void> =>
  page.evaluate(() => document.getElementById('toasts')?.replaceChildren());

/** Opens the desk's page and waits until it can be worked with. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await ready(page);
}

export const ready = (page: Page): Promise<void> => page.locator('body[data-ready]').waitFor();
