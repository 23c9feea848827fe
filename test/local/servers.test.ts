// Whatever arrives at a server of the laptop, it goes on, answers to its own name only, and closes.
import { get } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openScenarioServer } from '../../src/local/cli/scenarioServer';
import { serveLoopback } from '../../src/local/host/loopback';
import { openMarket } from '../../src/local/market';
import { openScreen, servePage } from '../../src/local/page';
import { anyCharacter } from '../fakes/anyText';
import { scriptedDesk } from '../host/scripted';

interface Server {
  readonly url: string;
  /** A path that it answers, and with what status. */
  readonly path: string;
  readonly status: number;
  /** What a page sends with everything that changes something. */
  readonly token: string;
  close(): Promise<void>;
}

const clock = {
  now: () => Date.parse('2024-11-08T14:00:00Z'),
  set: () => undefined,
  advance: () => undefined,
};

async function marketServer(): Promise<Server> {
  const mail = { outbox: [], onDelivery: () => undefined };
  const { url, close } = await openMarket({ clock, seed: 7, token: 't', alias: 'DESK', brokers: [], mail });
  return { url, path: '/marketdata/v2/inav/HASH11', status: 200, token: 't', close };
}

async function scenarioServer(): Promise<Server> {
  const { url, close } = await openScenarioServer((path) => ({ status: 404, body: path }), clock);
  return { url, path: '/marketdata/v2/inav/HASH11', status: 404, token: 't', close };
}

async function pageServer(): Promise<Server> {
  const screen = openScreen();
  const desk = await scriptedDesk('function onOpen() {}', { ui: screen });
  const served = await servePage(desk, { clock: desk.clock }, { screen });
  const html = await (await fetch(served.url)).text();
  const token = /desk-token" content="([^"]+)"/.exec(html)?.[1] ?? '';
  const close = async (): Promise<void> => {
    await served.close();
    await desk.discard();
  };
  return { url: served.url.replace(/\/$/, ''), path: '/page.css', status: 200, token, close };
}

async function framesServer(): Promise<Server> {
  const { origin, close } = await serveLoopback((_request, response) => void response.end('here'));
  return { url: origin, path: '/', status: 200, token: 't', close };
}

/** What a good request finds afterwards. */
const answers = async ({ url, path }: Server): Promise<number> => (await fetch(url + path)).status;

/** Sends the bytes, hangs up after a moment, and gives what came back. */
function send({ url }: Server, bytes: string | Uint8Array, patience = 60): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    const late = setTimeout(() => socket.destroy(), patience);
    socket.on('data', (part) => {
      heard += part.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(late);
      resolve(heard);
    });
  });
}

/** What the server answers to a page of that name. */
const statusFor = ({ url, path }: Server, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url + path, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });

const statusOf = (answer: string): string => answer.slice(9, 12);

const SERVERS: readonly (readonly [string, () => Promise<Server>])[] = [
  ['the market', marketServer],
  ['a scenario’s feeds', scenarioServer],
  ['the page', pageServer],
  ['any other', framesServer],
];

describe.each(SERVERS)('%s', (_name, open) => {
  let server: Server;
  let host = '';
  beforeAll(async () => {
    server = await open();
    host = new URL(server.url).host;
  });
  afterAll(() => server.close());

  const request = (first: string, headers: readonly string[] = [], body = ''): string =>
    [first, `Host: ${host}`, ...headers, '', body].join('\r\n');

  it('answers or drops what is no request of its own, and goes on', async () => {
    const json = ['content-type: application/json', `x-desk-token: ${server.token}`];
    const bodyOf = (body: string): readonly string[] => [...json, `content-length: ${body.length}`];
    const odd = [
      request('GET // HTTP/1.1'),
      request('GET //evil.example/ HTTP/1.1'),
      request('GET /%zz%E0%A4%A HTTP/1.1'),
      request('GET /%00/..%2f..%2fetc HTTP/1.1'),
      request('GET /\\..\\.. HTTP/1.1'),
      request('GET http://evil.example/ HTTP/1.1'),
      request('GET http:// HTTP/1.1'),
      request('OPTIONS * HTTP/1.1'),
      request('CONNECT evil.example:443 HTTP/1.1'),
      request('PRI * HTTP/2.0'),
      request('BREW / HTTP/1.1'),
      request('GET / HTTP/1.1', ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Key: x']),
      request('GET / HTTP/1.1', [`x-long: ${'a'.repeat(90_000)}`]),
      request(
        'GET / HTTP/1.1',
        Array.from({ length: 3000 }, (_, i) => `x-${i}: 1`),
      ),
      request(`GET /?${'q='.repeat(40_000)} HTTP/1.1`),
      request('POST /call HTTP/1.1', bodyOf('{"fn":'), '{"fn":'),
      request('POST /call HTTP/1.1', bodyOf('['.repeat(20_000)), '['.repeat(20_000)),
      request(
        'POST /edits?page=__proto__ HTTP/1.1',
        bodyOf('{"__proto__":{"x":1}}'),
        '{"__proto__":{"x":1}}',
      ),
      request('POST /clock HTTP/1.1', bodyOf('{"constructor":1}'), '{"constructor":1}'),
      request('POST /events?page=constructor&seen=x HTTP/1.1', json),
      request('POST /call HTTP/1.1', [...json, 'content-length: 1000'], 'cut off'),
      request('POST /call HTTP/1.1', [...json, 'transfer-encoding: chunked'], 'zz\r\nnot hexadecimal'),
      'GET / HTTP/1.1\r\n\r\n',
      '\0\0\0\0',
      '\r\n\r\n\r\n',
    ];
    for (const bytes of odd) {
      const heard = await send(server, bytes);
      if (heard !== '') expect(statusOf(heard)).toMatch(/^[245]\d\d$/);
      expect(await answers(server)).toBe(server.status);
    }
  });

  it('refuses a foreign name that resolves to this machine, whatever the path', async () => {
    for (const name of ['rebound.example', `rebound.example:${new URL(server.url).port}`, 'localhost'])
      expect(await statusFor(server, name)).toBe(403);
  });

  it('goes on whatever bytes arrive', async () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: anyCharacter, maxLength: 200 }).map((path) => request(`GET /${path} HTTP/1.1`)),
      fc
        .tuple(fc.constantFrom('GET', 'POST', 'PUT', 'HEAD'), fc.webPath(), fc.json({ maxDepth: 4 }))
        .map(([method, path, body]) =>
          request(
            `${method} /${path} HTTP/1.1`,
            [`x-desk-token: ${server.token}`, `content-length: ${Buffer.byteLength(body)}`],
            body,
          ),
        ),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        await send(server, bytes, 15);
        expect(await answers(server)).toBe(server.status);
      }),
      { numRuns: 30, seed: 13 },
    );
  });

  it('closes, also while somebody holds a connection open', async () => {
    const other = await open();
    const held = connect(Number(new URL(other.url).port), '127.0.0.1');
    held.on('error', () => undefined);
    await new Promise((resolve) => held.once('connect', resolve));
    held.write('POST /call HTTP/1.1\r\nHost: x\r\ncontent-length: 10\r\n\r\n');
    await other.close();
    await expect(fetch(other.url + other.path)).rejects.toThrow();
    held.destroy();
  });
});
