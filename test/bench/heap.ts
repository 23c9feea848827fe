// How much of the heap lives while a stage runs: garbage is collected first, so what is counted is what it holds.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Heap {
  /** Begins anew with what lives now. */
  reset(): void;
  /** Looks at one call in so many. */
  sample(): void;
  /** Bytes above the beginning: the most at any look, and what stayed at the end. */
  ended(): { readonly peak: number; readonly stayed: number };
}

/** @param every a look collects the whole heap, which takes as long as it is large */
export function heapLooks(every: number): Heap {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  const living = (): number => {
    if (typeof collect === 'function') collect();
    return process.memoryUsage().heapUsed;
  };
  let [before, most, calls] = [0, 0, 0];
  return {
    reset() {
      calls = 0;
      before = living();
      most = before;
    },
    sample() {
      calls += 1;
      if (calls % every === 0) most = Math.max(most, living());
    },
    ended: () => ({ peak: most - before, stayed: living() - before }),
  };
}
