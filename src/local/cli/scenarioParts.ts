// Parts of what a function of the bundle returned, of which nothing is known.

/** undefined where there is no such part. */
export const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
