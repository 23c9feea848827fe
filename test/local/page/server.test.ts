import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openScreen, type Screen, type Served, servePage } from '../../../src/local/page';
import type { Change, Edits, ToPage } from '../../../src/local/page/protocol';
import { type ScriptedDesk, scriptedDesk } from '../../host/scripted';

const SCRIPT = `
function onOpen() { SpreadsheetApp.getUi().createMenu('Trading').addItem('Status', 'status').addToUi(); }
function read() { return SpreadsheetApp.getActive().getSheets()[0].getRange('A1').getValue(); }
function write(text) { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue(text); }
function insert() { SpreadsheetApp.getActive().getSheets()[0].insertRowsAfter(1, 1); }
function ask() { return String(SpreadsheetApp.getUi().alert('Sure?')); }
function prepare() { SpreadsheetApp.getActive().insertSheet('other'); }
function askAndShow() {
  var ui = SpreadsheetApp.getUi();
  ui.alert('Sure?');
  var book = SpreadsheetApp.getActive();
  var seen = [book.getActiveSheet().getName(), book.getActiveSheet().getActiveRange().getA1Notation()];
  book.toast('shown');
  book.getSheetByName('other').getRange('B3').activate();
  ui.showModalDialog(HtmlService.createHtmlOutput('own'), 'Own');
  ui.alert('Done?');
  return seen.concat(book.getActiveSheet().getName());
}
function look() {
  var book = SpreadsheetApp.getActive();
  book.getSheets()[0].getRange('D4').activate();
  return [book.getActiveSheet().getName(), book.getActiveSheet().getActiveRange().getA1Notation()];
}
function onEdit() { SpreadsheetApp.getActive().toast('edited'); }
function secret_() { return 'hidden'; }
`;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

let desk: ScriptedDesk;
let screen: Screen;
let served: Served;
let token = '';

beforeAll(async () => {
  screen = openScreen();
  desk = await scriptedDesk(SCRIPT, { ui: screen });
  served = await servePage(desk, { clock: desk.clock }, { screen });
  token = /desk-token" content="([^"]+)"/.exec((await send('GET', '/')).text)?.[1] ?? '';
});
afterAll(async () => {
  await served.close();
  await desk.discard();
});

/** By hand, not by fetch: a test of Host and Origin must be able to lie about them. */
function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: unknown,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(new URL(path, served.url), { method, headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += String(chunk);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    asking.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const post = async (path: string, body: unknown, page = 'a'): Promise<unknown> => {
  const { status, text } = await send('POST', `${path}?page=${page}`, { 'x-desk-token': token }, body);
  return status === 200 ? JSON.parse(text) : { status, text };
};

/** The messages that a page hears until it has heard enough. */
async function hear(
  page: string,
  seen: number,
  until: (message: ToPage) => boolean,
): Promise<readonly ToPage[]> {
  const heard: ToPage[] = [];
  const stop = new AbortController();
  const response = await fetch(`${served.url}events?page=${page}&seen=${seen}`, {
    method: 'POST',
    headers: { 'x-desk-token': token },
    signal: stop.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  while (reader) {
    const { value = '' } = await reader.read();
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    const now: readonly ToPage[] = lines.map((line) => JSON.parse(line));
    heard.push(...now);
    // Each is asked about once, however the stream is cut: who waits may count.
    if (now.some(until)) break;
  }
  stop.abort();
  return heard;
}

const changesOf = (messages: readonly ToPage[]): readonly Change[] =>
  messages.flatMap((message) => (message.kind === 'changes' ? message.changes : []));

const typed = (seen: number, text: string, row = 0): Edits => ({
  seen,
  mutations: [
    {
      id: 'sheet.mutation.set-range-values',
      params: {
        unitId: desk.book.id,
        subUnitId: '0',
        ...{ cellValue: { [row]: { 0: { v: text, t: 1 } } } },
      },
    },
  ],
});

const seq = async (): Promise<number> => Number(Object.entries(Object(await post('/open', {})))[0]?.[1]);

describe('what the page’s server sends', () => {
  it('is compressed, and not sent again to whoever has it', async () => {
    const takes = { 'accept-encoding': 'gzip, br' };
    const first = await send('GET', '/page.js', takes);
    expect(first.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'no-cache' });
    const again = await send('GET', '/page.js', { ...takes, 'if-none-match': String(first.headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await send('GET', '/page.js', { ...takes, 'if-none-match': '"another"' });
    expect(other.status).toBe(200);
  });

  it('is plain for who takes nothing else', async () => {
    const { headers, text } = await send('GET', '/page.css', { 'accept-encoding': 'br;q=0' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(text).toContain('[role=');
  });
});

describe('who may talk to the page’s server', () => {
  it('listens on the loopback address only', () => {
    expect(new URL(served.url).hostname).toBe('127.0.0.1');
  });

  it('refuses a foreign name that resolves to this machine', async () => {
    expect((await send('GET', '/', { host: 'rebound.example' })).status).toBe(403);
  });

  it('refuses another site, and another server of this machine', async () => {
    for (const origin of ['https://elsewhere.example', 'http://127.0.0.1:1', 'null'])
      expect((await send('POST', '/open', { origin, 'x-desk-token': token }, {})).status).toBe(403);
    expect((await send('GET', '/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('tells and changes nothing without the token', async () => {
    for (const path of ['/open', '/events', '/call', '/edits', '/clock', '/answer']) {
      expect((await send('POST', path, {}, {})).status).toBe(401);
      expect((await send('POST', path, { 'x-desk-token': `${token}x` }, {})).status).toBe(401);
    }
  });

  it('lets the page load its own files alone', async () => {
    const policy = String((await send('GET', '/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:\/\/(?!127\.0\.0\.1:)/);
  });

  it('answers what it does not know with an error, not with a fall', async () => {
    expect((await send('GET', '/etc/passwd')).status).toBe(404);
    expect((await send('PUT', '/')).status).toBe(405);
    expect(await post('/nothing', {})).toMatchObject({ status: 404 });
    expect(await post('/call', { fn: 1 })).toMatchObject({ status: 400 });
    expect(await post('/clock', { minutes: -5 })).toMatchObject({ status: 400 });
  });
});

describe('changes between page and desk', () => {
  it('reach the next call of the script', async () => {
    expect(await post('/edits', typed(await seq(), 'typed'))).toMatchObject({ kind: 'taken' });
    expect(await post('/call', { fn: 'read', args: [] })).toMatchObject({ ok: true, value: 'typed' });
  });

  it('reach every page once, in one order, with the name of who typed', async () => {
    const start = await seq();
    const hearing = hear('b', start, (message) => changesOf([message]).some(({ page }) => page === null));
    await post('/edits', typed(start, 'by a'));
    await post('/call', { fn: 'write', args: ['by the script'] });
    const changes = changesOf(await hearing);
    expect(changes.map(({ page }) => page)).toEqual(['a', null]);
    expect(changes.map((change) => change.seq)).toEqual([start + 1, start + 2]);
  });

  it('are refused when rows moved under them, and taken when only cells changed', async () => {
    const start = await seq();
    await post('/call', { fn: 'write', args: ['meanwhile'] });
    expect(await post('/edits', typed(start, 'still fine', 1))).toMatchObject({ kind: 'taken' });
    await post('/call', { fn: 'insert', args: [] });
    expect(await post('/edits', typed(start, 'into the wrong row', 2))).toEqual({ kind: 'conflict' });
  });

  it('take nothing but changes of this workbook', async () => {
    const foreign = {
      seen: 0,
      mutations: [{ id: 'sheet.mutation.set-range-values', params: { unitId: 'other' } }],
    };
    const command = {
      seen: 0,
      mutations: [{ id: 'sheet.command.set-range-values', params: { unitId: desk.book.id } }],
    };
    expect(await post('/edits', foreign)).toMatchObject({ status: 400 });
    expect(await post('/edits', command)).toMatchObject({ status: 400 });
  });

  it('are on disk soon after the last keystroke', async () => {
    await post('/edits', typed(await seq(), 'kept'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    const again = await scriptedDesk(SCRIPT, { dir: desk.dir });
    expect((await again.book.readTab('Sheet1'))[0]?.[0]).toBe('kept');
    await again.close();
  });

  it('send a page that missed too much back to the start', async () => {
    const heard = await hear('late', 999_999, ({ kind }) => kind === 'reset');
    expect(heard.map(({ kind }) => kind)).toContain('reset');
  });
});

describe('calls of the script', () => {
  it('find the functions of the bundle, and none that ends in an underscore', async () => {
    expect(await post('/call', { fn: 'secret_', args: [] })).toMatchObject({
      ok: false,
      message: 'Script function not found: secret_',
    });
    expect(await post('/call', { fn: 'constructor', args: [] })).toMatchObject({ ok: false });
  });

  it('cannot ask anything when no page is open', async () => {
    expect(await post('/call', { fn: 'ask', args: [] }, 'nobody')).toMatchObject({
      ok: false,
      message: expect.stringContaining('No page of the desk is open'),
    });
  });

  it('go on as if closed when the page that was asked goes away', async () => {
    const hearing = hear('leaver', await seq(), ({ kind }) => kind === 'ask');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const asked = post('/call', { fn: 'ask', args: [] }, 'leaver');
    await hearing;
    expect(await asked).toMatchObject({ ok: true, value: 'CLOSE' });
  });

  it('are shown to whoever called, and find what that reader looks at, whoever calls meanwhile', async () => {
    await post('/call', { fn: 'prepare', args: [] });
    const [first = '', other = ''] = desk.book.inner.sheets().map((sheet) => sheet.getSheetId());
    const from = await seq();
    let asked = 0;
    // Its own questions are answered by the page that hears them, the first once the other page has called as well.
    const hearing = hear('asker', from, (message) => {
      if (message.kind !== 'ask') return false;
      asked += 1;
      const answer = { id: message.question.id, button: 'OK', text: '' };
      void (asked === 1 ? theirs() : Promise.resolve()).then(() => post('/answer', answer, 'asker'));
      return asked === 2;
    });
    let neighbour: unknown;
    const theirs = async (): Promise<void> => {
      const selected = { row: 7, column: 2, rows: 1, columns: 1 };
      neighbour = await post('/call', { fn: 'look', args: [], sheet: other, selected }, 'neighbour');
    };
    const besides = hear('neighbour', from, ({ kind }) => kind === 'look');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const selected = { row: 5, column: 1, rows: 2, columns: 1 };
    const call = post('/call', { fn: 'askAndShow', args: [], sheet: first, selected }, 'asker');

    const told = (messages: readonly ToPage[]): readonly string[] =>
      messages
        .map(({ kind }) => kind)
        .filter((kind) => ['ask', 'dialog', 'toast', 'look', 'withdraw'].includes(kind));
    expect(told(await hearing)).toEqual(['ask', 'toast', 'look', 'dialog', 'ask']);
    expect(told(await besides)).toEqual(['look']);
    expect(await call).toMatchObject({ value: ['Sheet1', 'A5:A6', 'other'] });
    expect(neighbour).toMatchObject({ value: ['Sheet1', 'D4'] });
  });

  it('show what an edit sets off to whoever edited', async () => {
    const from = await seq();
    const editor = hear('editor', from, ({ kind }) => kind === 'toast');
    const bystander = hear('bystander', from, ({ kind }) => kind === 'withdraw' || kind === 'ask');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await post('/edits', typed(from, 'mine'), 'editor');
    expect((await editor).some(({ kind }) => kind === 'toast')).toBe(true);
    const asked = post('/call', { fn: 'ask', args: [] }, 'bystander');
    expect((await bystander).some(({ kind }) => kind === 'toast')).toBe(false);
    await asked;
  });
});
