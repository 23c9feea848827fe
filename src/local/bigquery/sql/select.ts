// SELECT, clause by clause in the order in which BigQuery resolves names.
import { invalidQuery, NotLocal } from '../errors';
import { BOOL, INT64, quoted } from '../types';
import type { Context } from './context';
import { source } from './from';
import { aliasesOf, type Item, itemSql, selectItems } from './items';
import { identifier } from './names';
import { orderBy, windowOf } from './ordering';
import { NO_SOURCE, type Query, type Scope } from './scope';
import type { Branch } from './tree';
import { need, settled } from './typed';

/** `own` = false leaves ORDER BY and LIMIT to the set operation that they close. */
export function select(branch: Branch, scope: Scope, context: Context, own = true): Query {
  if (branch.upper !== 'SELECT')
    throw invalidQuery(`Syntax error: Expected SELECT but got ${branch.text} at ${branch.at}`);
  const from = branch.behind('from');
  const inner = scope.with(from ? source(from, scope.with(NO_SOURCE), context) : NO_SOURCE);
  const items = selectItems(branch.many('exprs'), inner, context);
  const filtered = inner.withAliases(aliasesOf(items), false);
  const quantifier = branch.one('distinct_or_all')?.upper === 'DISTINCT' ? 'DISTINCT ' : '';
  const sql = [
    `SELECT ${quantifier}${items.map(itemSql).join(', ')}`,
    from ? ` FROM ${inner.source.sql}` : '',
    condition(branch, 'where', inner, context),
    groupBy(branch.one('groupby'), items, filtered, context),
    from ? condition(branch, 'having', filtered, context) : withoutFrom(branch),
    windows(branch.one('window'), inner, context),
    condition(branch, 'qualify', filtered, context),
    orderBy(own ? branch.one('orderby') : undefined, (given) =>
      position(given, items, inner.withAliases(aliasesOf(items), true), context),
    ),
    limit(own ? branch.one('limit') : undefined, scope, context),
  ].join('');
  return { sql, columns: items.map(({ name, value }) => ({ name, type: settled(value).type })) };
}

function condition(branch: Branch, name: string, scope: Scope, context: Context): string {
  const clause = branch.one(name);
  if (!clause) return '';
  const word = name.toUpperCase();
  return ` ${word} ${need(context.expression(clause.must('expr'), scope), BOOL, `${word} clause`, clause.at).sql}`;
}

function withoutFrom(branch: Branch): string {
  const clause = branch.one('having');
  if (clause) throw invalidQuery(`Query without FROM clause cannot have a HAVING clause at ${clause.at}`);
  return '';
}

/** An item by its number or name is grouped and ordered by its place in the list. */
function position(branch: Branch, items: readonly Item[], scope: Scope, context: Context): string {
  if (branch.kind === 'NumericLiteral') {
    const place = Number(branch.text);
    if (!items[place - 1])
      throw invalidQuery(
        `The column number ${branch.text} exceeds the number of columns in the SELECT list at ${branch.at}`,
      );
    return String(place);
  }
  const value = context.expression(branch, scope);
  if (value.literal !== undefined)
    throw invalidQuery(`Cannot GROUP BY or ORDER BY a literal at ${branch.at}`);
  const place = items.findIndex((item) => item.value.sql === value.sql);
  return place >= 0 ? String(place + 1) : value.sql;
}

function groupBy(clause: Branch | undefined, items: readonly Item[], scope: Scope, context: Context): string {
  if (!clause) return '';
  clause.one('by');
  const how = clause.words('how');
  if (how === 'ALL') return ' GROUP BY ALL';
  if (how !== '') throw new NotLocal(`GROUP BY ${how} at ${clause.at}`);
  return ` GROUP BY ${clause
    .many('exprs')
    .map((branch) => position(branch, items, scope, context))
    .join(', ')}`;
}

function windows(clause: Branch | undefined, scope: Scope, context: Context): string {
  if (!clause) return '';
  const named = clause.many('window_exprs').map((branch) => {
    branch.one('as');
    return `${quoted(branch.text.replaceAll('`', ''))} AS ${windowOf(branch.must('window'), scope, context)}`;
  });
  return ` WINDOW ${named.join(', ')}`;
}

export function limit(clause: Branch | undefined, scope: Scope, context: Context): string {
  if (!clause) return '';
  const whole = (branch: Branch) => need(context.expression(branch, scope), INT64, 'LIMIT', branch.at).sql;
  const offset = clause.behind('offset');
  return ` LIMIT ${whole(clause.must('expr'))}${offset ? ` OFFSET ${whole(offset)}` : ''}`;
}

export const withName = (branch: Branch): string =>
  branch.kind === 'Identifier' ? identifier(branch) : branch.text.replaceAll('`', '');
