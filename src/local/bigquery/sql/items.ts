// The SELECT list: stars written out, every column named as BigQuery names it.
import { invalidQuery, NotLocal } from '../errors';
import { quoted } from '../types';
import type { Context } from './context';
import { identifier } from './names';
import { relationNamed, type Scope, visibleColumns } from './scope';
import { ownName } from './structs';
import type { Branch } from './tree';
import { settled, type Typed } from './typed';

export interface Item {
  readonly name: string;
  /** Named by the statement, not by its position (`f0_`). */
  readonly named: boolean;
  readonly value: Typed;
}

export function selectItems(branches: readonly Branch[], scope: Scope, context: Context): readonly Item[] {
  const items: Item[] = [];
  for (const branch of branches) {
    const star = starOf(branch);
    if (star) items.push(...starItems(branch, star, scope, context));
    else items.push(item(branch, items.length, scope, context));
  }
  return items;
}

function item(branch: Branch, index: number, scope: Scope, context: Context): Item {
  const value = context.expression(branch, scope);
  const name = ownName(branch);
  return { name: name ?? `f${index}_`, named: name !== null, value };
}

const starOf = (branch: Branch): Branch | null => {
  if (branch.kind === 'Asterisk') return branch;
  if (branch.kind !== 'DotOperator') return null;
  const right = branch.must('right');
  return right.kind === 'Asterisk' ? right : null;
};

function starItems(branch: Branch, star: Branch, scope: Scope, context: Context): readonly Item[] {
  const except = new Set(
    (star.one('except')?.must('group').many('exprs') ?? []).map((name) => identifier(name).toLowerCase()),
  );
  const replace = new Map(
    (star.one('replace')?.must('group').many('exprs') ?? []).map((given) => {
      const value = context.expression(given, scope);
      return [(ownName(given) ?? '').toLowerCase(), value] as const;
    }),
  );
  const columns = branch === star ? visibleColumns(scope.source) : ofRelation(branch.must('left'), scope);
  if (columns.length === 0) throw invalidQuery(`SELECT * must have a FROM clause at ${branch.at}`);
  const names = new Set(columns.map((column) => column.name.toLowerCase()));
  const lost = [...except, ...replace.keys()].find((name) => !names.has(name));
  if (lost !== undefined)
    throw invalidQuery(`Column ${lost} in SELECT * EXCEPT or REPLACE list does not exist at ${star.at}`);
  return columns
    .filter((column) => !except.has(column.name.toLowerCase()))
    .map((column) => ({
      name: column.name,
      named: true,
      value: replace.get(column.name.toLowerCase()) ?? column,
    }));
}

function ofRelation(left: Branch, scope: Scope) {
  if (left.kind !== 'Identifier') throw new NotLocal(`${left.text}.* at ${left.at}`);
  const name = identifier(left);
  const relation = relationNamed(scope.source, name);
  if (!relation) throw invalidQuery(`Unrecognized name: ${name} at ${left.at}`);
  return relation.columns;
}

export const itemSql = (item: Item): string => `${settled(item.value).sql} AS ${quoted(item.name)}`;

/** What GROUP BY, HAVING, QUALIFY and ORDER BY may call an item. */
export const aliasesOf = (items: readonly Item[]): ReadonlyMap<string, Typed> =>
  new Map(
    items.filter((entry) => entry.named).map((entry) => [entry.name.toLowerCase(), unlettered(entry.value)]),
  );

/** Behind its name a literal is a value like any other. */
const unlettered = ({ sql, type }: Typed): Typed => ({ sql, type });

export function assertDistinctNames(names: readonly string[]): void {
  const lower = names.map((name) => name.toLowerCase());
  const twice = names.find((_, index) => lower.indexOf(lower[index] ?? '') !== index);
  if (twice !== undefined) {
    throw invalidQuery(
      `Duplicate column names in the result are not supported. Found duplicate(s): ${twice}`,
    );
  }
}
