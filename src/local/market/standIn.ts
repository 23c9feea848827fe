// A stand-in for the post-trade system and the iNAV provider: it serves the examples of docs/feeds.md, or one's own files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveLoopback } from '../host';

export interface StandInOptions {
  /** 0 = any that is free. */
  readonly port: number;
  readonly token: string;
  /** YYYY-MM-DD, which every date of the examples becomes. */
  readonly date: string;
  /** Answers by address, as `examplesIn` finds them. */
  readonly examples: ReadonlyMap<string, string>;
  /** Files that are served before the examples, or null. */
  readonly dir: string | null;
}

export interface StandIn {
  readonly url: string;
  close(): Promise<void>;
}

/** The JSON blocks of a page that stand under a mark such as `<!-- answers /allocation/fills -->`, by address. */
export function examplesIn(page: string): ReadonlyMap<string, string> {
  const marked = page.matchAll(/<!-- answers (\/[\w/]+) -->\n```json\n([^`]+)```/g);
  return new Map([...marked].map(([, address = '', text = '']) => [address, text]));
}

/** Feeds are read and nothing else: a client that posts would be told so by neither system in production. */
const NOT_ASKED = { status: 405, body: JSON.stringify({ error: 'GET alone is answered' }) } as const;

export async function openStandIn(options: StandInOptions): Promise<StandIn> {
  const { origin, close } = await serveLoopback((request, response, { pathname }) => {
    const isAsked = request.method === 'GET';
    const { status, body } = isAsked ? answerTo(pathname, request.headers.authorization, options) : NOT_ASKED;
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...(isAsked ? {} : { allow: 'GET' }),
    });
    response.end(body);
  }, options.port);
  return { url: origin, close };
}

interface Answer {
  readonly status: number;
  readonly body: string | Uint8Array;
}

function answerTo(
  path: string,
  authorization: string | undefined,
  { token, date, examples, dir }: StandInOptions,
): Answer {
  if (path.startsWith('/allocation/') && authorization !== `Bearer ${token}`)
    return { status: 401, body: JSON.stringify({ error: 'invalid or missing token' }) };
  // Letters, digits and slashes only, so that no address leaves the folder.
  const own = dir !== null && /^(?:\/\w+)+$/.test(path) ? ownAnswer(join(dir, `${path}.json`)) : null;
  if (own !== null) return own;
  const example = examples.get(path);
  return example === undefined
    ? { status: 404, body: JSON.stringify({ error: 'no such address' }) }
    : { status: 200, body: example.replace(/\b20\d\d-\d\d-\d\d(?=T)/g, date) };
}

/** @returns null = there is no such file: only then an example stands for it */
function ownAnswer(file: string): Answer | null {
  try {
    // As it is, byte for byte: its encoding is part of the answer.
    return { status: 200, body: readFileSync(file) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    return { status: 500, body: JSON.stringify({ error: String(error) }) };
  }
}
