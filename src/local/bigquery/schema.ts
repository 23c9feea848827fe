// A table's columns: between the REST resource (TableFieldSchema) and the warehouse's own types.
import * as v from 'valibot';
import { invalid } from './errors';
import { arrayOf, type BqType, duckName, quoted, type ScalarName, scalarNamed, structOf } from './types';

export interface FieldSchema {
  readonly name: string;
  readonly type: string;
  readonly mode?: string;
  readonly description?: string;
  readonly fields?: readonly FieldSchema[];
}

export const FieldSchema: v.GenericSchema<unknown, FieldSchema> = v.looseObject({
  name: v.string(),
  type: v.string(),
  mode: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  fields: v.exactOptional(v.array(v.lazy(() => FieldSchema))),
});

export interface ColumnDef {
  readonly name: string;
  readonly type: BqType;
}

const MODES = ['NULLABLE', 'REQUIRED', 'REPEATED'];
const REST_NAMES: Readonly<Partial<Record<ScalarName, string>>> = {
  INT64: 'INTEGER',
  FLOAT64: 'FLOAT',
  BOOL: 'BOOLEAN',
};

export function typeOfField(field: FieldSchema): BqType {
  const mode = (field.mode ?? 'NULLABLE').toUpperCase();
  if (!MODES.includes(mode)) throw invalid(`Invalid value for mode: ${field.mode} is not a valid value`);
  const record = /^(RECORD|STRUCT)$/i.test(field.type);
  const type = record ? structOf((field.fields ?? []).map(columnOfField)) : scalarNamed(field.type);
  if (type === null) throw invalid(`Invalid value for type: ${field.type} is not a valid value`);
  return mode === 'REPEATED' ? arrayOf(type) : type;
}

export function columnOfField(field: FieldSchema): ColumnDef {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,299}$/.test(field.name)) {
    throw invalid(
      `Invalid field name "${field.name}". Fields must contain only letters, numbers, and underscores, start with a letter or underscore, and be at most 300 characters long.`,
    );
  }
  return { name: field.name, type: typeOfField(field) };
}

/** The column as the API shows it, with the API's own names of types (INTEGER, FLOAT, BOOLEAN, RECORD). */
export function fieldOfColumn(column: ColumnDef, mode?: string): FieldSchema {
  const repeated = column.type.kind === 'array';
  const type = column.type.kind === 'array' ? column.type.of : column.type;
  const base = { name: column.name, mode: repeated ? 'REPEATED' : (mode ?? 'NULLABLE') };
  if (type.kind === 'struct') {
    return { ...base, type: 'RECORD', fields: type.fields.map((field) => fieldOfColumn(field)) };
  }
  return { ...base, type: type.kind === 'scalar' ? (REST_NAMES[type.name] ?? type.name) : 'INTEGER' };
}

/** The field as it is kept: the API's names, nothing but what a field may carry. */
export function normalField(field: FieldSchema): FieldSchema {
  const mode = (field.mode ?? 'NULLABLE').toUpperCase();
  const shown = fieldOfColumn(columnOfField(field), mode);
  const fields = field.fields?.map(normalField);
  return {
    ...shown,
    ...(fields ? { fields } : {}),
    ...(field.description === undefined ? {} : { description: field.description }),
  };
}

/** The column as DuckDB is told of it; a REPEATED column is never NULL in BigQuery, only empty. */
export function columnDdl(field: FieldSchema): string {
  const column = columnOfField(field);
  const required = field.mode?.toUpperCase() === 'REQUIRED' ? ' NOT NULL' : '';
  return `${quoted(column.name)} ${duckName(column.type)}${required}`;
}
