// Who may talk to the page's server: this machine's browser, on the page that the server itself handed out.
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A foreign name that resolves to this machine shows in Host; a foreign page shows in Origin. */
export function isOwnHost({ headers }: IncomingMessage, origin: string): boolean {
  if (headers.host !== new URL(origin).host) return false;
  if (headers.origin !== undefined && headers.origin !== origin) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Navigations come from anywhere, so what changes or tells something needs the token that stands in the page. */
export function hasToken({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(String(headers['x-desk-token'] ?? ''));
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The page loads its own files and nothing else; dialogs stand in frames from the frames' origin. */
export const pagePolicy = (frames: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${frames}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** A dialog is one file with its scripts inside, as Apps Script serves it; it reaches nothing but the page around it. */
export const framePolicy = (page: string): string =>
  [
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${page}`,
  ].join('; ');

export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
