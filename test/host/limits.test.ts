// What Google refuses, the host refuses: each limit with a script that goes one beyond it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UiHost } from '../../src/local/host';
import type { Mail } from '../../src/local/host/mail/mail';
import { latencyOf, openMeter } from '../../src/local/host/script/services/meter';
import { type ScriptedDesk, scriptedDesk } from './scripted';

const SCRIPT = `
function sheet() { return SpreadsheetApp.getActive().getSheets()[0]; }
function long(length) { sheet().getRange('A1').setValue(new Array(length + 1).join('x')); return sheet().getRange('A1').getValue().length; }
function dropdowns() {
  var list = SpreadsheetApp.newDataValidation().requireValueInList(['BUY', 'SELL']);
  sheet().getRange('B2:B10').setDataValidation(list.setAllowInvalid(false).build());
  sheet().getRange('C2:C10').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['BUY', 'SELL']).setAllowInvalid(true).build());
  sheet().getRange('D2:D10').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().setAllowInvalid(false).build());
}
function enter(a1, rows) { sheet().getRange(a1).setValues(rows); return sheet().getRange(a1).getValues(); }
function mail(length, subject, attached) {
  MailApp.sendEmail({ to: 'ana@desk.example', subject: new Array(subject + 1).join('s'), body: '', htmlBody: new Array(length + 1).join('b'),
    attachments: attached ? [Utilities.newBlob(new Array(attached + 1).join('a'), 'text/csv', 'a.csv')] : [] });
}
function nap(ms) { Utilities.sleep(ms); }
function dialog(width, height) {
  SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>').setWidth(width).setHeight(height), 'T');
}
function onOpen(what) {
  var does = {
    menu: function () { SpreadsheetApp.getUi().createMenu('M').addItem('a', 'nap').addToUi(); },
    cells: function () { sheet().getRange('A9').setValue('open'); },
    property: function () { PropertiesService.getDocumentProperties().setProperty('a', 'b'); },
    user: function () { return Session.getActiveUser().getEmail(); },
    fetch: function () { UrlFetchApp.fetch('https://desk.example/'); },
    mail: function () { mail(1, 1); },
    query: function () { BigQuery.Jobs.query({ query: 'SELECT 1' }, 'p'); },
    drive: function () { Drive.Files.list({}); },
    trigger: function () { ScriptApp.getProjectTriggers(); },
    other: function () { SpreadsheetApp.openById('x'); },
    sidebar: function () { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>')); }
  };
  return does[what]();
}
function typed() {
  sheet().getRange('F1:F3').setValues([['1/2'], ['2024-11'], ['3524081012345678']]);
  return sheet().getRange('F1:F3').getValues().map(function (row) { return row[0] instanceof Date ? row[0].toISOString() : row[0]; });
}
function busy() {
  var p = PropertiesService.getDocumentProperties();
  for (var i = 0; i < 5; i++) p.setProperty('k' + i, 'v');
  p.getProperties();
}
`;

let desk: ScriptedDesk;
const sent: Mail[] = [];
const run = async (fn: string, ...args: unknown[]): Promise<unknown> => (await desk.call(fn, args)).value;
const screen: UiHost = {
  alert: async () => 'OK',
  prompt: async () => ({ button: 'OK', text: '' }),
  showModalDialog: async () => undefined,
  showSidebar: async () => undefined,
};
const mail = {
  send: async (each: Mail) => {
    sent.push(each);
  },
  remaining: () => 100,
};

beforeAll(async () => {
  desk = await scriptedDesk(SCRIPT, { mail, ui: screen, strictMail: true });
});
afterAll(() => desk.discard());

describe('a script that Google would not take', () => {
  it.each([
    ['Code.js has a BigInt literal', 'Code.js', 'function a() { return 10n; }', 'Unexpected token ILLEGAL'],
    [
      'a second file has a property escape',
      'More.gs',
      'var b = /\\p{L}/u;',
      'a regular expression with a property escape',
    ],
  ])('is refused before it runs where %s', async (_what, name, code, reason) => {
    const dir = mkdtempSync(join(tmpdir(), 'refused-'));
    writeFileSync(join(dir, name), code);
    await expect(scriptedDesk('function c() {}', { bundleDir: dir })).rejects.toThrow(
      `Google would refuse ${name}: ${reason}`,
    );
    rmSync(dir, { recursive: true });
  });
});

describe('a cell', () => {
  it('takes 50,000 characters', async () => {
    expect(await run('long', 50_000)).toBe(50_000);
    await expect(run('long', 50_001)).rejects.toThrow('more than the maximum of 50000 characters');
  });

  it('takes from a rejecting dropdown its values, blanks and formulas, and writes nothing of a table with another', async () => {
    await run('dropdowns');
    expect(await run('enter', 'B2:B4', [['BUY'], [''], ['=UPPER("sell")']])).toEqual([
      ['BUY'],
      [''],
      ['SELL'],
    ]);
    await expect(
      run('enter', 'A2:B3', [
        ['a', 'SELL'],
        ['b', 'HOLD'],
      ]),
    ).rejects.toThrow(
      'The data you entered in cell B3 violates the data validation rules set on this cell. ' +
        'Please enter one of the following values: BUY, SELL.',
    );
    expect((await desk.book.readTab('Sheet1'))[1]).not.toContain('SELL');
    expect(await run('enter', 'C2', [['HOLD']])).toEqual([['HOLD']]);
  });

  it('takes from a rejecting checkbox true and false alone', async () => {
    expect(await run('enter', 'D2:D3', [[true], [false]])).toEqual([[true], [false]]);
    await expect(run('enter', 'D4', [['yes']])).rejects.toThrow('cell D4 violates');
  });

  it('makes dates of what looks like a ratio or a month, and rounds long digits', async () => {
    expect(await run('typed')).toEqual([
      '2024-01-02T03:00:00.000Z',
      '2024-11-01T03:00:00.000Z',
      3_524_081_012_345_680,
    ]);
  });
});

describe('a mail', () => {
  it('has a subject of 250 characters and a body of 200 KB at most', async () => {
    await run('mail', 200 * 1024, 250);
    expect(sent).toHaveLength(1);
    await expect(run('mail', 1, 251)).rejects.toThrow('Argument too large: subject');
    await expect(run('mail', 200 * 1024 + 1, 1)).rejects.toThrow('Limit Exceeded: Email Body Size.');
    expect(sent).toHaveLength(1);
  });

  it('may be twice as large in a Workspace account, and as large as it likes where nobody is strict', async () => {
    for (const [options, largest] of [
      [{ strictMail: true, account: 'workspace' }, 400 * 1024],
      [{}, 2_000_000],
    ] as const) {
      const other = await scriptedDesk(SCRIPT, { mail, ...options });
      await other.call('mail', [largest, 1]);
      if ('account' in options)
        await expect(other.call('mail', [largest + 1, 1])).rejects.toThrow('Email Body Size');
      await other.discard();
    }
  });

  it('carries attachments of 25 MB at most', async () => {
    await expect(run('mail', 1, 1, 25 * 1024 * 1024 + 1)).rejects.toThrow(
      'Limit Exceeded: Email Total Attachments Size.',
    );
  });
});

describe('time and screen', () => {
  it('are limited: a sleep of five minutes, a dialog that fits a window', async () => {
    await run('nap', 300_000);
    await expect(run('nap', 300_001)).rejects.toThrow('Invalid argument: milliseconds');
    await run('dialog', 1_000, 800);
    await expect(run('dialog', 1_001, 400)).rejects.toThrow('is cut off');
    await expect(run('dialog', 400, 801)).rejects.toThrow('is cut off');
  });
});

describe('a simple trigger', () => {
  const open = (what: string) => desk.call('onOpen', [what], { simple: true });

  it('makes a menu, writes cells and keeps properties, and is not told who opened the file', async () => {
    for (const what of ['menu', 'cells', 'property']) await open(what);
    expect((await open('user')).value).toBe('');
  });

  it.each(['fetch', 'mail', 'query', 'drive', 'trigger', 'other', 'sidebar'])(
    'may not use what needs the user’s consent: %s',
    async (what) => {
      await expect(open(what)).rejects.toThrow(
        /You do not have permission to call .*Required permissions: https:\/\/www\.googleapis\.com\/auth\//,
      );
    },
  );

  it('may do all of it where a reader or an installed trigger runs it', async () => {
    expect((await desk.call('onOpen', ['user'])).value).toBe('user@host.example');
    await desk.call('onOpen', ['trigger'], { trigger: true });
  });
});

describe('what Google counts by the day', () => {
  it('is counted: property calls, mails, runs of triggers; anew each day', async () => {
    const day = desk.usage();
    await run('busy');
    await desk.call('busy', [], { trigger: true });
    const after = desk.usage();
    expect(after.propertyCalls - day.propertyCalls).toBe(12);
    expect(after.triggerRuns - day.triggerRuns).toBe(1);
    expect(after.triggerMs).toBeGreaterThan(day.triggerMs);
    desk.clock.advance(24 * 60 * 60_000);
    expect(desk.usage()).toMatchObject({ date: '2024-11-09', propertyCalls: 0, triggerRuns: 0, mails: 0 });
  });

  it('knows kinds by the beginning of a method’s name', () => {
    const meter = openMeter(() => '2024-11-08');
    for (const method of [
      'UrlFetchApp.fetch',
      'UrlFetchApp.fetchAll',
      'MailApp.sendEmail',
      'Range.getValues',
    ])
      meter.count(method);
    expect(meter.today()).toMatchObject({ urlFetches: 2, mails: 1, propertyCalls: 0 });
  });
});

describe('a slow host', () => {
  it('waits for each call as long as Google takes, the same again in every run', () => {
    const waits = Array.from({ length: 14 }, (_, n) => latencyOf('Range.getValues', n));
    expect([Math.min(...waits), Math.max(...waits)]).toEqual([200, 500]);
    expect(waits.slice(7)).toEqual(waits.slice(0, 7));
    expect(latencyOf('Properties.getProperty', 3)).toBe(50);
    expect(latencyOf('MailApp.sendEmail', 3)).toBe(500);
    expect(latencyOf('Drive.Files.list', 1)).toBe(500);
    expect(latencyOf('_clock.now', 1)).toBe(0);
    const queries = Array.from({ length: 7 }, (_, n) => latencyOf('BigQuery.Jobs.query', n));
    expect([Math.min(...queries), Math.max(...queries)]).toEqual([1_000, 2_000]);
  });

  it('is one in which a run of many calls ends at its limit', async () => {
    const slow = await scriptedDesk(SCRIPT, { slow: true, limitMs: 120 });
    await expect(slow.call('busy')).rejects.toThrow('Exceeded maximum execution time');
    await slow.discard();
  });
});

describe('Drive under the scope drive.file', () => {
  it('shows a user what their own runs have made, and nothing of another’s, whoever shared it', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'drive-file-'));
    const bundleDir = mkdtempSync(join(tmpdir(), 'drive-file-script-'));
    writeFileSync(
      join(bundleDir, 'appsscript.json'),
      JSON.stringify({ timeZone: 'Asia/Tokyo', oauthScopes: ['https://www.googleapis.com/auth/drive.file'] }),
    );
    const code = `function make() {
        var id = Drive.Files.create({ name: 'Book', mimeType: 'application/vnd.google-apps.spreadsheet' }).id;
        Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: 'bia@desk.example' }, id);
        return id;
      }
      function names() { return Drive.Files.list({}).files.map(function (file) { return file.name; }); }
      function get(id) { return Drive.Files.get(id).name; }
      function open(id) { return SpreadsheetApp.openById(id).getName(); }
      function zone() { return [Session.getScriptTimeZone(), new Date(0).getHours()]; }`;
    writeFileSync(join(bundleDir, 'Code.js'), code);
    const ana = await scriptedDesk(code, { dir, bundleDir, user: 'ana@desk.example' });
    const id = String((await ana.call('make')).value);
    expect((await ana.call('names')).value).toEqual(['Untitled spreadsheet', 'Book']);
    expect((await ana.call('zone')).value).toEqual(['Asia/Tokyo', 9]);
    await ana.close();
    const bia = await scriptedDesk(code, { dir, bundleDir, user: 'bia@desk.example' });
    expect((await bia.call('names')).value).toEqual([]);
    await expect(bia.call('get', [id])).rejects.toThrow(`File not found: ${id}.`);
    expect((await bia.call('open', [id])).value).toBe('Book');
    await bia.discard();
    rmSync(bundleDir, { recursive: true });
  });
});
