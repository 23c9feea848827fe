import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HtmlPage, Question } from '../../src/local/host/script/hosts';
import { type ScriptedDesk, scriptedDesk } from './scripted';

const SCRIPT = `
function onOpen() {
  var ui = SpreadsheetApp.getUi();
  ui.createMenu('Trading').addItem('Initial orders', 'previewInitial').addSeparator()
    .addSubMenu(ui.createMenu('Set up').addItem('Book', 'setUp')).addToUi();
}
function askAll() {
  var ui = SpreadsheetApp.getUi();
  var first = ui.alert('Send?', 'To 3 brokers', ui.ButtonSet.YES_NO) === ui.Button.YES;
  ui.alert('Done');
  var answer = ui.prompt('Reason', ui.ButtonSet.OK_CANCEL);
  return [first, answer.getSelectedButton(), answer.getResponseText()];
}
function dialog() {
  var template = HtmlService.createTemplateFromFile('preview');
  template.rows = [['HASH11', '<b>'], ['BITH11', '2']];
  var page = template.evaluate().setTitle('Preview').setWidth(640).setHeight(480).append('<!-- end -->');
  SpreadsheetApp.getUi().showModalDialog(page, 'Initial orders');
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>status</p>'));
  return page.getContent();
}
function unknownPage() { HtmlService.createHtmlOutputFromFile('../secret'); }
function notify(seconds) { SpreadsheetApp.getActive().toast('3 mails', 'Trading', seconds); }

function get(url, options) {
  var r = UrlFetchApp.fetch(url, options || {});
  return [r.getResponseCode(), r.getContentText(), r.getHeaders()['x-desk']];
}
function getAll(urls) { return UrlFetchApp.fetchAll(urls.map(function (u) { return { url: u, muteHttpExceptions: true }; })).map(function (r) { return r.getContentText(); }); }

function mail(extra) {
  MailApp.sendEmail(Object.assign({ to: 'a@xp.example', subject: 'Ordens', body: 'texto', htmlBody: '<p>texto</p>', attachments: [Utilities.newBlob('a;b', 'text/csv', 'a.csv')] }, extra));
  return MailApp.getRemainingDailyQuota();
}
function query() { return BigQuery.Jobs.query({ query: 'SELECT 1', useLegacySql: false }, 'desk'); }
function scan() { return BigQuery.Jobs.list('desk'); }
`;

const asked: Question[] = [];
const shown: HtmlPage[] = [];
const toasts: string[] = [];
const mails: unknown[] = [];
let desk: ScriptedDesk;
let server: Server;
let url: string;
const value = async (fn: string, ...args: unknown[]): Promise<unknown> => (await desk.call(fn, args)).value;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const status = Number(/\/status\/(\d+)/.exec(request.url ?? '')?.[1] ?? 200);
      response.writeHead(status, { 'x-desk': request.headers.authorization ?? 'none' });
      const type = request.headers['content-type'] ?? '';
      response.end(
        `${request.method} ${request.url} ${type} ${Buffer.concat(chunks).toString('utf8')}`.trim(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  desk = await scriptedDesk(SCRIPT, {
    pages: {
      preview: '<ul><? rows.forEach(function (row) { ?><li><?= row[1] ?>|<?!= row[0] ?></li><? }); ?></ul>',
    },
    ui: {
      alert: async (question) => {
        asked.push(question);
        return 'YES';
      },
      prompt: async (question) => {
        asked.push(question);
        return { button: 'OK', text: 'typo' };
      },
      showModalDialog: async (page) => {
        shown.push(page);
      },
      showSidebar: async (page) => {
        shown.push(page);
      },
      toast: (message, title, seconds) => {
        toasts.push(`${title}: ${message}, ${seconds}`);
      },
    },
    mail: { send: async (mail) => void mails.push(mail), remaining: () => 42 },
    warehouse: {
      call: async (method, args) => {
        if (method === 'Jobs.query') return { jobComplete: true, asked: args };
        throw new Error('Not found: Dataset desk:x');
      },
    },
    answer: async (request) =>
      request.url.startsWith('https://secrets.example/')
        ? { status: 200, headers: {}, body: `token for ${request.headers.Authorization}` }
        : undefined,
  });
});
afterAll(async () => {
  await desk.discard();
  await new Promise((resolve) => server.close(resolve));
});

describe('the screen', () => {
  it('has the menu that onOpen built', async () => {
    await desk.call('onOpen');
    expect(desk.menu()).toEqual([
      {
        label: 'Trading',
        items: [
          { kind: 'item', label: 'Initial orders', fn: 'previewInitial' },
          { kind: 'separator' },
          { kind: 'menu', label: 'Set up', items: [{ kind: 'item', label: 'Book', fn: 'setUp' }] },
        ],
      },
    ]);
  });

  it('asks the trader and hands the answer to the script', async () => {
    expect(await value('askAll')).toEqual([true, 'OK', 'typo']);
    expect(asked).toEqual([
      { title: 'Send?', text: 'To 3 brokers', buttons: 'YES_NO' },
      { text: 'Done', buttons: 'OK' },
      { text: 'Reason', buttons: 'OK_CANCEL' },
    ]);
  });

  it('shows pages made from templates, escaping what <?= ?> writes', async () => {
    const html = '<ul><li>&lt;b&gt;|HASH11</li><li>2|BITH11</li></ul><!-- end -->';
    expect(await value('dialog')).toBe(html);
    expect(shown).toEqual([
      { html, title: 'Initial orders', width: 640, height: 480 },
      { html: '<p>status</p>' },
    ]);
    await expect(value('unknownPage')).rejects.toThrow('No HTML file named ../secret was found.');
  });

  it('shows toasts, which are logged too', async () => {
    expect((await desk.call('notify')).logs).toEqual(['toast: Trading: 3 mails']);
    for (const seconds of [null, 12, -1]) await value('notify', seconds);
    expect(toasts.map((each) => each.replace('Trading: 3 mails, ', ''))).toEqual(['5', '5', '12', 'null']);
    await expect(value('notify', 'long')).rejects.toThrow('A timeout in seconds must be a number');
  });

  it('does not exist in a trigger', async () => {
    await expect(desk.call('askAll', [], { trigger: true })).rejects.toThrow(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });
});

describe('the network', () => {
  it('is real: method, headers, payload and status pass through', async () => {
    const options = {
      method: 'post',
      contentType: 'application/json',
      payload: '{"a":"ç"}',
      headers: { Authorization: 'Bearer t' },
    };
    expect(await value('get', `${url}/x?y=1`, options)).toEqual([
      200,
      'POST /x?y=1 application/json {"a":"ç"}',
      'Bearer t',
    ]);
    expect(await value('get', `${url}/f`, { method: 'put', payload: { a: 'b c', d: 1 } })).toEqual([
      200,
      'PUT /f application/x-www-form-urlencoded a=b%20c&d=1',
      'none',
    ]);
    expect(await value('getAll', [`${url}/1`, `${url}/2`])).toEqual(['GET /1', 'GET /2']);
  });

  it('throws for a failing status unless it is muted', async () => {
    await expect(value('get', `${url}/status/503`)).rejects.toThrow(
      `Request failed for ${url} returned code 503.`,
    );
    expect(await value('get', `${url}/status/503`, { muteHttpExceptions: true })).toEqual([
      503,
      'GET /status/503',
      'none',
    ]);
  });

  it('names the address that does not answer', async () => {
    await expect(value('get', 'http://127.0.0.1:1/')).rejects.toThrow(
      'Address unavailable: http://127.0.0.1:1/',
    );
    await expect(value('get', 'http://nowhere.invalid/')).rejects.toThrow('Address unavailable');
    await expect(value('get', 'ftp://desk.example/')).rejects.toThrow('Invalid argument');
  });

  it('is not asked where the desk answers itself', async () => {
    const options = { headers: { Authorization: 'Bearer u' } };
    expect(await value('get', 'https://secrets.example/v1', options)).toEqual([
      200,
      'token for Bearer u',
      null,
    ]);
  });
});

describe('mail and warehouse', () => {
  it('get what the script sends, attachments as bytes', async () => {
    expect(await value('mail', { cc: 'b@xp.example', replyTo: 'ana@desk.example', name: 'Desk' })).toBe(42);
    expect(mails).toEqual([
      {
        to: 'a@xp.example',
        cc: 'b@xp.example',
        replyTo: 'ana@desk.example',
        name: 'Desk',
        subject: 'Ordens',
        text: 'texto',
        html: '<p>texto</p>',
        attachments: [{ name: 'a.csv', contentType: 'text/csv', content: Buffer.from('a;b') }],
      },
    ]);
    await expect(value('mail', { inlineImages: {} })).rejects.toThrow('not implemented locally');
  });

  it('answer the script, or throw into it', async () => {
    expect(await value('query')).toEqual({
      jobComplete: true,
      asked: [{ query: 'SELECT 1', useLegacySql: false }, 'desk'],
    });
    await expect(value('scan')).rejects.toThrow('not implemented locally: BigQuery.Jobs.list');
  });

  it('are missed by name when the desk has none', async () => {
    const bare = await scriptedDesk(SCRIPT);
    await expect(bare.call('mail')).rejects.toThrow('not implemented locally: MailApp without a mail server');
    await expect(bare.call('query')).rejects.toThrow('not implemented locally: BigQuery without a warehouse');
    await expect(bare.call('askAll')).rejects.toThrow('not implemented locally: Ui.alert without a screen');
    await bare.discard();
  });
});
