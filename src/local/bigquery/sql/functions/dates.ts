// Dates: arithmetic, truncation, formatting. Weeks that begin on Sunday are refused (DuckDB's begin on Monday).
import { DATE, DATETIME, INT64, isScalar, STRING, TIMESTAMP } from '../../types';
import { castTo, noSignature, type Typed, typed } from '../typed';
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
    const moved = `CAST((${argument(call, 0, DATE)} ${sign} ${call.interval(1, STEPS)}) AS DATE)`;
    return typed(`main.bq_date(${moved})`, DATE);
  };

function difference(call: Call): Typed {
  arity(call, 3);
  const [later, earlier] = [argument(call, 0, DATE), argument(call, 1, DATE)];
  return typed(borders(part(call, 2, DATE_PARTS), earlier, later), INT64);
}

/** How often a day, week, month … begins between the two: DuckDB counts whole weeks instead. */
export const borders = (step: string, earlier: string, later: string): string =>
  step === 'week'
    ? `main.bq_weeks_between(${earlier}, ${later})`
    : `date_diff('${step}', ${earlier}, ${later})`;

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
  if (isScalar(value.type, 'STRING') && call.branches.length === 1)
    return typed(castTo(`main.bq_date_text(${value.sql})`, DATE), DATE);
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
  const value = call.value(0);
  if (isScalar(value.type, 'DATETIME')) return typed(`last_day(${value.sql})`, DATE);
  return typed(`last_day(${argument(call, 0, DATE)})`, DATE);
}

const formatted =
  (type: Typed['type']): ScalarFunction =>
  (call) => {
    arity(call, 2);
    return typed(written(argument(call, 1, type), call, isScalar(type, 'DATE')), STRING);
  };

function formatTimestamp(call: Call): Typed {
  arity(call, 2, 3);
  return typed(written(inZone(argument(call, 1, TIMESTAMP), zone(call, 2)), call), STRING);
}

/** DuckDB writes a year before 1000 with zeros in front. */
function written(moment: string, call: Call, isDate = false): string {
  const form = pattern(call, 0, isDate ? 'date' : 'moment');
  const shown = form.includes('%Y') ? `main.bq_year_written(${moment})` : moment;
  return `strftime(${shown}, ${form})`;
}

/** Without a year it is 1970 in BigQuery, 1900 in DuckDB. */
function parsed(call: Call): string {
  const form = pattern(call, 0, 'reading');
  const value = argument(call, 1, STRING);
  return /%[Yy]/.test(form)
    ? `strptime(${value}, ${form})`
    : `strptime('1970 ' || ${value}, '%Y ' || ${form})`;
}

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
