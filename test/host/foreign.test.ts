// Scripts of others: twenty small ones in the manner of the platform's own samples, each run as it stands.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { HtmlPage, Question } from '../../src/local/host';
import type { Mail } from '../../src/local/host/mail/mail';
import { type ScriptedDesk, scriptedDesk } from './scripted';

const SCRIPTS = 'test/fixtures/scripts';
const PAGE =
  '<ul><? items.forEach(function (item) { ?><li><?= item ?></li><? }) ?></ul><?!= include("Style") ?>';

let desk: ScriptedDesk;
let asked: Question[];
let shown: HtmlPage[];
let sent: Mail[];
afterEach(() => desk.discard());

async function open(script: string): Promise<ScriptedDesk> {
  [asked, shown, sent] = [[], [], []];
  const bundleDir = mkdtempSync(join(tmpdir(), 'foreign-'));
  copyFileSync(join(SCRIPTS, script), join(bundleDir, 'Code.gs'));
  writeFileSync(join(bundleDir, 'Page.html'), PAGE);
  writeFileSync(join(bundleDir, 'Style.html'), '<style>li { color: red; }</style>');
  desk = await scriptedDesk('', {
    bundleDir,
    user: 'ana@desk.example',
    strictMail: true,
    mail: { send: async (mail) => void sent.push(mail), remaining: () => 100 - sent.length },
    answer: async ({ url }) =>
      url === 'https://rates.example/usd' ? { status: 200, headers: {}, body: '{"brl":5.7}' } : undefined,
    ui: {
      alert: async (question) => {
        asked.push(question);
        return question.buttons === 'YES_NO' ? 'YES' : 'OK';
      },
      prompt: async (question) => {
        asked.push(question);
        return { button: 'OK', text: 'Ana' };
      },
      showModalDialog: async (page) => void shown.push(page),
      showSidebar: async (page) => void shown.push(page),
    },
  });
  return desk;
}

const value = async (fn: string, ...args: unknown[]): Promise<unknown> => (await desk.call(fn, args)).value;

describe('a script of somebody else', () => {
  it('makes menus when the book is opened, asks and is answered', async () => {
    await open('01-menu.gs');
    expect(await desk.events.opened()).toEqual([]);
    expect(desk.menu().map(({ label, items }) => [label, items.length])).toEqual([
      ['Greetings', 3],
      ['Older', 2],
    ]);
    expect([await value('sayHello'), await value('askName')]).toEqual(['YES', 'Ana']);
    expect(asked.map(({ text }) => text)).toEqual(['Hello', 'It is only a greeting.', 'Your name?']);
  });

  it('appends rows with values and formulas', async () => {
    await open('02-visitor-log.gs');
    await value('logVisit', 'Ana');
    expect(await value('logVisit', 'Bia')).toEqual(['Bia', '3', 3, 3]);
  });

  it('clears a sheet and lays a table out in it, however often', async () => {
    await open('03-rebuild-report.gs');
    const report = [
      [
        ['City', 'Orders'],
        ['Recife', 12],
        ['Santos', 7],
      ],
      1,
      '#d9ead3',
      '',
    ];
    expect([await value('rebuild'), await value('rebuild')]).toEqual([report, report]);
  });

  it('works on the selection, the reader’s or its own', async () => {
    await open('04-selection.gs');
    desk.book.writeTab('Sheet1', [
      ['', ''],
      ['', 'a'],
      ['', 'b'],
    ]);
    const { inner } = desk.book;
    inner.select(inner.tab('Sheet1'), { row: 2, column: 2, rows: 2, columns: 1 });
    expect(await value('shout')).toEqual(['B2:B3', 'B2', 'B3', [['A'], ['B']]]);
    expect(await value('choose', 'C5:D6')).toBe('C5:D6');
  });

  it('formats several ranges at once', async () => {
    await open('05-highlight.gs');
    expect(await value('highlight')).toEqual([
      [
        ['x', '', 'x'],
        ['', '', ''],
      ],
      [
        ['#ffff00', '#ffffff', '#ffff00'],
        ['#ffffff', '#ffffff', '#ffff00'],
      ],
    ]);
  });

  it('copies cells with formulas that move along, or values alone', async () => {
    await open('06-copy-template.gs');
    expect(await value('copyTemplate')).toEqual([[['=A1*B1+$A$1'], ['=A2*B2+$A$1']], [[8], [22]], '']);
  });

  it('reads what a reader sees', async () => {
    await open('07-display.gs');
    expect(await value('display')).toEqual([['1,234.50', '2024-11-08', '25%', '007'], 1234.5, '0%']);
  });

  it('hears of edits by its onEdit', async () => {
    await open('08-on-edit.gs');
    desk.book.writeTab('Sheet1', [['new']]);
    const sheet = desk.book.inner.tab('Sheet1').getSheetId();
    const cell = { row: 1, column: 1, rows: 1, columns: 1 };
    expect(await desk.events.edited({ sheet, area: cell, value: 'new', oldValue: 'old' })).toEqual([]);
    expect(await desk.book.readTab('Sheet1')).toEqual([['new', 'old > new', 'Sheet1!A1']]);
  });

  it('installs triggers by event, weekday and hour, which fire and can be taken away', async () => {
    await open('09-install-triggers.gs');
    expect(await value('install')).toEqual(['heard ON_EDIT', 'heard ON_OPEN', 'weekly CLOCK', 'daily CLOCK']);
    await desk.events.opened();
    expect((await desk.book.readTab('Sheet1'))[0]?.[5]).toBe('FULL open');
    expect(await value('uninstall')).toBe(0);
  });

  it('lends its functions to the cells', async () => {
    await open('10-custom-function.gs');
    expect(await value('fill')).toEqual([42, 6, 'Olá, Ana']);
  });

  it('hands a cell over as its value, and shows what fails in the cell alone', async () => {
    await open('10-custom-function.gs');
    expect(await value('cells')).toEqual([5, '#ERROR!', '#ERROR!', 45_293, '', '']);
    expect(await value('fill')).toEqual([42, 6, 'Olá, Ana']);
  });

  it('refuses a sheet’s name that is blank, taken or too long, and a sheet without rows', async () => {
    await open('10-custom-function.gs');
    expect(await value('names')).toEqual([
      'A sheet needs a name.',
      'A sheet with the name "Sheet1" already exists. Please enter another name.',
      'The name of a sheet has 100 characters at most.',
      "You can't delete all the rows on the sheet.",
      'Figures',
    ]);
  });

  it('remembers in the cache until its time is over', async () => {
    await open('11-cached-rates.gs');
    expect(await value('rate')).toEqual(['fetched', 5.7, { b: '2' }]);
    expect(await value('rate')).toEqual(['cached', 5.7]);
    desk.clock.advance(601_000);
    expect(await value('rate')).toEqual(['fetched', 5.7, { b: '2' }]);
  });

  it('keeps files in folders of Drive', async () => {
    await open('12-export-csv.gs');
    const csv = 'fund,shares\nIpê,10';
    expect(await value('exportCsv')).toEqual([['today.csv'], csv, 'renamed.csv', 'text/csv', false]);
  });

  it('sends mails row by row, each once', async () => {
    await open('13-mail-merge.gs');
    desk.book.writeTab('Sheet1', [
      ['a@desk.example', 'one'],
      ['b@desk.example', 'two'],
    ]);
    expect([await value('sendEmails'), await value('sendEmails')]).toEqual([
      [2, 98],
      [0, 98],
    ]);
    expect(sent.map(({ to, text, cc }) => [to, text, cc])).toEqual([
      ['a@desk.example', 'one', 'copy@desk.example'],
      ['b@desk.example', 'two', 'copy@desk.example'],
    ]);
  });

  it('shows a sidebar made of templates, and a dialog', async () => {
    await open('14-sidebar.gs');
    const html = '<ul><li>&lt;b&gt;</li><li>two</li></ul><style>li { color: red; }</style>';
    expect(await value('showSidebar')).toBe(html);
    expect(shown).toEqual([
      { html, title: 'Items' },
      { html: '<p>hi</p>', title: 'Note', width: 300, height: 200 },
    ]);
  });

  it('counts under a lock', async () => {
    await open('15-counter.gs');
    const counts = await Promise.all(Array.from({ length: 4 }, () => value('count')));
    expect(counts.map((each) => JSON.stringify(each)).sort()).toEqual(
      [1, 2, 3, 4].map((n) => JSON.stringify([n, 'ana@desk.example', 0])),
    );
  });

  it('sorts, deletes and inserts rows', async () => {
    await open('16-dedupe.gs');
    expect(await value('dedupe')).toEqual(['title||', 'name||n', 'c||3', 'b||2', 'a||1']);
  });

  it('offers dropdowns and checkboxes', async () => {
    await open('17-task-list.gs');
    expect(await value('tasks')).toEqual([['Sell'], ['High', 'Low'], 'The data you entered in ']);
  });

  it('draws a chart and changes it', async () => {
    await open('18-chart.gs');
    expect(await value('chart')).toEqual([1, 'Monthly', 'A1:B3']);
  });

  it('makes another spreadsheet of a CSV text', async () => {
    await open('19-import-csv.gs');
    const { value: made, logs } = await desk.call('importCsv');
    expect(made).toEqual(['3.50', '003.1 pi', 1, 'Imported']);
    expect(logs).toEqual(['3 rows in Imported']);
  });

  it('is told by name what the laptop has not', async () => {
    await open('20-calendar.gs');
    await expect(value('toCalendar')).rejects.toThrow(
      'not implemented locally: CalendarApp.getDefaultCalendar',
    );
  });

  it('is played by a test here, whichever it is', async () => {
    await open('01-menu.gs');
    const played = readFileSync('test/host/foreign.test.ts', 'utf8');
    expect(readdirSync(SCRIPTS).filter((name) => !played.includes(`open('${name}')`))).toEqual([]);
  });
});
