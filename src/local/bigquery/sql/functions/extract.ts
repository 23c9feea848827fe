// EXTRACT: a part of a date or time, in a zone if one is named.
import { invalidQuery, NotLocal } from '../../errors';
import { DATE, INT64, isScalar, STRING } from '../../types';
import type { Context } from '../context';
import type { Scope } from '../scope';
import type { Branch } from '../tree';
import { need, noSignature, type Typed, typed } from '../typed';
import { inZone } from './clock';
import { partName } from './parts';

const OF_DATE: Readonly<Record<string, string>> = {
  YEAR: 'year',
  ISOYEAR: 'isoyear',
  QUARTER: 'quarter',
  MONTH: 'month',
  ISOWEEK: 'week',
  DAYOFYEAR: 'dayofyear',
  DAY: 'day',
};
const OF_TIME: Readonly<Record<string, string>> = { HOUR: 'hour', MINUTE: 'minute', SECOND: 'second' };

export function extract(branch: Branch, scope: Scope, context: Context): Typed {
  const [argument] = branch.many('args');
  if (argument?.kind !== 'ExtractArgument')
    throw invalidQuery(`Syntax error: EXTRACT needs FROM at ${branch.at}`);
  const part = partName(argument.must('extract_datepart'));
  const value = context.expression(argument.must('extract_from'), scope);
  const zone = argument.words('at_time_zone') ? zoneOf(argument.must('time_zone'), scope, context) : null;
  const isTimestamp = isScalar(value.type, 'TIMESTAMP');
  if (!isScalar(value.type, 'DATE', 'DATETIME', 'TIMESTAMP') || (zone !== null && !isTimestamp)) {
    throw noSignature('function EXTRACT', [value], branch.at);
  }
  const local = isTimestamp ? inZone(value.sql, zone ?? "'UTC'") : value.sql;
  if (part === 'DATE' && !isScalar(value.type, 'DATE')) return typed(`CAST(${local} AS DATE)`, DATE);
  // BigQuery counts days of the week from Sunday = 1, DuckDB from Sunday = 0.
  if (part === 'DAYOFWEEK') return typed(`(extract('dow' FROM ${local}) + 1)`, INT64);
  const duck = OF_DATE[part] ?? (isScalar(value.type, 'DATE') ? undefined : OF_TIME[part]);
  if (duck === undefined) throw new NotLocal(`EXTRACT(${part} …) at ${branch.at}`);
  return typed(`extract('${duck}' FROM ${local})`, INT64);
}

const zoneOf = (branch: Branch, scope: Scope, context: Context): string =>
  need(context.expression(branch, scope), STRING, 'AT TIME ZONE', branch.at).sql;
