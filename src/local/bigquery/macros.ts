// Meanings that DuckDB lacks, kept in the file as macros so that its views can be read by anybody.

import { LOWER_OTHERWISE, UPPER_OTHERWISE } from './letters';

/** Divides decimals exactly: whole numbers of 10⁻⁹, rounded half away from zero (`//` cuts towards zero). */
const QUOTIENT = `CAST(
      (2000000000 * main.bq_billionths(a) + sign(a) * abs(main.bq_billionths(b))) // (2 * main.bq_billionths(b))
      AS DECIMAL(38,0)
    ) * 0.000000001::DECIMAL(10,9)`;
const NUMERIC_DIVIDE = `
  CASE
    WHEN b = 0 THEN error('division by zero: ' || main.bq_decimal_text(a) || ' / 0')
    ELSE ${QUOTIENT}
  END`;

const fraction = (moment: string) => `
  strftime(${moment}, '%Y-%m-%d %H:%M:%S') || CASE
    WHEN microsecond(${moment}) % 1000000 = 0 THEN ''
    WHEN microsecond(${moment}) % 1000 = 0 THEN strftime(${moment}, '.%g')
    ELSE strftime(${moment}, '.%f')
  END`;

/** The value is worked out once, however often the body names it (as bq_v). */
const once = (value: string, body: string): string => `list_transform([${value}], lambda bq_v : ${body})[1]`;

/** An error that reaches the reader as `not implemented locally: …`. */
const refusal = (what: string): string => `error('not implemented locally: ${what.replaceAll("'", "''")}')`;

/** Text that BigQuery reads goes through; what only DuckDB would read becomes something that no cast reads. */
const readable = (pattern: string, what: string): string =>
  once('a', `CASE WHEN regexp_full_match(bq_v, '${pattern}') THEN bq_v ELSE 'Invalid ${what}: ' || bq_v END`);

const DAY = '([1-9]\\d{3}|0[1-9]\\d{2}|00[1-9]\\d|000[1-9])-\\d{1,2}-\\d{1,2}';
const CLOCK = '([0-1]?\\d|2[0-3]):[0-5]?\\d:[0-5]?\\d(\\.\\d{1,6})?';
const ZONE = '( ?(Z|z|UTC|[+-]\\d{2}(:?\\d{2})?)| [A-Za-z_]+/[A-Za-z_/]+)?';

const NUMBER = '\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*';

/** Of what was found in a document: its text, where it has one. */
const jsonValue = (found: string): string =>
  `list_transform([a], lambda bq_found : CASE WHEN json_type(bq_found) NOT IN ('OBJECT', 'ARRAY', 'NULL') THEN json_extract_string(${found}, '$') END)[1]`;

const MACROS: readonly (readonly [string, string])[] = [
  ['bq_now()', "coalesce(TRY_CAST(getvariable('bq_now') AS TIMESTAMP WITH TIME ZONE), now())"],
  ['bq_billionths(a)', 'CAST(CAST(a AS DECIMAL(38,9)) * 1000000000 AS HUGEINT)'],
  [
    'bq_decimal_text(a)',
    "regexp_replace(regexp_replace(CAST(a AS VARCHAR), '(\\.[0-9]*?)0+$', '\\1'), '\\.$', '')",
  ],
  ['bq_numeric_quotient(a, b)', QUOTIENT],
  ['bq_numeric_divide(a, b)', NUMERIC_DIVIDE],
  [
    'bq_divide(a, b)',
    "CASE WHEN b = 0 THEN error('division by zero: ' || CAST(a AS VARCHAR) || ' / 0') ELSE a / b END",
  ],
  ['bq_div(a, b)', "CASE WHEN b = 0 THEN error('division by zero: DIV') ELSE a // b END"],
  ['bq_mod(a, b)', "CASE WHEN b = 0 THEN error('division by zero: MOD') ELSE a % b END"],
  ['bq_safe_offset(list, place)', 'CASE WHEN place < 0 THEN NULL ELSE list[place + 1] END'],
  [
    'bq_offset(list, place)',
    "CASE WHEN place < 0 OR place >= len(list) THEN error('Array index ' || place || ' is out of bounds') ELSE list[place + 1] END",
  ],
  ['bq_ordinal(list, place)', 'main.bq_offset(list, place - 1)'],
  ['bq_safe_ordinal(list, place)', 'main.bq_safe_offset(list, place - 1)'],
  [
    'bq_int64_text(a)',
    once(
      'a',
      `CASE WHEN regexp_full_match(bq_v, '\\s*[+-]?[0-9]+\\s*') THEN bq_v
        WHEN regexp_full_match(bq_v, '\\s*[+-]?0[xX].*') THEN ${refusal('a whole number in hexadecimal')}
        ELSE 'Bad int64 value: ' || bq_v END`,
    ),
  ],
  ['bq_bool_text(a)', "CASE WHEN lower(a) IN ('true', 'false') THEN a ELSE 'Bad bool value: ' || a END"],
  // Fifteen digits where they say it all, else seventeen, as BigQuery writes a FLOAT64.
  [
    'bq_float_text(a)',
    once(
      'a',
      "CASE WHEN bq_v = 0 THEN '0' WHEN CAST(printf('%.15g', bq_v) AS DOUBLE) = bq_v THEN printf('%.15g', bq_v) ELSE printf('%.17g', bq_v) END",
    ),
  ],
  [
    'bq_float64_text(a)',
    once(
      'a',
      `CASE WHEN regexp_full_match(bq_v, '(?i)\\s*[+-]?nan\\s*') THEN ${refusal('NaN')}
        WHEN regexp_full_match(bq_v, '\\s*[+-]?0[xX].*') THEN ${refusal('a number in hexadecimal')}
        WHEN regexp_full_match(bq_v, '(?i)${NUMBER}|\\s*[+-]?inf(inity)?\\s*') THEN bq_v
        ELSE 'Bad double value: ' || bq_v END`,
    ),
  ],
  ['bq_numeric_text(a)', readable(NUMBER, 'NUMERIC value')],
  ['bq_date_text(a)', readable(DAY, 'date')],
  ['bq_datetime_text_read(a)', readable(`${DAY}([Tt ]${CLOCK})?`, 'datetime')],
  [
    'bq_timestamp_text_read(a)',
    `CASE WHEN regexp_full_match(a, '.*[ :\\d][+-]\\d(:\\d{2})?') AND NOT regexp_full_match(a, '${DAY}')
        THEN ${refusal('a zone of one digit')}
      WHEN regexp_full_match(a, '${DAY}([Tt ]${CLOCK})?${ZONE}') THEN a
      ELSE 'Invalid timestamp: ' || a END`,
  ],
  // Without NaN numbers compare, sort and group alike in both; so none is ever made.
  [
    'bq_finite(a)',
    once(
      'a',
      `CASE WHEN bq_v IS NULL OR isfinite(bq_v) THEN bq_v ELSE ${refusal('a FLOAT64 that is not finite')} END`,
    ),
  ],
  ['bq_known(a)', once('a', `CASE WHEN isnan(bq_v) THEN ${refusal('NaN')} ELSE bq_v END`)],
  [
    'bq_safe_divide(a, b)',
    once(
      "{'a': a, 'b': b}",
      `CASE WHEN bq_v.b = 0 THEN NULL
        WHEN NOT isfinite(bq_v.a) OR NOT isfinite(bq_v.b) THEN ${refusal('dividing a FLOAT64 that is not finite')}
        WHEN isinf(bq_v.a / bq_v.b) THEN NULL
        ELSE bq_v.a / bq_v.b END`,
    ),
  ],
  [
    'bq_safe_numeric_divide(a, b)',
    once("{'a': a, 'b': nullif(b, 0)}", 'TRY(main.bq_numeric_quotient(bq_v.a, bq_v.b))'),
  ],
  [
    'bq_date(a)',
    once(
      'a',
      "CASE WHEN bq_v < DATE '0001-01-01' OR bq_v > DATE '9999-12-31' THEN error('The date is out of range: ' || bq_v) ELSE bq_v END",
    ),
  ],
  [
    'bq_datetime(a)',
    once(
      'a',
      "CASE WHEN bq_v < TIMESTAMP '0001-01-01 00:00:00' OR bq_v >= TIMESTAMP '10000-01-01 00:00:00' THEN error('The datetime is out of range: ' || bq_v) ELSE bq_v END",
    ),
  ],
  [
    'bq_timestamp(a)',
    once(
      'a',
      "CASE WHEN bq_v < TIMESTAMPTZ '0001-01-01 00:00:00+00' OR bq_v >= TIMESTAMPTZ '10000-01-01 00:00:00+00' THEN error('The timestamp is out of range: ' || bq_v) ELSE bq_v END",
    ),
  ],
  // DuckDB's weeks begin on Monday, as ISO's do.
  [
    'bq_weeks_between(earlier, later)',
    "(CAST(date_trunc('week', later) AS DATE) - CAST(date_trunc('week', earlier) AS DATE)) // 7",
  ],
  [
    'bq_year_written(a)',
    once('a', `CASE WHEN year(bq_v) < 1000 THEN ${refusal('%Y of a year before 1000')} ELSE bq_v END`),
  ],
  [
    'bq_like_pattern(a)',
    once(
      'a',
      "CASE WHEN regexp_matches(bq_v, '(^|[^\\\\])(\\\\\\\\)*\\\\$') THEN error('LIKE pattern ends with a backslash') ELSE bq_v END",
    ),
  ],
  [
    'bq_pad_length(a)',
    once(
      'a',
      "CASE WHEN bq_v < 0 THEN error('The length of LPAD and RPAD cannot be negative') ELSE CAST(bq_v AS INTEGER) END",
    ),
  ],
  [
    'bq_upper(a)',
    once(
      'a',
      `CASE WHEN regexp_matches(bq_v, '[${UPPER_OTHERWISE}]') THEN ${refusal('UPPER of a letter that becomes several')} ELSE upper(bq_v) END`,
    ),
  ],
  [
    'bq_lower(a)',
    once(
      'a',
      `CASE WHEN regexp_matches(bq_v, '[${LOWER_OTHERWISE}]') THEN ${refusal('LOWER of a letter that depends on its place')} ELSE lower(bq_v) END`,
    ),
  ],
  // DuckDB writes such numbers anew, BigQuery as they stand in the text.
  [
    'bq_json_text(a)',
    once(
      'a',
      `CASE WHEN regexp_matches(regexp_replace(CAST(bq_v AS VARCHAR), '"(\\\\.|[^"\\\\])*"', '""', 'g'), '[0-9][.eE]') THEN ${refusal('a JSON number with a fraction or an exponent')} ELSE bq_v END`,
    ),
  ],
  ['bq_json_value(a)', jsonValue('bq_found')],
  ['bq_json_text_value(a)', jsonValue('main.bq_json_text(bq_found)')],
  ['bq_datetime_text(a)', fraction('a')],
  ['bq_timestamp_text(a)', `${fraction("(a AT TIME ZONE 'UTC')")} || '+00'`],
];

export const MACRO_STATEMENTS: readonly string[] = MACROS.map(
  ([head, body]) => `CREATE OR REPLACE MACRO main.${head} AS (${body})`,
);
