// Meanings that DuckDB lacks, kept in the file as macros so that its views can be read by anybody.

/** Divides decimals exactly: whole numbers of 10⁻⁹, rounded half away from zero (`//` cuts towards zero). */
const NUMERIC_DIVIDE = `
  CASE
    WHEN b = 0 THEN error('division by zero: ' || main.bq_decimal_text(a) || ' / 0')
    ELSE CAST(
      (2000000000 * main.bq_billionths(a) + sign(a) * abs(main.bq_billionths(b))) // (2 * main.bq_billionths(b))
      AS DECIMAL(38,0)
    ) * 0.000000001::DECIMAL(10,9)
  END`;

const fraction = (moment: string) => `
  strftime(${moment}, '%Y-%m-%d %H:%M:%S') || CASE
    WHEN microsecond(${moment}) % 1000000 = 0 THEN ''
    WHEN microsecond(${moment}) % 1000 = 0 THEN strftime(${moment}, '.%g')
    ELSE strftime(${moment}, '.%f')
  END`;

const MACROS: readonly (readonly [string, string])[] = [
  ['bq_now()', "coalesce(TRY_CAST(getvariable('bq_now') AS TIMESTAMP WITH TIME ZONE), now())"],
  ['bq_billionths(a)', 'CAST(CAST(a AS DECIMAL(38,9)) * 1000000000 AS HUGEINT)'],
  [
    'bq_decimal_text(a)',
    "regexp_replace(regexp_replace(CAST(a AS VARCHAR), '(\\.[0-9]*?)0+$', '\\1'), '\\.$', '')",
  ],
  ['bq_numeric_divide(a, b)', NUMERIC_DIVIDE],
  [
    'bq_divide(a, b)',
    "CASE WHEN b = 0 THEN error('division by zero: ' || CAST(a AS VARCHAR) || ' / 0') ELSE a / b END",
  ],
  ['bq_div(a, b)', "CASE WHEN b = 0 THEN error('division by zero: DIV') ELSE a // b END"],
  ['bq_mod(a, b)', "CASE WHEN b = 0 THEN error('division by zero: MOD') ELSE a % b END"],
  [
    'bq_safe_offset(list, place)',
    "CASE WHEN place < 0 THEN error('Array index ' || place || ' is out of bounds') ELSE list[place + 1] END",
  ],
  [
    'bq_offset(list, place)',
    "CASE WHEN place < 0 OR place >= len(list) THEN error('Array index ' || place || ' is out of bounds') ELSE list[place + 1] END",
  ],
  ['bq_ordinal(list, place)', 'main.bq_offset(list, place - 1)'],
  ['bq_safe_ordinal(list, place)', 'main.bq_safe_offset(list, place - 1)'],
  [
    'bq_int64_text(a)',
    "CASE WHEN regexp_full_match(a, '\\s*[+-]?[0-9]+\\s*') THEN a ELSE 'Bad int64 value: ' || a END",
  ],
  ['bq_bool_text(a)', "CASE WHEN lower(a) IN ('true', 'false') THEN a ELSE 'Bad bool value: ' || a END"],
  ['bq_float_text(a)', "regexp_replace(CAST(a AS VARCHAR), '\\.0$', '')"],
  ['bq_datetime_text(a)', fraction('a')],
  ['bq_timestamp_text(a)', `${fraction("(a AT TIME ZONE 'UTC')")} || '+00'`],
];

export const MACRO_STATEMENTS: readonly string[] = MACROS.map(
  ([head, body]) => `CREATE OR REPLACE MACRO main.${head} AS (${body})`,
);
