// Runs peers in a worker that is ended when it does not come back: some of their runs never end.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { LinearProgram } from '../../src/solver/linearProgram';
import { loadPeer, PEERS, type PeerName, type Values } from './peers';
import { repeated, warmUp } from './timing';

export type Run =
  | { readonly kind: 'answered'; readonly values: Values; readonly ms: number }
  | { readonly kind: 'none'; readonly ms: number }
  | { readonly kind: 'hung' };

interface Task {
  readonly program: LinearProgram;
  readonly seconds: number;
  readonly isWarmUp?: boolean;
}

/** A peer ends by its own clock; on a busy machine it may look at that late. */
const GRACE = 1.5;

/** A peer behind a worker: start-up and warm-up are over before the first timed run. */
export class Guarded {
  private worker: Worker | undefined;

  constructor(
    readonly name: PeerName,
    readonly warmUp: LinearProgram,
    readonly seconds: number,
  ) {}

  async solve(program: LinearProgram): Promise<Run> {
    this.worker ??= await this.start();
    const { seconds } = this;
    const answer = await replyOf(this.worker, { program, seconds }, seconds * 1_000 * GRACE + 1_000);
    if (answer) return answer;
    await this.stop();
    return { kind: 'hung' };
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private async start(): Promise<Worker> {
    const worker = new Worker(__filename, { workerData: this.name });
    await replyOf(worker, { program: this.warmUp, seconds: 1, isWarmUp: true }, 20_000);
    return worker;
  }
}

function replyOf(worker: Worker, task: Task, patience: number): Promise<Run | undefined> {
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
    worker.postMessage(task);
  });
}

/** The worker's side; true when this thread is one. */
export function servePeer(): boolean {
  const name = PEERS.find((peer) => peer === workerData);
  if (isMainThread || !name) return false;
  const loaded = loadPeer(name);
  parentPort?.on('message', async ({ program, seconds, isWarmUp = false }: Task) => {
    const peer = await loaded;
    const run = (): Values | undefined => {
      try {
        return peer(program, seconds);
      } catch {
        return undefined;
      }
    };
    if (isWarmUp) warmUp(run);
    const { result: values, ms } = repeated(run);
    parentPort?.postMessage(runOf(values, ms, seconds));
  });
  return true;
}

function runOf(values: Values | undefined, ms: number, seconds: number): Run {
  if (values) return { kind: 'answered', values, ms };
  return ms > seconds * 1_000 ? { kind: 'hung' } : { kind: 'none', ms };
}
