// A query: WITH, SELECT, brackets, UNION and its kin.
import { invalidQuery, NotLocal } from '../errors';
import { INT64, quoted, sameType, typeName } from '../types';
import type { Context } from './context';
import { orderBy } from './ordering';
import { NO_SOURCE, type Query, relationOf, Scope } from './scope';
import { limit, select, withName } from './select';
import type { Branch } from './tree';
import { castTo, supertype, typed } from './typed';

export function query(branch: Branch, outer: Scope, context: Context): Query {
  const scope = new Scope(NO_SOURCE, outer);
  const clause = branch.one('with');
  if (!clause) return body(branch, scope, context);
  if (clause.one('recursive')) throw new NotLocal(`WITH RECURSIVE at ${clause.at}`);
  const known = new Map<string, Query>();
  const written: string[] = [];
  for (const cte of clause.many('queries')) {
    cte.one('as');
    const name = withName(cte);
    if (known.has(name.toLowerCase()))
      throw invalidQuery(`Duplicate alias ${name} for WITH subquery at ${cte.at}`);
    const inner = query(cte.must('stmt'), new Scope(NO_SOURCE, outer, new Map(known)), context);
    known.set(name.toLowerCase(), inner);
    written.push(`${quoted(name)} AS (${inner.sql})`);
  }
  const main = body(branch, new Scope(NO_SOURCE, outer, known), context);
  return { ...main, sql: `WITH ${written.join(', ')} ${main.sql}` };
}

function body(branch: Branch, scope: Scope, context: Context): Query {
  switch (branch.kind) {
    case 'SelectStatement':
      return select(branch, scope, context);
    case 'GroupedStatement': {
      const inner = query(branch.must('stmt'), scope, context);
      return sorted(inner, branch.one('orderby'), branch.one('limit'), scope, context);
    }
    case 'SetOperator':
      return setOperation(branch, scope, context);
    default:
      throw new NotLocal(`${branch.text} where a query is expected (${branch.kind} at ${branch.at})`);
  }
}

const METHODS = ['UNION ALL', 'UNION DISTINCT', 'INTERSECT DISTINCT', 'EXCEPT DISTINCT'];

function setOperation(branch: Branch, scope: Scope, context: Context): Query {
  const method = `${branch.upper} ${branch.one('distinct_or_all')?.upper ?? ''}`.trim();
  if (!METHODS.includes(method)) throw new NotLocal(`${method} at ${branch.at}`);
  const [leftBranch, right] = [branch.must('left'), branch.must('right')];
  if (leftBranch.kind === 'SetOperator' && leftBranch.upper !== branch.upper) {
    throw invalidQuery(
      `Syntax error: Different set operations cannot be used in the same query without using parentheses at ${branch.at}`,
    );
  }
  // The parser hangs a closing ORDER BY and LIMIT on the last SELECT; they belong to the whole.
  const closing = right.kind === 'SelectStatement' ? [right.one('orderby'), right.one('limit')] : [];
  const sides = [
    query(leftBranch, scope, context),
    right.kind === 'SelectStatement' ? selectAlone(right, scope, context) : query(right, scope, context),
  ];
  const joined = unite(sides, method, branch.at);
  return sorted(joined, closing[0], closing[1], scope, context);
}

/** The last SELECT without the ORDER BY and LIMIT that belong to the whole. */
function selectAlone(branch: Branch, scope: Scope, context: Context): Query {
  return select(branch, new Scope(NO_SOURCE, scope), context, false);
}

function unite(sides: readonly Query[], method: string, at: string): Query {
  const [left, right] = sides;
  if (!left || !right || left.columns.length !== right.columns.length) {
    throw invalidQuery(`Queries in ${method} have mismatched column count at ${at}`);
  }
  const columns = left.columns.map((column, index) => {
    const other = right.columns[index] ?? column;
    const type = supertype([typed('', column.type), typed('', other.type)]);
    const isPlain =
      sameType(column.type, other.type) || [column, other].some((side) => sameType(side.type, INT64));
    // A literal of one side takes the other's type in BigQuery: which of them were literals is not known here.
    if (type === null || !isPlain)
      throw new NotLocal(
        `${method} of ${typeName(column.type)} and ${typeName(other.type)} in column ${index + 1} at ${at}; CAST one of them`,
      );
    return { name: column.name, type };
  });
  const cast = (side: Query) => {
    const list = columns.map(
      ({ name, type }, index) => `${castTo(`"_side"."c${index}"`, type)} AS ${quoted(name)}`,
    );
    const names = columns.map((_, index) => `"c${index}"`);
    return `SELECT ${list.join(', ')} FROM (${side.sql}) AS "_side"(${names.join(', ')})`;
  };
  const word = method.replace(' DISTINCT', '');
  return { sql: `(${cast(left)}) ${word} (${cast(right)})`, columns };
}

function sorted(
  inner: Query,
  order: Branch | undefined,
  rows: Branch | undefined,
  scope: Scope,
  context: Context,
): Query {
  if (!order && !rows) return inner;
  const relation = relationOf('_all', inner.columns);
  const seen = new Scope({ sql: '', relations: [relation], merged: [] }, scope);
  const clause = orderBy(order, (item) =>
    item.kind === 'NumericLiteral' ? String(Number(item.text)) : context.expression(item, seen).sql,
  );
  return {
    columns: inner.columns,
    sql: `SELECT * FROM (${inner.sql}) AS "_all"${clause}${limit(rows, scope, context)}`,
  };
}
