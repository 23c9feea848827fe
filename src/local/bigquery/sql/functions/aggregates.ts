// Aggregates, plain or over a window. Sums of INT64 stay INT64, averages of NUMERIC stay exact.
import { invalidQuery, NotLocal } from '../../errors';
import { arrayOf, BOOL, FLOAT64, INT64, isScalar, NUMERIC, STRING, sameType } from '../../types';
import type { Context } from '../context';
import { orderBy, over } from '../ordering';
import { NO_SOURCE, type Scope } from '../scope';
import type { Branch } from '../tree';
import {
  castTo,
  coerce,
  finite,
  isNullLiteral,
  isNumber,
  need,
  noSignature,
  type Typed,
  typed,
} from '../typed';

/** One call of an aggregate, its clauses already translated. */
interface Aggregation {
  readonly name: string;
  readonly at: string;
  readonly args: readonly Typed[];
  readonly star: boolean;
  /** `name(DISTINCT x ORDER BY y) FILTER (…) OVER (…)`; `extra` is a condition on the rows. */
  render(duck: string, args: readonly string[], extra?: string): string;
  readonly limit: string | null;
  readonly having: { readonly word: string; readonly by: Typed } | null;
}
type Rule = (call: Aggregation) => Typed;

function one(call: Aggregation): Typed {
  const [value, ...others] = call.args;
  if (!value || others.length > 0 || call.star) {
    throw invalidQuery(`Number of arguments does not match for function ${call.name} at ${call.at}`);
  }
  return value;
}

function number(call: Aggregation): Typed {
  const value = one(call);
  if (!isNumber(value.type)) throw noSignature(`aggregate function ${call.name}`, [value], call.at);
  return coerce(value, INT64) ?? value;
}

function count(call: Aggregation): Typed {
  if (call.star) return typed(call.render('count', ['*']), INT64);
  return typed(call.render('count', [one(call).sql]), INT64);
}

function sum(call: Aggregation): Typed {
  const value = number(call);
  if (sameType(value.type, FLOAT64)) return typed(finite(call.render('fsum', [value.sql])), FLOAT64);
  return typed(castTo(call.render('sum', [value.sql]), value.type), value.type);
}

function average(call: Aggregation): Typed {
  const value = number(call);
  if (sameType(value.type, NUMERIC)) {
    const parts = ['sum', 'count'].map((duck) => call.render(duck, [value.sql]));
    return typed(`main.bq_numeric_divide(${parts[0]}, nullif(${parts[1]}, 0))`, NUMERIC);
  }
  if (isScalar(value.type, 'BIGNUMERIC')) throw new NotLocal(`AVG of a BIGNUMERIC at ${call.at}`);
  const mean = call.render(sameType(value.type, FLOAT64) ? 'favg' : 'avg', [value.sql]);
  return typed(finite(mean), FLOAT64);
}

const spread =
  (duck: string): Rule =>
  (call) => {
    const value = number(call);
    if (isScalar(value.type, 'BIGNUMERIC')) throw new NotLocal(`${call.name} of a BIGNUMERIC at ${call.at}`);
    return typed(finite(call.render(duck, [castTo(value.sql, FLOAT64)])), FLOAT64);
  };

const pair =
  (duck: string): Rule =>
  (call) => {
    const sides = call.args.map((arg) => castTo(need(arg, FLOAT64, call.name, call.at).sql, FLOAT64));
    if (sides.length !== 2)
      throw invalidQuery(`Number of arguments does not match for function ${call.name} at ${call.at}`);
    return typed(`main.bq_known(${call.render(duck, sides)})`, FLOAT64);
  };

const ofValue =
  (duck: string): Rule =>
  (call) => {
    const value = one(call);
    return typed(call.render(duck, [value.sql]), value.type);
  };

const logical =
  (duck: string): Rule =>
  (call) =>
    typed(call.render(duck, [need(one(call), BOOL, call.name, call.at).sql]), BOOL);

function anyValue(call: Aggregation): Typed {
  const value = one(call);
  if (!call.having) return ofValue('any_value')(call);
  const duck = call.having.word === 'MAX' ? 'arg_max_null' : 'arg_min_null';
  return typed(call.render(duck, [value.sql, call.having.by.sql]), value.type);
}

const sliced = (list: string, limit: string | null): string =>
  limit === null ? list : `(${list})[1:${limit}]`;

function arrayAgg(call: Aggregation): Typed {
  const value = one(call);
  if (value.type.kind === 'array')
    throw invalidQuery(`The argument to ARRAY_AGG must not be an array at ${call.at}`);
  return typed(sliced(call.render('list', [value.sql]), call.limit), arrayOf(value.type));
}

function stringAgg(call: Aggregation): Typed {
  const [value, between] = call.args;
  if (!value || call.args.length > 2)
    throw invalidQuery(`Number of arguments does not match for function STRING_AGG at ${call.at}`);
  if (between && isNullLiteral(between))
    throw invalidQuery(`Argument 2 to STRING_AGG must be non-NULL at ${call.at}`);
  const text = need(value, STRING, call.name, call.at).sql;
  const separator = between ? need(between, STRING, call.name, call.at).sql : "','";
  if (call.limit === null) {
    return typed(call.render('string_agg', [text, separator]), STRING);
  }
  const list = call.render('list', [text], `${text} IS NOT NULL`);
  return typed(`array_to_string(${sliced(list, call.limit)}, ${separator})`, STRING);
}

function countIf(call: Aggregation): Typed {
  return typed(call.render('count', ['*'], need(one(call), BOOL, call.name, call.at).sql), INT64);
}

export const AGGREGATES: Readonly<Record<string, Rule>> = {
  COUNT: count,
  COUNTIF: countIf,
  SUM: sum,
  AVG: average,
  MIN: ofValue('min'),
  MAX: ofValue('max'),
  STDDEV: spread('stddev_samp'),
  STDDEV_SAMP: spread('stddev_samp'),
  STDDEV_POP: spread('stddev_pop'),
  VARIANCE: spread('var_samp'),
  VAR_SAMP: spread('var_samp'),
  VAR_POP: spread('var_pop'),
  CORR: pair('corr'),
  COVAR_SAMP: pair('covar_samp'),
  COVAR_POP: pair('covar_pop'),
  LOGICAL_AND: logical('bool_and'),
  LOGICAL_OR: logical('bool_or'),
  ANY_VALUE: anyValue,
  ARRAY_AGG: arrayAgg,
  STRING_AGG: stringAgg,
};

const ORDERED = new Set(['ARRAY_AGG', 'STRING_AGG']);

export function aggregate(name: string, branch: Branch, scope: Scope, context: Context): Typed {
  const rule = AGGREGATES[name];
  if (!rule) throw new NotLocal(`the function ${name} at ${branch.at}`);
  if (scope.source === NO_SOURCE)
    throw invalidQuery(`SELECT without FROM clause cannot use aggregation at ${branch.at}`);
  const star = branch.many('args')[0]?.kind === 'Asterisk';
  const args = star ? [] : branch.many('args').map((argument) => context.expression(argument, scope));
  const distinct = branch.one('distinct') ? 'DISTINCT ' : '';
  if (distinct !== '' && name === 'COUNTIF') throw new NotLocal(`COUNTIF of DISTINCT at ${branch.at}`);
  const order = ORDERED.has(name)
    ? orderBy(branch.one('orderby'), (item) => context.expression(item, scope).sql)
    : '';
  const limitOf = ORDERED.has(name) ? branch.behind('limit') : undefined;
  const limit = limitOf ? need(context.expression(limitOf, scope), INT64, 'LIMIT', branch.at).sql : null;
  const ignore =
    name === 'ARRAY_AGG' && branch.words('ignore_nulls') === 'IGNORE NULLS' ? args[0] : undefined;
  const window = over(branch.one('over'), scope, context);
  const render = (duck: string, inner: readonly string[], extra?: string): string => {
    const conditions = [extra, ignore && `${ignore.sql} IS NOT NULL`].filter((text) => text !== undefined);
    const filter = conditions.length > 0 ? ` FILTER (WHERE ${conditions.join(' AND ')})` : '';
    return `${duck}(${distinct}${inner.join(', ')}${order})${filter}${window}`;
  };
  return rule({
    name,
    at: branch.at,
    args,
    star,
    render,
    limit,
    having: having(name, branch, scope, context),
  });
}

function having(name: string, branch: Branch, scope: Scope, context: Context): Aggregation['having'] {
  const clause = name === 'ANY_VALUE' ? branch.one('having') : undefined;
  const next = clause?.must('next_keyword');
  if (!next) return null;
  return { word: next.upper, by: context.expression(next.must('expr'), scope) };
}
