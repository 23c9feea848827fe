// The open pages: each a stream of messages, in the order in which they were told.
import type { ServerResponse } from 'node:http';
import type { HtmlPage } from '../host';
import type { Frames } from './frames';
import { sendable } from './order';
import type { Change, ToPage } from './protocol';
import type { Viewer } from './screen';

export interface OpenPage extends Viewer {
  readonly id: string;
  /** Calls of this page that are under way. */
  calls: number;
  /** Sends what waits to be sent together. */
  flush(): void;
}

/** Changes come in bursts: a stage writes a dozen tabs in a blink. */
const TOGETHER_MS = 8;
/** While the reader waits for a script, what it writes may come in larger pieces: each is drawn anew. */
const TOGETHER_IN_CALL_MS = 150;

export function openPage(
  id: string,
  response: ServerResponse,
  frames: Frames,
): OpenPage & {
  change(change: Change): void;
} {
  let waiting: Change[] = [];
  let timer: NodeJS.Timeout | undefined;
  const send = (message: ToPage): void => {
    response.write(`${sendable(message)}\n`);
  };
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    send({ kind: 'changes', changes: waiting });
    waiting = [];
  };
  return {
    id,
    calls: 0,
    flush,
    change(change) {
      waiting.push(change);
      timer ??= setTimeout(flush, this.calls > 0 ? TOGETHER_IN_CALL_MS : TOGETHER_MS);
    },
    tell(message) {
      flush();
      send(message);
    },
    frame: (page: HtmlPage) => frames.add(page),
  };
}
