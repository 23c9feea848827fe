// The clock of the benchmark, the same for everyone: some warm-up that is not counted, then the median of a few runs.

const WARM_MS = 300;
const MOST_MS = 150;
const MOST_RUNS = 5;

export interface Timed<Result> {
  readonly result: Result;
  readonly ms: number;
}

export function timed<Result>(run: () => Result): Timed<Result> {
  const start = performance.now();
  const result = run();
  return { result, ms: performance.now() - start };
}

/** Runs for a while, at least once, so that compilation is over. */
export function warmUp(run: () => unknown): void {
  const start = performance.now();
  do run();
  while (performance.now() - start < WARM_MS);
}

/** The median of up to five runs; who is slow runs only once. */
export function repeated<Result>(run: () => Result): Timed<Result> {
  const { result, ms } = timed(run);
  const times = [ms];
  for (let spent = ms; spent < MOST_MS && times.length < MOST_RUNS; ) {
    const next = timed(run).ms;
    times.push(next);
    spent += next;
  }
  times.sort((a, b) => a - b);
  return { result, ms: times[Math.floor((times.length - 1) / 2)] ?? ms };
}

/** The fastest of five runs after three: what the work takes when nothing else disturbs. */
export function undisturbed(run: () => unknown): number {
  for (let warm = 0; warm < 3; warm++) run();
  return Math.min(...Array.from({ length: 5 }, () => timed(run).ms));
}

/** The slope of log time over log size: 1 is linear, 2 is quadratic. */
export function exponent(points: readonly { readonly size: number; readonly ms: number }[]): number {
  const logs = points.map(({ size, ms }) => ({ x: Math.log(size), y: Math.log(ms) }));
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}
