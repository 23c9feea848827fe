// Rows by a key of theirs: a list is gone through once however often it is asked, because lists are never changed.

/** @returns what gives all rows of a list with a key, in the order of the list */
export function lookup<R>(
  keyOf: (row: R) => string | null,
): (rows: readonly R[], key: string | null) => readonly R[] {
  const known = new WeakMap<readonly R[], ReadonlyMap<string | null, readonly R[]>>();
  return (rows, key) => {
    let index = known.get(rows);
    if (!index) {
      index = grouped(rows, keyOf);
      known.set(rows, index);
    }
    return index.get(key) ?? [];
  };
}

/** What follows from a list, worked out once. */
export function once<R extends object, T>(work: (list: R) => T): (list: R) => T {
  const known = new WeakMap<R, { readonly value: T }>();
  return (list) => {
    const standing = known.get(list);
    if (standing) return standing.value;
    const value = work(list);
    known.set(list, { value });
    return value;
  };
}

const SHORT = 64;

/** All rows with a key together; keys and rows in the order in which they come up. */
export function grouped<R, K>(rows: readonly R[], keyOf: (row: R) => K): ReadonlyMap<K, readonly R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  // A list that grew has room for many more, and a day has ten thousands of short ones.
  for (const [key, own] of groups) if (own.length > 1 && own.length < SHORT) groups.set(key, own.slice());
  return groups;
}

/** The same without their keys. */
export const groupsOf = <R>(rows: readonly R[], keyOf: (row: R) => string): readonly (readonly R[])[] => [
  ...grouped(rows, keyOf).values(),
];

/** The last of a list. (`at(-1)` is younger than the engine that Apps Script promises.) */
export const lastOf = <T>(list: readonly T[]): T | undefined => list[list.length - 1];
