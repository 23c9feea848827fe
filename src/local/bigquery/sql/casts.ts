// CAST and SAFE_CAST: only conversions whose result is the same in BigQuery.
import { invalidQuery, NotLocal } from '../errors';
import { type BqType, duckName, type ScalarName, sameType, typeName } from '../types';
import type { Context } from './context';
import type { Scope } from './scope';
import type { Branch } from './tree';
import { castTo, coerce, type Typed, typed } from './typed';
import { typeOf } from './typeNames';

/** `verb` is CAST or TRY_CAST. */
type Convert = (sql: string, type: BqType, verb: string) => string;
const plain: Convert = (sql, type, verb) => `${verb}(${sql} AS ${duckName(type)})`;
const macro =
  (name: string): Convert =>
  (sql) =>
    `main.${name}(${sql})`;
/** The macro lets through what BigQuery reads, so that DuckDB's laxer cast fails on the rest. */
const checked =
  (name: string): Convert =>
  (sql, type, verb) =>
    plain(`main.${name}(${sql})`, type, verb);
const utc: Convert = (sql, type) => castTo(`(${sql} AT TIME ZONE 'UTC')`, type);

const NUMBERS = { INT64: plain, FLOAT64: plain, NUMERIC: plain, BIGNUMERIC: plain };

const CASTS: Readonly<Record<ScalarName, Readonly<Partial<Record<ScalarName, Convert>>>>> = {
  STRING: {
    ...NUMBERS,
    INT64: checked('bq_int64_text'),
    FLOAT64: checked('bq_float64_text'),
    NUMERIC: checked('bq_numeric_text'),
    BIGNUMERIC: checked('bq_numeric_text'),
    BOOL: checked('bq_bool_text'),
    DATE: checked('bq_date_text'),
    DATETIME: checked('bq_datetime_text_read'),
    TIMESTAMP: checked('bq_timestamp_text_read'),
  },
  INT64: { ...NUMBERS, STRING: plain, BOOL: plain },
  FLOAT64: {
    ...NUMBERS,
    INT64: (sql, type, verb) => plain(`round(${sql})`, type, verb),
    STRING: macro('bq_float_text'),
  },
  NUMERIC: { ...NUMBERS, STRING: macro('bq_decimal_text') },
  BIGNUMERIC: { ...NUMBERS, STRING: macro('bq_decimal_text') },
  BOOL: { STRING: plain, INT64: plain },
  DATE: {
    STRING: plain,
    DATETIME: plain,
    TIMESTAMP: (sql) => `(CAST(${sql} AS TIMESTAMP) AT TIME ZONE 'UTC')`,
  },
  DATETIME: {
    STRING: macro('bq_datetime_text'),
    DATE: plain,
    TIMESTAMP: (sql) => `(${sql} AT TIME ZONE 'UTC')`,
  },
  TIMESTAMP: {
    STRING: macro('bq_timestamp_text'),
    DATE: utc,
    DATETIME: (sql) => `(${sql} AT TIME ZONE 'UTC')`,
  },
  JSON: {},
};

export function castValue(value: Typed, to: BqType, at: string, safe = false): Typed {
  const { type } = value;
  if (sameType(type, to)) return typed(value.sql, to);
  if (type.kind === 'null') return typed(castTo('NULL', to), to);
  if (type.kind !== 'scalar' || to.kind !== 'scalar') {
    const coerced = coerce(value, to);
    if (coerced === null) throw new NotLocal(`CAST from ${typeName(type)} to ${typeName(to)} at ${at}`);
    return typed(coerced.sql, to);
  }
  const convert = CASTS[type.name][to.name];
  if (!convert) throw invalidQuery(`Invalid cast from ${typeName(type)} to ${typeName(to)} at ${at}`);
  // A literal goes over by its digits: `CAST(0.1 AS NUMERIC)` is 0.1.
  const literal = type.name === 'FLOAT64' ? coerce(value, to) : null;
  return typed(literal?.sql ?? convert(value.sql, to, safe ? 'TRY_CAST' : 'CAST'), to);
}

export function cast(branch: Branch, scope: Scope, context: Context, safe: boolean): Typed {
  const [argument] = branch.many('args');
  if (argument?.kind !== 'CastArgument') throw invalidQuery(`Syntax error: CAST needs AS at ${branch.at}`);
  const value = context.expression(argument.must('cast_from'), scope);
  const to = typeOf(argument.must('cast_to'));
  return castValue(value, to, branch.at, safe);
}
