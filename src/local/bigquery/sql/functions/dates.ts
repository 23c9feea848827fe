// Dates: arithmetic, truncation, formatting. Weeks that begin on Sunday are refused (DuckDB's begin on Monday).
import { DATE, DATETIME, INT64, isScalar, STRING, TIMESTAMP } from '../../types';
import { noSignature, type Typed, typed } from '../typed';
import { currentDate, inZone } from './clock';
import { DATE_PARTS, part } from './parts';
import { pattern } from './patterns';
import { argument, arity, type Call, type ScalarFunction } from './shape';

/** The zone argument, UTC where it was left out. */
export const zone = (call: Call, index: number): string =>
  call.branches.length > index ? argument(call, index, STRING) : "'UTC'";

const STEPS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];

const shift =
  (sign: '+' | '-'): ScalarFunction =>
  (call) => {
    arity(call, 2);
    return typed(`CAST((${argument(call, 0, DATE)} ${sign} ${call.interval(1, STEPS)}) AS DATE)`, DATE);
  };

function difference(call: Call): Typed {
  arity(call, 3);
  const [later, earlier] = [argument(call, 0, DATE), argument(call, 1, DATE)];
  return typed(`date_diff('${part(call, 2, DATE_PARTS)}', ${earlier}, ${later})`, INT64);
}

function truncated(call: Call): Typed {
  arity(call, 2);
  return typed(`CAST(date_trunc('${part(call, 1, DATE_PARTS)}', ${argument(call, 0, DATE)}) AS DATE)`, DATE);
}

/** DATE(year, month, day), DATE(datetime), DATE(timestamp[, zone]). */
function date(call: Call): Typed {
  arity(call, 1, 3);
  if (call.branches.length === 3) {
    return typed(`make_date(${[0, 1, 2].map((index) => argument(call, index, INT64)).join(', ')})`, DATE);
  }
  const value = call.value(0);
  if (isScalar(value.type, 'TIMESTAMP'))
    return typed(`CAST(${inZone(value.sql, zone(call, 1))} AS DATE)`, DATE);
  if (!isScalar(value.type, 'DATE', 'DATETIME') || call.branches.length > 1) {
    throw noSignature('function DATE', [value], call.at);
  }
  return typed(`CAST(${value.sql} AS DATE)`, DATE);
}

function lastDay(call: Call): Typed {
  arity(call, 1, 2);
  if (call.branches.length === 2) part(call, 1, ['MONTH']);
  return typed(`last_day(${argument(call, 0, DATE)})`, DATE);
}

const formatted =
  (type: Typed['type']): ScalarFunction =>
  (call) => {
    arity(call, 2);
    return typed(`strftime(${argument(call, 1, type)}, ${pattern(call, 0)})`, STRING);
  };

function formatTimestamp(call: Call): Typed {
  arity(call, 2, 3);
  return typed(
    `strftime(${inZone(argument(call, 1, TIMESTAMP), zone(call, 2))}, ${pattern(call, 0)})`,
    STRING,
  );
}

const parsed = (call: Call): string => `strptime(${argument(call, 1, STRING)}, ${pattern(call, 0, true)})`;

export const DATE_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  CURRENT_DATE: (call) => {
    arity(call, 0, 1);
    return currentDate(zone(call, 0));
  },
  DATE: date,
  DATE_ADD: shift('+'),
  DATE_SUB: shift('-'),
  DATE_DIFF: difference,
  DATE_TRUNC: truncated,
  LAST_DAY: lastDay,
  FORMAT_DATE: formatted(DATE),
  FORMAT_DATETIME: formatted(DATETIME),
  FORMAT_TIMESTAMP: formatTimestamp,
  PARSE_DATE: (call) => {
    arity(call, 2);
    return typed(`CAST(${parsed(call)} AS DATE)`, DATE);
  },
  PARSE_DATETIME: (call) => {
    arity(call, 2);
    return typed(parsed(call), DATETIME);
  },
  PARSE_TIMESTAMP: (call) => {
    arity(call, 2, 3);
    return typed(inZone(parsed(call), zone(call, 2)), TIMESTAMP);
  },
};
