// Query parameters: always bound with their declared type, never written into the statement.
import { NotLocal } from '../errors';
import { duckName } from '../types';
import type { Context } from './context';
import type { Branch } from './tree';
import type { Typed } from './typed';

export const parameterName = (name: string): string => name.toLowerCase();

export function parameter(branch: Branch, context: Context): Typed {
  if (!branch.text.startsWith('@') || branch.text.startsWith('@@')) {
    throw new NotLocal(`${branch.text} at ${branch.at}; use named parameters`);
  }
  const name = parameterName(branch.text.slice(1));
  const type = context.parameter(name, branch.at);
  // The cast repeats the bound type, so that the statement can be checked before values are bound.
  return { sql: `CAST($${name} AS ${duckName(type)})`, type, parameter: true };
}
