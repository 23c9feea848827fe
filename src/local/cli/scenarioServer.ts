// The scenario's own providers on loopback: post-trade system and iNAV API, over real HTTP.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../host';
import type { Answer, Feeds } from './scenarioFeeds';

export interface ScenarioServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function openScenarioServer(feeds: Feeds, clock: Pick<Clock, 'now'>): Promise<ScenarioServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const { status, body } = answerTo(pathname, request.headers.authorization, () =>
      feeds(decodeURIComponent(pathname), clock.now()),
    );
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Any token opens the post-trade system; none does not. */
function answerTo(path: string, authorization: string | undefined, answer: () => Answer): Answer {
  if (path.startsWith('/allocation/') && !/^Bearer \S/.test(authorization ?? ''))
    return { status: 401, body: JSON.stringify({ error: 'a token is needed' }) };
  return answer();
}
