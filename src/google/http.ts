// The only way out to other systems' web addresses: all at once, patient with outages, clear about failures.
import { LIMITS } from '../desk/limits';
import { type Message, msg } from '../language/message';
import { doubleKeys, type KeyAt } from '../sheets/jsonKeys';
import { parseJson } from './json';

/** A failure is a sentence for a trader: it names the address and what to do, never the token. */
export type HttpAnswer =
  /** Integers of 16 digits and more are text in it. `link`: where a `Link` header says that the next page is; `isPart`: HTTP 206, or 202. */
  | { readonly kind: 'json'; readonly body: unknown; readonly link?: string; readonly isPart?: true }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: Message };

export const ATTEMPTS = 4;
const FIRST_WAIT_MS = 1_000;
/** A server that asks for more of a run's time than this is told about rather than waited for. */
const LONGEST_WAIT_MS = (LIMITS.runMinutes * 60_000) / 12;

interface Retry {
  readonly kind: 'retry';
  readonly reason: Message;
  /** As the server asked; null = back off on our own. */
  readonly waitMs: number | null;
}

/** Answers in the order of the addresses. 429, 5xx and lost connections are tried again, other refusals are not. */
export function getJson(urls: readonly string[], token: string | null): readonly HttpAnswer[] {
  const answers = new Map<number, HttpAnswer>();
  let open = urls.map((url, index) => ({ url, index }));
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const asked = Date.now();
    const found = fetchOnce(
      open.map(({ url }) => url),
      token,
    );
    // A server that hangs takes a minute of the run each time that it is asked, and the lock with it.
    const isLast = attempt === ATTEMPTS || Date.now() - asked >= LONGEST_WAIT_MS;
    const again: typeof open = [];
    let wait = FIRST_WAIT_MS * 2 ** (attempt - 1);
    open.forEach((request, i) => {
      const answer = found[i] ?? noAnswer(request.url);
      if (answer.kind !== 'retry') answers.set(request.index, answer);
      else if (isLast || (answer.waitMs ?? 0) > LONGEST_WAIT_MS)
        answers.set(request.index, failed(givenUp(answer, attempt)));
      else {
        again.push(request);
        wait = Math.max(wait, answer.waitMs ?? 0);
      }
    });
    open = again;
    if (open.length > 0) Utilities.sleep(wait);
  }
  return urls.map((url, index) => answers.get(index) ?? noAnswer(url));
}

function fetchOnce(urls: readonly string[], token: string | null): readonly (HttpAnswer | Retry)[] {
  const headers = {
    Accept: 'application/json',
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  };
  const requests = urls.map((url) => ({
    url,
    method: 'get' as const,
    headers,
    muteHttpExceptions: true,
    // A login page behind a redirect is no answer, and the token stays with the host that was configured.
    followRedirects: false,
  }));
  try {
    return UrlFetchApp.fetchAll(requests).map((response, i) => judge(urls[i] ?? '', response));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    // The platform quotes the address that it did not reach, with all that stands in it.
    const open = words.replace(ADDRESSES, shown);
    const why = token ? open.split(token).join('•••') : open;
    return urls.map((url) => ({
      kind: 'retry',
      reason: msg('{url} cannot be reached ({why})', { url: shown(url), why }),
      waitMs: null,
    }));
  }
}

function judge(url: string, response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpAnswer | Retry {
  const status = response.getResponseCode();
  const found = { url: shown(url), n: status };
  if (status === 404) return { kind: 'missing' };
  if (status === 401 || status === 403)
    return failed(
      msg(
        '{url} refuses the token (HTTP {n}): the token has expired or is wrong; give the new one in Trading > Set up.',
        found,
      ),
    );
  if (status === 429)
    return {
      kind: 'retry',
      reason: msg('{url} asks for fewer requests (HTTP 429)', { url: shown(url) }),
      waitMs: askedWait(response),
    };
  if (status >= 500)
    return {
      kind: 'retry',
      reason: msg('{url} is failing (HTTP {n})', found),
      waitMs: askedWait(response),
    };
  if (status >= 300 && status < 400)
    return failed(msg('{url} sends elsewhere (HTTP {n}); write the final address into settings.', found));
  if (status >= 400 || status < 200)
    return failed(msg('{url} refuses the request (HTTP {n}); check the address in settings.', found));
  const answer = parsed(url, response.getContentText());
  const link = nextLink(headerIn(response, 'link') ?? '');
  if (answer.kind !== 'json') return answer;
  const isPart = status === 202 || status === 206;
  return { ...answer, ...(link === undefined ? {} : { link }), ...(isPart ? { isPart } : {}) };
}

/** The address of `rel="next"`. Link by link: one expression over all of them would take the square of their length. */
function nextLink(header: string): string | undefined {
  const [, ...links] = header.split('<');
  for (const link of links) {
    const [address = '', relation] = link.split('>', 2);
    const end = (relation ?? '').split(',', 1)[0] ?? '';
    if (end.trimStart().startsWith(';') && /\brel="?next\b/i.test(end)) return address;
  }
  return undefined;
}

function parsed(url: string, text: string): HttpAnswer {
  const bare = text.replace(/^\ufeff/, '');
  try {
    const body = parseJson(bare);
    const [double] = doubleKeys(bare);
    return double === undefined ? { kind: 'json', body } : failed(twice(shown(url), double));
  } catch {
    return failed(notJson(shown(url), bare));
  }
}

const twice = (url: string, { path, key }: KeyAt): Message =>
  msg(
    '{url} has the key "{key}" twice in one record ({place}), and nobody knows which counts; ask the provider, or fill in the tab by hand.',
    { url, key, place: path === '' ? '{}' : path },
  );

function notJson(url: string, text: string): Message {
  if (/^\s*</.test(text))
    return msg('{url} answered with a web page instead of JSON; check the address in settings.', { url });
  return text.trim() === ''
    ? msg('{url} answered with nothing instead of JSON; check the address in settings.', { url })
    : msg('{url} answered with text that is not JSON instead of JSON; check the address in settings.', {
        url,
      });
}

function headerIn(response: GoogleAppsScript.URL_Fetch.HTTPResponse, header: string): string | null {
  const headers: Record<string, unknown> = { ...response.getHeaders() };
  const name = Object.keys(headers).find((key) => key.toLowerCase() === header);
  return name === undefined ? null : String(headers[name]).trim();
}

/** Retry-After in seconds or as a date. */
function askedWait(response: GoogleAppsScript.URL_Fetch.HTTPResponse): number | null {
  const value = headerIn(response, 'retry-after') ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

function givenUp({ reason, waitMs }: Retry, attempts: number): Message {
  const asked =
    waitMs !== null && waitMs > LONGEST_WAIT_MS
      ? msg('{said} and asks to wait {n} s', { said: reason, n: Math.ceil(waitMs / 1_000) })
      : reason;
  const said =
    attempts === 1 ? asked : msg('{said} after {n} {n|attempt|attempts}', { said: asked, n: attempts });
  return msg('{said}; try again later, or fill in the tab by hand.', { said });
}

const noAnswer = (url: string): HttpAnswer =>
  failed(msg('{url} gave no answer; try again.', { url: shown(url) }));

const failed = (reason: Message): HttpAnswer => ({ kind: 'failed', reason });

const ADDRESSES = /https?:\/\/[^\s"')\]]+/gi;

/** An address as messages show it: without user, password and query, where secrets may stand. */
export const shown = (url: string): string => url.replace(/\/\/[^/@]*@/, '//').replace(/[?#][\s\S]*$/, '');
