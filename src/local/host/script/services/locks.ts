// Answers LockService: executions in different threads really wait for one another, in real time; whatever way an
// execution ends, its locks are released.
import type { Execution } from '../runner';
import { number, text } from './arguments';
import type { Handlers } from './service';

interface Waiting {
  readonly id: number;
  readonly wake: (got: boolean) => void;
}

export interface Locks {
  readonly handlers: Handlers;
  releaseAll(execution: Execution): void;
}

export function openLocks(): Locks {
  const holders = new Map<string, number>();
  const queues = new Map<string, Waiting[]>();

  const acquire = (name: string, id: number, ms: number): Promise<boolean> => {
    const holder = holders.get(name);
    if (holder === undefined || holder === id) {
      holders.set(name, id);
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const entry: Waiting = {
        id,
        wake(got) {
          clearTimeout(late);
          resolve(got);
        },
      };
      const late = setTimeout(() => {
        queues.set(
          name,
          (queues.get(name) ?? []).filter((each) => each !== entry),
        );
        resolve(false);
      }, ms);
      queues.set(name, [...(queues.get(name) ?? []), entry]);
    });
  };

  const release = (name: string, id: number): void => {
    if (holders.get(name) !== id) return;
    const [next, ...rest] = queues.get(name) ?? [];
    queues.set(name, rest);
    if (next) holders.set(name, next.id);
    else holders.delete(name);
    next?.wake(true);
  };

  return {
    handlers: {
      'Lock.tryLock': ([name, ms], { id }) => acquire(text(name, 'A lock'), id, number(ms, 'A timeout')),
      'Lock.waitLock': async ([name, ms], { id }) => {
        if (!(await acquire(text(name, 'A lock'), id, number(ms, 'A timeout'))))
          throw new Error('Lock timeout: another process was holding the lock for too long.');
      },
      'Lock.hasLock': ([name], { id }) => holders.get(text(name, 'A lock')) === id,
      'Lock.releaseLock': ([name], { id }) => release(text(name, 'A lock'), id),
    },
    releaseAll({ id }) {
      for (const [name, queue] of queues) {
        for (const entry of queue.filter((each) => each.id === id)) entry.wake(false);
        queues.set(
          name,
          queue.filter((each) => each.id !== id),
        );
      }
      for (const [name, holder] of holders) if (holder === id) release(name, id);
    },
  };
}
