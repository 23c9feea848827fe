// A server on the loopback address that no request can bring down: whatever arrives is answered or dropped, foreign
// names are refused, and it closes with all its connections.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Loopback {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

/** @param target path and query of the request; its path is as it was sent, undecoded */
export type LoopbackAnswer = (
  request: IncomingMessage,
  response: ServerResponse,
  target: URL,
) => void | Promise<void>;

/** @param port 0 = any that is free */
export async function serveLoopback(answer: LoopbackAnswer, port = 0): Promise<Loopback> {
  const server = createServer(async (request, response) => {
    // A reader that goes away in the middle is nobody's error.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    try {
      const target = targetOf(request.url ?? '', origin);
      // A foreign name that resolves to this machine shows in Host.
      if (request.headers.host !== new URL(origin).host)
        refuse(response, 403, 'This server answers to its own address only.');
      else if (target === null) refuse(response, 400, 'This is no path.');
      else await answer(request, response, target);
    } catch (error) {
      refuse(response, 500, error instanceof Error ? error.message : String(error));
    }
  });
  // Without these an upgrade or a tunnel would be answered as a page, or its socket could fail unheard.
  for (const event of ['upgrade', 'connect'] as const)
    server.on(event, (_request, socket) => void socket.on('error', () => undefined).destroy());
  server.on('clientError', (_error, socket) => void socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Put behind the origin, not resolved against it: `//` is a path here, not another host. */
function targetOf(url: string, origin: string): URL | null {
  if (!url.startsWith('/')) return null;
  try {
    return new URL(origin + url);
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, status: number, why: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(why);
}
