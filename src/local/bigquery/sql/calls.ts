// Function calls: looked up in the allow-lists; a name that stands in none of them is refused.
import { invalidQuery, NotLocal } from '../errors';
import { arrayOf, BOOL } from '../types';
import { cast } from './casts';
import type { Context } from './context';
import { AGGREGATES, aggregate } from './functions/aggregates';
import { DATE_FUNCTIONS } from './functions/dates';
import { extract } from './functions/extract';
import { JSON_FUNCTIONS } from './functions/json';
import { NUMBER_FUNCTIONS } from './functions/numbers';
import { interval } from './functions/parts';
import type { ScalarFunction } from './functions/shape';
import { TEXT_FUNCTIONS } from './functions/text';
import { TIME_FUNCTIONS } from './functions/times';
import { WINDOW_FUNCTIONS, windowFunction } from './functions/windows';
import { identifier } from './names';
import type { Scope } from './scope';
import type { Branch } from './tree';
import { type Typed, typed } from './typed';

const SCALAR: ReadonlyMap<string, ScalarFunction> = new Map(
  [NUMBER_FUNCTIONS, TEXT_FUNCTIONS, DATE_FUNCTIONS, TIME_FUNCTIONS, JSON_FUNCTIONS].flatMap((list) =>
    Object.entries(list),
  ),
);
const AGGREGATE_NAMES = new Set(Object.keys(AGGREGATES));
/** Those that refuse nothing by themselves: a refusal must not become a NULL. */
const SAFE_NAMES = new Set(['PARSE_DATE', 'PARSE_JSON']);
const WINDOW_NAMES = new Set(Object.keys(WINDOW_FUNCTIONS));

export function call(branch: Branch, scope: Scope, context: Context): Typed {
  const func = branch.must('func');
  if (func.kind === 'DotOperator') return safeCall(branch, func, scope, context);
  return named(identifier(func).toUpperCase(), branch, scope, context);
}

function named(name: string, branch: Branch, scope: Scope, context: Context): Typed {
  if (name === 'CAST' || name === 'SAFE_CAST') return cast(branch, scope, context, name === 'SAFE_CAST');
  if (name === 'EXTRACT') return extract(branch, scope, context);
  if (name === 'EXISTS') return typed(`EXISTS (${subquery(branch, scope, context).sql})`, BOOL);
  if (name === 'ARRAY') return arraySubquery(branch, scope, context);
  if (WINDOW_NAMES.has(name)) return windowFunction(name, branch, scope, context);
  if (AGGREGATE_NAMES.has(name)) return aggregate(name, branch, scope, context);
  const rule = SCALAR.get(name);
  if (!rule) throw new NotLocal(`the function ${name} at ${branch.at}`);
  const args = branch.many('args');
  return rule({
    name,
    at: branch.at,
    branches: args,
    value: (index) => {
      const argument = args[index];
      if (!argument)
        throw invalidQuery(`Number of arguments does not match for function ${name} at ${branch.at}`);
      return context.expression(argument, scope);
    },
    interval: (index, parts) => interval(args[index], parts, scope, context),
  });
}

/** `SAFE.PARSE_DATE(…)`: NULL where the function would fail. */
function safeCall(branch: Branch, func: Branch, scope: Scope, context: Context): Typed {
  const prefix = func.must('left');
  const name = identifier(func.must('right')).toUpperCase();
  if (prefix.upper !== 'SAFE' || !SAFE_NAMES.has(name))
    throw new NotLocal(`the function ${prefix.text}.${name} at ${func.at}`);
  // Only the function's own failure becomes NULL, not one of what it is given.
  const args = branch.many('args');
  const last = args.at(-1);
  const given = last ? context.expression(last, scope) : null;
  if (!given || args.length > 2)
    throw new NotLocal(`SAFE.${name} with ${args.length} arguments at ${branch.at}`);
  const within: Context = {
    ...context,
    expression: (argument, seen) =>
      argument === last ? { ...given, sql: 'bq_safe' } : context.expression(argument, seen),
  };
  const value = named(name, branch, scope, within);
  return typed(`list_transform([${given.sql}], lambda bq_safe : TRY(${value.sql}))[1]`, value.type);
}

function subquery(branch: Branch, scope: Scope, context: Context) {
  const [statement] = branch.many('args');
  if (!statement) throw invalidQuery(`Syntax error: Expected a subquery at ${branch.at}`);
  return context.query(statement, scope);
}

function arraySubquery(branch: Branch, scope: Scope, context: Context): Typed {
  const query = subquery(branch, scope, context);
  const [column, ...others] = query.columns;
  if (!column || others.length > 0) {
    throw invalidQuery(
      `ARRAY subquery cannot have more than one column unless using SELECT AS STRUCT at ${branch.at}`,
    );
  }
  return typed(`ARRAY(${query.sql})`, arrayOf(column.type));
}
