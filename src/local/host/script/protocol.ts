// The messages between the host thread and a script's worker thread.
import type { MessagePort } from 'node:worker_threads';

export interface WorkerData {
  readonly bundleDir: string;
  /** Where what was compiled is kept. */
  readonly keptDir: string;
  /** That the script's dates are read in. */
  readonly timeZone: string;
  /** Text of the service shims, run inside each fresh context before the script. */
  readonly shims: string;
  readonly replies: MessagePort;
  /** One Int32: 0 while the worker waits for an answer, 1 once it lies in `replies`. */
  readonly signal: SharedArrayBuffer;
}

export type FromWorker =
  | { readonly kind: 'ready'; readonly functions: readonly string[] }
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string }
  | { readonly kind: 'call'; readonly request: string }
  /** `last` = the thread has grown and takes no other call. */
  | { readonly kind: 'done'; readonly outcome: string; readonly last: boolean };

export interface ToWorker {
  readonly fn: string;
  readonly args: string;
}

/** How an execution ended, and how a single call was answered: a value, or the error to throw. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly name: string;
      readonly message: string;
      readonly stack: string;
      /** The host ended it, because it was asked to. */
      readonly killed?: boolean;
    };

/** Answers of the shims' own bookkeeping start with `_` and are no service calls. */
export const isServiceCall = (method: string): boolean => !method.startsWith('_');
