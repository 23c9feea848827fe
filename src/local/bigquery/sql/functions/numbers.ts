// Numbers and choices: rounding half away from zero, division that says when it divides by zero, NULL handling.
import { NotLocal } from '../../errors';
import { BIGNUMERIC, BOOL, FLOAT64, INT64, isScalar, NUMERIC, sameType } from '../../types';
import { arithmetic, compare } from '../operators';
import { castTo, finite, isNumber, need, noSignature, type Typed, typed, unify } from '../typed';
import { argument, arity, type Call, fixed, literalWhole, type ScalarFunction } from './shape';

function number(call: Call, index = 0): Typed {
  const value = call.value(index);
  if (!isNumber(value.type)) throw noSignature(`function ${call.name}`, [value], call.at);
  return value.type.kind === 'null' ? need(value, INT64, call.name, call.at) : value;
}

/** Keeps the argument's type, whatever type DuckDB gives the result. */
const sameAs =
  (duck: string): ScalarFunction =>
  (call) => {
    arity(call, 1);
    const value = number(call);
    return typed(castTo(`${duck}(${value.sql})`, value.type), value.type);
  };

/** ROUND and its kin: an INT64 becomes FLOAT64, decimals stay decimals. */
const toStep =
  (duck: string, mayHaveDigits: boolean): ScalarFunction =>
  (call) => {
    arity(call, 1, mayHaveDigits ? 2 : 1);
    const given = number(call);
    const value = sameType(given.type, INT64) ? need(given, FLOAT64, call.name, call.at) : given;
    const digits = call.branches.length === 2 ? literalWhole(call, 1, 'a number of decimals') : 0;
    // BigQuery rounds what a FLOAT64 exactly is, DuckDB what it looks like: 1.15 to one decimal is 1.1 there, 1.2 here.
    if (sameType(value.type, FLOAT64) && digits !== 0)
      throw new NotLocal(`${call.name} of a FLOAT64 to ${digits} decimals at ${call.at}; CAST it to NUMERIC`);
    const scale = sameType(value.type, BIGNUMERIC) ? 18 : 9;
    if (isScalar(value.type, 'NUMERIC', 'BIGNUMERIC') && digits >= scale) return value;
    return typed(
      castTo(`${duck}(${value.sql}${mayHaveDigits ? `, ${digits}` : ''})`, value.type),
      value.type,
    );
  };

function truncated(call: Call): Typed {
  if (call.branches.length === 2) throw new NotLocal(`TRUNC with a number of decimals at ${call.at}`);
  return toStep('trunc', false)(call);
}

function safeDivide(call: Call): Typed {
  arity(call, 2);
  const [a, b] = [number(call, 0), number(call, 1)];
  const quotient = arithmetic('/', a, b, call.at);
  if (sameType(quotient.type, NUMERIC)) {
    const sides = [a, b].map((side) => need(side, NUMERIC, call.name, call.at).sql);
    return typed(`main.bq_safe_numeric_divide(${sides[0]}, ${sides[1]})`, NUMERIC);
  }
  const sides = [a, b].map((side) => need(side, FLOAT64, call.name, call.at).sql);
  return typed(`main.bq_safe_divide(${sides[0]}, ${sides[1]})`, FLOAT64);
}

const wholes =
  (macro: string): ScalarFunction =>
  (call) => {
    arity(call, 2);
    for (const index of [0, 1])
      if (isScalar(call.value(index).type, 'NUMERIC', 'BIGNUMERIC'))
        throw new NotLocal(`${call.name} of a NUMERIC at ${call.at}`);
    return typed(`main.${macro}(${argument(call, 0, INT64)}, ${argument(call, 1, INT64)})`, INT64);
  };

function choice(call: Call): Typed {
  arity(call, 3);
  const both = unify([call.value(1), call.value(2)], 'function IF', call.at);
  return typed(
    `(CASE WHEN ${argument(call, 0, BOOL)} THEN ${both.sql[0]} ELSE ${both.sql[1]} END)`,
    both.type,
  );
}

const all = (call: Call) =>
  unify(
    call.branches.map((_, index) => call.value(index)),
    `function ${call.name}`,
    call.at,
  );

function coalesce(call: Call): Typed {
  arity(call, call.name === 'IFNULL' ? 2 : 1, call.name === 'IFNULL' ? 2 : Number.POSITIVE_INFINITY);
  const values = all(call);
  return typed(`coalesce(${values.sql.join(', ')})`, values.type);
}

/** NULL if any argument is NULL, as in BigQuery; DuckDB would leave it out. */
const extreme =
  (duck: string): ScalarFunction =>
  (call) => {
    arity(call, 1, Number.POSITIVE_INFINITY);
    const values = all(call);
    const missing = values.sql.map((sql) => `${sql} IS NULL`).join(' OR ');
    return typed(`(CASE WHEN ${missing} THEN NULL ELSE ${duck}(${values.sql.join(', ')}) END)`, values.type);
  };

/** BigQuery's answer for a NUMERIC is a NUMERIC of its own rounding. */
function root(call: Call): Typed {
  arity(call, 1);
  if (isScalar(call.value(0).type, 'NUMERIC', 'BIGNUMERIC'))
    throw new NotLocal(`SQRT of a NUMERIC at ${call.at}`);
  return typed(finite(`sqrt(${argument(call, 0, FLOAT64)})`), FLOAT64);
}

function nullIf(call: Call): Typed {
  arity(call, 2);
  const [value, other] = [call.value(0), call.value(1)];
  const both = unify([value, other], 'function NULLIF', call.at);
  return typed(
    `(CASE WHEN ${compare('=', value, other, call.at).sql} THEN NULL ELSE ${both.sql[0]} END)`,
    both.type,
  );
}

export const NUMBER_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  ABS: sameAs('abs'),
  SIGN: sameAs('sign'),
  ROUND: toStep('round', true),
  TRUNC: truncated,
  FLOOR: toStep('floor', false),
  CEIL: toStep('ceil', false),
  CEILING: toStep('ceil', false),
  SQRT: root,
  IEEE_DIVIDE: fixed([FLOAT64, FLOAT64], FLOAT64, 'main.bq_known({0} / {1})'),
  SAFE_DIVIDE: safeDivide,
  DIV: wholes('bq_div'),
  MOD: wholes('bq_mod'),
  IF: choice,
  IFNULL: coalesce,
  COALESCE: coalesce,
  NULLIF: nullIf,
  GREATEST: extreme('greatest'),
  LEAST: extreme('least'),
  ARRAY_LENGTH: (call) => {
    arity(call, 1);
    const value = call.value(0);
    if (value.type.kind !== 'array') throw noSignature('function ARRAY_LENGTH', [value], call.at);
    return typed(`len(${value.sql})`, INT64);
  },
};
