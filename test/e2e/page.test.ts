import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from '../inBrowser';
import {
  activeTab,
  cells,
  closeDialogs,
  hush,
  pick,
  type ScriptedPage,
  scriptedPage,
  selectCell,
  showTab,
  typeInto,
  visit,
} from './scriptedPage';

/** Other tests may have the machine's other half, and more. */
const SCRIPT = `
function onOpen() {
  var ui = SpreadsheetApp.getUi();
  ui.createMenu('Test')
    .addItem('Write', 'write')
    .addItem('Fail', 'fail')
    .addItem('Ask', 'ask')
    .addItem('Choose', 'choose')
    .addItem('Dialog', 'dialog')
    .addItem('Sidebar', 'sidebar')
    .addItem('Chart', 'chart')
    .addSeparator()
    .addSubMenu(ui.createMenu('More').addItem('Jump', 'jump').addItem('Toast', 'toast').addItem('Rows', 'rows')
      .addItem('Brazil', 'inBrazil').addItem('Beside', 'beside').addItem('America', 'inAmerica'))
    .addToUi();
}
function sheet() { return SpreadsheetApp.getActive().getSheets()[0]; }
function write() { sheet().getRange('A1:B2').setValues([['HASH11', 62.5], ['read', String(sheet().getRange('C3').getValue())]]); }
function fail() { throw new Error('daily-trades is empty; import the files first'); }
function ask() {
  var ui = SpreadsheetApp.getUi();
  var answer = ui.prompt('Amend', 'Why does the order change?', ui.ButtonSet.OK_CANCEL);
  sheet().getRange('D1').setValue(answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText() : 'kept');
}
function choose() {
  var ui = SpreadsheetApp.getUi();
  sheet().getRange('D2').setValue(String(ui.alert('Sure?', 'Send it now?', ui.ButtonSet.YES_NO)));
}
function dialog() {
  SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutputFromFile('Own').setWidth(420).setHeight(260), 'Own page');
}
function sidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Own').setTitle('Own page')); }
function beside() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Beat').setTitle('Beat')); }
function beat() { jump(); return 'beaten'; }
function double(value) { sheet().getRange('E1').setValue(value); return { twice: value * 2, nothing: null }; }
function dated() { return { at: new Date() }; }
function hidden_() { return 'secret'; }
function jump() { var other = SpreadsheetApp.getActive().getSheetByName('other'); other.activate(); other.getRange('B30').activate(); }
function toast() { SpreadsheetApp.getActive().toast('3 mails sent', 'Trading'); }
function rows() { sheet().insertRowsAfter(1, 2); }
function chart() {
  sheet().getRange('G1:I3').setValues([['ETF', 'target', 'done'], ['HASH11', 100, 40], ['DEFI11', 50, -20]]);
  sheet().insertChart(sheet().newChart().asColumnChart().addRange(sheet().getRange('G1:I9')).setNumHeaders(1)
    .setOption('title', 'Targets').setPosition(8, 2, 0, 0).build());
}
function tick() { sheet().getRange('F1').setValue('at ' + Utilities.formatDate(new Date(), 'America/Sao_Paulo', 'HH:mm')); }
function schedule() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create(); }
function inBrazil() { SpreadsheetApp.getActive().setSpreadsheetLocale('pt_BR'); }
function inAmerica() { SpreadsheetApp.getActive().setSpreadsheetLocale('en_US'); }
function prepare() { SpreadsheetApp.getActive().insertSheet('other'); }
`;

const OWN = `<!doctype html><html lang="en"><head><title>Own</title></head><body>
<h1>Own page</h1><p id="out"></p>
<button id="go" onclick="google.script.run.withUserObject('mine').withSuccessHandler(shown).withFailureHandler(failed).double(21)">Double</button>
<button id="fail" onclick="google.script.run.withFailureHandler(failed).fail()">Fail</button>
<button id="dated" onclick="google.script.run.withFailureHandler(failed).dated()">Dated</button>
<button id="hidden" onclick="google.script.run.withFailureHandler(failed).hidden_()">Hidden</button>
<button id="ask" onclick="google.script.run.withSuccessHandler(function () { say('asked'); }).ask()">Ask</button>
<button id="wide" onclick="google.script.host.setWidth(520); google.script.host.setHeight(300)">Wide</button>
<button id="close" onclick="google.script.host.close()">Close</button>
<button id="notify" onclick="google.script.run.withSuccessHandler(function () { say('notified'); }).toast()">Notify</button>
<label>Find <input id="find" type="search"></label>
<button id="spy" onclick="try { say(parent.document.title); } catch (error) { say(error.name); }">Spy</button>
<script>
function say(text) { document.getElementById('out').textContent = text; }
function shown(value, mine) { say(JSON.stringify(value) + ' ' + mine); }
function failed(error) { say('failed: ' + error.message); }
</script></body></html>`;

/** Once it has begun it asks without anybody's doing, again and again, and the script looks elsewhere each time. */
const BEAT = `<!doctype html><html lang="en"><head><title>Beat</title></head><body><p id="count">0</p>
<script>
function beat() {
  google.script.run.withSuccessHandler(function () {
    var count = document.getElementById('count');
    count.textContent = Number(count.textContent) + 1;
    beat();
  }).beat();
}
</script></body></html>`;

let browser: Browser;
let served: ScriptedPage;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  [browser, served] = await Promise.all([
    launchBrowser(),
    scriptedPage(SCRIPT, { pages: { Own: OWN, Beat: BEAT }, nextStep: async () => '2024-11-08T10:15:00' }),
  ]);
  await served.desk.call('prepare');
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) problems.push(`left: ${request.url()}`);
  });
  await visit(page, served.url);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});
afterEach(async () => {
  await closeDialogs(page);
  expect(problems.splice(0)).toEqual([]);
});

const read = (): Promise<unknown[][]> => served.desk.book.readTab('Sheet1');
const own = () => page.frameLocator('dialog.framed iframe');
const says = (text: string): Promise<void> => own().getByText(text, { exact: true }).waitFor();
const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.innerHTML ?? '');
const shows = (tab: string, a1: string, text: string) =>
  page.waitForFunction(
    ([name = '', range = '', wanted]) =>
      window.deskSheet.getActiveWorkbook()?.getSheetByName(name)?.getRange(range).getDisplayValue() ===
      wanted,
    [tab, a1, text],
  );

describe('the sheet in the page', () => {
  it('shows what the script writes, and the script reads what the reader typed last', async () => {
    await typeInto(page, 'C3', 'typed');
    await pick(page, 'Test', 'Write');
    await shows('Sheet1', 'B2', 'typed');
    expect(await cells(page, 'Sheet1', 'A1:B2')).toEqual([
      ['HASH11', '62.5'],
      ['read', 'typed'],
    ]);
  });

  it('takes figures and dates as the spreadsheet’s locale writes them', async () => {
    await pick(page, 'Test', 'Write');
    await pick(page, 'Test', 'More', 'Brazil');
    await shows('Sheet1', 'B1', '62,5');
    const typedAs: readonly (readonly [string, unknown])[] = [
      ['1.234,56', 1234.56],
      ['1,234', 1.234],
      ['1234.56', '1234.56'],
      ['12,5%', 0.125],
      ['verdadeiro', true],
    ];
    for (const [index, [text]] of typedAs.entries()) await typeInto(page, `C${10 + index}`, text);
    await pick(page, 'Test', 'Write');
    const column = (await read()).slice(9, 14).map((row) => row[2]);
    expect(column).toEqual(typedAs.map(([, value]) => value));
    expect(await cells(page, 'Sheet1', 'C10:C13')).toEqual([
      ['1.234,56'],
      ['1,234'],
      ['1234.56'],
      ['12,50%'],
    ]);
    await pick(page, 'Test', 'More', 'America');
  });

  it('shows in one page what was typed in another', async () => {
    const other = await browser.newPage();
    await visit(other, served.url);
    await typeInto(other, 'C4', '7');
    await shows('Sheet1', 'C4', '7');
    await other.close();
  });

  it('keeps address and content together when the script inserts rows while the reader types', async () => {
    await typeInto(page, 'C3', 'before');
    await pick(page, 'Test', 'More', 'Rows');
    await shows('Sheet1', 'C5', 'before');
    await typeInto(page, 'C3', 'after');
    await pick(page, 'Test', 'Write');
    await shows('Sheet1', 'B2', 'after');
    expect((await read())[4]?.[2]).toBe('before');
  });

  it('gives the reader the cell that the script activates', async () => {
    await pick(page, 'Test', 'More', 'Jump');
    await page.waitForFunction(
      () => window.deskSheet.getActiveWorkbook()?.getActiveRange()?.getA1Notation() === 'B30',
    );
    expect(await activeTab(page)).toBe('other');
    await showTab(page, 'Sheet1');
  });

  it('draws a chart where the script put it, and again when its cells change', async () => {
    await pick(page, 'Test', 'Chart');
    const chart = page.getByRole('img', { name: /^Targets: HASH11 target 100, done 40; DEFI11/ });
    await chart.waitFor();
    expect(await chart.locator('rect[fill="#3366cc"]').count()).toBe(3);
    await typeInto(page, 'H2', '250');
    const redrawn = page.getByRole('img', { name: /HASH11 target 250/ });
    await redrawn.waitFor();
    await showTab(page, 'other');
    await redrawn.waitFor({ state: 'detached' });
    await showTab(page, 'Sheet1');
    await redrawn.waitFor();
  });
});

describe('the menu', () => {
  it('is worked by keyboard alone, sub-menus included', async () => {
    await page.getByRole('menuitem', { name: 'Test' }).focus();
    for (const key of ['ArrowDown', 'm', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    expect(await focused()).toBe('Toast');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('More');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Test');
    expect(await page.getByRole('menu').filter({ visible: true }).count()).toBe(0);
  });

  it('says what a failed function said', async () => {
    await pick(page, 'Test', 'Fail');
    const said = page.getByRole('alertdialog', { name: 'Fail' });
    await said.getByText('daily-trades is empty; import the files first').waitFor();
    await page.keyboard.press('Escape');
    await said.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Test');
  });

  it('shows a toast', async () => {
    await hush(page);
    await pick(page, 'Test', 'More', 'Toast');
    await page.getByText('3 mails sent').waitFor();
  });
});

describe('a question of the script', () => {
  it('holds the script until the reader has answered', async () => {
    await pick(page, 'Test', 'Ask');
    const question = page.getByRole('alertdialog', { name: 'Amend' });
    await question.getByRole('textbox', { name: 'Why does the order change?' }).fill('the fund redeemed');
    expect((await read())[0]?.[3] ?? '').toBe('');
    await page.keyboard.press('Enter');
    await shows('Sheet1', 'D1', 'the fund redeemed');
  });

  it('takes Escape as closing it', async () => {
    await pick(page, 'Test', 'Ask');
    await page.getByRole('alertdialog', { name: 'Amend' }).waitFor();
    await page.keyboard.press('Escape');
    await shows('Sheet1', 'D1', 'kept');
  });

  it('hands over the button', async () => {
    await pick(page, 'Test', 'Choose');
    await page.getByRole('button', { name: 'No' }).click();
    await shows('Sheet1', 'D2', 'NO');
  });
});

describe('a page of the script', () => {
  beforeEach(async () => {
    await pick(page, 'Test', 'Dialog');
    await own().getByRole('heading', { name: 'Own page' }).waitFor();
  });

  it('calls the script and hears its answer, after the sheet shows what it did', async () => {
    await own().locator('#go').click();
    await says('{"twice":42,"nothing":null} mine');
    expect(await cells(page, 'Sheet1', 'E1')).toEqual([['21']]);
  });

  it('hears a failure with its message', async () => {
    await own().locator('#fail').click();
    await says('failed: daily-trades is empty; import the files first');
    await own().locator('#dated').click();
    await says('failed: dated gives a Date in at, which google.script.run cannot carry; give its text.');
    await own().locator('#hidden').click();
    await says('failed: Script function not found: hidden_');
  });

  it('sees a question of the script above itself', async () => {
    await own().locator('#ask').click();
    await page.getByRole('alertdialog', { name: 'Amend' }).getByRole('button', { name: 'Cancel' }).click();
    await says('asked');
  });

  it('cannot reach into the page around it', async () => {
    await own().locator('#spy').click();
    await says('SecurityError');
  });

  it('sets its size and closes itself, and the reader is back where they were', async () => {
    await own().locator('#wide').click();
    await page.waitForFunction(() => document.querySelector('dialog iframe')?.clientWidth === 520);
    await own().locator('#close').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Test');
  });

  it('closes on Escape within its frame too, where a filter is emptied first', async () => {
    await own().locator('#find').fill('HASH');
    await page.keyboard.press('Escape');
    expect(await own().locator('#find').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Test');
  });

  it('takes along what the script said for it', async () => {
    await hush(page);
    await own().locator('#notify').click();
    await says('notified');
    await page.getByText('3 mails sent').waitFor();
    await page.keyboard.press('Escape');
    // It has no role any more as soon as it is closed; it is taken away, with what was said, a moment later.
    await page.locator('dialog.framed').waitFor({ state: 'detached' });
    expect(await page.locator('.toast').allTextContents()).toEqual([]);
  });

  it('closes on Escape and keeps Tab inside', async () => {
    await page.getByRole('button', { name: 'Close the dialog' }).focus();
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#bar'))).toBeNull();
    await page.getByRole('button', { name: 'Close the dialog' }).focus();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('a sidebar of the script', () => {
  it('stands beside the sheet as a sidebar', async () => {
    await pick(page, 'Test', 'Sidebar');
    const aside = page.getByRole('complementary', { name: 'Own page' });
    const inside = page.frameLocator('#sidebar iframe');
    await inside.locator('#go').click();
    await inside.getByText('"twice":42').waitFor();
    await aside.getByRole('button', { name: 'Close the sidebar' }).click();
    await aside.waitFor({ state: 'hidden' });
  });

  it('that asks by itself takes no cell away from who types into it', async () => {
    await pick(page, 'Test', 'More', 'Beside');
    const count = page.frameLocator('#sidebar iframe').locator('#count');
    const beats = async (): Promise<number> => Number(await count.textContent());
    const oneMore = async (): Promise<void> => {
      const before = await beats();
      for (let now = before; now === before; now = await beats()) await page.waitForTimeout(10);
    };
    await page.waitForFunction(() => document.activeElement instanceof HTMLIFrameElement);
    await selectCell(page, 'Sheet1', 'C6');
    await page.keyboard.press('3');
    await page.waitForFunction(() => window.deskSheet.getActiveWorkbook()?.isCellEditing());
    await count.evaluate(() => Reflect.get(window, 'beat')());
    for (const digit of '150000') {
      await oneMore();
      await page.keyboard.press(digit);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Close the sidebar' }).click();
    await shows('Sheet1', 'C6', '3150000');
    expect((await read())[5]?.[2]).toBe(3_150_000);
  });
});

describe('the clock', () => {
  it('is wound by minutes, to a time and to the next step', async () => {
    await page.locator('#clock time').getByText('10:00').waitFor();
    await page.getByRole('button', { name: '+5 min' }).click();
    await page.getByText('10:05', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Next step' }).click();
    await page.getByText('10:15', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Wind the clock to' }).fill('11:00');
    await page.keyboard.press('Enter');
    await page.getByText('11:00', { exact: true }).waitFor();
  });

  it('is never wound back', async () => {
    await page.getByRole('textbox', { name: 'Wind the clock to' }).fill('9:30');
    await page.keyboard.press('Enter');
    await page.getByText('never wound back').waitFor();
  });

  it('fires the trigger on the way once the schedule is on', async () => {
    await served.desk.call('schedule');
    await page.getByRole('button', { name: '+30 min' }).click();
    await shows('Sheet1', 'F1', 'at 11:30');
    await page.getByText('schedule on').waitFor();
  });
});
