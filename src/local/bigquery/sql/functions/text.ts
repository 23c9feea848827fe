// Text functions.
import { invalidQuery, NotLocal } from '../../errors';
import { arrayOf, BOOL, INT64, STRING } from '../../types';
import { concat } from '../operators';
import { sqlString, type Typed, typed } from '../typed';
import { argument, arity, type Call, fixed, literalText, literalWhole, type ScalarFunction } from './shape';

/** What BigQuery's TRIM takes away when it is not told: white space, DuckDB's only the blank. */
const BLANKS = sqlString(
  ' \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);

const trim =
  (duck: string): ScalarFunction =>
  (call) => {
    arity(call, 1, 2);
    const characters = call.branches.length === 2 ? argument(call, 1, STRING) : BLANKS;
    return typed(`${duck}(${argument(call, 0, STRING)}, ${characters})`, STRING);
  };

const pad =
  (duck: string): ScalarFunction =>
  (call) => {
    arity(call, 2, 3);
    const filling = call.branches.length === 3 ? argument(call, 2, STRING) : "' '";
    return typed(
      `${duck}(${argument(call, 0, STRING)}, main.bq_pad_length(${argument(call, 1, INT64)}), ${filling})`,
      STRING,
    );
  };

function substring(call: Call): Typed {
  arity(call, 2, 3);
  const start = literalWhole(call, 1, 'a position');
  if (start < 1) throw new NotLocal(`${call.name} from position ${start} at ${call.at}`);
  const length = call.branches.length === 3 ? literalWhole(call, 2, 'a length') : null;
  if (length !== null && length < 0) throw new NotLocal(`${call.name} of length ${length} at ${call.at}`);
  return typed(
    `substr(${argument(call, 0, STRING)}, ${start}${length === null ? '' : `, ${length}`})`,
    STRING,
  );
}

function regexpExtract(call: Call): Typed {
  arity(call, 2);
  const pattern = literalText(call, 1, 'a pattern');
  const groups = pattern.replace(/\\./g, '').match(/\((?!\?)/g)?.length ?? 0;
  // Where its group took no part in the match BigQuery gives NULL, DuckDB an empty text.
  if (groups === 1 && /\||\)[?*{]/.test(pattern.replace(/\\./g, '')))
    throw new NotLocal(`REGEXP_EXTRACT with a group that may be left out at ${call.at}`);
  if (groups > 1) throw new NotLocal(`REGEXP_EXTRACT with ${groups} groups at ${call.at}`);
  const value = argument(call, 0, STRING);
  const quoted = sqlString(pattern);
  return typed(
    `(CASE WHEN regexp_matches(${value}, ${quoted}) THEN regexp_extract(${value}, ${quoted}, ${groups}) END)`,
    STRING,
  );
}

function regexpReplace(call: Call): Typed {
  arity(call, 3);
  const [found, put] = [literalText(call, 1, 'a pattern'), literalText(call, 2, 'a replacement')];
  const groups = found.replace(/\\./g, '').match(/\((?!\?[^P<])/g)?.length ?? 0;
  const wanted = Math.max(0, ...[...put.matchAll(/\\(\d)/g)].map(([, digit]) => Number(digit)));
  if (wanted > groups)
    throw invalidQuery(`Invalid REGEXP_REPLACE pattern: it has no group ${wanted} at ${call.at}`);
  const value = argument(call, 0, STRING);
  return typed(`regexp_replace(${value}, ${sqlString(found)}, ${sqlString(put)}, 'g')`, STRING);
}

export const TEXT_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  CONCAT: (call) => {
    arity(call, 1, Number.POSITIVE_INFINITY);
    return concat(
      call.branches.map((_, index) => call.value(index)),
      call.at,
    );
  },
  LOWER: fixed([STRING], STRING, 'main.bq_lower({0})'),
  UPPER: fixed([STRING], STRING, 'main.bq_upper({0})'),
  TRIM: trim('trim'),
  LTRIM: trim('ltrim'),
  RTRIM: trim('rtrim'),
  LENGTH: fixed([STRING], INT64, 'length({0})'),
  CHAR_LENGTH: fixed([STRING], INT64, 'length({0})'),
  SUBSTR: substring,
  SUBSTRING: substring,
  REPLACE: fixed([STRING, STRING, STRING], STRING, 'replace({0}, {1}, {2})'),
  STARTS_WITH: fixed([STRING, STRING], BOOL, 'starts_with({0}, {1})'),
  ENDS_WITH: fixed([STRING, STRING], BOOL, 'ends_with({0}, {1})'),
  STRPOS: fixed([STRING, STRING], INT64, 'strpos({0}, {1})'),
  LPAD: pad('lpad'),
  RPAD: pad('rpad'),
  SPLIT: (call) => {
    arity(call, 1, 2);
    const separator = call.branches.length === 2 ? argument(call, 1, STRING) : "','";
    const parts = `string_split(${argument(call, 0, STRING)}, ${separator})`;
    return typed(`(CASE WHEN ${separator} IS NOT NULL THEN ${parts} END)`, arrayOf(STRING));
  },
  REGEXP_CONTAINS: fixed([STRING, STRING], BOOL, 'regexp_matches({0}, {1})'),
  REGEXP_REPLACE: regexpReplace,
  REGEXP_EXTRACT: regexpExtract,
  ARRAY_TO_STRING: fixed([arrayOf(STRING), STRING], STRING, 'array_to_string({0}, {1})'),
};
