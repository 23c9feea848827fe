// DATETIME and TIMESTAMP: arithmetic, truncation in a zone, seconds since 1970.
import { NotLocal } from '../../errors';
import { DATETIME, INT64, isScalar, STRING, TIMESTAMP } from '../../types';
import { castTo, need, noSignature, type Typed, typed } from '../typed';
import { currentDatetime, currentTimestamp, inZone } from './clock';
import { borders, zone } from './dates';
import { CLOCK_PARTS, DATE_PARTS, part } from './parts';
import { argument, arity, type Call, fixed, type ScalarFunction } from './shape';

const DATETIME_STEPS = [...CLOCK_PARTS, 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];
const TIMESTAMP_STEPS = CLOCK_PARTS.concat('DAY');

const shift =
  (type: Typed['type'], steps: readonly string[], sign: '+' | '-'): ScalarFunction =>
  (call) => {
    arity(call, 2);
    const moved = `(${argument(call, 0, type)} ${sign} ${call.interval(1, steps)})`;
    return typed(`main.${isScalar(type, 'DATETIME') ? 'bq_datetime' : 'bq_timestamp'}(${moved})`, type);
  };

/** DATETIME_DIFF counts the borders crossed; TIMESTAMP_DIFF whole parts elapsed. */
const difference =
  (
    type: Typed['type'],
    count: (step: string, earlier: string, later: string) => string,
    parts: readonly string[],
  ): ScalarFunction =>
  (call) => {
    arity(call, 3);
    const [later, earlier] = [argument(call, 0, type), argument(call, 1, type)];
    return typed(count(part(call, 2, parts), earlier, later), INT64);
  };

const elapsed = (step: string, earlier: string, later: string): string =>
  `date_sub('${step}', ${earlier}, ${later})`;

function timestampTrunc(call: Call): Typed {
  arity(call, 2, 3);
  const local = inZone(argument(call, 0, TIMESTAMP), zone(call, 2));
  const step = part(call, 1, [...CLOCK_PARTS, ...DATE_PARTS]);
  return typed(inZone(`date_trunc('${step}', ${local})`, zone(call, 2)), TIMESTAMP);
}

function datetimeTrunc(call: Call): Typed {
  arity(call, 2);
  const step = part(call, 1, [...CLOCK_PARTS, ...DATE_PARTS]);
  return typed(castTo(`date_trunc('${step}', ${argument(call, 0, DATETIME)})`, DATETIME), DATETIME);
}

/** DATETIME(date), DATETIME(timestamp[, zone]), DATETIME(text). */
function datetime(call: Call): Typed {
  arity(call, 1, 2);
  const value = call.value(0);
  if (isScalar(value.type, 'TIMESTAMP')) return typed(inZone(value.sql, zone(call, 1)), DATETIME);
  if (call.branches.length > 1 || !isScalar(value.type, 'DATE', 'DATETIME', 'STRING')) {
    throw noSignature('function DATETIME', [value], call.at);
  }
  const text = isScalar(value.type, 'STRING') ? `main.bq_datetime_text_read(${value.sql})` : value.sql;
  return typed(castTo(text, DATETIME), DATETIME);
}

/** TIMESTAMP(text | date | datetime[, zone]). */
function timestamp(call: Call): Typed {
  arity(call, 1, 2);
  const value = call.value(0);
  if (isScalar(value.type, 'TIMESTAMP') && call.branches.length === 1) return value;
  if (isScalar(value.type, 'STRING') && call.branches.length === 1)
    return typed(castTo(`main.bq_timestamp_text_read(${value.sql})`, TIMESTAMP), TIMESTAMP);
  const local = need(value, DATETIME, 'function TIMESTAMP', call.at);
  return typed(inZone(local.sql, zone(call, 1)), TIMESTAMP);
}

export const TIME_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  CURRENT_DATETIME: (call) => {
    arity(call, 0, 1);
    return currentDatetime(zone(call, 0));
  },
  CURRENT_TIMESTAMP: (call) => {
    arity(call, 0);
    return currentTimestamp();
  },
  DATETIME: datetime,
  TIMESTAMP: timestamp,
  DATETIME_ADD: shift(DATETIME, DATETIME_STEPS, '+'),
  DATETIME_SUB: shift(DATETIME, DATETIME_STEPS, '-'),
  TIMESTAMP_ADD: shift(TIMESTAMP, TIMESTAMP_STEPS, '+'),
  TIMESTAMP_SUB: shift(TIMESTAMP, TIMESTAMP_STEPS, '-'),
  DATETIME_DIFF: difference(DATETIME, borders, [...CLOCK_PARTS, ...DATE_PARTS]),
  TIMESTAMP_DIFF: difference(TIMESTAMP, elapsed, TIMESTAMP_STEPS),
  DATETIME_TRUNC: datetimeTrunc,
  TIMESTAMP_TRUNC: timestampTrunc,
  TIMESTAMP_SECONDS: fixed([INT64], TIMESTAMP, 'make_timestamptz(1000000 * {0})'),
  TIMESTAMP_MILLIS: fixed([INT64], TIMESTAMP, 'make_timestamptz(1000 * {0})'),
  TIMESTAMP_MICROS: fixed([INT64], TIMESTAMP, 'make_timestamptz({0})'),
  UNIX_SECONDS: fixed([TIMESTAMP], INT64, 'CAST(floor(epoch_us({0}) / 1000000) AS BIGINT)'),
  UNIX_MILLIS: fixed([TIMESTAMP], INT64, 'CAST(floor(epoch_us({0}) / 1000) AS BIGINT)'),
  UNIX_MICROS: fixed([TIMESTAMP], INT64, 'epoch_us({0})'),
  STRING: (call) => {
    arity(call, 1);
    if (!isScalar(call.value(0).type, 'TIMESTAMP'))
      throw new NotLocal(`STRING of another type at ${call.at}`);
    return typed(`main.bq_timestamp_text(${argument(call, 0, TIMESTAMP)})`, STRING);
  },
};
