// INSERT, UPDATE, DELETE: rows get the target's types by BigQuery's coercion, never by DuckDB's.
import { invalidQuery, NotLocal } from '../errors';
import type { ColumnDef } from '../schema';
import { BOOL, quoted, typeName } from '../types';
import type { Context, KnownTable } from './context';
import { aliasOf, source } from './from';
import { duckTable, pathOf, tableRef } from './names';
import { NO_SOURCE, relationOf, Scope, type Source } from './scope';
import type { Branch } from './tree';
import { coerce, need, type Typed, typed } from './typed';

/** What a statement does to its table, and a check that must find no row before it. */
export interface Change {
  readonly sql: string;
  readonly guard?: string;
}

export interface Target {
  readonly table: KnownTable;
  readonly alias: string;
  readonly source: Source;
}

export const NO_SCOPE = new Scope(NO_SOURCE, null);

export function target(branch: Branch, context: Context): Target {
  const table = context.table(tableRef(branch, context));
  if (table.view) throw invalidQuery(`Cannot modify a view: ${table.dataset}.${table.table}`);
  const alias = aliasOf(branch) ?? table.table;
  const sql = `${duckTable(table)} AS ${quoted(alias)}`;
  return { table, alias, source: { sql, relations: [relationOf(alias, table.columns)], merged: [] } };
}

const columnOf = (table: KnownTable, branch: Branch): ColumnDef => {
  const name = pathOf(branch)?.at(-1) ?? '';
  const found = table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  if (!found)
    throw invalidQuery(
      `Column ${name || branch.text} is not present in table ${table.dataset}.${table.table} at ${branch.at}`,
    );
  return found;
};

export function assigned(value: Typed, column: ColumnDef, at: string): string {
  const coerced = coerce(value, column.type);
  if (coerced) return coerced.sql;
  throw invalidQuery(
    `Value of type ${typeName(value.type)} cannot be assigned to ${column.name}, which has type ${typeName(column.type)} at ${at}`,
  );
}

/** The columns of `INSERT (a, b)`; all of the table's where none are named. */
export function insertColumns(branch: Branch, table: KnownTable): readonly ColumnDef[] {
  const given = branch.one('columns');
  return given ? given.many('exprs').map((name) => columnOf(table, name)) : table.columns;
}

export function valuesRow(
  row: Branch,
  columns: readonly ColumnDef[],
  scope: Scope,
  context: Context,
): string {
  const values = row.many('exprs');
  if (values.length !== columns.length) {
    throw invalidQuery(
      `Inserted row has wrong column count; Has ${values.length}, expected ${columns.length} at ${row.at}`,
    );
  }
  const list = columns.map((column, index) => {
    const value = values[index];
    return value ? assigned(context.expression(value, scope), column, value.at) : 'NULL';
  });
  return `(${list.join(', ')})`;
}

export const columnList = (columns: readonly ColumnDef[]): string =>
  columns.map(({ name }) => quoted(name)).join(', ');

export function insert(branch: Branch, context: Context): Change {
  branch.one('into');
  const { table } = target(branch.must('target_name'), context);
  const columns = insertColumns(branch, table);
  const input = branch.must('input');
  const rows =
    input.kind === 'KeywordWithExprs'
      ? `VALUES ${input
          .many('exprs')
          .map((row) => valuesRow(row, columns, NO_SCOPE, context))
          .join(', ')}`
      : rowsOf(input, columns, context);
  return { sql: `INSERT INTO ${duckTable(table)} (${columnList(columns)}) ${rows}` };
}

function rowsOf(input: Branch, columns: readonly ColumnDef[], context: Context): string {
  const query = context.query(input, NO_SCOPE);
  if (query.columns.length !== columns.length) {
    throw invalidQuery(
      `Inserted row has wrong column count; Has ${query.columns.length}, expected ${columns.length} at ${input.at}`,
    );
  }
  const list = columns.map((column, index) => {
    const type = query.columns[index]?.type ?? column.type;
    return assigned(typed(`"_rows"."c${index}"`, type), column, input.at);
  });
  const names = columns.map((_, index) => `"c${index}"`);
  return `SELECT ${list.join(', ')} FROM (${query.sql}) AS "_rows"(${names.join(', ')})`;
}

export function assignments(set: Branch, table: KnownTable, scope: Scope, context: Context): string {
  const list = set.many('exprs').map((branch) => {
    if (branch.upper !== '=')
      throw invalidQuery(`Syntax error: Expected "=" but got ${branch.text} at ${branch.at}`);
    const left = branch.must('left');
    const column = columnOf(table, left);
    if ((pathOf(left)?.length ?? 1) > 2) throw new NotLocal(`setting a field of a STRUCT at ${left.at}`);
    return `${quoted(column.name)} = ${assigned(context.expression(branch.must('right'), scope), column, branch.at)}`;
  });
  return list.join(', ');
}

export function update(branch: Branch, context: Context): Change {
  const changed = target(branch.must('table_name'), context);
  const from = branch.behind('from');
  const other = from ? source(from, NO_SCOPE, context) : null;
  const relations = [...changed.source.relations, ...(other?.relations ?? [])];
  const scope = NO_SCOPE.with({ sql: '', relations, merged: other?.merged ?? [] });
  const where = needWhere(branch, scope, context);
  const set = assignments(branch.must('set'), changed.table, scope, context);
  const sql = `UPDATE ${changed.source.sql} SET ${set}${other ? ` FROM ${other.sql}` : ''} WHERE ${where}`;
  if (!other) return { sql };
  return { sql, guard: doubled(changed, `${changed.source.sql} CROSS JOIN ${other.sql}`, where) };
}

/** Finds a row of the target that more than one row of the source would change. */
export const doubled = (changed: Target, from: string, where: string): string =>
  `SELECT 1 FROM ${from} WHERE ${where} GROUP BY ${quoted(changed.alias)}.rowid HAVING count(*) > 1 LIMIT 1`;

export function remove(branch: Branch, context: Context): Change {
  branch.one('from');
  const changed = target(branch.must('table_name'), context);
  const where = needWhere(branch, NO_SCOPE.with(changed.source), context);
  return { sql: `DELETE FROM ${changed.source.sql} WHERE ${where}` };
}

function needWhere(branch: Branch, scope: Scope, context: Context): string {
  const where = branch.behind('where');
  if (!where) throw invalidQuery(`${branch.upper} must have a WHERE clause at ${branch.at}`);
  return need(context.expression(where, scope), BOOL, 'WHERE clause', where.at).sql;
}
