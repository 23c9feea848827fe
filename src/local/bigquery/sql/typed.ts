// An expression already translated: DuckDB's text for it, and the type that GoogleSQL gives it.
import { invalidQuery } from '../errors';
import {
  arrayOf,
  type BqType,
  DATE,
  DATETIME,
  duckName,
  type Field,
  FLOAT64,
  isScalar,
  NULL_TYPE,
  quoted,
  type ScalarName,
  sameType,
  scalar,
  typeName,
} from '../types';

export interface Typed {
  readonly sql: string;
  readonly type: BqType;
  /** A literal's own text (a number's digits, a string's characters): it may take a neighbour's type. */
  readonly literal?: string;
  readonly parameter?: boolean;
  /** The fields of a STRUCT written out: they may take the names and types of a neighbour's. */
  readonly members?: readonly Typed[];
}

export const typed = (sql: string, type: BqType): Typed => ({ sql, type });

export const castTo = (sql: string, type: BqType): string => `CAST(${sql} AS ${duckName(type)})`;

export const sqlString = (text: string): string => {
  if (text.includes('\0')) throw invalidQuery('Illegal NUL character in a string literal');
  return `'${text.replaceAll("'", "''")}'`;
};

/** A FLOAT64 result as BigQuery lets it stand: neither infinite nor NaN. */
export const finite = (sql: string): string => `main.bq_finite(${sql})`;

/** A bare NULL, brackets around it or not. */
export const isNullLiteral = ({ sql, type }: Typed): boolean => type.kind === 'null' && sql === 'NULL';

export const nullOf = (type: BqType): Typed => typed(castTo('NULL', type), type);

const WIDER: readonly ScalarName[] = ['INT64', 'NUMERIC', 'BIGNUMERIC', 'FLOAT64'];
const FROM_STRING: readonly ScalarName[] = ['DATE', 'DATETIME', 'TIMESTAMP'];

/** BigQuery's implicit coercion, or null where it has none. */
export function coerce(value: Typed, to: BqType): Typed | null {
  const { type } = value;
  if (sameType(type, to)) return value;
  if (type.kind === 'null') return typed(castTo('NULL', to), to);
  if (type.kind === 'array' && type.of.kind === 'null' && to.kind === 'array')
    return typed(castTo(value.sql, to), to);
  if (to.kind === 'struct' && value.members) return restructured(value.members, to.fields, to);
  if (type.kind !== 'scalar' || to.kind !== 'scalar') return null;
  const [from, goal] = [WIDER.indexOf(type.name), WIDER.indexOf(to.name)];
  if (from >= 0 && goal > from) return typed(castTo(value.sql, to), to);
  if (type.name === 'FLOAT64' && value.literal !== undefined && goal > 0) {
    return typed(`CAST(${sqlString(value.literal)} AS ${duckName(to)})`, to);
  }
  const fromText = type.name === 'STRING' && (value.literal !== undefined || value.parameter === true);
  if (fromText && FROM_STRING.includes(to.name)) return typed(momentOf(value, to), to);
  if (sameType(type, DATE) && sameType(to, DATETIME)) return typed(castTo(value.sql, to), to);
  return null;
}

const READ: Readonly<Partial<Record<ScalarName, string>>> = {
  DATE: 'bq_date_text',
  DATETIME: 'bq_datetime_text_read',
  TIMESTAMP: 'bq_timestamp_text_read',
};

/** A text read as a date or time, only as far as BigQuery reads it. */
const momentOf = (value: Typed, to: BqType): string =>
  castTo(to.kind === 'scalar' ? `main.${READ[to.name]}(${value.sql})` : value.sql, to);

/** By position, as BigQuery does it; DuckDB's own cast would go by name. */
function restructured(members: readonly Typed[], fields: readonly Field[], to: BqType): Typed | null {
  if (members.length !== fields.length) return null;
  const parts: string[] = [];
  for (const [index, field] of fields.entries()) {
    const member = members[index];
    const coerced = member && coerce(member, field.type);
    if (!coerced) return null;
    parts.push(`${quoted(field.name)} := ${coerced.sql}`);
  }
  return typed(`struct_pack(${parts.join(', ')})`, to);
}

/** The type that all of them can take: literals give way to their neighbours, NULL to anything. */
export function supertype(values: readonly Typed[]): BqType | null {
  const known = values.filter((value) => value.type.kind !== 'null');
  if (known.length === 0) return NULL_TYPE;
  const firm = known.filter((value) => value.literal === undefined);
  const candidates = [...firm, ...known].map((value) => value.type);
  for (const candidate of [...candidates, FLOAT64, scalar('BIGNUMERIC')]) {
    if (values.every((value) => coerce(value, candidate) !== null)) return candidate;
  }
  return null;
}

export interface Unified {
  readonly type: BqType;
  readonly sql: readonly string[];
}

/** All of them in one type, or BigQuery's "No matching signature". */
export function unify(values: readonly Typed[], what: string, at: string): Unified {
  const type = supertype(values);
  if (type === null) throw noSignature(what, values, at);
  return { type, sql: values.map((value) => need(value, type, what, at).sql) };
}

export function need(value: Typed, type: BqType, what: string, at: string): Typed {
  const coerced = coerce(value, type);
  if (coerced === null) throw noSignature(what, [value], at);
  return coerced;
}

export const noSignature = (what: string, values: readonly Typed[], at: string) =>
  invalidQuery(
    `No matching signature for ${what} for argument types: ${values.map((value) => typeName(value.type)).join(', ')} at ${at}`,
  );

export const isNumber = (type: BqType): boolean => isScalar(type, ...WIDER) || type.kind === 'null';

/** A type that a column can have: a bare NULL is an INT64, as in BigQuery. */
export function settled(value: Typed): Typed {
  if (value.type.kind === 'null') return nullOf(scalar('INT64'));
  if (value.type.kind === 'array' && value.type.of.kind === 'null') {
    const type = arrayOf(scalar('INT64'));
    return typed(castTo(value.sql, type), type);
  }
  return value;
}
