// What a reader types into the page, as fast as hands and lists go: nothing of it is lost, and nothing else is changed.
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { afterAll, beforeAll, describe, it } from '../inBrowser';
import {
  cells,
  hush,
  pick,
  type ScriptedPage,
  scriptedPage,
  selectCell,
  showTab,
  visit,
} from './scriptedPage';

const SCRIPT = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Test').addItem('Look', 'look').addToUi();
}
function look() { SpreadsheetApp.getActive().toast('looked'); }
function prepare() {
  var book = SpreadsheetApp.getActive();
  var sheet = book.getSheets()[0];
  sheet.getRange('A1:C1').setValues([['side', 'amount', 'code']]);
  sheet.setFrozenRows(1);
  var list = SpreadsheetApp.newDataValidation().requireValueInList(['BUY', 'SELL'], true).setAllowInvalid(false).build();
  sheet.getRange(2, 1, 999, 1).setDataValidation(list);
  sheet.getRange(2, 2, 999, 1).setNumberFormat('#,##0.00');
  sheet.getRange(2, 3, 999, 1).setNumberFormat('@');
  var funds = book.insertSheet('fund-stats');
  funds.getRange('A1:A3').setValues([['fund'], ['Ipê Cripto'], ['Cedro']]);
  var picks = SpreadsheetApp.newDataValidation().requireValueInRange(book.getRange("'fund-stats'!$A$2:$A"), true);
  sheet.getRange(2, 4, 999, 1).setDataValidation(picks.setAllowInvalid(true).build());
  sheet.getRange('D1').setValue('fund');
  var output = book.insertSheet('output');
  output.getRange('A1:B1').setValues([['asset', 'cap']]);
  output.getRange('A2:B4').setValues([['HASH11', 3], ['BITH11', 1], ['ETHE11', 2]]);
  output.protect().setDescription('the desk writes this tab').setWarningOnly(true);
}
`;

let browser: Browser;
let served: ScriptedPage;
let page: Page;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), scriptedPage(SCRIPT)]);
  await served.desk.call('prepare');
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  await visit(page, served.url);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Once the desk has everything: a call of the script waits for what was typed before it. */
async function kept(tab: string): Promise<readonly (readonly unknown[])[]> {
  await hush(page);
  await pick(page, 'Test', 'Look');
  await page.getByText('looked').waitFor();
  return served.desk.book.readTab(tab);
}

describe('quick typing', () => {
  it('loses no character of 500 that come without a pause', async () => {
    await selectCell(page, 'Sheet1', 'B2');
    const amounts = Array.from({ length: 63 }, (_, at) => String(3_150_000 + at * 7));
    const keys = amounts.flatMap((amount) => [...amount, 'Enter']);
    expect(keys.length).toBeGreaterThan(500);
    for (const key of keys) void page.keyboard.press(key);
    await page.keyboard.press('Escape');
    const rows = await kept('Sheet1');
    expect(rows.slice(1, 64).map((row) => String(row[1]))).toEqual(amounts);
    expect(await cells(page, 'Sheet1', 'B2:B3')).toEqual([['3,150,000.00'], ['3,150,007.00']]);
  });

  it('keeps a text that looks like a number in a column of texts', async () => {
    await selectCell(page, 'Sheet1', 'C2');
    for (const key of [...'0041007', 'Enter']) void page.keyboard.press(key);
    expect((await kept('Sheet1'))[1]?.[2]).toBe('0041007');
  });
});

describe('a cell with a list', () => {
  it('takes what is typed, completed in the list’s own letters, and the next value goes where it belongs', async () => {
    await selectCell(page, 'Sheet1', 'A2');
    for (const text of ['sell', 'b', 'BUY'])
      for (const key of [...text, 'Enter']) await page.keyboard.press(key);
    expect((await kept('Sheet1')).slice(1, 4).map(([side]) => side)).toEqual(['SELL', 'BUY', 'BUY']);
  });

  it('refuses what is not on it, and takes the next value', async () => {
    await selectCell(page, 'Sheet1', 'A5');
    await page.keyboard.type('neither');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await selectCell(page, 'Sheet1', 'A6');
    for (const key of [...'sell', 'Enter']) await page.keyboard.press(key);
    const rows = await kept('Sheet1');
    expect(rows.slice(4, 6).map(([side]) => side)).toEqual(['', 'SELL']);
  });
});

describe('a cell whose list is a column of another tab', () => {
  /** The arrow stands at the right end of the cell. */
  const clickArrow = async (a1: string): Promise<void> => {
    const cell = await page.evaluate((range) => {
      const rect = window.deskSheet.getActiveWorkbook()?.getActiveSheet().getRange(range).getCellRect();
      return { x: (rect?.right ?? 0) - 8, y: (rect?.top ?? 0) + (rect?.height ?? 0) / 2 };
    }, a1);
    const canvas = await page.locator('canvas[id*="sheet-main"]').boundingBox();
    await page.mouse.click((canvas?.x ?? 0) + cell.x, (canvas?.y ?? 0) + cell.y);
  };

  it('takes a name in whatever letters, keeps one that is not on the list, and follows a row that is added', async () => {
    await selectCell(page, 'Sheet1', 'D2');
    for (const text of ['cedro', 'ced', 'Aroeira'])
      for (const key of [...text, 'Enter']) void page.keyboard.press(key);
    expect((await kept('Sheet1')).slice(1, 4).map((row) => row[3])).toEqual(['Cedro', 'ced', 'Aroeira']);
    await selectCell(page, 'fund-stats', 'A4');
    for (const key of [...'Aroeira', 'Enter']) await page.keyboard.press(key);
    await selectCell(page, 'Sheet1', 'D5');
    for (const key of [...'AROEIRA', 'Enter']) await page.keyboard.press(key);
    expect((await kept('Sheet1'))[4]?.[3]).toBe('Aroeira');
    // The list itself, as it drops down.
    await clickArrow('D6');
    await page.getByText('Aroeira', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('what the script protects', () => {
  const type = async (text: string): Promise<void> => {
    await selectCell(page, 'output', 'B2');
    for (const key of [...text, 'Enter']) await page.keyboard.press(key);
  };
  const question = () => page.getByRole('alertdialog', { name: 'Heads up' });

  it('stays as it was when the reader thinks better of it, and nobody hears of it', async () => {
    await type('99');
    await question().getByText('the desk writes this tab').waitFor();
    await question().getByRole('button', { name: 'Cancel' }).click();
    expect((await kept('output'))[1]).toEqual(['HASH11', 3]);
    expect(await cells(page, 'output', 'B2')).toEqual([['3']]);
  });

  it('is changed when the reader means it, who is not asked again at once', async () => {
    await type('98');
    await question().getByRole('button', { name: 'OK' }).click();
    expect((await kept('output'))[1]).toEqual(['HASH11', 98]);
    await type('97');
    expect((await kept('output'))[1]).toEqual(['HASH11', 97]);
  });
});

describe('the rows of a tab', () => {
  it('are sorted by the column that is selected, header and all rows kept together', async () => {
    await selectCell(page, 'output', 'B3');
    await pick(page, 'Data', 'Sort by the column, A → Z');
    const rows = await kept('output');
    expect(rows).toEqual([
      ['asset', 'cap'],
      ['BITH11', 1],
      ['ETHE11', 2],
      ['HASH11', 97],
    ]);
  });

  it('are filtered by what is ticked, for everybody, and all there again without the filter', async () => {
    await selectCell(page, 'output', 'A2');
    await pick(page, 'Data', 'Filter by the column…');
    const dialog = page.getByRole('dialog', { name: 'Filter by asset' });
    await dialog.getByLabel('HASH11').uncheck();
    await dialog.getByRole('button', { name: 'OK' }).click();
    const hidden = (of: Page): Promise<readonly number[]> =>
      of.evaluate(
        () =>
          window.deskSheet.getActiveWorkbook()?.getSheetByName('output')?.getFilter()?.getFilteredOutRows() ??
          [],
      );
    await page.waitForFunction(
      () => window.deskSheet.getActiveWorkbook()?.getSheetByName('output')?.getFilter() != null,
    );
    expect(await kept('output')).toHaveLength(4);
    expect(await hidden(page)).toEqual([3]);
    const other = await browser.newPage();
    await visit(other, served.url);
    await showTab(other, 'output');
    expect(await hidden(other)).toEqual([3]);
    await other.close();
    await pick(page, 'Data', 'Remove the filter');
    expect(await hidden(page)).toEqual([]);
  });
});

describe('the menus', () => {
  it('are reached from the sheet by a key, and left for it', async () => {
    await selectCell(page, 'Sheet1', 'B2');
    await page.keyboard.press('F10');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Test');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Data');
  });
});
