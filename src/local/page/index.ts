// The desk in the browser: serves one page with the workbook, the script's menu and dialogs, and a clock to wind.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, type Host, serveLoopback } from '../host';
import { pageAssets } from './assets';
import { BadRequest, readBody } from './bodies';
import { serveFrames } from './frames';
import { COMMON_HEADERS, hasToken, isOwnHost, pagePolicy } from './guard';
import { pageHtml } from './html';
import type { Screen } from './screen';
import { openSession } from './session';
import { wordsFor } from './words';

export { openScreen, type Screen } from './screen';

export interface PageWorld {
  readonly clock: Clock;
}

export interface PageOptions {
  /** The screen that the desk was opened with. */
  readonly screen: Screen;
  /** São Paulo time at which the desk has something to do next; null = nothing more today. */
  readonly nextStep?: () => Promise<string | null>;
  /** A function of the script that is called, as from its menu, whenever a reader opens the page. */
  readonly first?: string;
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const text = (status: number, body: string): Reply => ({ status, type: 'text/plain; charset=utf-8', body });

export async function servePage(desk: Host, world: PageWorld, options: PageOptions): Promise<Served> {
  const assets = await pageAssets();
  const token = randomUUID();
  const frames = await serveFrames(assets.bridge, () => origin);
  const session = await openSession(desk, world.clock, frames, options).catch(async (error) => {
    await frames.close();
    throw error;
  });

  const get = (path: string): Reply => {
    if (path === '/')
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        body: pageHtml(desk.book.name, wordsFor(desk.book.inner.place.locale), token, frames.origin),
      };
    if (path === '/page.js')
      return { status: 200, type: 'text/javascript; charset=utf-8', body: assets.script };
    if (path === '/page.css') return { status: 200, type: 'text/css; charset=utf-8', body: assets.style };
    return text(404, 'There is no such page.');
  };

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    { pathname, searchParams }: URL,
  ): Promise<Reply | null> => {
    if (!isOwnHost(request, origin)) return text(403, 'This page serves its own address only.');
    if (request.method === 'GET') return get(pathname);
    if (request.method !== 'POST') return text(405, 'GET or POST only.');
    if (!hasToken(request, token)) return text(401, 'The desk was started again: reload the page.');
    const page = searchParams.get('page') ?? '';
    if (pathname === '/events') {
      const seen = Number(searchParams.get('seen'));
      response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'application/x-ndjson' });
      session.attach(page, seen, response);
      return null;
    }
    const body = await session.answer(pathname, page, await readBody(request));
    return body === undefined ? text(404, 'There is no such page.') : { status: 200, type: JSON_TYPE, body };
  };

  const failed = (error: unknown): Reply => {
    if (error instanceof BadRequest) return text(400, error.message);
    return text(500, error instanceof Error ? error.message : String(error));
  };
  const { origin, close } = await serveLoopback(async (request, response, target) => {
    const reply = await answer(request, response, target).catch(failed);
    if (reply === null || response.headersSent) return;
    response.writeHead(reply.status, {
      ...COMMON_HEADERS,
      'content-type': reply.type,
      'content-security-policy': pagePolicy(frames.origin),
    });
    response.end(reply.body);
  });
  return {
    url: `${origin}/`,
    async close() {
      session.close();
      await Promise.all([close(), frames.close()]);
      await desk.save();
    },
  };
}
