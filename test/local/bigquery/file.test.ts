// The file outlives the process, and anybody may read it with DuckDB alone.
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openWarehouse } from '../../../src/local/bigquery';
import { type Bench, openBench, PROJECT } from './bench';

let bench: Bench;
afterEach(() => bench.end());

async function filled(): Promise<Bench> {
  const made = await openBench();
  await made.ask(
    'CREATE TABLE team_trading.fills (asset STRING NOT NULL, shares INT64, price NUMERIC, day DATE) PARTITION BY day',
  );
  await made.ask(
    "INSERT team_trading.fills (asset, shares, price, day) VALUES ('HASH11', 100, 62.4, '2024-11-08'), ('HASH11', 300, 62.6, '2024-11-08')",
  );
  await made.ask(`CREATE VIEW team_trading.averages AS SELECT asset, SUM(shares * price) / SUM(shares) AS average, MAX(day) < CURRENT_DATE() AS past
    FROM \`desk-test.team_trading.fills\` GROUP BY asset`);
  return made;
}

describe('the warehouse file', () => {
  it('survives close and reopen: rows, views, partitions, and what exists', async () => {
    bench = await (await filled()).reopen();
    expect(await bench.ask('SELECT * FROM team_trading.averages')).toEqual([['HASH11', '62.55', 'true']]);
    expect(await bench.warehouse.call('Tables.get', [PROJECT, 'team_trading', 'fills'])).toMatchObject({
      numRows: '2',
      timePartitioning: { type: 'DAY', field: 'day' },
    });
    await expect(bench.ask('CREATE TABLE team_trading.fills (a INT64)')).rejects.toThrow('Already Exists');
    await bench.ask("INSERT team_trading.fills (asset, shares, price) VALUES ('HASH11', 400, 62.55)");
    expect(await bench.value('(SELECT average FROM team_trading.averages)')).toBe('62.55');
  });

  it('reads a clock that was set back by the next to open it', async () => {
    bench = await (await filled()).reopen({ now: () => Date.parse('2024-11-08T12:00:00Z') });
    expect(await bench.value('(SELECT past FROM team_trading.averages)')).toBe('false');
  });

  it('is plain DuckDB to others: schemas, tables and views by their names, decimals as decimals', async () => {
    bench = await filled();
    await bench.warehouse.close();
    const instance = await DuckDBInstance.create(bench.file, { access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    expect(await rows('SELECT asset, shares, price, day FROM team_trading.fills ORDER BY shares')).toEqual([
      ['HASH11', '100', '62.400000000', '2024-11-08'],
      ['HASH11', '300', '62.600000000', '2024-11-08'],
    ]);
    expect(await rows('SELECT asset, average, past FROM team_trading.averages')).toEqual([
      ['HASH11', '62.550000000', true],
    ]);
    connection.closeSync();
    instance.closeSync();
    bench = await bench.reopen();
  });

  it('answers calls made at the same time one after the other', async () => {
    bench = await filled();
    const add = (n: number) => bench.ask(`INSERT team_trading.fills (asset, shares) VALUES ('X', ${n})`);
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(n)));
    expect(
      await bench.value("(SELECT COUNT(DISTINCT shares) FROM team_trading.fills WHERE asset = 'X')"),
    ).toBe('20');
  });

  it('answers for any project when it is opened without one', async () => {
    bench = await (await filled()).reopen();
    await bench.warehouse.close();
    const open = await openWarehouse({ file: bench.file });
    const request = {
      query: 'SELECT COUNT(*) AS n FROM `another-desk.team_trading.fills`',
      useLegacySql: false,
    };
    expect(await open.call('Jobs.query', [request, 'another-desk'])).toMatchObject({
      rows: [{ f: [{ v: '2' }] }],
    });
    await open.close();
    bench = await bench.reopen();
  });
});

describe('a history of a million rows', () => {
  it('is grouped, joined and windowed, a million rows of it', async () => {
    bench = await openBench();
    const digits = 'UNNEST([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])';
    await bench.ask(
      'CREATE TABLE team_trading.h (run_id STRING, day DATE, asset STRING, shares INT64, price NUMERIC, inav NUMERIC)',
    );
    await bench.ask(`INSERT team_trading.h (run_id, day, asset, shares, price, inav)
      SELECT CONCAT('r', CAST(a * 10 + b AS STRING)), DATE_ADD(DATE '2024-01-01', INTERVAL a * 10 + b DAY), CONCAT('A', CAST(c AS STRING)),
        1 + d, 62.41 + e * CAST(1 AS NUMERIC), CAST(62.5 AS NUMERIC) + f
      FROM ${digits} AS a, ${digits} AS b, ${digits} AS c, ${digits} AS d, ${digits} AS e, ${digits} AS f`);
    const slippage =
      await bench.ask(`SELECT asset, SUM(shares * (price - inav) * 10000) / SUM(shares * inav) AS bps FROM team_trading.h
      GROUP BY asset ORDER BY asset LIMIT 1`);
    const latest = await bench.ask(`SELECT COUNT(*), SUM(running) FROM (
      SELECT h.asset, SUM(h.shares) OVER (PARTITION BY h.asset ORDER BY h.day, h.run_id ROWS UNBOUNDED PRECEDING) AS running
      FROM team_trading.h AS h JOIN (SELECT DISTINCT run_id, day FROM team_trading.h
        QUALIFY RANK() OVER (PARTITION BY day ORDER BY run_id DESC) = 1) AS last USING (run_id))`);
    expect(slippage).toEqual([['A0', '-13.432835821']]);
    expect(latest[0]?.[0]).toBe('1000000');
  });
});
