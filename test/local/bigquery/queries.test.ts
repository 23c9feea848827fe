// Queries over tables: joins, groups, windows, subqueries, UNNEST, set operations, names.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bench, list, openBench, parameter, records } from './bench';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  await bench.ask(`CREATE TABLE team_trading.fills (
    fill_id STRING NOT NULL, asset STRING, broker STRING, shares INT64, price NUMERIC, day DATE, tags ARRAY<STRING>)`);
  await bench.ask(`INSERT team_trading.fills (fill_id, asset, broker, shares, price, day, tags) VALUES
    ('f1', 'HASH11', 'XP', 100, 62.40, '2024-11-07', ['a', 'b']),
    ('f2', 'HASH11', 'XP', 300, 62.60, '2024-11-08', []),
    ('f3', 'HASH11', 'BTG', 50, 62.00, '2024-11-08', ['c']),
    ('f4', 'BITH11', 'BTG', 10, 101.40, '2024-11-08', NULL),
    ('f5', 'BITH11', NULL, NULL, NULL, NULL, [])`);
  await bench.ask('CREATE TABLE team_trading.brokers (broker STRING, name STRING)');
  await bench.ask(
    "INSERT team_trading.brokers (broker, name) VALUES ('XP', 'Alfa'), ('BTG', 'Beta'), ('ITAU', 'Gama')",
  );
});
afterAll(() => bench.end());

const F = '`desk-test.team_trading.fills`';

describe('a query of fills', () => {
  it('finds its table by any spelling of its path', async () => {
    for (const path of [
      F,
      '`desk-test`.team_trading.fills',
      'desk-test.team_trading.fills',
      'team_trading.fills',
      '`team_trading.fills`',
    ]) {
      expect(await bench.ask(`SELECT COUNT(*) FROM ${path}`)).toEqual([['5']]);
    }
  });

  it('finds an unqualified table in the default dataset', async () => {
    const answer = await bench.request('SELECT COUNT(*) AS n FROM fills', {
      defaultDataset: { datasetId: 'team_trading' },
    });
    expect(answer.rows).toEqual([{ f: [{ v: '5' }] }]);
  });

  it('adds up by group: whole shares, exact money, NULL left out', async () => {
    const rows =
      await bench.ask(`SELECT asset, COUNT(*), COUNT(shares), COUNT(DISTINCT broker), COUNTIF(shares > 60),
      SUM(shares), SUM(shares * price), AVG(price), MIN(price), MAX(day), SUM(shares * price) / SUM(shares)
      FROM ${F} GROUP BY asset ORDER BY asset`);
    expect(rows).toEqual([
      ['BITH11', '2', '1', '1', '0', '10', '1014', '101.4', '101.4', '2024-11-08', '101.4'],
      ['HASH11', '3', '3', '2', '2', '450', '28120', '62.333333333', '62', '2024-11-08', '62.488888889'],
    ]);
  });

  it('keeps the type of what is added up', async () => {
    expect(
      await bench.types(`SELECT SUM(shares), SUM(price), AVG(shares), AVG(price), STDDEV(shares) FROM ${F}`),
    ).toEqual(['INTEGER', 'NUMERIC', 'FLOAT', 'NUMERIC', 'FLOAT']);
  });

  it('lets GROUP BY, HAVING and ORDER BY use the names of the list', async () => {
    const rows = await bench.ask(
      `SELECT UPPER(broker) AS house, SUM(shares) AS total FROM ${F} GROUP BY house HAVING total > 50 ORDER BY total DESC`,
    );
    expect(rows).toEqual([
      ['XP', '400'],
      ['BTG', '60'],
    ]);
  });

  it('orders by any expression, downwards and with NULL where it is told', async () => {
    const ids = async (by: string) =>
      (await bench.ask(`SELECT f.fill_id FROM ${F} AS f ORDER BY ${by}`)).flat();
    expect(await ids('f.asset DESC, f.shares')).toEqual(['f3', 'f1', 'f2', 'f5', 'f4']);
    expect(await ids('f.shares + 1 DESC NULLS FIRST')).toEqual(['f5', 'f2', 'f1', 'f3', 'f4']);
    expect(await ids('0 - f.shares NULLS LAST')).toEqual(['f2', 'f1', 'f3', 'f4', 'f5']);
    const last = `SELECT fill_id FROM ${F} AS f WHERE TRUE QUALIFY ROW_NUMBER() OVER (PARTITION BY f.asset ORDER BY f.day DESC, f.shares DESC) = 1 ORDER BY fill_id`;
    expect(await bench.ask(last)).toEqual([['f2'], ['f4']]);
  });

  it('gathers lists in order', async () => {
    const rows = await bench.ask(`SELECT ARRAY_AGG(fill_id ORDER BY shares DESC LIMIT 2),
      ARRAY_AGG(fill_id ORDER BY shares DESC LIMIT 1)[OFFSET(0)], STRING_AGG(fill_id, '+' ORDER BY fill_id DESC),
      STRING_AGG(DISTINCT asset ORDER BY asset), STRING_AGG(fill_id ORDER BY fill_id LIMIT 2),
      ARRAY_AGG(broker IGNORE NULLS ORDER BY fill_id), ANY_VALUE(fill_id HAVING MAX price)
      FROM ${F} WHERE asset = 'HASH11'`);
    expect(rows).toEqual([[['f2', 'f1'], 'f2', 'f3+f2+f1', 'HASH11', 'f1,f2', ['XP', 'XP', 'BTG'], 'f2']]);
  });

  it('puts NULL first going up and last going down', async () => {
    expect(await bench.ask(`SELECT shares FROM ${F} ORDER BY shares`)).toEqual([
      [null],
      ['10'],
      ['50'],
      ['100'],
      ['300'],
    ]);
    expect((await bench.ask(`SELECT shares FROM ${F} ORDER BY shares DESC`)).at(-1)).toEqual([null]);
    expect((await bench.ask(`SELECT shares FROM ${F} ORDER BY shares NULLS LAST`)).at(-1)).toEqual([null]);
  });

  it('keeps the latest row of each asset by QUALIFY', async () => {
    const rows = await bench.ask(`SELECT asset, fill_id FROM ${F} WHERE day IS NOT NULL
      QUALIFY ROW_NUMBER() OVER (PARTITION BY asset ORDER BY day DESC, fill_id DESC) = 1 ORDER BY asset`);
    expect(rows).toEqual([
      ['BITH11', 'f4'],
      ['HASH11', 'f3'],
    ]);
  });

  it('runs sums, ranks and neighbours over windows', async () => {
    const rows = await bench.ask(`SELECT fill_id, SUM(shares) OVER w AS running, RANK() OVER (ORDER BY asset),
      LAG(fill_id) OVER w, LEAD(fill_id, 1, 'none') OVER w, AVG(price) OVER (PARTITION BY asset),
      SUM(shares) OVER (PARTITION BY asset ORDER BY fill_id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW),
      FIRST_VALUE(fill_id) OVER w, PERCENTILE_CONT(shares, 0.5) OVER (PARTITION BY asset)
      FROM ${F} WHERE shares IS NOT NULL WINDOW w AS (PARTITION BY asset ORDER BY fill_id) ORDER BY fill_id`);
    expect(rows).toEqual([
      ['f1', '100', '2', null, 'f2', '62.333333333', '100', 'f1', '100.0'],
      ['f2', '400', '2', 'f1', 'f3', '62.333333333', '400', 'f1', '100.0'],
      ['f3', '450', '2', 'f2', 'none', '62.333333333', '350', 'f1', '100.0'],
      ['f4', '10', '1', null, 'none', '101.4', '10', 'f4', '10.0'],
    ]);
  });

  it('joins by ON and by USING, whose column then stands once', async () => {
    const on = `SELECT f.fill_id, b.name FROM ${F} AS f LEFT JOIN team_trading.brokers AS b ON b.broker = f.broker ORDER BY 1`;
    expect(await bench.ask(on)).toEqual([
      ['f1', 'Alfa'],
      ['f2', 'Alfa'],
      ['f3', 'Beta'],
      ['f4', 'Beta'],
      ['f5', null],
    ]);
    const using = `SELECT * EXCEPT (fill_id, asset, shares, price, day, tags) FROM ${F} FULL JOIN team_trading.brokers USING (broker)
      WHERE broker NOT IN ('XP', 'BTG')`;
    expect(await bench.ask(using)).toEqual([['ITAU', 'Gama']]);
  });

  it('reads WITH queries, one on the other, and subqueries that look outwards', async () => {
    const rows = await bench.ask(`WITH day AS (SELECT * FROM ${F} WHERE day = DATE '2024-11-08'),
      totals AS (SELECT asset, SUM(shares) AS total FROM day GROUP BY asset)
      SELECT t.asset, t.total, (SELECT MAX(f.price) FROM ${F} AS f WHERE f.asset = t.asset) AS best
      FROM totals AS t WHERE EXISTS(SELECT 1 FROM day WHERE day.asset = t.asset) ORDER BY asset`);
    expect(rows).toEqual([
      ['BITH11', '10', '101.4'],
      ['HASH11', '350', '62.6'],
    ]);
  });

  it('writes out * with EXCEPT, and t.* with REPLACE', async () => {
    const some = `SELECT * EXCEPT (tags, day, broker, price) FROM ${F} WHERE fill_id = 'f1'`;
    expect(await bench.ask(some)).toEqual([['f1', 'HASH11', '100']]);
    const changed = `SELECT x.* REPLACE (shares * 2 AS shares) FROM (SELECT fill_id, shares FROM ${F}) AS x WHERE fill_id = 'f1'`;
    expect(await bench.ask(changed)).toEqual([['f1', '200']]);
  });

  it('unites, intersects and subtracts', async () => {
    const brokers = 'SELECT broker FROM team_trading.brokers';
    const used = `SELECT broker FROM ${F} WHERE broker IS NOT NULL`;
    expect(await bench.ask(`${used} UNION DISTINCT ${brokers} ORDER BY broker`)).toEqual([
      ['BTG'],
      ['ITAU'],
      ['XP'],
    ]);
    expect(await bench.ask(`${brokers} EXCEPT DISTINCT ${used}`)).toEqual([['ITAU']]);
    expect(await bench.ask(`${brokers} INTERSECT DISTINCT ${used} ORDER BY 1 LIMIT 1`)).toEqual([['BTG']]);
    expect(await bench.ask('SELECT 1 AS n UNION ALL SELECT 2.5 ORDER BY n DESC LIMIT 1')).toEqual([['2.5']]);
  });

  it('opens arrays into rows, with their offsets', async () => {
    const rows = await bench.ask(
      `SELECT f.fill_id, tag, place FROM ${F} AS f, UNNEST(f.tags) AS tag WITH OFFSET AS place ORDER BY 1, 3`,
    );
    expect(rows).toEqual([
      ['f1', 'a', '0'],
      ['f1', 'b', '1'],
      ['f3', 'c', '0'],
    ]);
    const kept = await bench.ask(
      `SELECT f.fill_id, tag FROM ${F} AS f LEFT JOIN UNNEST(f.tags) AS tag WHERE tag IS NULL ORDER BY 1`,
    );
    expect(kept.map(([id]) => id)).toEqual(['f2', 'f4', 'f5']);
  });

  it('takes a table by its alias even where a column has the same name', async () => {
    expect(
      await bench.ask("SELECT broker.name FROM team_trading.brokers AS broker WHERE broker.broker = 'XP'"),
    ).toEqual([['Alfa']]);
  });

  it('names what has no name f0_, f1_ …', async () => {
    const answer = await bench.request('SELECT 1, 2 AS two, 3');
    expect(answer.schema?.fields.map((field) => field.name)).toEqual(['f0_', 'two', 'f2_']);
  });
});

describe('parameters', () => {
  it('stand for values anywhere in the statement', async () => {
    const rows = await bench.ask(
      `SELECT fill_id FROM ${F} WHERE day = @day AND shares > @least ORDER BY fill_id LIMIT @most`,
      [
        parameter('day', 'DATE', '2024-11-08'),
        parameter('least', 'INT64', '20'),
        parameter('most', 'INT64', '1'),
      ],
    );
    expect(rows).toEqual([['f2']]);
  });

  it('may be lists and lists of records', async () => {
    const ids = await bench.ask(`SELECT fill_id FROM ${F} WHERE fill_id IN UNNEST(@ids) ORDER BY 1`, [
      list('ids', 'STRING', ['f2', 'f4', 'none']),
    ]);
    expect(ids).toEqual([['f2'], ['f4']]);
    const rows = await bench.ask(
      'SELECT r.asset, limit_bps, place FROM UNNEST(@rows) AS r WITH OFFSET AS place WHERE limit_bps > 20 ORDER BY place',
      [
        records('rows', { asset: 'STRING', limit_bps: 'INT64' }, [
          ['HASH11', '30'],
          ['BITH11', '20'],
          [null, '40'],
        ]),
      ],
    );
    expect(rows).toEqual([
      ['HASH11', '30', '0'],
      [null, '40', '2'],
    ]);
  });

  it('may be given twice in another case of letters, but not left out', async () => {
    expect(await bench.ask('SELECT @Day AS a, @day AS b', [parameter('DAY', 'DATE', '2024-11-08')])).toEqual([
      ['2024-11-08', '2024-11-08'],
    ]);
    await expect(bench.ask('SELECT @day')).rejects.toThrow("Query parameter 'day' not found at [1:8]");
  });
});

describe('a query that BigQuery would not run', () => {
  it.each([
    [
      'SELECT * FROM team_trading.nothing',
      'Not found: Table desk-test:team_trading.nothing was not found in location US',
    ],
    ['SELECT * FROM other.fills', 'Not found: Dataset desk-test:other was not found in location US'],
    ['SELECT * FROM `another-project.team_trading.fills`', 'Not found: Project another-project'],
    ['SELECT * FROM fills', 'Table "fills" must be qualified with a dataset (e.g. dataset.table).'],
    [
      'SELECT * FROM team_trading.Fills',
      'Not found: Table desk-test:team_trading.Fills was not found in location US',
    ],
    ['SELECT nothing FROM team_trading.fills', 'Unrecognized name: nothing at [1:8]'],
    ['SELECT f.nothing FROM team_trading.fills AS f', 'Name nothing not found inside f at [1:8]'],
    ['SELECT fills.asset FROM team_trading.fills AS f', 'Unrecognized name: fills at [1:8]'],
    [
      'SELECT broker FROM team_trading.fills AS f JOIN team_trading.brokers AS b ON TRUE',
      'Column name broker is ambiguous at [1:8]',
    ],
    [
      'SELECT asset, SUM(shares) FROM team_trading.fills',
      'SELECT list expression references column asset which is neither grouped nor aggregated',
    ],
    ['SELECT shares + 1 AS more FROM team_trading.fills WHERE more > 1', 'Unrecognized name: more at [1:57]'],
    [
      'SELECT 1 AS a, 2 AS a',
      'Duplicate column names in the result are not supported. Found duplicate(s): a',
    ],
    [
      'SELECT asset FROM team_trading.fills ORDER BY 2',
      'The column number 2 exceeds the number of columns in the SELECT list',
    ],
    [
      'SELECT 1 FROM team_trading.fills AS x, team_trading.brokers AS x',
      'Duplicate table alias x in the same FROM clause',
    ],
    ['SELECT 1 FROM team_trading.fills AS f JOIN team_trading.brokers AS b', 'needs an ON or USING clause'],
    [
      'SELECT 1 UNION ALL SELECT 2 EXCEPT DISTINCT SELECT 3',
      'Different set operations cannot be used in the same query without using parentheses',
    ],
    ['SELECT 1 UNION ALL SELECT 1, 2', 'have mismatched column count'],
    ['SELEC 1', 'Syntax error: Unexpected identifier "SELEC" at [1:1]'],
    ['SELECT (1', 'Syntax error'],
    ['SELECT (asset FROM team_trading.fills', 'Syntax error'],
    ['SELECT [1, 2 3]', 'Syntax error'],
    ['', 'Syntax error: Unexpected end of statement at [1:1]'],
  ])('%s', async (query, message) => {
    const wording = 'API call to bigquery.jobs.query failed with error: ';
    await expect(bench.ask(query)).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`^${wording}`)),
    });
    await expect(bench.ask(query)).rejects.toThrow(message);
  });
});
