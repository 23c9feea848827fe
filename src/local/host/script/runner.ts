// Runs functions of the bundle, each in a worker thread and a fresh context; one prepared worker is kept waiting so
// that a call starts at once, and a second call while one runs gets a thread of its own.
import { MessageChannel, type MessagePort, SHARE_ENV, Worker } from 'node:worker_threads';
import { keptDir } from '../bundler';
import { scriptTexts } from './build';
import { type Fault, openFault, serviceOf } from './fault';
import type { Seat } from './hosts';
import { RUN_MS, SIMPLE_RUN_MS } from './limits';
import { type FromWorker, isServiceCall, type Outcome, type ToWorker, type WorkerData } from './protocol';
import { decode, encode, markedRef, type Request } from './wire';

/** What one execution is, to the services that answer it. */
export interface Execution {
  readonly id: number;
  /** Started by a trigger that the script installed: nobody looks. */
  readonly trigger: boolean;
  /** Started by a simple trigger, such as onOpen: without the user's consent to anything. */
  readonly simple: boolean;
  /** Started by a cell that calls it as a function. */
  readonly custom: boolean;
  /** Where whoever started it sits; null = nobody is there. */
  readonly seat: Seat | null;
  readonly logs: string[];
  readonly calls: Record<string, number>;
}

export type Answer = (execution: Execution, request: Request) => unknown;

export interface RunOptions {
  readonly trigger?: boolean;
  readonly simple?: boolean;
  readonly custom?: boolean;
  /** Where whoever calls sits; nobody looks unless it is said. */
  readonly seat?: Seat | null;
  /** For crash tests and scenarios. */
  readonly fault?: Fault;
  /** Hears of each service call once it was carried out, before the script goes on. */
  readonly watch?: (method: string) => void;
}

export interface RunResult {
  readonly value: unknown;
  readonly calls: Record<string, number>;
  readonly ms: number;
  readonly logs: string[];
}

export interface Runner {
  run(fn: string, args: readonly unknown[], options: RunOptions): Promise<RunResult>;
  functions(): readonly string[];
  close(): Promise<void>;
}

interface Thread {
  readonly worker: Worker;
  readonly replies: MessagePort;
  readonly flag: Int32Array;
  /** Resolves with the bundle's functions, or rejects when the bundle does not load. */
  ready: Promise<readonly string[]>;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export async function startRunner(options: {
  readonly bundleDir: string;
  readonly timeZone: string;
  readonly answer: Answer;
  /** Called after every execution, also one that failed or was killed. */
  readonly ended: (execution: Execution) => Promise<void>;
  readonly limitMs?: number;
}): Promise<Runner> {
  const { bundleDir, timeZone, answer, ended, limitMs = RUN_MS } = options;
  const texts = await scriptTexts();
  const threads = new Set<Thread>();
  let idle: Thread | undefined;
  let executions = 0;
  let closed = false;

  const start = (): Thread => {
    const { port1, port2 } = new MessageChannel();
    const signal = new SharedArrayBuffer(4);
    const workerData: WorkerData = {
      bundleDir,
      keptDir: keptDir(),
      timeZone,
      shims: texts.shims,
      replies: port2,
      signal,
    };
    const worker = new Worker(texts.worker, {
      eval: true,
      env: SHARE_ENV,
      workerData,
      transferList: [port2],
    });
    const thread: Thread = { worker, replies: port1, flag: new Int32Array(signal), ready: readiness(worker) };
    threads.add(thread);
    return thread;
  };

  const end = async (thread: Thread): Promise<void> => {
    threads.delete(thread);
    if (idle === thread) idle = undefined;
    await thread.worker.terminate();
    thread.replies.close();
  };

  const reply = (thread: Thread, outcome: Outcome): void => {
    thread.replies.postMessage(encode(outcome, markedRef));
    Atomics.store(thread.flag, 0, 1);
    Atomics.notify(thread.flag, 0);
  };

  const carryOut = async (execution: Execution, request: Request): Promise<Outcome> => {
    try {
      return { ok: true, value: await answer(execution, request) };
    } catch (error) {
      return exception(errorText(error));
    }
  };

  const execute = (
    thread: Thread,
    execution: Execution,
    order: ToWorker,
    { fault, watch }: Pick<RunOptions, 'fault' | 'watch'>,
  ): Promise<Outcome> =>
    new Promise((resolve) => {
      const strikes = openFault(fault);
      let over = false;
      const finish = async (outcome: Outcome, reusable: boolean): Promise<void> => {
        if (over) return;
        over = true;
        clearTimeout(late);
        thread.worker.off('message', listen);
        thread.worker.off('error', fail);
        thread.worker.off('exit', gone);
        if (reusable && !closed && idle === undefined) {
          thread.ready = readiness(thread.worker);
          idle = thread;
        } else await end(thread);
        resolve(outcome);
      };
      const broken = (message: string): void => void finish(exception(message), false);
      const killed = (when: string): void =>
        void finish({ ...exception(`Killed ${when} service call ${fault?.call}.`), killed: true }, false);
      const fail = (error: Error): void => broken(`The script's thread failed: ${error.message}`);
      const gone = (): void => broken('The script was stopped.');
      const limit = execution.simple ? Math.min(SIMPLE_RUN_MS, limitMs) : limitMs;
      const late = setTimeout(() => broken('Exceeded maximum execution time'), limit);
      const serve = async (request: Request): Promise<void> => {
        const isService = isServiceCall(request.method);
        if (isService) execution.calls[request.method] = (execution.calls[request.method] ?? 0) + 1;
        const strike = isService ? strikes(request.method) : null;
        if (strike === 'kill-before') return killed('before');
        const outcome =
          strike === 'throw'
            ? exception(`Service error: ${serviceOf(request.method)}`)
            : await carryOut(execution, request);
        if (over) return;
        if (isService) watch?.(request.method);
        if (strike === 'kill-after') killed('after');
        else reply(thread, outcome);
      };
      // Over before the answer is: the text of a request may be many megabytes, and nobody reads it again.
      const listen = (message: FromWorker): void => {
        if (message.kind === 'done') void finish(readOutcome(message.outcome), !message.last);
        else if (message.kind === 'call') void serve(readRequest(message.request));
      };
      thread.worker.on('message', listen);
      thread.worker.on('error', fail);
      thread.worker.on('exit', gone);
      thread.worker.postMessage(order);
    });

  const take = (): Thread => {
    const thread = idle ?? start();
    idle = undefined;
    return thread;
  };

  const first = start();
  idle = first;
  let functions = await first.ready.catch(async (error) => {
    await end(first);
    throw error;
  });

  return {
    functions: () => functions,
    async run(fn, args, { trigger = false, simple = false, custom = false, seat = null, ...how }) {
      if (closed) throw new Error('The desk is closed; open it again.');
      const begun = performance.now();
      const thread = take();
      try {
        functions = await thread.ready;
      } catch (error) {
        await end(thread);
        throw error;
      }
      executions += 1;
      const execution: Execution = { id: executions, trigger, simple, custom, seat, logs: [], calls: {} };
      const outcome = await execute(thread, execution, { fn, args: encode(args, markedRef) }, how);
      await ended(execution);
      if (idle === undefined && !closed) idle = start();
      idle?.ready.catch(() => undefined);
      if (!outcome.ok) throw new ScriptError(outcome, execution);
      const { calls, logs } = execution;
      return { value: outcome.value, calls, ms: performance.now() - begun, logs };
    },
    async close() {
      closed = true;
      await Promise.all([...threads].map(end));
    },
  };
}

/** The script's own error, with its message and stack, and what the execution had done until then. */
export class ScriptError extends Error {
  /** It ended by the fault that was asked for, not by an error of its own. */
  readonly killed: boolean;
  readonly calls: Readonly<Record<string, number>>;
  readonly logs: readonly string[];

  constructor(outcome: Outcome & { ok: false }, execution: Execution) {
    super(outcome.message);
    this.name = outcome.name;
    this.killed = outcome.killed === true;
    if (outcome.stack !== '') this.stack = outcome.stack;
    this.calls = execution.calls;
    this.logs = execution.logs;
  }
}

const exception = (message: string): Outcome & { ok: false } => ({
  ok: false,
  name: 'Exception',
  message,
  stack: '',
});

/** Not by instanceof: an error may come from another realm, and then still has its message. */
const errorText = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

function readiness(worker: Worker): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const settle = (message: FromWorker): void => {
      if (message.kind !== 'ready' && message.kind !== 'broken') return;
      worker.off('message', settle);
      worker.off('error', reject);
      if (message.kind === 'ready') resolve(message.functions);
      else
        reject(
          Object.assign(new Error(`The bundle does not load: ${message.message}`), { stack: message.stack }),
        );
    };
    worker.on('message', settle);
    worker.on('error', reject);
  });
}

function readRequest(text: string): Request {
  const value = decode(text);
  if (typeof value === 'object' && value !== null && 'method' in value && 'args' in value)
    if (typeof value.method === 'string' && Array.isArray(value.args))
      return { method: value.method, args: value.args };
  throw new Error(`The script sent what is no service call: ${text}`);
}

function readOutcome(text: string): Outcome {
  const value = decode(text);
  if (typeof value !== 'object' || value === null || !('ok' in value))
    throw new Error(`The script ended without an outcome: ${text}`);
  if (value.ok === true) return { ok: true, value: 'value' in value ? value.value : undefined };
  const part = (key: string): string =>
    String(Object.entries(value).find(([name]) => name === key)?.[1] ?? '');
  return { ok: false, name: part('name'), message: part('message'), stack: part('stack') };
}
