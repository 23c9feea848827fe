// Operators: arithmetic in which decimals stay decimals, comparison, logic, patterns, ranges.
import { invalidQuery, NotLocal } from '../errors';
import { BIGNUMERIC, BOOL, FLOAT64, INT64, isScalar, NUMERIC, STRING, sameType } from '../types';
import type { Context } from './context';
import { negated, negativeLiteral, prefixedLiteral } from './literals';
import type { Scope } from './scope';
import type { Branch } from './tree';
import {
  castTo,
  finite,
  isNullLiteral,
  isNumber,
  need,
  noSignature,
  supertype,
  type Typed,
  typed,
  unify,
} from './typed';

const COMPARE: Readonly<Record<string, string>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const bool = (sql: string): Typed => typed(`(${sql})`, BOOL);

export function arithmetic(op: string, left: Typed, right: Typed, at: string): Typed {
  const name = `operator ${op}`;
  if (isScalar(left.type, 'DATE') || isScalar(right.type, 'DATE'))
    throw new NotLocal(`a DATE beside ${op} at ${at}; use DATE_ADD, DATE_SUB or DATE_DIFF`);
  if (!isNumber(left.type) || !isNumber(right.type)) throw noSignature(name, [left, right], at);
  const common = supertype([left, right]);
  if (common === null) throw noSignature(name, [left, right], at);
  const type = common.kind === 'null' || (op === '/' && sameType(common, INT64)) ? FLOAT64 : common;
  const a = need(left, type, name, at).sql;
  const b = need(right, type, name, at).sql;
  if (op === '/') return divide(a, b, type);
  if (sameType(type, FLOAT64)) return typed(finite(`${a} ${op} ${b}`), FLOAT64);
  if (op !== '*' || !isScalar(type, 'NUMERIC', 'BIGNUMERIC')) return typed(`(${a} ${op} ${b})`, type);
  if (sameType(type, BIGNUMERIC)) throw new NotLocal(`multiplying BIGNUMERIC at ${at}`);
  // Whole shares × price needs no rounding, and DuckDB is fifty times faster without it.
  if (isScalar(left.type, 'INT64') || isScalar(right.type, 'INT64')) {
    return typed(castTo(`${left.sql} * ${right.sql}`, NUMERIC), NUMERIC);
  }
  return typed(castTo(`${a} * ${b}`, NUMERIC), NUMERIC);
}

function divide(a: string, b: string, type: Typed['type']): Typed {
  if (sameType(type, BIGNUMERIC)) throw new NotLocal('dividing BIGNUMERIC');
  if (sameType(type, NUMERIC)) return typed(`main.bq_numeric_divide(${a}, ${b})`, NUMERIC);
  return typed(finite(`main.bq_divide(${a}, ${b})`), FLOAT64);
}

export function compare(op: string, left: Typed, right: Typed, at: string): Typed {
  const both = unify([left, right], `operator ${op}`, at);
  if (both.type.kind === 'array') throw new NotLocal(`comparing arrays at ${at}`);
  // DuckDB compares structs as it sorts them, NULL like any value; BigQuery field by field.
  if (both.type.kind === 'struct') throw new NotLocal(`comparing structs at ${at}; compare their fields`);
  return bool(`${both.sql[0]} ${COMPARE[op] ?? op} ${both.sql[1]}`);
}

export function binary(branch: Branch, scope: Scope, context: Context): Typed {
  const op = branch.upper;
  const left = context.expression(branch.must('left'), scope);
  const not = branch.one('not') ? 'NOT ' : '';
  if (op === 'IS') return isTest(left, not, branch.must('right'));
  if (branch.one('quantifier')) throw new NotLocal(`${op} ${branch.one('quantifier')?.text} at ${branch.at}`);
  const right = context.expression(branch.must('right'), scope);
  if (op !== 'AND' && op !== 'OR') for (const side of [left, right]) refuseNull(side, op, branch.at);
  if (op === 'AND' || op === 'OR') {
    const sides = [left, right].map((side) => need(side, BOOL, `operator ${op}`, branch.at).sql);
    return bool(sides.join(` ${op} `));
  }
  if (op in COMPARE) return compare(op, left, right, branch.at);
  if (['+', '-', '*', '/'].includes(op)) return arithmetic(op, left, right, branch.at);
  if (op === 'LIKE') {
    const sides = [left, right].map((side) => need(side, STRING, 'operator LIKE', branch.at).sql);
    return bool(`${sides[0]} ${not}LIKE main.bq_like_pattern(${sides[1]}) ESCAPE '\\'`);
  }
  if (op === '||') return concat([left, right], branch.at);
  throw new NotLocal(`the operator ${branch.text} at ${branch.at}`);
}

/** BigQuery takes a bare NULL in a list of values, never beside an operator. */
function refuseNull(value: Typed, op: string, at: string): void {
  if (isNullLiteral(value)) throw invalidQuery(`Operands of ${op} cannot be literal NULL at ${at}`);
}

/** NULL if any part is NULL, as in BigQuery (DuckDB's CONCAT would skip it). */
export function concat(parts: readonly Typed[], at: string): Typed {
  if (parts.every((part) => part.type.kind === 'array')) {
    const all = unify(parts, 'operator ||', at);
    return typed(`(${all.sql.join(' || ')})`, all.type);
  }
  if (parts.some(({ type }) => type.kind === 'scalar' && type.name !== 'STRING'))
    throw new NotLocal(`joining a text with what is none at ${at}; CAST it to STRING`);
  return typed(`(${parts.map((part) => need(part, STRING, 'operator ||', at).sql).join(' || ')})`, STRING);
}

function isTest(left: Typed, not: string, right: Branch): Typed {
  const word = right.upper;
  if (word === 'NULL') return bool(`${left.sql} IS ${not}NULL`);
  if (word === 'TRUE' || word === 'FALSE')
    return bool(`${need(left, BOOL, `operator IS ${word}`, right.at).sql} IS ${not}${word}`);
  throw new NotLocal(`IS ${right.text} at ${right.at}`);
}

export function unary(branch: Branch, scope: Scope, context: Context): Typed {
  const op = branch.upper;
  const right = branch.must('right');
  const literal = prefixedLiteral(op, right);
  if (literal) return literal;
  if (!['NOT', '-', '+'].includes(op)) throw new NotLocal(`${branch.text} ${right.text} at ${branch.at}`);
  const negative = op === '-' ? negativeLiteral(right) : null;
  if (negative) return negative;
  const value = context.expression(right, scope);
  refuseNull(value, op, branch.at);
  if (op === 'NOT') return bool(`NOT ${need(value, BOOL, 'operator NOT', branch.at).sql}`);
  if (!isNumber(value.type)) throw noSignature(`operator ${op}`, [value], branch.at);
  if (op === '+') return value;
  return (
    negated(value, branch.at) ?? typed(`(-${value.sql})`, value.type.kind === 'null' ? INT64 : value.type)
  );
}

export function between(branch: Branch, scope: Scope, context: Context): Typed {
  const parts = ['left', 'right_min', 'right_max'].map((name) =>
    context.expression(branch.must(name), scope),
  );
  branch.one('and');
  const all = unify(parts, 'operator BETWEEN', branch.at);
  const not = branch.one('not') ? 'NOT ' : '';
  return bool(`${all.sql[0]} ${not}BETWEEN ${all.sql[1]} AND ${all.sql[2]}`);
}

export function distinctFrom(branch: Branch, scope: Scope, context: Context): Typed {
  const sides = ['left', 'right'].map((name) => context.expression(branch.must(name), scope));
  branch.one('distinct');
  branch.one('from');
  const both = unify(sides, 'operator IS DISTINCT FROM', branch.at);
  if (both.type.kind === 'array' || both.type.kind === 'struct')
    throw new NotLocal(`IS DISTINCT FROM of arrays or structs at ${branch.at}`);
  return bool(`${both.sql[0]} IS ${branch.one('not') ? 'NOT ' : ''}DISTINCT FROM ${both.sql[1]}`);
}
