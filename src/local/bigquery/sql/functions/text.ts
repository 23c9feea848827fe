// Text functions.
import { NotLocal } from '../../errors';
import { arrayOf, BOOL, INT64, STRING } from '../../types';
import { concat } from '../operators';
import { sqlString, type Typed, typed } from '../typed';
import { argument, arity, type Call, fixed, literalText, literalWhole, type ScalarFunction } from './shape';

/** What BigQuery's TRIM takes away when it is not told: white space, DuckDB's only the blank. */
const BLANKS = sqlString(' \t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000');

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
      `${duck}(${argument(call, 0, STRING)}, CAST(${argument(call, 1, INT64)} AS INTEGER), ${filling})`,
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
  if (groups > 1) throw new NotLocal(`REGEXP_EXTRACT with ${groups} groups at ${call.at}`);
  const value = argument(call, 0, STRING);
  const quoted = sqlString(pattern);
  return typed(
    `(CASE WHEN regexp_matches(${value}, ${quoted}) THEN regexp_extract(${value}, ${quoted}, ${groups}) END)`,
    STRING,
  );
}

export const TEXT_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  CONCAT: (call) => {
    arity(call, 1, Number.POSITIVE_INFINITY);
    return concat(
      call.branches.map((_, index) => call.value(index)),
      call.at,
    );
  },
  LOWER: fixed([STRING], STRING, 'lower({0})'),
  UPPER: fixed([STRING], STRING, 'upper({0})'),
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
  SPLIT: fixed([STRING, STRING], arrayOf(STRING), 'string_split({0}, {1})'),
  REGEXP_CONTAINS: fixed([STRING, STRING], BOOL, 'regexp_matches({0}, {1})'),
  REGEXP_REPLACE: fixed([STRING, STRING, STRING], STRING, "regexp_replace({0}, {1}, {2}, 'g')"),
  REGEXP_EXTRACT: regexpExtract,
  ARRAY_TO_STRING: fixed([arrayOf(STRING), STRING], STRING, 'array_to_string({0}, {1})'),
};
