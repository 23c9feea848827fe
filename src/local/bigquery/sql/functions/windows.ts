// Functions that exist only over a window.
import { invalidQuery, NotLocal } from '../../errors';
import { FLOAT64, INT64, isScalar } from '../../types';
import type { Context } from '../context';
import { over } from '../ordering';
import { NO_SOURCE, type Scope } from '../scope';
import type { Branch } from '../tree';
import { coerce, need, type Typed, typed } from '../typed';

type Make = (args: readonly Typed[], at: string) => { readonly call: string; readonly type: Typed['type'] };

const ranking =
  (duck: string, type: Typed['type'], count = 0): Make =>
  (args, at) => {
    if (args.length !== count)
      throw invalidQuery(`Number of arguments does not match for function ${duck.toUpperCase()} at ${at}`);
    return { call: `${duck}(${args.map((arg) => arg.sql).join(', ')}`, type };
  };

/** LAG(x[, distance[, otherwise]]) and its kin give x's type. */
const ofValue =
  (duck: string, least: number, most: number): Make =>
  (args, at) => {
    const [value, distance, otherwise] = args;
    if (!value || args.length < least || args.length > most) {
      throw invalidQuery(`Number of arguments does not match for function ${duck.toUpperCase()} at ${at}`);
    }
    if (otherwise && coerce(otherwise, value.type) === null)
      throw new NotLocal(`${duck.toUpperCase()} with a default of another type at ${at}`);
    const rest = [
      ...(distance ? [need(distance, INT64, duck, at).sql] : []),
      ...(otherwise ? [need(otherwise, value.type, duck, at).sql] : []),
    ];
    return { call: `${duck}(${[value.sql, ...rest].join(', ')}`, type: value.type };
  };

const percentile =
  (duck: string): Make =>
  (args, at) => {
    const [value, share] = args;
    if (!value || share?.literal === undefined || args.length !== 2) {
      throw new NotLocal(`PERCENTILE with a share that is not a literal at ${at}`);
    }
    if (isScalar(value.type, 'NUMERIC', 'BIGNUMERIC')) throw new NotLocal(`PERCENTILE of a NUMERIC at ${at}`);
    const number = need(coerce(value, FLOAT64) ?? value, FLOAT64, duck, at);
    return { call: `${duck}(${number.sql}, ${share.literal}`, type: FLOAT64 };
  };

export const WINDOW_FUNCTIONS: Readonly<Record<string, Make>> = {
  ROW_NUMBER: ranking('row_number', INT64),
  RANK: ranking('rank', INT64),
  DENSE_RANK: ranking('dense_rank', INT64),
  PERCENT_RANK: ranking('percent_rank', FLOAT64),
  CUME_DIST: ranking('cume_dist', FLOAT64),
  NTILE: ranking('ntile', INT64, 1),
  LAG: ofValue('lag', 1, 3),
  LEAD: ofValue('lead', 1, 3),
  FIRST_VALUE: ofValue('first_value', 1, 1),
  LAST_VALUE: ofValue('last_value', 1, 1),
  NTH_VALUE: ofValue('nth_value', 2, 2),
  PERCENTILE_CONT: percentile('quantile_cont'),
};

export function windowFunction(name: string, branch: Branch, scope: Scope, context: Context): Typed {
  const make = WINDOW_FUNCTIONS[name];
  if (!make) throw new NotLocal(`the function ${name} at ${branch.at}`);
  const clause = branch.one('over');
  if (!clause) throw invalidQuery(`Window function ${name} must have an OVER clause at ${branch.at}`);
  if (scope.source === NO_SOURCE)
    throw invalidQuery(`SELECT without FROM clause cannot use analytic functions at ${branch.at}`);
  const args = branch.many('args').map((argument) => context.expression(argument, scope));
  const { call, type } = make(args, branch.at);
  const nulls = branch.words('ignore_nulls');
  return typed(`${call}${nulls ? ` ${nulls}` : ''})${over(clause, scope, context)}`, type);
}
