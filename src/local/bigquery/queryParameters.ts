// Query parameters of a request: their declared types, and their values bound as such.
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DECIMAL,
  DOUBLE,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  STRUCT,
  TIMESTAMP,
  TIMESTAMPTZ,
  VARCHAR,
} from '@duckdb/node-api';
import { scaledValue } from './decimals';
import { invalid, invalidQuery, NotLocal } from './errors';
import { daysOf, localMicros, utcMicros } from './moments';
import {
  arrayOf,
  type BqType,
  DECIMAL_SCALE,
  DECIMAL_WIDTH,
  type ScalarName,
  scalarNamed,
  structOf,
} from './types';

export interface ParameterType {
  readonly type: string;
  readonly arrayType?: ParameterType;
  readonly structTypes?: readonly { readonly name: string; readonly type: ParameterType }[];
}
export interface ParameterValue {
  readonly value?: unknown;
  readonly arrayValues?: readonly ParameterValue[];
  readonly structValues?: Readonly<Record<string, ParameterValue>>;
}
export interface QueryParameter {
  readonly name?: string;
  readonly parameterType: ParameterType;
  readonly parameterValue: ParameterValue;
}

export function typeOfParameter(given: ParameterType): BqType {
  if (given.type === 'ARRAY') {
    if (!given.arrayType) throw invalid('Array parameter type must have an arrayType');
    return arrayOf(typeOfParameter(given.arrayType));
  }
  if (given.type === 'STRUCT') {
    return structOf(
      (given.structTypes ?? []).map(({ name, type }) => ({ name, type: typeOfParameter(type) })),
    );
  }
  const type = scalarNamed(given.type);
  if (type === null || given.type === 'JSON') throw new NotLocal(`a query parameter of type ${given.type}`);
  return type;
}

const DUCK: Readonly<Record<ScalarName, DuckDBType>> = {
  STRING: VARCHAR,
  JSON: VARCHAR,
  INT64: BIGINT,
  FLOAT64: DOUBLE,
  NUMERIC: DECIMAL(DECIMAL_WIDTH, DECIMAL_SCALE.NUMERIC),
  BIGNUMERIC: DECIMAL(DECIMAL_WIDTH, DECIMAL_SCALE.BIGNUMERIC),
  BOOL: BOOLEAN,
  DATE,
  DATETIME: TIMESTAMP,
  TIMESTAMP: TIMESTAMPTZ,
};

export function duckType(type: BqType): DuckDBType {
  switch (type.kind) {
    case 'scalar':
      return DUCK[type.name];
    case 'array':
      return LIST(duckType(type.of));
    case 'struct':
      return STRUCT(Object.fromEntries(type.fields.map((field) => [field.name, duckType(field.type)])));
    case 'null':
      return BIGINT;
  }
}

/** The value to bind; an absent value is NULL, as in BigQuery. */
export function duckValue(type: BqType, given: ParameterValue | undefined): DuckDBValue {
  if (given === undefined) return null;
  if (type.kind === 'array') {
    return new DuckDBListValue((given.arrayValues ?? []).map((item) => duckValue(type.of, item)));
  }
  if (type.kind === 'struct') {
    const { structValues } = given;
    if (!structValues) return null;
    return new DuckDBStructValue(
      Object.fromEntries(
        type.fields.map((field) => [field.name, duckValue(field.type, structValues[field.name])]),
      ),
    );
  }
  const { value } = given;
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string')
    throw invalid(`Invalid value at 'parameter_value.value' (TYPE_STRING), ${String(value)}`);
  return type.kind === 'scalar' ? SCALARS[type.name](value) : null;
}

const decimal = (type: 'NUMERIC' | 'BIGNUMERIC') => (text: string) =>
  new DuckDBDecimalValue(scaledValue(text, type), DECIMAL_WIDTH, DECIMAL_SCALE[type]);

const SCALARS: Readonly<Record<ScalarName, (text: string) => DuckDBValue>> = {
  STRING: (text) => text,
  JSON: (text) => text,
  INT64: whole,
  FLOAT64: float,
  NUMERIC: decimal('NUMERIC'),
  BIGNUMERIC: decimal('BIGNUMERIC'),
  BOOL: truth,
  DATE: (text) => new DuckDBDateValue(daysOf(text)),
  DATETIME: (text) => new DuckDBTimestampValue(localMicros(text)),
  TIMESTAMP: (text) => new DuckDBTimestampTZValue(utcMicros(text)),
};

function whole(text: string): bigint {
  const value = /^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : null;
  if (value === null || value !== BigInt.asIntN(64, value))
    throw invalidQuery(`Invalid INT64 value: ${text}`);
  return value;
}

function float(text: string): number {
  const value = /^[+-]?inf(inity)?$/i.test(text)
    ? Number(`${text.startsWith('-') ? '-' : ''}Infinity`)
    : Number(text);
  if (/^[+-]?nan$/i.test(text.trim())) throw new NotLocal('a query parameter that is NaN');
  if (text.trim() === '' || (Number.isNaN(value) && text.toLowerCase() !== 'nan')) {
    throw invalidQuery(`Invalid FLOAT64 value: ${text}`);
  }
  return value;
}

function truth(text: string): boolean {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  throw invalidQuery(`Invalid BOOL value: ${text}`);
}
