// One case of compliance: a statement, and what Google's reference implementation of GoogleSQL answers to it.
// `npm run test:sql` asks it again; the suite compares the room with what stands here.

/** Google refuses it, and so does the room, each in its words. */
export const ERROR = 'error';
/** The room refuses it by name (`not implemented locally: …`), whatever Google answers. */
export const REFUSED = 'refused';

/**
 * An expression with its type and value, or a whole query with its types and rows. A type with `~` is a FLOAT64 that
 * both add up in an order of their own: equal to 12 digits.
 */
export type Case =
  | readonly [sql: string, says: typeof ERROR | typeof REFUSED]
  | readonly [sql: string, type: string, value: unknown]
  | readonly [query: string, types: readonly string[], rows: readonly (readonly unknown[])[]];

export const statementOf = ([sql]: Case): string => (isQuery(sql) ? sql : `SELECT ${sql} AS answer`);
export const isQuery = (sql: string): boolean => /^(SELECT|WITH|\()/.test(sql) && /SELECT/.test(sql);

export interface Expected {
  readonly types: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** null where nothing is answered. */
export function expectedOf(given: Case): Expected | null {
  if (given.length === 2) return null;
  const [, types, answer] = given;
  if (typeof types === 'string') return { types: [types], rows: [[answer]] };
  return { types, rows: Array.isArray(answer) ? answer : [] };
}

/** `FLOAT64~` is a FLOAT64. */
export const typesOf = ({ types }: Expected): readonly string[] => types.map((type) => type.replace('~', ''));

const DIGITS = 12;

/** Values of a type with `~` to as many digits as both may be held to, all others as they are. */
export const comparable = (
  rows: readonly (readonly unknown[])[],
  { types }: Expected,
): readonly (readonly unknown[])[] =>
  rows.map((row) =>
    row.map((value, i) =>
      types[i]?.endsWith('~') && typeof value === 'string' ? Number(value).toPrecision(DIGITS) : value,
    ),
  );
