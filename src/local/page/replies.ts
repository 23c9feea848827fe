// What the server answers, as small as the browser takes it: compressed, and with a mark by which it need not be sent again.
import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gzipSync } from 'node:zlib';

export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer;
}

/** A body that stays the same as long as the server runs. */
export interface Kept {
  readonly type: string;
  readonly etag: string;
  readonly brotli: Buffer;
  /** For who does not take the other: made when it is first asked for. */
  readonly gzip: () => Buffer;
}

export function keptBody(type: string, body: Buffer, brotli: Buffer): Kept {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  let zipped: Buffer | null = null;
  const gzip = (): Buffer => {
    zipped ??= gzipSync(brotliDecompressSync(brotli));
    return zipped;
  };
  return { type, etag, brotli, gzip };
}

type Asked = Pick<IncomingMessage, 'headers'>;

const takes = ({ headers }: Asked, encoding: string): boolean =>
  String(headers['accept-encoding'] ?? '')
    .split(',')
    .map((each) => each.split(';').map((part) => part.trim()))
    .some(([name, quality]) => name === encoding && !/^q=0(\.0*)?$/.test(quality ?? ''));

/** Asked for again with its mark it is not sent again; the browser asks each time, since a new start may bring another. */
export function replyKept(request: Asked, { type, etag, brotli, gzip }: Kept): Reply {
  const headers = { 'content-type': type, 'cache-control': 'no-cache', etag, vary: 'accept-encoding' };
  if (request.headers['if-none-match'] === etag) return { status: 304, headers, body: '' };
  if (takes(request, 'br'))
    return { status: 200, headers: { ...headers, 'content-encoding': 'br' }, body: brotli };
  if (takes(request, 'gzip'))
    return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzip() };
  return { status: 200, headers, body: brotliDecompressSync(brotli) };
}

/** Below this, compressing costs more than it saves. */
const WORTH_IT = 4096;

export function reply(request: Asked, status: number, type: string, body: string): Reply {
  const headers = { 'content-type': type };
  if (body.length < WORTH_IT || !takes(request, 'gzip')) return { status, headers, body };
  return {
    status,
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: gzipSync(body, { level: 1 }),
  };
}
