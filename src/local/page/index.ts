// The desk in the browser: serves one page with the workbook, the script's menu and dialogs, and a clock to wind.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, type Host, serveLoopback } from '../host';
import { pageAssets } from './assets';
import { BadRequest, readBody } from './bodies';
import { serveFrames } from './frames';
import { COMMON_HEADERS, hasToken, isOwnHost, pagePolicy } from './guard';
import { pageHtml } from './html';
import { type Reply, reply, replyKept } from './replies';
import type { Screen } from './screen';
import { openSession } from './session';
import { wordsFor } from './words';

export { chartPicture } from './chartPicture';
export { openScreen, type Screen } from './screen';

export interface PageWorld {
  readonly clock: Clock;
}

export interface PageOptions {
  /** The screen that the desk was opened with. */
  readonly screen: Screen;
  /** São Paulo time at which the desk has something to do next; null = nothing more today. */
  readonly nextStep?: () => Promise<string | null>;
  /** What the page itself says, such as pt-BR; else what the spreadsheet's locale speaks. */
  readonly language?: () => Promise<string>;
  /** A function of the script that is called, as from its menu, whenever a reader opens the page. */
  readonly first?: string;
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const text = (request: IncomingMessage, status: number, body: string): Reply =>
  reply(request, status, 'text/plain; charset=utf-8', body);

export async function servePage(desk: Host, world: PageWorld, options: PageOptions): Promise<Served> {
  const assets = await pageAssets();
  const token = randomUUID();
  const frames = await serveFrames(assets.bridge, () => origin);
  const session = await openSession(desk, world.clock, frames, options).catch(async (error) => {
    await frames.close();
    throw error;
  });

  const get = (request: IncomingMessage, path: string): Reply => {
    if (path === '/') {
      const words = wordsFor(session.language());
      const html = pageHtml(desk.book.name, words, token, frames.origin);
      return reply(request, 200, 'text/html; charset=utf-8', html);
    }
    if (path === '/page.js') return replyKept(request, assets.script);
    if (path === '/page.css') return replyKept(request, assets.style);
    return text(request, 404, 'There is no such page.');
  };

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    { pathname, searchParams }: URL,
  ): Promise<Reply | null> => {
    if (!isOwnHost(request, origin)) return text(request, 403, 'This page serves its own address only.');
    if (request.method === 'GET') return get(request, pathname);
    if (request.method !== 'POST') return text(request, 405, 'GET or POST only.');
    if (!hasToken(request, token)) return text(request, 401, 'The desk was started again: reload the page.');
    const page = searchParams.get('page') ?? '';
    if (pathname === '/events') {
      const seen = Number(searchParams.get('seen'));
      response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'application/x-ndjson' });
      session.attach(page, seen, response);
      return null;
    }
    const body = await session.answer(pathname, page, await readBody(request));
    return body === undefined
      ? text(request, 404, 'There is no such page.')
      : reply(request, 200, JSON_TYPE, body);
  };

  const failed = (request: IncomingMessage, error: unknown): Reply => {
    if (error instanceof BadRequest) return text(request, 400, error.message);
    return text(request, 500, error instanceof Error ? error.message : String(error));
  };
  const { origin, close } = await serveLoopback(async (request, response, target) => {
    const answered = await answer(request, response, target).catch((error) => failed(request, error));
    if (answered === null || response.headersSent) return;
    response.writeHead(answered.status, {
      ...COMMON_HEADERS,
      'content-security-policy': pagePolicy(frames.origin),
      ...answered.headers,
    });
    response.end(answered.body);
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
