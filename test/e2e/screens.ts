// Every screen of the desk, in the order of a day: how it is opened, whatever language it speaks.
import type { FrameLocator, Page } from 'playwright-core';
import type { StageName } from '../../src/domain/stage';
import type { PageName } from '../../src/ui/words';
import { preview, windTo } from './dayPage';
import { cells, closeDialogs, selectCell, showTab } from './scriptedPage';

export interface Screen {
  readonly name: string;
  /** The page of the bundle that it shows. */
  readonly shows?: PageName;
  /** The stage that it is about. */
  readonly stage?: StageName;
  /** The dialog of the laptop's own page that it shows, by its file in src/local/page/client. */
  readonly own?: string;
  /** How many columns of each of its decision tables have to be seen without scrolling aside; left out = the first eight. */
  readonly inSight?: number;
  open(page: Page): Promise<void>;
  /** Else whatever is open is closed. */
  readonly close?: (page: Page) => Promise<void>;
}

/** Calls a function of the script from the sidebar, which stays open: the same in any language. */
export async function call(page: Page, name: string, ...args: readonly unknown[]): Promise<void> {
  const sidebar = await (await page.locator('#sidebar iframe').elementHandle())?.contentFrame();
  await sidebar?.evaluate(`google.script.run.${name}(${args.map((arg) => JSON.stringify(arg)).join(',')})`);
}

/** Until it says what it was asked: a dialog that still fetches shows nothing that could keep anybody out. */
const said = (frame: FrameLocator): Promise<void> =>
  frame.locator('body:not([aria-busy="true"])').locator('h1, h2').first().waitFor();

const dialog =
  (name: string, ...args: readonly unknown[]) =>
  async (page: Page): Promise<void> => {
    await call(page, name, ...args);
    await said(preview(page));
  };

/** Its preview. */
const stage = (name: StageName, more: object = {}) => dialog('openStage', { stage: name, ...more });

async function unfold(page: Page): Promise<void> {
  await preview(page)
    .locator('details')
    .evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
}

/** The same, with all that it says opened. */
const unfolded = (name: StageName, more: object = {}) =>
  async function open(page: Page): Promise<void> {
    await stage(name, more)(page);
    await unfold(page);
  };

/** Confirms what is shown and stays on what was done. */
async function confirm(page: Page): Promise<void> {
  await preview(page).locator('#confirm').click();
  await preview(page).locator('h1.good').waitFor();
}

async function confirmAndClose(page: Page): Promise<void> {
  await confirm(page);
  await closeDialogs(page);
}

/** What is shown is confirmed next. */
const stay = async (): Promise<void> => undefined;

/** A function that asks before it does anything. */
const question =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await call(page, name);
    await page.getByRole('alertdialog').waitFor();
  };

const leave = (page: Page): Promise<void> => page.keyboard.press('Escape');

const openMenu = (page: Page): Promise<void> => page.getByRole('menuitem', { name: 'Trading' }).click();

/**
 * Beside the sheet: from there any function is called, whatever the menu is called. Where it stands there it stays: a second one would take
 * its place while it calls.
 */
export async function openDesk(page: Page): Promise<void> {
  if ((await page.locator('#sidebar iframe').count()) === 0) {
    await openMenu(page);
    await page.getByRole('menu', { name: 'Trading' }).getByRole('menuitem').first().click();
  }
  await said(page.frameLocator('#sidebar iframe'));
}

export const SCREENS: readonly Screen[] = [
  {
    name: 'the page with its menu',
    open: openMenu,
    close: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the sidebar in the morning',
    shows: 'Sidebar',
    open: (page) => page.frameLocator('#sidebar iframe').locator('h1, h2').first().waitFor(),
  },
  { name: 'set up', shows: 'SetUp', open: dialog('menuSetUp') },
  { name: 'the self-test', shows: 'SelfTest', open: dialog('menuSelfTest') },
  { name: 'the history', shows: 'History', open: dialog('menuHistory') },
  { name: 'import', shows: 'Import', open: dialog('menuImport') },
  {
    name: 'import, what it changes',
    shows: 'Import',
    async open(page) {
      await dialog('menuImport')(page);
      const csv =
        'Fundo;CNPJ;Ativo;Lado;Valor;Estratégia\nIpê Cripto Ativo;71.204.918/0001-09;HASH11;C;4.000.000,00;SimpleOrder\n';
      const file = { name: 'trades.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
      await preview(page).locator('input[type=file]').last().setInputFiles(file);
      await preview(page).getByText(file.name).waitFor();
      await preview(page).locator('#confirm').click();
      await preview(page).getByText('HASH11').first().waitFor();
    },
  },
  {
    name: 'a question of the page: whether the import is taken back',
    own: 'questions.ts',
    open: question('menuUndoImport'),
    close: leave,
  },
  {
    name: 'a prompt of the page: why an order is amended',
    own: 'questions.ts',
    open: question('menuAmend'),
    close: leave,
  },
  {
    name: 'values of a column to filter by',
    own: 'filterDialog.ts',
    async open(page) {
      await selectCell(page, 'daily-trades', 'C2');
      await page.getByRole('menubar').getByRole('menuitem').nth(-1).scrollIntoViewIfNeeded();
      const data = page.locator('[role="menubar"] > .top').last();
      await data.locator('> [role="menuitem"]').click();
      await data.locator('[role="menu"] > [role="menuitem"]').nth(2).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'the morning’s orders refused',
    shows: 'Preview',
    stage: 'initial',
    async open(page) {
      await windTo(page, '10:15');
      await selectCell(page, 'daily-trades', 'E3');
      await page.keyboard.type('1,2,3');
      await page.keyboard.press('Enter');
      await stage('initial')(page);
    },
    async close(page) {
      await closeDialogs(page);
      await selectCell(page, 'daily-trades', 'E3');
      await page.keyboard.type('3150000');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'the morning’s orders',
    shows: 'Preview',
    stage: 'initial',
    open: unfolded('initial'),
    close: stay,
  },
  { name: 'the morning’s orders, sent', shows: 'Preview', stage: 'initial', open: confirm },
  { name: 'units, whose family', shows: 'Preview', stage: 'primary', open: dialog('menuPrimaryUnits') },
  {
    name: 'units',
    shows: 'Preview',
    stage: 'primary',
    inSight: 11,
    async open(page) {
      await windTo(page, '12:15');
      await stage('primary', { scope: 'thematics' })(page);
      await preview(page).locator('#confirm').waitFor();
      await unfold(page);
    },
    close: stay,
  },
  { name: 'units, requested', shows: 'Preview', stage: 'primary', open: confirm },
  {
    name: 'the blotter',
    shows: 'Blotter',
    async open(page) {
      await dialog('menuBlotter')(page);
      await preview(page).locator('#sides table').first().waitFor();
    },
  },
  {
    name: 'an order amended',
    shows: 'Preview',
    stage: 'amend',
    async open(page) {
      await selectCell(page, 'daily-trades', 'E2');
      await page.keyboard.type('6100000');
      await page.keyboard.press('Enter');
      await unfolded('amend', { reason: 'mandate' })(page);
    },
  },
  { name: 'orders to cancel', shows: 'Preview', stage: 'cancel', open: dialog('menuCancel') },
  {
    name: 'orders cancelled',
    shows: 'Preview',
    stage: 'cancel',
    open: unfolded('cancel', { asset: 'HASH11', side: 'BUY', reason: 'mandate' }),
  },
  {
    name: 'an iteration of the cycle',
    shows: 'Preview',
    stage: 'adjustments',
    async open(page) {
      await windTo(page, '16:40');
      await unfolded('adjustments')(page);
    },
    close: confirmAndClose,
  },
  {
    name: 'the sidebar in the afternoon',
    shows: 'Sidebar',
    open: (page) => page.frameLocator('#sidebar iframe').getByText('16:40').first().waitFor(),
  },
  {
    name: 'the allocation',
    shows: 'Preview',
    stage: 'final',
    async open(page) {
      await windTo(page, '18:35');
      await unfolded('final')(page);
    },
    close: confirmAndClose,
  },
  {
    name: 'the status',
    stage: 'status',
    own: 'questions.ts',
    open: question('menuStatus'),
    close: (page) => page.keyboard.press('Enter'),
  },
  { name: 'the official NAV', shows: 'Preview', stage: 'nav', open: stage('nav') },
  {
    name: 'the report',
    own: 'frames.ts',
    open: dialog('menuEndOfDayReport'),
  },
  {
    name: 'the charts',
    async open(page) {
      await showTab(page, 'charts');
      await page.locator('#charts figure').first().waitFor();
    },
  },
  {
    name: 'an earlier day to correct',
    shows: 'Preview',
    stage: 'correct',
    open: dialog('menuCorrect'),
  },
];

/** Says in the tab settings what the desk speaks from now on. */
export async function speak(page: Page, language: 'pt' | 'en'): Promise<void> {
  const rows = await cells(page, 'settings', 'A1:A100');
  const row = rows.findIndex(([key]) => key === 'DESK_LANGUAGE') + 1;
  await selectCell(page, 'settings', `B${row}`);
  await page.keyboard.type(language);
  await page.keyboard.press('Enter');
  // Its figures follow with Set up, which the sidebar can call whatever the menu is called by now.
  await openDesk(page);
  await dialog('menuSetUp')(page);
  await closeDialogs(page);
}
