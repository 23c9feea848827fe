// Run-length coding: a column of mostly equal neighbours (a date, a broker) as each value once and how often it follows itself.

export interface Runs {
  readonly each: readonly unknown[];
  readonly times: readonly number[];
}

/** Shorter runs are as short as they stand. */
const LEAST = 4;

/** null where the list is short or its values change too often. */
export function runsOf(values: readonly unknown[]): Runs | null {
  const most = values.length / LEAST;
  const each: unknown[] = [];
  const times: number[] = [];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    const last = each.length - 1;
    if (last >= 0 && Object.is(each[last], value)) {
      times[last] = (times[last] ?? 0) + 1;
      continue;
    }
    if (each.length + 1 > most) return null;
    each.push(value);
    times.push(1);
  }
  return each.length === 0 ? null : { each, times };
}
