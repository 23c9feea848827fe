// The scenario's own providers on loopback: post-trade system and iNAV API, over real HTTP.
import { type Clock, serveLoopback } from '../host';
import type { Answer, Feeds } from './scenarioFeeds';

export interface ScenarioServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function openScenarioServer(feeds: Feeds, clock: Pick<Clock, 'now'>): Promise<ScenarioServer> {
  const { origin, close } = await serveLoopback((request, response, { pathname }) => {
    const { status, body } = answerTo(pathname, request.headers.authorization, () =>
      feeds(decoded(pathname), clock.now()),
    );
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(body);
  });
  return { url: origin, close };
}

/** A path whose percent signs mean nothing is taken as it stands. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Any token opens the post-trade system; none does not. */
function answerTo(path: string, authorization: string | undefined, answer: () => Answer): Answer {
  if (path.startsWith('/allocation/') && !/^Bearer \S/.test(authorization ?? ''))
    return { status: 401, body: JSON.stringify({ error: 'a token is needed' }) };
  return answer();
}
