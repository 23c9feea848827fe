// Query parameters: always bound with their declared type or read from a table of their own, never written into the statement.
import { NotLocal } from '../errors';
import { duckName, quoted } from '../types';
import type { Context } from './context';
import type { Branch } from './tree';
import type { Typed } from './typed';

export const parameterName = (name: string): string => name.toLowerCase();

/** The table that a long array stands in; no table of BigQuery can be called so. */
export const longList = (name: string): string => `@${name}`;

export function parameter(branch: Branch, context: Context): Typed {
  if (!branch.text.startsWith('@') || branch.text.startsWith('@@')) {
    throw new NotLocal(`${branch.text} at ${branch.at}; use named parameters`);
  }
  const name = parameterName(branch.text.slice(1));
  const { type, isLong } = context.parameter(name, branch.at);
  if (isLong) {
    const sql = `(SELECT list(item ORDER BY place) FROM temp.${quoted(longList(name))})`;
    return { sql, type, parameter: true };
  }
  // The cast repeats the bound type, so that the statement can be checked before values are bound.
  return { sql: `CAST($${name} AS ${duckName(type)})`, type, parameter: true };
}
