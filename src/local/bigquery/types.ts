// The types of GoogleSQL, and the DuckDB type in which each is kept.

export type ScalarName =
  | 'STRING'
  | 'INT64'
  | 'FLOAT64'
  | 'NUMERIC'
  | 'BIGNUMERIC'
  | 'BOOL'
  | 'DATE'
  | 'DATETIME'
  | 'TIMESTAMP'
  | 'JSON';

export interface Field {
  readonly name: string;
  readonly type: BqType;
}

export type BqType =
  | { readonly kind: 'scalar'; readonly name: ScalarName }
  | { readonly kind: 'array'; readonly of: BqType }
  | { readonly kind: 'struct'; readonly fields: readonly Field[] }
  | { readonly kind: 'null' };

export const scalar = (name: ScalarName): BqType => ({ kind: 'scalar', name });
export const arrayOf = (of: BqType): BqType => ({ kind: 'array', of });
export const structOf = (fields: readonly Field[]): BqType => ({ kind: 'struct', fields });
export const NULL_TYPE: BqType = { kind: 'null' };

export const STRING = scalar('STRING');
export const INT64 = scalar('INT64');
export const FLOAT64 = scalar('FLOAT64');
export const NUMERIC = scalar('NUMERIC');
export const BIGNUMERIC = scalar('BIGNUMERIC');
export const BOOL = scalar('BOOL');
export const DATE = scalar('DATE');
export const DATETIME = scalar('DATETIME');
export const TIMESTAMP = scalar('TIMESTAMP');
export const JSON_TYPE = scalar('JSON');

const ALIASES: Readonly<Record<string, ScalarName>> = {
  STRING: 'STRING',
  INT64: 'INT64',
  INTEGER: 'INT64',
  INT: 'INT64',
  BIGINT: 'INT64',
  SMALLINT: 'INT64',
  FLOAT64: 'FLOAT64',
  FLOAT: 'FLOAT64',
  NUMERIC: 'NUMERIC',
  DECIMAL: 'NUMERIC',
  BIGNUMERIC: 'BIGNUMERIC',
  BIGDECIMAL: 'BIGNUMERIC',
  BOOL: 'BOOL',
  BOOLEAN: 'BOOL',
  DATE: 'DATE',
  DATETIME: 'DATETIME',
  TIMESTAMP: 'TIMESTAMP',
  JSON: 'JSON',
};

export function scalarNamed(name: string): BqType | null {
  const upper = name.toUpperCase();
  const found = Object.hasOwn(ALIASES, upper) ? ALIASES[upper] : undefined;
  return found === undefined ? null : scalar(found);
}

/** Digits of a decimal kept here. BigQuery's BIGNUMERIC holds more; what does not fit is refused, never cut. */
export const DECIMAL_WIDTH = 38;
export const DECIMAL_SCALE = { NUMERIC: 9, BIGNUMERIC: 18 } as const;

const DUCK: Readonly<Record<ScalarName, string>> = {
  STRING: 'VARCHAR',
  INT64: 'BIGINT',
  FLOAT64: 'DOUBLE',
  NUMERIC: `DECIMAL(${DECIMAL_WIDTH},${DECIMAL_SCALE.NUMERIC})`,
  BIGNUMERIC: `DECIMAL(${DECIMAL_WIDTH},${DECIMAL_SCALE.BIGNUMERIC})`,
  BOOL: 'BOOLEAN',
  DATE: 'DATE',
  DATETIME: 'TIMESTAMP',
  TIMESTAMP: 'TIMESTAMP WITH TIME ZONE',
  JSON: 'JSON',
};

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export function duckName(type: BqType): string {
  switch (type.kind) {
    case 'scalar':
      return DUCK[type.name];
    case 'array':
      return `${duckName(type.of)}[]`;
    case 'struct':
      return `STRUCT(${type.fields.map((field) => `${quoted(field.name)} ${duckName(field.type)}`).join(', ')})`;
    case 'null':
      return DUCK.INT64;
  }
}

/** The type as BigQuery's messages spell it: `ARRAY<STRUCT<run_id STRING, shares INT64>>`. */
export function typeName(type: BqType): string {
  switch (type.kind) {
    case 'scalar':
      return type.name;
    case 'array':
      return `ARRAY<${typeName(type.of)}>`;
    case 'struct':
      return `STRUCT<${type.fields.map((field) => `${field.name} ${typeName(field.type)}`).join(', ')}>`;
    case 'null':
      return 'NULL';
  }
}

export const sameType = (a: BqType, b: BqType): boolean => typeName(a) === typeName(b);

export const isScalar = (type: BqType, ...names: ScalarName[]): boolean =>
  type.kind === 'scalar' && names.includes(type.name);
