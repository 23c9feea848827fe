// Names in a statement: identifiers, dotted paths, and which table a path means.
import { invalidQuery, NotLocal, notFound } from '../errors';
import { quoted } from '../types';
import type { Context, TableRef } from './context';
import type { Branch } from './tree';

const bare = (text: string): string => (text.startsWith('`') ? text.slice(1, -1) : text);

export function identifier(branch: Branch): string {
  if (branch.kind !== 'Identifier' && branch.kind !== 'Keyword') {
    throw new NotLocal(`${branch.text} where a name is expected at ${branch.at}`);
  }
  const name = bare(branch.text);
  if (name === '') throw invalidQuery(`Syntax error: Invalid empty identifier at ${branch.at}`);
  return name;
}

/** `a.b.c` as its parts, or null if it is no plain path. */
export function pathOf(branch: Branch): readonly string[] | null {
  if (branch.kind === 'Identifier') return [identifier(branch)];
  if (branch.kind !== 'DotOperator') return null;
  const right = branch.must('right');
  const left = pathOf(branch.must('left'));
  if (left === null || (right.kind !== 'Identifier' && right.kind !== 'Keyword')) return null;
  return [...left, identifier(right)];
}

/** A table's path; backticks may hold all of it, a project may carry dashes. */
export function tablePath(branch: Branch): readonly string[] {
  if (branch.kind === 'MultiTokenIdentifier') {
    const trailing = branch.many('trailing_idents').map((part) => part.text);
    return [[branch.text, ...trailing].join('')];
  }
  if (branch.kind === 'DotOperator')
    return [...tablePath(branch.must('left')), ...tablePath(branch.must('right'))];
  return branch.text.startsWith('`') ? identifier(branch).split('.') : [identifier(branch)];
}

export function tableRef(branch: Branch, context: Context): TableRef {
  const path = tablePath(branch);
  if (path.some((part) => part.toUpperCase() === 'INFORMATION_SCHEMA')) {
    throw new NotLocal(`INFORMATION_SCHEMA at ${branch.at}`);
  }
  const [table, dataset = context.defaultDataset, project = context.projectId, ...rest] = [...path].reverse();
  if (table === undefined || rest.length > 0) throw invalidQuery(`Invalid table name: ${path.join('.')}`);
  if (dataset === null) {
    throw invalidQuery(`Table "${table}" must be qualified with a dataset (e.g. dataset.table).`);
  }
  if (project !== context.projectId) throw notFound(`Project ${project}`);
  return { dataset, table };
}

export const duckTable = (ref: TableRef): string => `${quoted(ref.dataset)}.${quoted(ref.table)}`;
