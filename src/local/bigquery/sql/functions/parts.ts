// Parts of dates and times: DAY, MONTH, WEEK(MONDAY) … and intervals of them.
import { invalidQuery, NotLocal } from '../../errors';
import { INT64 } from '../../types';
import type { Context } from '../context';
import type { Scope } from '../scope';
import type { Branch } from '../tree';
import { need } from '../typed';
import type { Call } from './shape';

const DUCK: Readonly<Record<string, string>> = {
  MICROSECOND: 'microsecond',
  MILLISECOND: 'millisecond',
  SECOND: 'second',
  MINUTE: 'minute',
  HOUR: 'hour',
  DAY: 'day',
  ISOWEEK: 'week',
  'WEEK(MONDAY)': 'week',
  MONTH: 'month',
  QUARTER: 'quarter',
  YEAR: 'year',
};
export const DATE_PARTS = ['DAY', 'ISOWEEK', 'WEEK(MONDAY)', 'MONTH', 'QUARTER', 'YEAR'];
export const CLOCK_PARTS = ['MICROSECOND', 'MILLISECOND', 'SECOND', 'MINUTE', 'HOUR'];

/** The part's name as written, `WEEK(MONDAY)` included. */
export function partName(branch: Branch): string {
  if (branch.kind !== 'CallingFunction') return branch.upper;
  return `${branch.must('func').upper}(${branch
    .many('args')
    .map((day) => day.upper)
    .join(',')})`;
}

export function part(call: Call, index: number, allowed: readonly string[]): string {
  const branch = call.branches[index];
  if (!branch)
    throw invalidQuery(`Number of arguments does not match for function ${call.name} at ${call.at}`);
  const name = partName(branch);
  const duck = allowed.includes(name) ? DUCK[name] : undefined;
  if (duck === undefined) throw new NotLocal(`the date part ${name} of ${call.name} at ${branch.at}`);
  return duck;
}

const STEPS: Readonly<Record<string, (count: string) => string>> = {
  MICROSECOND: (count) => `to_microseconds(${count})`,
  MILLISECOND: (count) => `to_microseconds(1000 * ${count})`,
  SECOND: (count) => `to_microseconds(1000000 * ${count})`,
  MINUTE: (count) => `to_minutes(${count})`,
  HOUR: (count) => `to_hours(${count})`,
  DAY: (count) => `to_days(CAST(${count} AS INTEGER))`,
  WEEK: (count) => `to_days(CAST(7 * ${count} AS INTEGER))`,
  MONTH: (count) => `to_months(CAST(${count} AS INTEGER))`,
  QUARTER: (count) => `to_months(CAST(3 * ${count} AS INTEGER))`,
  YEAR: (count) => `to_months(CAST(12 * ${count} AS INTEGER))`,
};

/** `INTERVAL n DAY` as the second argument of DATE_ADD and its kin, or as a window's frame. */
export function interval(
  branch: Branch | undefined,
  allowed: readonly string[],
  scope: Scope,
  context: Context,
): string {
  if (branch?.kind !== 'IntervalLiteral') throw invalidQuery('Syntax error: Expected INTERVAL');
  const name = branch.must('date_part').upper;
  const step = allowed.includes(name) ? STEPS[name] : undefined;
  if (!step) throw new NotLocal(`INTERVAL … ${name} at ${branch.at}`);
  const count = need(context.expression(branch.must('expr'), scope), INT64, 'INTERVAL', branch.at);
  return step(count.sql);
}
