// How many steps a piece of work takes: every run of every function and block of src, as the engine counts them. The same on every
// machine, however busy it is; what the engine itself does in one call, a sort or a search in a text, is one step.
import { readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';

/** Steps by place: a function's name, its file and where in it. */
export type Steps = ReadonlyMap<string, number>;

export interface StepCounter {
  /** What was done since it was asked last. */
  taken(): Steps;
  end(): void;
}

/** @param bundle path of the script whose functions are counted, as it was started */
export function countSteps(bundle: string): StepCounter {
  const placed = placesOf(readFileSync(bundle, 'utf8'));
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
      return stepsOf(
        scripts.filter(({ url }) => url.endsWith(bundle)),
        placed,
      );
    },
    end() {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

/** The file of src that a place of the bundle came from: the bundler writes each file's name above it. */
function placesOf(text: string): (offset: number) => string | null {
  const files = [...text.matchAll(/^\/\/ (\S+)$/gm)].map(({ index, 1: file = '' }) => ({ index, file }));
  return (offset) => {
    const file = files.findLast(({ index }) => index <= offset)?.file ?? '';
    return file.startsWith('src/') ? file : null;
  };
}

function stepsOf(
  scripts: readonly Profiler.ScriptCoverage[],
  fileAt: (offset: number) => string | null,
): Steps {
  const steps = new Map<string, number>();
  for (const { functions } of scripts)
    for (const { functionName, ranges } of functions) {
      const file = fileAt(ranges[0]?.startOffset ?? 0);
      if (file === null) continue;
      for (const { startOffset, count } of ranges) {
        const place = `${functionName || 'function'} in ${file} at ${startOffset}`;
        if (count > 0) steps.set(place, (steps.get(place) ?? 0) + count);
      }
    }
  return steps;
}

export const total = (steps: Steps): number => [...steps.values()].reduce((sum, count) => sum + count, 0);

/** How often a function was called: its first place is itself, the others are blocks within it. */
export function callsOf(steps: Steps, name: string, file: string): number {
  const [first] = [...steps]
    .filter(([place]) => place.startsWith(`${name} in ${file} at `))
    .sort(([a], [b]) => offsetOf(a) - offsetOf(b));
  return first?.[1] ?? 0;
}

const offsetOf = (place: string): number => Number(place.slice(place.lastIndexOf(' ') + 1));

/** 1 = twice the work for twice the size, 2 = four times. */
export const exponent = (small: Sized, large: Sized): number =>
  Math.log(large.steps / small.steps) / Math.log(large.size / small.size);

interface Sized {
  readonly steps: number;
  readonly size: number;
}
