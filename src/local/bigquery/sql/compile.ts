// From GoogleSQL to DuckDB: one statement of a known kind, every node of it read by a rule.
import { invalidQuery, NotLocal } from '../errors';
import type { BqType } from '../types';
import type { Context, KnownTable, TableRef } from './context';
import { createTable, createView, type NewTable, type NewView } from './ddl';
import { type Change, insert, NO_SCOPE, remove, update } from './dml';
import { expression } from './expressions';
import { assertDistinctNames } from './items';
import { merge } from './merge';
import { query } from './query';
import type { Query } from './scope';
import { statementOf } from './tree';

export interface Surroundings {
  readonly projectId: string;
  readonly defaultDataset: string | null;
  table(ref: TableRef): KnownTable;
  /** Types of the query parameters by lower-case name; null inside a view, where none may stand. */
  readonly parameters: ReadonlyMap<string, BqType> | null;
  /** Of them, the arrays that stand in a table of their own. */
  readonly longLists?: ReadonlySet<string>;
}

export type Work =
  | { readonly kind: 'SELECT'; readonly query: Query }
  | { readonly kind: 'INSERT' | 'UPDATE' | 'DELETE' | 'MERGE'; readonly change: Change }
  | { readonly kind: 'CREATE_TABLE'; readonly table: NewTable }
  | { readonly kind: 'CREATE_VIEW'; readonly view: NewView };

export interface Compiled {
  readonly work: Work;
  /** Lower-case names of the parameters that the statement uses. */
  readonly parameters: ReadonlySet<string>;
}

export function compile(text: string, around: Surroundings): Compiled {
  const used = new Set<string>();
  const branch = statementOf(text);
  const work = workOf(branch, text, contextOf(around, used));
  branch.assertAllRead();
  return { work, parameters: used };
}

function contextOf(around: Surroundings, used: Set<string>): Context {
  let serial = 0;
  const context: Context = {
    projectId: around.projectId,
    defaultDataset: around.defaultDataset,
    table: (ref) => around.table(ref),
    parameter: (name, at) => {
      if (around.parameters === null)
        throw invalidQuery(`Query parameters cannot be used in a view at ${at}`);
      const type = around.parameters.get(name);
      if (!type) throw invalidQuery(`Query parameter '${name}' not found at ${at}`);
      used.add(name);
      return { type, isLong: around.longLists?.has(name) === true };
    },
    expression: (branch, scope) => expression(branch, scope, context),
    query: (branch, scope) => query(branch, scope, context),
    fresh: () => `_r${++serial}`,
  };
  return context;
}

function workOf(branch: ReturnType<typeof statementOf>, text: string, context: Context): Work {
  switch (branch.kind) {
    case 'SelectStatement':
    case 'SetOperator':
    case 'GroupedStatement': {
      const result = query(branch, NO_SCOPE, context);
      assertDistinctNames(result.columns.map((column) => column.name));
      return { kind: 'SELECT', query: result };
    }
    case 'InsertStatement':
      return { kind: 'INSERT', change: insert(branch, context) };
    case 'UpdateStatement':
      return { kind: 'UPDATE', change: update(branch, context) };
    case 'DeleteStatement':
      return { kind: 'DELETE', change: remove(branch, context) };
    case 'MergeStatement':
      return { kind: 'MERGE', change: merge(branch, context) };
    case 'CreateTableStatement':
      return { kind: 'CREATE_TABLE', table: createTable(branch, context) };
    case 'CreateViewStatement':
      return { kind: 'CREATE_VIEW', view: createView(branch, text, context) };
    default:
      throw new NotLocal(`the statement ${branch.text} (${branch.kind})`);
  }
}
