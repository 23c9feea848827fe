// Statements that change tables: rows are added once, types hold, nothing happens by halves.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bench, openBench, type Parameter, records } from './bench';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.ask(`CREATE TABLE team_trading.fills (run_id STRING NOT NULL, row_key STRING NOT NULL, trade_date DATE,
    asset STRING, shares INT64, price NUMERIC) PARTITION BY trade_date CLUSTER BY asset`);
});
afterEach(() => bench.end());

const COLUMNS = {
  run_id: 'STRING',
  row_key: 'STRING',
  trade_date: 'DATE',
  asset: 'STRING',
  shares: 'INT64',
  price: 'NUMERIC',
};
const NAMES = Object.keys(COLUMNS).join(', ');
type Values = readonly (readonly (string | null)[])[];
const ROWS: Values = [
  ['r1', 'k1', '2024-11-08', 'HASH11', '100', '62.4'],
  ['r1', 'k2', '2024-11-08', 'BITH11', '50', '101.40'],
];
const rows = (values = ROWS): Parameter => records('rows', COLUMNS, values);

const merge = (source: string): string => `MERGE \`desk-test.team_trading.fills\` AS t USING ${source} AS s
  ON t.run_id = s.run_id AND t.row_key = s.row_key
  WHEN NOT MATCHED THEN INSERT (${NAMES}) VALUES (${Object.keys(COLUMNS)
    .map((name) => `s.${name}`)
    .join(', ')})`;
const UNNEST = merge('UNNEST(@rows)');

const change = (query: string, ...parameters: readonly Parameter[]) =>
  bench.request(query, { parameterMode: 'NAMED', queryParameters: parameters });
const all = () => bench.ask('SELECT * FROM team_trading.fills ORDER BY run_id, row_key');

describe("the desk's MERGE", () => {
  it('adds the rows that are not there, and says how many', async () => {
    const answer = await change(UNNEST, rows());
    expect(answer.numDmlAffectedRows).toBe('2');
    expect(answer.dmlStats).toEqual({ insertedRowCount: '2', updatedRowCount: '0', deletedRowCount: '0' });
    expect(await all()).toEqual([
      ['r1', 'k1', '2024-11-08', 'HASH11', '100', '62.4'],
      ['r1', 'k2', '2024-11-08', 'BITH11', '50', '101.4'],
    ]);
  });

  it('adds nothing when it is repeated', async () => {
    await change(UNNEST, rows());
    expect((await change(UNNEST, rows())).numDmlAffectedRows).toBe('0');
    expect(await all()).toHaveLength(2);
  });

  it('adds only what a retry of a larger chunk brings anew', async () => {
    await change(UNNEST, rows());
    const more = [...ROWS, ['r2', 'k1', '2024-11-08', 'HASH11', '7', null]];
    expect((await change(UNNEST, rows(more))).numDmlAffectedRows).toBe('1');
    expect((await all()).at(-1)).toEqual(['r2', 'k1', '2024-11-08', 'HASH11', '7', null]);
  });

  it('reads its rows from a subquery as well, and takes none at all', async () => {
    expect((await change(merge('(SELECT * FROM UNNEST(@rows))'), rows())).numDmlAffectedRows).toBe('2');
    expect((await change(UNNEST, rows([]))).numDmlAffectedRows).toBe('0');
  });

  it('adds all rows of a chunk or none', async () => {
    const broken = [...ROWS, ['r1', null, '2024-11-08', 'HASH11', '1', '1']];
    await expect(change(UNNEST, rows(broken))).rejects.toThrow('Required field row_key cannot be null');
    expect(await all()).toEqual([]);
  });

  it('updates what is there, deletes what the source lacks, in the order of its clauses', async () => {
    await change(UNNEST, rows());
    await change(UNNEST, rows([['r0', 'k1', '2024-11-07', 'HASH11', '1', '1']]));
    const answer = await change(
      `MERGE team_trading.fills AS t USING UNNEST(@rows) AS s ON t.run_id = s.run_id AND t.row_key = s.row_key
       WHEN MATCHED AND s.shares = 0 THEN DELETE
       WHEN MATCHED THEN UPDATE SET shares = t.shares + s.shares, price = s.price
       WHEN NOT MATCHED BY TARGET THEN INSERT (run_id, row_key) VALUES (s.run_id, s.row_key)
       WHEN NOT MATCHED BY SOURCE AND t.run_id = 'r0' THEN DELETE`,
      rows([
        ['r1', 'k1', null, null, '0', null],
        ['r1', 'k2', null, null, '5', '99.123456789'],
        ['r9', 'k9', null, null, '5', null],
      ]),
    );
    expect(answer.dmlStats).toEqual({ insertedRowCount: '1', updatedRowCount: '1', deletedRowCount: '2' });
    expect(await all()).toEqual([
      ['r1', 'k2', '2024-11-08', 'BITH11', '55', '99.123456789'],
      ['r9', 'k9', null, null, null, null],
    ]);
  });

  it('refuses to change one row twice', async () => {
    await change(UNNEST, rows());
    const twice = `MERGE team_trading.fills AS t USING UNNEST(@rows) AS s ON t.asset = s.asset
      WHEN MATCHED THEN UPDATE SET shares = s.shares`;
    const same = [...ROWS.slice(0, 1), ...ROWS.slice(0, 1)];
    await expect(change(twice, rows(same))).rejects.toThrow(
      'UPDATE/MERGE must match at most one source row for each target row',
    );
  });
});

describe('INSERT', () => {
  it('takes values with and without INTO, literals in the type of their column', async () => {
    await change(
      "INSERT team_trading.fills (run_id, row_key, trade_date, price) VALUES ('a', '1', '2024-11-08', 0.1), ('a', '2', NULL, 3)",
    );
    const answer = await change(
      "INSERT INTO team_trading.fills (run_id, row_key) SELECT 'b', row_key FROM team_trading.fills",
    );
    expect(answer.numDmlAffectedRows).toBe('2');
    expect(
      await bench.ask('SELECT run_id, row_key, trade_date, price FROM team_trading.fills ORDER BY 1, 2'),
    ).toEqual([
      ['a', '1', '2024-11-08', '0.1'],
      ['a', '2', null, '3'],
      ['b', '1', null, null],
      ['b', '2', null, null],
    ]);
  });

  it.each([
    [
      "INSERT team_trading.fills (run_id, nothing) VALUES ('a', 1)",
      'Column nothing is not present in table team_trading.fills',
    ],
    [
      "INSERT team_trading.fills (run_id) VALUES ('a', 1)",
      'Inserted row has wrong column count; Has 2, expected 1',
    ],
    [
      "INSERT team_trading.fills (shares) VALUES ('a')",
      'Value of type STRING cannot be assigned to shares, which has type INT64',
    ],
    [
      'INSERT team_trading.fills (shares) SELECT 1.5',
      'Value of type FLOAT64 cannot be assigned to shares, which has type INT64',
    ],
    [
      'INSERT team_trading.fills (price) SELECT CAST(1 AS FLOAT64)',
      'Value of type FLOAT64 cannot be assigned to price, which has type NUMERIC',
    ],
    [
      "INSERT team_trading.fills (run_id, row_key) VALUES ('a', '1') ('a', '2')",
      'Syntax error: Expected ","',
    ],
    ["INSERT team_trading.fills (run_id) VALUES ('a')", 'Required field row_key cannot be null'],
    ["INSERT team_trading.fills (trade_date) VALUES ('2024-02-30')", '2024-02-30'],
  ])('%s: %s', async (query, message) => {
    await expect(change(query)).rejects.toThrow(message);
    expect(await all()).toEqual([]);
  });
});

describe('UPDATE and DELETE', () => {
  beforeEach(async () => {
    await change(UNNEST, rows());
  });

  it('change the rows that their WHERE names', async () => {
    const updated = await change(
      "UPDATE team_trading.fills AS t SET shares = shares * 2, t.price = NULL WHERE t.asset = 'HASH11'",
    );
    expect(updated.numDmlAffectedRows).toBe('1');
    expect((await all())[0]).toEqual(['r1', 'k1', '2024-11-08', 'HASH11', '200', null]);
    expect((await change('DELETE FROM team_trading.fills WHERE price IS NULL')).numDmlAffectedRows).toBe('1');
    expect((await change('DELETE team_trading.fills AS f WHERE f.shares > 1000')).numDmlAffectedRows).toBe(
      '0',
    );
    expect(await all()).toHaveLength(1);
  });

  it('may look at another table, one row for each', async () => {
    const query =
      'UPDATE team_trading.fills AS t SET shares = s.shares FROM UNNEST(@rows) AS s WHERE t.row_key = s.row_key';
    await change(query, rows([['x', 'k2', '2024-11-08', 'A', '9', '1']]));
    expect((await all())[1]?.[4]).toBe('9');
    const twice = rows([...ROWS, ...ROWS]);
    await expect(change(query, twice)).rejects.toThrow('must match at most one source row');
    expect((await all())[1]?.[4]).toBe('9');
  });

  it('demand a WHERE', async () => {
    await expect(change('DELETE FROM team_trading.fills')).rejects.toThrow('Syntax error');
    await expect(change('UPDATE team_trading.fills SET shares = 1')).rejects.toThrow(
      /Syntax error|must have a WHERE clause/,
    );
    expect(await all()).toHaveLength(2);
  });
});

describe('CREATE', () => {
  it('makes a table with its partitions, clusters and texts', async () => {
    await change(`CREATE TABLE team_trading.made (id INT64 NOT NULL OPTIONS(description='the key'), moment TIMESTAMP)
      PARTITION BY TIMESTAMP_TRUNC(moment, MONTH) CLUSTER BY id OPTIONS (description='made by hand')`);
    expect(await bench.warehouse.call('Tables.get', ['desk-test', 'team_trading', 'made'])).toMatchObject({
      description: 'made by hand',
      type: 'TABLE',
      timePartitioning: { type: 'MONTH', field: 'moment' },
      clustering: { fields: ['id'] },
      schema: {
        fields: [
          { name: 'id', type: 'INTEGER', mode: 'REQUIRED', description: 'the key' },
          { name: 'moment', type: 'TIMESTAMP', mode: 'NULLABLE' },
        ],
      },
    });
  });

  it('makes a table of a query, and leaves or replaces one that is there', async () => {
    await change("CREATE TABLE team_trading.copy AS SELECT 1 AS n, NUMERIC '1.5' AS x");
    await expect(change('CREATE TABLE team_trading.copy AS SELECT 2 AS n')).rejects.toThrow(
      'Already Exists: Table desk-test:team_trading.copy',
    );
    await change('CREATE TABLE IF NOT EXISTS team_trading.copy AS SELECT 2 AS n');
    expect(await bench.ask('SELECT * FROM team_trading.copy')).toEqual([['1', '1.5']]);
    await change(
      'CREATE OR REPLACE TABLE team_trading.copy AS SELECT @n AS n',
      records('unused', COLUMNS, []),
      {
        name: 'n',
        parameterType: { type: 'INT64' },
        parameterValue: { value: '3' },
      },
    );
    expect(await bench.ask('SELECT * FROM team_trading.copy')).toEqual([['3']]);
  });

  it('makes a view that keeps its words, sees new rows and reads the clock anew', async () => {
    await change(`CREATE VIEW team_trading.latest OPTIONS (description='one a day') AS
      SELECT asset, shares, CURRENT_DATE() AS today -- the words stay
      FROM team_trading.fills QUALIFY ROW_NUMBER() OVER (PARTITION BY asset ORDER BY run_id DESC) = 1`);
    expect(await bench.ask('SELECT * FROM team_trading.latest')).toEqual([]);
    await change(UNNEST, rows());
    expect(await bench.ask('SELECT * FROM team_trading.latest ORDER BY asset')).toEqual([
      ['BITH11', '50', '2024-11-09'],
      ['HASH11', '100', '2024-11-09'],
    ]);
    const shown = await bench.warehouse.call('Tables.get', ['desk-test', 'team_trading', 'latest']);
    expect(shown).toMatchObject({ type: 'VIEW', description: 'one a day', view: { useLegacySql: false } });
    expect(JSON.stringify(shown)).toContain('-- the words stay');
    await change('CREATE OR REPLACE VIEW team_trading.latest AS SELECT 1 AS one');
    expect(await bench.ask('SELECT * FROM team_trading.latest')).toEqual([['1']]);
  });

  it('refuses a view with parameters, a table in place of a view, rows into a view', async () => {
    await change('CREATE VIEW team_trading.v AS SELECT 1 AS one');
    await expect(change('CREATE VIEW team_trading.w AS SELECT @x AS x')).rejects.toThrow(
      "Query parameter 'x' not found",
    );
    await expect(change('CREATE OR REPLACE TABLE team_trading.v (a INT64)')).rejects.toThrow(
      'is not a TABLE',
    );
    await expect(change('INSERT team_trading.v (one) VALUES (2)')).rejects.toThrow('Cannot modify a view');
  });
});
