// Literals: what the characters between the quotes mean, and numbers.

import { decimalText, scaledValue } from '../decimals';
import { invalidQuery, NotLocal } from '../errors';
import { type BqType, DECIMAL_SCALE, FLOAT64, INT64, isScalar, STRING, scalarNamed } from '../types';
import type { Branch } from './tree';
import { castTo, coerce, sqlString, type Typed, typed } from './typed';

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '?': '?',
  '"': '"',
  "'": "'",
  '`': '`',
};
const ESCAPE = /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([0-7]{3})|([\s\S])|$)/gi;

function body(token: string): string {
  const triple = /^("""|''')([\s\S]*)\1$/.exec(token)?.[2];
  const text = triple ?? /^(["'])([\s\S]*)\1$/.exec(token)?.[2];
  if (text === undefined) throw invalidQuery(`Syntax error: Unclosed string literal ${token}`);
  return text;
}

/** The characters that a string literal stands for. */
export const stringValue = (token: string, raw = false): string => {
  if (raw) return body(token);
  return body(token).replace(ESCAPE, (whole, hex, short, long, octal, simple) => {
    const code = hex ?? short ?? long;
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
    const plain = simple === undefined || !Object.hasOwn(SIMPLE, simple) ? undefined : SIMPLE[simple];
    if (plain === undefined) throw invalidQuery(`Syntax error: Illegal escape sequence: ${whole}`);
    return plain;
  });
};

const text = (value: string): Typed => ({ ...typed(sqlString(value), STRING), literal: value });

export const stringLiteral = (branch: Branch): Typed => text(stringValue(branch.text));

export function numericLiteral(branch: Branch): Typed {
  const digits = branch.text;
  if (branch.one('alias') && !branch.one('as')) {
    throw new NotLocal(`the number ${digits}${branch.one('alias')?.text ?? ''} at ${branch.at}`);
  }
  return numberOf(digits, branch.at);
}

function numberOf(digits: string, at: string): Typed {
  if (/^-?\d+$/.test(digits)) {
    if (BigInt(digits) !== BigInt.asIntN(64, BigInt(digits)))
      throw invalidQuery(`Invalid integer literal: ${digits} at ${at}`);
    return { ...typed(castTo(sqlString(digits), INT64), INT64), literal: digits };
  }
  if (/^-?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(digits)) {
    return { ...typed(castTo(sqlString(digits), FLOAT64), FLOAT64), literal: digits };
  }
  throw new NotLocal(`the number ${digits} at ${at}`);
}

/** `-9223372036854775808` fits, its digits alone do not. */
export const negativeLiteral = (branch: Branch): Typed | null =>
  branch.kind === 'NumericLiteral' && !branch.one('alias')
    ? wrapped(numberOf(`-${branch.text}`, branch.at))
    : null;

/** `-1.5` is a literal too: it takes its neighbour's type like `1.5`. */
export const negated = (value: Typed, at: string): Typed | null =>
  value.literal !== undefined &&
  value.type.kind === 'scalar' &&
  /^[\d.]/.test(value.literal) &&
  value.type !== STRING
    ? wrapped(numberOf(`-${value.literal}`, at))
    : null;

const wrapped = (value: Typed): Typed => ({ ...value, sql: `(${value.sql})` });

/** `DATE '2024-11-08'`, `NUMERIC '1.5'`, `r'\d'`: a word and the literal that it types; null for an operator. */
export function prefixedLiteral(word: string, literal: Branch): Typed | null {
  const upper = word.toUpperCase();
  if (literal.kind !== 'StringLiteral') return null;
  if (upper === 'R') return text(stringValue(literal.text, true));
  const type = scalarNamed(upper);
  if (type === null || ['STRING', 'INT64', 'FLOAT64', 'BOOL'].includes(upper)) return null;
  return typed(prefixed(stringValue(literal.text), type), type);
}

/** The value read here, not by DuckDB, which reads more than BigQuery does. */
function prefixed(value: string, type: BqType): string {
  if (isScalar(type, 'NUMERIC')) return castTo(sqlString(decimalOf(value, 'NUMERIC')), type);
  if (isScalar(type, 'BIGNUMERIC')) {
    const decimals = /\.(\d*)/.exec(value)?.[1]?.length ?? 0;
    if (decimals > DECIMAL_SCALE.BIGNUMERIC) throw new NotLocal(`a BIGNUMERIC of ${decimals} decimals`);
    return castTo(sqlString(decimalOf(value, 'BIGNUMERIC')), type);
  }
  const literal = { ...typed(sqlString(value), STRING), literal: value };
  return coerce(literal, type)?.sql ?? castTo(sqlString(value), type);
}

const decimalOf = (value: string, type: 'NUMERIC' | 'BIGNUMERIC'): string =>
  decimalText(scaledValue(value, type), DECIMAL_SCALE[type]);
