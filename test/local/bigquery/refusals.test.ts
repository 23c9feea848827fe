// What the laptop does not understand it refuses by name: it never guesses.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bench, openBench, PROJECT } from './bench';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  await bench.ask('CREATE TABLE team_trading.t (a INT64, s STRING, n NUMERIC, j JSON)');
});
afterAll(() => bench.end());

describe('statements of other kinds', () => {
  it.each([
    'DROP TABLE team_trading.t',
    'TRUNCATE TABLE team_trading.t',
    'ALTER TABLE team_trading.t ADD COLUMN b INT64',
    'CREATE TEMP TABLE team_trading.x (a INT64)',
    'CREATE FUNCTION team_trading.f(x INT64) AS (x)',
    'CREATE SCHEMA other',
    'CREATE MATERIALIZED VIEW team_trading.m AS SELECT 1 AS x',
    'CREATE TABLE team_trading.c LIKE team_trading.t',
    'CREATE TABLE team_trading.c (a INT64) OPTIONS (partition_expiration_days = 3)',
    'DECLARE x INT64',
    "EXECUTE IMMEDIATE 'SELECT 1'",
    'BEGIN TRANSACTION',
    'SELECT 1; SELECT 2',
    'SELECT 1; DROP TABLE team_trading.t',
    'CALL team_trading.p()',
    'ASSERT TRUE',
    "EXPORT DATA OPTIONS (uri = 'x') AS SELECT 1",
    "LOAD DATA INTO team_trading.t FROM FILES (format = 'CSV')",
  ])('%s', async (query) => {
    await expect(bench.ask(query)).rejects.toThrow(/^not implemented locally: /);
  });
});

describe('clauses', () => {
  it.each([
    'SELECT * FROM team_trading.t FOR SYSTEM_TIME AS OF CURRENT_TIMESTAMP()',
    'SELECT * FROM team_trading.t TABLESAMPLE SYSTEM (10 PERCENT)',
    'SELECT a FROM team_trading.t GROUP BY ROLLUP(a)',
    'WITH RECURSIVE x AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM x) SELECT * FROM x',
    'SELECT AS STRUCT 1 AS x',
    'SELECT AS VALUE 1',
    'SELECT * FROM team_trading.INFORMATION_SCHEMA.TABLES',
    "SELECT * FROM team_trading.t PIVOT (SUM(a) FOR s IN ('x'))",
    'SELECT SUM(DISTINCT a ORDER BY a) FROM team_trading.t',
    'SELECT a FROM team_trading.t ORDER BY a COLLATE "x"',
    'FROM team_trading.t |> SELECT a',
    'INSERT team_trading.t (a) VALUES (DEFAULT)',
    'MERGE team_trading.t AS t USING team_trading.t AS s ON FALSE WHEN NOT MATCHED THEN INSERT ROW',
    'SELECT LOWER(DISTINCT s) FROM team_trading.t',
    'SELECT 0xFF',
    'SELECT a & 1 FROM team_trading.t',
    'SELECT j.field FROM team_trading.t',
    'SELECT @@project_id',
    'SELECT a AS same, a + 1 AS a FROM team_trading.t GROUP BY a',
  ])('%s', async (query) => {
    await expect(bench.ask(query)).rejects.toThrow(
      /not implemented locally: |Syntax error|Cannot access field/,
    );
  });
});

describe('functions that are not on the list', () => {
  it.each([
    "FARM_FINGERPRINT('x')",
    "MD5('x')",
    'GENERATE_UUID()',
    'RAND()',
    "FORMAT('%d', 1)",
    "NET.HOST('x')",
    "SAFE.SUBSTR('x', 1)",
    'ML.PREDICT(1)',
    'SESSION_USER()',
    'ERROR("x")',
    // DuckDB's own, which BigQuery does not have
    "read_csv('secrets.csv')",
    "getenv('HOME')",
    'version()',
    "current_setting('access_mode')",
    'list_value(1)',
    'bq_now()',
  ])('%s', async (expression) => {
    await expect(bench.value(expression)).rejects.toThrow(/^not implemented locally: the function /);
  });

  it.each([
    "DATE_TRUNC(DATE '2024-11-08', WEEK)",
    "EXTRACT(WEEK FROM DATE '2024-11-08')",
    "FORMAT_DATE('%e', DATE '2024-11-08')",
    "PARSE_DATE('%A', 'Friday')",
    "SUBSTR('x', -1)",
    "BIGNUMERIC '1' * BIGNUMERIC '2'",
    "CAST('x' AS BYTES)",
    'CAST(1.5 AS NUMERIC(10, 2))',
    "CAST(1 AS STRING FORMAT '9')",
    "JSON_VALUE('{}', '$[*]')",
  ])('%s: known, but not in this form', async (expression) => {
    await expect(bench.value(expression)).rejects.toThrow(/^not implemented locally: /);
  });
});

describe('requests', () => {
  it('in legacy SQL, which is the default of BigQuery', async () => {
    for (const more of [{ useLegacySql: true }, { useLegacySql: undefined }]) {
      await expect(bench.request('SELECT 1', more)).rejects.toThrow(
        'not implemented locally: legacy SQL; set useLegacySql: false',
      );
    }
  });

  it('with positional parameters or properties not known here', async () => {
    const positional = {
      parameterMode: 'POSITIONAL',
      queryParameters: [{ parameterType: { type: 'INT64' }, parameterValue: { value: '1' } }],
    };
    await expect(bench.request('SELECT ?', positional)).rejects.toThrow(
      'not implemented locally: parameters',
    );
    await expect(bench.request('SELECT 1', { createSession: true })).rejects.toThrow(
      'not implemented locally: the query request’s createSession'.replace('’', "'"),
    );
  });

  it.each([
    'Jobs.insert',
    'Jobs.cancel',
    'Tabledata.insertAll',
    'Models.patch',
    'Datasets.remove',
    'constructor',
  ])('%s', async (method) => {
    await expect(bench.warehouse.call(method, [])).rejects.toThrow(
      `not implemented locally: BigQuery.${method}`,
    );
  });

  it('for tables with properties that would change their meaning', async () => {
    const table = { tableReference: { tableId: 'x' }, schema: { fields: [{ name: 'd', type: 'DATE' }] } };
    for (const more of [
      { expirationTime: '1' },
      { rangePartitioning: {} },
      { timePartitioning: { type: 'DAY', field: 'd', expirationMs: '1' } },
    ]) {
      await expect(
        bench.warehouse.call('Tables.insert', [{ ...table, ...more }, PROJECT, 'team_trading']),
      ).rejects.toThrow(/^not implemented locally: /);
    }
  });
});
