// The way from the page to the desk's server, and the stream that comes back.
import type { ToPage } from '../protocol';

const meta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

const TOKEN = meta('desk-token');
/** Dialogs of the script live there. */
export const FRAMES_ORIGIN = meta('desk-frames');
/** This page among all that are open. */
export const PAGE_ID = crypto.randomUUID();

const RETRY_MS = 1000;
/** The server was started anew and hands out another token: the page starts anew too. */
const UNKNOWN = 401;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, RETRY_MS));

function send(path: string, body: unknown): Promise<Response> {
  const [pathname, query = ''] = path.split('?');
  return fetch(`${pathname}?page=${PAGE_ID}&${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-desk-token': TOKEN },
    body: JSON.stringify(body, (key, value) => (key === 's' && value === undefined ? null : value)),
  });
}

/** Posts once; a refusal of the server is the rejection. */
export async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await send(path, body);
  if (response.status === UNKNOWN) location.reload();
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** Posts until the server has it: what a reader typed is not lost when the desk is restarted behind the page. */
export async function postSurely<T>(path: string, body: unknown, offline: (is: boolean) => void): Promise<T> {
  for (;;) {
    try {
      const answer = await post<T>(path, body);
      offline(false);
      return answer;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      offline(true);
      await pause();
    }
  }
}

/** Hears the server for as long as the page lives. @param seen the last change shown, for a new connection */
export async function hear(
  seen: () => number,
  told: (message: ToPage) => void,
  offline: (is: boolean) => void,
): Promise<never> {
  for (;;) {
    try {
      const response = await send(`/events?seen=${seen()}`, {});
      if (response.status === UNKNOWN) location.reload();
      if (response.ok && response.body) {
        offline(false);
        for await (const line of linesOf(response.body)) told(JSON.parse(line));
      }
    } catch (error) {
      if (!(error instanceof TypeError)) console.error(error);
    }
    offline(true);
    await pause();
  }
}

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
