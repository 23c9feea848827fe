// FROM: tables, views, CTEs, subqueries, joins, UNNEST of arrays.
import { invalidQuery, NotLocal } from '../errors';
import { BOOL, INT64, quoted } from '../types';
import type { Context } from './context';
import { duckTable, identifier, tablePath, tableRef } from './names';
import {
  type Column,
  columnNamed,
  NO_SOURCE,
  type Relation,
  relationOf,
  type Scope,
  type Source,
} from './scope';
import type { Branch } from './tree';
import { castTo, need, supertype, typed } from './typed';

export function source(branch: Branch, scope: Scope, context: Context): Source {
  switch (branch.kind) {
    case 'Identifier':
    case 'DotOperator':
    case 'MultiTokenIdentifier':
      return table(branch, scope, context);
    case 'GroupedStatement':
      return subquery(branch, scope, context);
    case 'GroupedExpr': {
      const inner = source(branch.must('expr'), scope, context);
      return { ...inner, sql: `(${inner.sql})` };
    }
    case 'JoinOperator':
      return join(branch, scope, context);
    case 'CallingUnnest':
    case 'CallingFunction':
      return unnest(branch, scope, context);
    default:
      throw new NotLocal(`${branch.text} in FROM (${branch.kind} at ${branch.at})`);
  }
}

export function aliasOf(branch: Branch): string | null {
  branch.one('as');
  const alias = branch.one('alias');
  return alias ? identifier(alias) : null;
}

const named = (sql: string, relation: Relation): Source => ({ sql, relations: [relation], merged: [] });

function table(branch: Branch, scope: Scope, context: Context): Source {
  const path = tablePath(branch);
  const [single = '', ...rest] = path;
  const query = rest.length === 0 ? scope.queryNamed(single) : undefined;
  if (query) {
    const alias = aliasOf(branch) ?? single;
    return named(`${quoted(single)} AS ${quoted(alias)}`, relationOf(alias, query.columns));
  }
  const ref = tableRef(branch, context);
  const known = context.table(ref);
  const alias = aliasOf(branch) ?? ref.table;
  return named(`${duckTable(ref)} AS ${quoted(alias)}`, relationOf(alias, known.columns));
}

function subquery(branch: Branch, scope: Scope, context: Context): Source {
  // A subquery sees the outer query, not its neighbours in FROM.
  const query = context.query(branch, scope.with(NO_SOURCE));
  const alias = aliasOf(branch);
  const inner = alias ?? context.fresh();
  const relation = relationOf(inner, query.columns);
  return named(`(${query.sql}) AS ${quoted(inner)}`, { ...relation, alias });
}

/** Each element a row; a struct's fields become the columns. */
function unnest(branch: Branch, scope: Scope, context: Context): Source {
  const [argument, ...others] = branch.many('args');
  if (branch.must('func').upper !== 'UNNEST' || !argument || others.length > 0) {
    throw new NotLocal(`the table function ${branch.must('func').text} at ${branch.at}`);
  }
  const array = context.expression(argument, scope);
  if (array.type.kind !== 'array')
    throw invalidQuery(`Values referenced in UNNEST must be arrays at ${branch.at}`);
  const alias = aliasOf(branch);
  const inner = alias ?? context.fresh();
  const element = array.type.of;
  const isStruct = element.kind === 'struct';
  const columns = isStruct ? element.fields : [{ name: inner, type: element }];
  const items = [
    isStruct ? `unnest(${array.sql}, max_depth := 2)` : `unnest(${array.sql}) AS ${quoted(inner)}`,
  ];
  const relations = [{ ...relationOf(inner, columns), alias }];
  const offset = branch.one('with_offset');
  if (offset) {
    offset.one('offset');
    const name = aliasOf(offset) ?? 'offset';
    items.push(`generate_subscripts(${array.sql}, 1) - 1 AS ${quoted(name)}`);
    relations.push({ alias: null, columns: relationOf(inner, [{ name, type: INT64 }]).columns });
  }
  return { sql: `(SELECT ${items.join(', ')}) AS ${quoted(inner)}`, relations, merged: [] };
}

function join(branch: Branch, scope: Scope, context: Context): Source {
  const kind = branch.upper === ',' ? 'CROSS' : (branch.one('join_type')?.upper ?? 'INNER');
  branch.one('outer');
  if (!['CROSS', 'INNER', 'LEFT', 'RIGHT', 'FULL'].includes(kind))
    throw new NotLocal(`${kind} JOIN at ${branch.at}`);
  const left = source(branch.must('left'), scope, context);
  const right = source(branch.must('right'), scope.with(both(left, NO_SOURCE, branch.at)), context);
  const using = branch.one('using');
  if (using) return joinUsing(left, right, kind, using);
  const all = both(left, right, branch.at);
  const on = branch.behind('on');
  if (kind === 'CROSS') {
    if (on) throw invalidQuery(`Syntax error: CROSS JOIN cannot have an ON clause at ${branch.at}`);
    return { ...all, sql: `${left.sql} CROSS JOIN ${right.sql}` };
  }
  const condition = on
    ? need(context.expression(on, scope.with(all)), BOOL, 'ON', branch.at).sql
    : missingOn(branch);
  return { ...all, sql: `${left.sql} ${kind} JOIN ${right.sql} ON ${condition}` };
}

/** UNNEST may be joined without a condition; a table may not. */
function missingOn(branch: Branch): string {
  const { kind } = branch.must('right');
  if (kind === 'CallingUnnest' || kind === 'CallingFunction') return 'TRUE';
  throw invalidQuery(`Syntax error: ${branch.text} needs an ON or USING clause at ${branch.at}`);
}

function both(left: Source, right: Source, at: string): Source {
  const relations = [...left.relations, ...right.relations];
  const names = relations.flatMap(({ alias }) => (alias === null ? [] : [alias.toLowerCase()]));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw invalidQuery(`Duplicate table alias ${twice} in the same FROM clause at ${at}`);
  return { sql: '', relations, merged: [...left.merged, ...right.merged] };
}

function joinUsing(left: Source, right: Source, kind: string, using: Branch): Source {
  using.one('func');
  const pairs = using.many('args').map((branch) => {
    const name = identifier(branch);
    const [a, b] = [columnNamed(left, name, branch.at), columnNamed(right, name, branch.at)];
    if (!a || !b)
      throw invalidQuery(
        `Column ${name} in USING clause not found on ${a ? 'right' : 'left'} side of join at ${branch.at}`,
      );
    const type = supertype([a, b]);
    if (type === null)
      throw invalidQuery(
        `Column ${name} in USING has incompatible types on either side of the join at ${branch.at}`,
      );
    const [x, y] = [castTo(a.sql, type), castTo(b.sql, type)];
    const kept = kind === 'FULL' ? `coalesce(${x}, ${y})` : kind === 'RIGHT' ? b.sql : a.sql;
    const column: Column = { name: a.name, ...typed(kept, type) };
    return { name: name.toLowerCase(), column, on: `${a.sql} = ${b.sql}` };
  });
  const names = new Set(pairs.map((pair) => pair.name));
  const hide = (relation: Relation): Relation => ({
    ...relation,
    columns: relation.columns.map((column) =>
      names.has(column.name.toLowerCase()) ? { ...column, hidden: true } : column,
    ),
  });
  const all = both(left, right, using.at);
  return {
    sql: `${left.sql} ${kind} JOIN ${right.sql} ON ${pairs.map((pair) => pair.on).join(' AND ')}`,
    relations: all.relations.map(hide),
    merged: [
      ...pairs.map((pair) => pair.column),
      ...all.merged.filter(({ name }) => !names.has(name.toLowerCase())),
    ],
  };
}
