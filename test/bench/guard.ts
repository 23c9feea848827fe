// Runs peers in a worker that is ended when it does not come back: some of their runs never end.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { LinearProgram } from '../../src/solver/linearProgram';
import { loadPeer, PEERS, type PeerName, type Values } from './peers';

export type Run =
  | { readonly kind: 'answered'; readonly values: Values; readonly ms: number }
  | { readonly kind: 'none'; readonly ms: number }
  | { readonly kind: 'hung' };

const SECONDS = 2;
const TINY: LinearProgram = {
  variables: [{ name: 'a', cost: 1, whole: true, atMost: 3 }],
  rows: [{ terms: [{ variable: 'a', factor: 1 }], atLeast: 2, atMost: 2 }],
};

/** A peer behind a worker: start-up and a first tiny solve are over before the first timed run. */
export class Guarded {
  private worker: Worker | undefined;

  constructor(readonly name: PeerName) {}

  async solve(program: LinearProgram): Promise<Run> {
    this.worker ??= await started(this.name);
    const answer = await replyOf(this.worker, program, SECONDS * 1_000 + 500);
    if (answer) return answer;
    await this.stop();
    return { kind: 'hung' };
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }
}

async function started(name: PeerName): Promise<Worker> {
  const worker = new Worker(__filename, { workerData: name });
  await replyOf(worker, TINY, 20_000);
  return worker;
}

function replyOf(worker: Worker, program: LinearProgram, patience: number): Promise<Run | undefined> {
  return new Promise((resolve) => {
    const settle = (run: Run | undefined): void => {
      clearTimeout(timer);
      worker.off('message', settle);
      worker.off('error', fail);
      resolve(run);
    };
    const fail = (): void => settle(undefined);
    const timer = setTimeout(fail, patience);
    worker.on('message', settle);
    worker.on('error', fail);
    worker.postMessage(program);
  });
}

/** The worker's side; true when this thread is one. */
export function servePeer(): boolean {
  const name = PEERS.find((peer) => peer === workerData);
  if (isMainThread || !name) return false;
  const loaded = loadPeer(name);
  parentPort?.on('message', async (program: LinearProgram) => {
    const peer = await loaded;
    const start = performance.now();
    let values: Values | undefined;
    try {
      values = peer(program, SECONDS);
    } catch {
      values = undefined;
    }
    const ms = performance.now() - start;
    if (ms > SECONDS * 1_000 && !values) parentPort?.postMessage({ kind: 'hung' } satisfies Run);
    else
      parentPort?.postMessage(
        (values ? { kind: 'answered', values, ms } : { kind: 'none', ms }) satisfies Run,
      );
  });
  return true;
}
