// The script's thread. It loads the bundle into a fresh context for each execution and stands still in Atomics.wait
// while the host answers a service call, so that the script may be written as if every service were synchronous.
import v8 from 'node:v8';
import vm from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import gas from 'gas-local';
import { bytes } from './bytes';
import { compileLong } from './compiled';
import { isScript } from './folder';
import type { FromWorker, ToWorker, WorkerData } from './protocol';

const { bundleDir, keptDir, timeZone, shims, replies, signal }: WorkerData = workerData;
// The worker shares the process's environment: setting TZ here, and only so, re-reads the zone in this thread.
process.env.TZ = timeZone;
const flag = new Int32Array(signal);
const host = parentPort;
if (!host) throw new Error('The script worker is started by the desk, not by hand.');
const tell = (message: FromWorker): void => host.postMessage(message);

function call(request: string): string {
  Atomics.store(flag, 0, 0);
  tell({ kind: 'call', request });
  // In a loop: the wake-up for the answer before may come late and find this call still waiting.
  while (Atomics.load(flag, 0) === 0) Atomics.wait(flag, 0, 0);
  return String(receiveMessageOnPort(replies)?.message);
}

/** What a heap has taken it seldom gives back. A new thread costs a tenth of a second of CPU, and the book is saved while there is none. */
const LARGE_HEAP = 64_000_000;

type Run = (fn: string, args: string, done: (outcome: string) => void) => void;

let run: Run | undefined;
const compiled = compileLong(bundleDir, keptDir);

function prepare(): void {
  run = undefined;
  const context = vm.createContext({});
  const installer = vm.runInContext(
    `(function (call, bytes) {${shims}; return shims.install(call, bytes); })`,
    context,
    {
      filename: 'services.js',
    },
  );
  const prepared: Run = installer(call, bytes);
  const before = new Set(Object.getOwnPropertyNames(context));
  try {
    gas.require(bundleDir, context, { filter: (path) => isScript(path.slice(bundleDir.length)) });
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    tell({ kind: 'broken', message, stack });
    return;
  }
  const functions = Object.getOwnPropertyNames(context).filter(
    (name) => !before.has(name) && typeof context[name] === 'function',
  );
  run = prepared;
  tell({ kind: 'ready', functions });
}

host.on('message', ({ fn, args }: ToWorker) => {
  run?.(fn, args, (outcome) => {
    // Before it is told: who hears of it may end this thread.
    compiled.keepNew();
    const last = v8.getHeapStatistics().total_heap_size > LARGE_HEAP;
    tell({ kind: 'done', outcome, last });
    if (!last) prepare();
  });
});
prepare();
