// IN: a list, a subquery, or UNNEST of an array.
import { invalidQuery, NotLocal } from '../errors';
import { BOOL, type BqType } from '../types';
import type { Context } from './context';
import type { Scope } from './scope';
import type { Branch } from './tree';
import { type Typed, typed, unify } from './typed';

export function membership(branch: Branch, scope: Scope, context: Context): Typed {
  const left = context.expression(branch.must('left'), scope);
  const right = branch.must('right');
  const word = branch.one('not') ? 'NOT IN' : 'IN';
  const bool = (value: string, list: string) => typed(`(${value} ${word} (${list}))`, BOOL);
  if (right.kind === 'GroupedExprs') {
    const members = right.many('exprs').map((member) => context.expression(member, scope));
    const all = unify([left, ...members], 'operator IN', branch.at);
    refuseParts(all.type, branch.at);
    const [value = '', ...list] = all.sql;
    return bool(value, list.join(', '));
  }
  const { item, sql } =
    right.kind === 'GroupedStatement' ? subquery(right, scope, context) : unnested(right, scope, context);
  const both = unify([left, item], 'operator IN', branch.at);
  refuseParts(both.type, branch.at);
  const inner = both.sql[1] === item.sql ? sql : `SELECT ${both.sql[1]} FROM (${sql}) AS "_in"`;
  return bool(both.sql[0] ?? '', inner);
}

/** A NULL inside of a struct or an array makes BigQuery's answer NULL; DuckDB would compare it. */
function refuseParts(type: BqType, at: string): void {
  if (type.kind === 'array' || type.kind === 'struct')
    throw new NotLocal(`IN over arrays or structs at ${at}; compare their fields`);
}

interface Members {
  readonly item: Typed;
  readonly sql: string;
}

function subquery(branch: Branch, scope: Scope, context: Context): Members {
  const query = context.query(branch, scope);
  const [column, ...others] = query.columns;
  if (!column || others.length > 0) {
    throw invalidQuery(`Subquery of type IN must have only one output column at ${branch.at}`);
  }
  return { item: typed(`"_in"."${column.name.replaceAll('"', '""')}"`, column.type), sql: query.sql };
}

function unnested(branch: Branch, scope: Scope, context: Context): Members {
  if (branch.must('func').upper !== 'UNNEST') throw new NotLocal(`IN ${branch.text} at ${branch.at}`);
  const [argument] = branch.many('args');
  if (!argument) throw invalidQuery(`Syntax error: UNNEST needs an array at ${branch.at}`);
  const array = context.expression(argument, scope);
  if (array.type.kind !== 'array')
    throw invalidQuery(`Values referenced in UNNEST must be arrays at ${branch.at}`);
  return { item: typed('"_in"."item"', array.type.of), sql: `SELECT unnest(${array.sql}) AS "item"` };
}
