// MERGE: the statement with which the desk's rows are written, so that a retry adds nothing.
import { invalidQuery, NotLocal } from '../errors';
import { BOOL } from '../types';
import type { Context } from './context';
import {
  assignments,
  type Change,
  columnList,
  doubled,
  insertColumns,
  NO_SCOPE,
  type Target,
  target,
  valuesRow,
} from './dml';
import { source } from './from';
import type { Scope, Source } from './scope';
import type { Branch } from './tree';
import { need } from './typed';

type Side = 'MATCHED' | 'NOT MATCHED' | 'NOT MATCHED BY SOURCE';

interface Scopes {
  readonly MATCHED: Scope;
  readonly 'NOT MATCHED': Scope;
  readonly 'NOT MATCHED BY SOURCE': Scope;
}

interface Arm {
  readonly side: Side;
  readonly condition: string | null;
  readonly sql: string;
}

export function merge(branch: Branch, context: Context): Change {
  branch.one('into');
  const into = target(branch.must('table_name'), context);
  const using = branch.behind('using');
  const on = branch.behind('on');
  if (!using || !on) throw invalidQuery(`Syntax error: MERGE needs USING and ON at ${branch.at}`);
  const rows = source(using, NO_SCOPE, context);
  const scopes = scopesOf(into, rows);
  const condition = need(context.expression(on, scopes.MATCHED), BOOL, 'ON clause', on.at).sql;
  const arms = branch.many('whens').map((when) => armOf(when, into, scopes, context));
  const body = arms.map(
    (arm) => `WHEN ${arm.side}${arm.condition === null ? '' : ` AND ${arm.condition}`} THEN ${arm.sql}`,
  );
  const sql = `MERGE INTO ${into.source.sql} USING ${rows.sql} ON ${condition} ${body.join(' ')} RETURNING merge_action`;
  const matched = arms.filter((arm) => arm.side === 'MATCHED');
  if (matched.length === 0) return { sql };
  const touched = matched.map((arm) => `(${arm.condition ?? 'TRUE'})`).join(' OR ');
  return { sql, guard: doubled(into, `${into.source.sql} JOIN ${rows.sql} ON ${condition}`, touched) };
}

function scopesOf(into: Target, rows: Source): Scopes {
  const relations = [...into.source.relations, ...rows.relations];
  return {
    MATCHED: NO_SCOPE.with({ sql: '', relations, merged: [] }),
    'NOT MATCHED': NO_SCOPE.with(rows),
    'NOT MATCHED BY SOURCE': NO_SCOPE.with(into.source),
  };
}

function armOf(when: Branch, into: Target, scopes: Scopes, context: Context): Arm {
  when.one('matched');
  const side = sideOf(when);
  const scope = scopes[side];
  const and = when.behind('and');
  const condition = and ? need(context.expression(and, scope), BOOL, 'WHEN clause', and.at).sql : null;
  const action = when.must('then').must('stmt');
  return { side, condition, sql: actionOf(action, side, into, scope, context) };
}

function sideOf(when: Branch): Side {
  const by = when.words('by_target_or_source');
  if (!when.one('not')) return 'MATCHED';
  return by === 'BY SOURCE' ? 'NOT MATCHED BY SOURCE' : 'NOT MATCHED';
}

function actionOf(action: Branch, side: Side, into: Target, scope: Scope, context: Context): string {
  const inserts = side === 'NOT MATCHED';
  if (action.kind === 'InsertStatement' && inserts) return insertArm(action, into, scope, context);
  if (action.kind === 'UpdateStatement' && !inserts) {
    return `UPDATE SET ${assignments(action.must('set'), into.table, scope, context)}`;
  }
  if (action.upper === 'DELETE' && !inserts) return 'DELETE';
  throw invalidQuery(`Syntax error: ${action.text} is not allowed in WHEN ${side} at ${action.at}`);
}

function insertArm(action: Branch, into: Target, scope: Scope, context: Context): string {
  const columns = insertColumns(action, into.table);
  const input = action.must('input');
  if (input.kind !== 'KeywordWithExprs')
    throw new NotLocal(`INSERT ROW at ${input.at}; name the columns and values`);
  const [row, ...others] = input.many('exprs');
  if (!row || others.length > 0)
    throw invalidQuery(`Syntax error: MERGE inserts one row per source row at ${input.at}`);
  return `INSERT (${columnList(columns)}) VALUES ${valuesRow(row, columns, scope, context)}`;
}
