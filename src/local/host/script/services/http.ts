// Answers UrlFetchApp by real HTTP, unless the desk answers the address itself.
import type { HttpReply, HttpRequest, LocalAnswer } from '../hosts';
import { Marked } from '../wire';
import { boolean, type Fields, fields, list, optional, text } from './arguments';
import type { Handlers } from './service';

/** Apps Script gives up on a server after a minute. */
const TIMEOUT_MS = 60_000;
const URL_LIMIT = 2082;

function readRequest(asked: Fields): HttpRequest {
  const url = text(asked.url, 'The URL');
  if (!/^https?:\/\/[^/]/.test(url)) throw new Error(`Invalid argument: ${url}`);
  if (url.length > URL_LIMIT) throw new Error(`Limit Exceeded: URLFetch URL Length. (${url.slice(0, 80)}…)`);
  const headers = Object.fromEntries(
    Object.entries(fields(asked.headers, 'The headers')).map(([key, value]) => [key, String(value)]),
  );
  const contentType = optional<string | null>(asked.contentType, text, 'The content type', null);
  const body = optional<string | null>(asked.body, text, 'The payload', null);
  return {
    url,
    method: text(asked.method, 'The method'),
    headers: contentType === null ? headers : { 'Content-Type': contentType, ...headers },
    ...(body === null ? {} : { body: new Uint8Array(Buffer.from(body, 'base64')) }),
  };
}

interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const local = ({ status, headers, body }: HttpReply): Received => ({
  status,
  headers,
  body: Buffer.from(body),
});

async function send(request: HttpRequest, redirect: RequestRedirect): Promise<Received> {
  const { url, method, headers, body } = request;
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    };
  } catch (error) {
    if (/TimeoutError/.test(String(error))) throw new Error(`Timeout: ${url}`);
    throw new Error(`Address unavailable: ${url}`);
  }
}

/** @param sync brings to disk what happened before anybody outside hears of it */
export function httpHandlers(answer: LocalAnswer | undefined, sync: () => void = () => undefined): Handlers {
  const one = async (asked: Fields): Promise<Marked> => {
    const request = readRequest(asked);
    sync();
    const own = await answer?.(request);
    const redirect = boolean(asked.followRedirects, 'followRedirects') ? 'follow' : 'manual';
    const received = own ? local(own) : await send(request, redirect);
    if (received.status >= 400 && asked.mute !== true)
      throw new Error(
        `Request failed for ${new URL(request.url).origin} returned code ${received.status}. ` +
          `Truncated server response: ${received.body.toString('utf8').slice(0, 200)} ` +
          '(use muteHttpExceptions option to examine full response)',
      );
    const { status, headers, body } = received;
    return new Marked('HTTPResponse', { status, headers, base64: body.toString('base64') });
  };
  return {
    'UrlFetchApp.fetch': ([asked]) => one(fields(asked, 'A request')),
    'UrlFetchApp.fetchAll': ([all]) =>
      Promise.all(list(all, 'The requests').map((asked) => one(fields(asked, 'A request')))),
  };
}
