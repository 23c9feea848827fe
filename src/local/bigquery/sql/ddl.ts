// CREATE TABLE and CREATE VIEW, read into the same resources that the REST calls take.
import { invalidQuery, NotLocal } from '../errors';
import { type FieldSchema, fieldOfColumn } from '../schema';
import type { Context, TableRef } from './context';
import { NO_SCOPE } from './dml';
import { partName } from './functions/parts';
import { stringValue } from './literals';
import { identifier, tableRef } from './names';
import type { Query } from './scope';
import type { Branch } from './tree';
import { fieldOf } from './typeNames';

export interface TimePartitioning {
  readonly type: string;
  readonly field: string;
}

export interface NewTable {
  readonly ref: TableRef;
  readonly ifNotExists: boolean;
  readonly orReplace: boolean;
  readonly description: string | null;
  readonly fields: readonly FieldSchema[];
  readonly partitioning: TimePartitioning | null;
  readonly clustering: readonly string[];
  readonly rows: Query | null;
}

export interface NewView {
  readonly ref: TableRef;
  readonly ifNotExists: boolean;
  readonly orReplace: boolean;
  readonly description: string | null;
  readonly query: string;
}

export function createTable(branch: Branch, context: Context): NewTable {
  branch.one('what');
  const statement = branch.one('as')?.must('stmt');
  const rows = statement ? context.query(statement, NO_SCOPE) : null;
  const declared = branch.one('column_schema_group')?.many('declarations').map(declaredField);
  if (!declared && !rows) throw new NotLocal(`CREATE TABLE without columns or AS SELECT at ${branch.at}`);
  if (declared && rows) throw new NotLocal(`CREATE TABLE with both columns and AS SELECT at ${branch.at}`);
  return {
    ref: tableRef(branch.must('ident'), context),
    ...conditions(branch),
    description: description(branch.one('options')),
    fields: declared ?? (rows?.columns ?? []).map((column) => fieldOfColumn(column)),
    partitioning: partitioning(branch.one('partitionby')),
    clustering: list(branch.one('clusterby')).map(identifier),
    rows,
  };
}

/** `text` is the whole statement: the view keeps the words after AS as they were written. */
export function createView(branch: Branch, text: string, context: Context): NewView {
  branch.one('what');
  const as = branch.must('as');
  context.query(as.must('stmt'), NO_SCOPE);
  const { line, column } = as.place;
  const lines = text.split('\n');
  const start = [[...(lines[line - 1] ?? '')].slice(column + 1).join(''), ...lines.slice(line)].join('\n');
  return {
    ref: tableRef(branch.must('ident'), context),
    ...conditions(branch),
    description: description(branch.one('options')),
    query: start.trim().replace(/;$/, ''),
  };
}

const conditions = (branch: Branch) => ({
  ifNotExists: branch.words('if_not_exists') !== '',
  orReplace: branch.words('or_replace') !== '',
});

const list = (clause: Branch | undefined): readonly Branch[] => {
  clause?.one('by');
  return clause?.many('exprs') ?? [];
};

function declaredField(declaration: Branch): FieldSchema {
  const type = declaration.must('type');
  const required = type.words('not_null') !== '';
  const text = description(type.one('options'));
  const field = fieldOfColumn(fieldOf(declaration), required ? 'REQUIRED' : undefined);
  return text === null ? field : { ...field, description: text };
}

function description(options: Branch | undefined): string | null {
  let text: string | null = null;
  for (const option of options?.must('group').many('exprs') ?? []) {
    const name = option.must('left').text.toLowerCase();
    const value = option.must('right');
    if (name !== 'description' || value.kind !== 'StringLiteral')
      throw new NotLocal(`the option ${name} at ${option.at}`);
    text = stringValue(value.text);
  }
  return text;
}

/** PARTITION BY day, DATE(moment), DATE_TRUNC(day, MONTH). */
function partitioning(clause: Branch | undefined): TimePartitioning | null {
  const [by, ...others] = list(clause);
  if (!by) return null;
  if (others.length > 0) throw invalidQuery(`Only a single PARTITION BY expression is supported at ${by.at}`);
  if (by.kind === 'Identifier') return { type: 'DAY', field: identifier(by) };
  const name = by.one('func')?.upper ?? '';
  const [field, step] = by.many('args');
  const type = step ? partName(step) : 'DAY';
  const known = name === 'DATE' ? !step : ['DATE_TRUNC', 'TIMESTAMP_TRUNC', 'DATETIME_TRUNC'].includes(name);
  if (!field || !known || !['HOUR', 'DAY', 'MONTH', 'YEAR'].includes(type)) {
    throw new NotLocal(`PARTITION BY ${by.text} at ${by.at}`);
  }
  return { type, field: identifier(field) };
}
