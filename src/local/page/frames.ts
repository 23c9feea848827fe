// Dialogs and sidebars of the script, served from an origin of their own: their scripts cannot reach into the page.
import { randomUUID } from 'node:crypto';
import { type HtmlPage, serveLoopback } from '../host';
import { COMMON_HEADERS, framePolicy } from './guard';
import type { Framed } from './protocol';

export interface Frames {
  readonly origin: string;
  add(page: HtmlPage): Framed;
  close(): Promise<void>;
}

/** A dialog is asked for right after it is shown; older ones are gone from the screen. */
const KEPT = 20;

/** @param pageOrigin resolves to the origin of the page that the frames stand in */
export async function serveFrames(bridge: string, pageOrigin: () => string): Promise<Frames> {
  const pages = new Map<string, string>();
  const { origin, close } = await serveLoopback(({ method, url }, response) => {
    const html = method === 'GET' ? pages.get(url ?? '') : undefined;
    if (html === undefined) {
      response.writeHead(404, COMMON_HEADERS).end();
      return;
    }
    response.writeHead(200, {
      ...COMMON_HEADERS,
      // The page around it has another origin.
      'cross-origin-resource-policy': 'same-site',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': framePolicy(pageOrigin()),
    });
    response.end(withBridge(html, bridge, pageOrigin()));
  });
  return {
    origin,
    add({ html, title = '', width = null, height = null }) {
      const path = `/${randomUUID()}`;
      pages.set(path, html);
      for (const old of [...pages.keys()].slice(0, -KEPT)) pages.delete(old);
      return { url: origin + path, title, width, height };
    },
    close,
  };
}

/** The bridge stands before the page's own scripts. */
function withBridge(html: string, bridge: string, pageOrigin: string): string {
  const script = `<script>(function (pageOrigin) {${bridge}})(${JSON.stringify(pageOrigin)});</script>`;
  const head = /<head[^<>]*>|<html[^<>]*>|<!doctype[^<>]*>/gi;
  const tags = [...html.matchAll(head)];
  const last = tags.find((tag) => /^<head/i.test(tag[0])) ?? tags.at(-1);
  const at = last === undefined ? 0 : last.index + last[0].length;
  return html.slice(0, at) + script + html.slice(at);
}
