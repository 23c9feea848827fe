// How many steps a piece of work takes: every run of every function and block of src, as the engine counts them. The same on every
// machine, however busy it is; what the engine itself does in one call, a sort or a search in a text, is one step.
import { type Profiler, Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

/** Steps by place: a function's name, its file and where in it. */
export type Steps = ReadonlyMap<string, number>;

export interface StepCounter {
  /** What was done since it was asked last. */
  taken(): Steps;
  end(): void;
}

export function countSteps(): StepCounter {
  // Code that was not run for a while is dropped where memory is short, and its counts with it.
  setFlagsFromString('--no-flush-bytecode');
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    taken() {
      let scripts: readonly Profiler.ScriptCoverage[] = [];
      session.post('Profiler.takePreciseCoverage', (_, { result }) => {
        scripts = result;
      });
      return stepsOf(scripts.filter(({ url }) => url.includes('/src/') && !url.includes('/node_modules/')));
    },
    end() {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

function stepsOf(scripts: readonly Profiler.ScriptCoverage[]): Steps {
  const steps = new Map<string, number>();
  for (const { url, functions } of scripts)
    for (const { functionName, ranges } of functions)
      for (const { startOffset, count } of ranges) {
        const place = `${functionName || 'function'} in ${url.slice(url.lastIndexOf('/src/') + 1)} at ${startOffset}`;
        if (count > 0) steps.set(place, (steps.get(place) ?? 0) + count);
      }
  return steps;
}

export const total = (steps: Steps): number => [...steps.values()].reduce((sum, count) => sum + count, 0);

/** 1 = twice the work for twice the size, 2 = four times. */
export const exponent = (small: Sized, large: Sized): number =>
  Math.log(large.steps / small.steps) / Math.log(large.size / small.size);

interface Sized {
  readonly steps: number;
  readonly size: number;
}
