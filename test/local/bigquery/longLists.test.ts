// An array parameter of a day's rows does the same as a short one: it stands in a table of its own, which no statement can tell.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bench, list, openBench, records } from './bench';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.end());

/** More than one piece of what DuckDB takes at once. */
const MANY = 5_000;
const numbers = Array.from({ length: MANY }, (_, n) => String((n * 7_919) % MANY));
const SEVERAL = {
  s: 'STRING',
  i: 'INT64',
  f: 'FLOAT64',
  n: 'NUMERIC',
  b: 'BOOL',
  d: 'DATE',
  dt: 'DATETIME',
  ts: 'TIMESTAMP',
} as const;
const ROW = [
  `it's "ação" \\ ☕`,
  '-9223372036854775808',
  '0.1',
  '62.40',
  'true',
  '2024-02-29',
  '1969-12-31T23:59:59.5',
  '2024-11-08T13:05:00.25Z',
];
const rowAt = (at: number): readonly (string | null)[] =>
  at % 3 === 0 ? ROW : ROW.map((value, column) => (column === at % ROW.length ? null : value));

describe('an array parameter of thousands', () => {
  it('keeps its order and its places', async () => {
    const rows = await bench.ask(
      'SELECT x, place FROM UNNEST(@list) AS x WITH OFFSET AS place ORDER BY place',
      [list('list', 'INT64', numbers)],
    );
    expect(rows).toEqual(numbers.map((n, place) => [n, String(place)]));
  });

  it('gives values of every type back as a short one does', async () => {
    const names = Object.keys(SEVERAL).join(', ');
    const ask = (count: number) =>
      bench.ask(`SELECT ${names} FROM UNNEST(@rows) WITH OFFSET AS place ORDER BY place`, [
        records(
          'rows',
          SEVERAL,
          Array.from({ length: count }, (_, at) => rowAt(at)),
        ),
      ]);
    const some = await ask(24);
    const all = await ask(MANY);
    expect(all.length).toBe(MANY);
    expect(some.flat()).toContain(ROW[0]);
    all.forEach((row, at) => {
      expect(row).toEqual(some[at % 24]);
    });
  });

  it('may be named twice, under a name in any case, beside a short one and another long one', async () => {
    const query = `SELECT
      (SELECT COUNT(*) FROM UNNEST(@List) AS x WHERE x IN UNNEST(@LIST) AND x IN UNNEST(@few)),
      (SELECT SUM(x) FROM UNNEST(@other) AS x), ARRAY_LENGTH(@list)`;
    const given = [
      list('list', 'INT64', numbers),
      list('few', 'INT64', ['1', '2', '-1']),
      list('Other', 'NUMERIC', numbers),
    ];
    expect(await bench.ask(query, given)).toEqual([['2', String((MANY * (MANY - 1)) / 2), String(MANY)]]);
  });

  it('is another one in the next request, also after one that failed', async () => {
    const sum = (values: readonly string[]) =>
      bench.value('(SELECT SUM(x) FROM UNNEST(@list) AS x)', [list('list', 'INT64', values)]);
    const ones = Array.from({ length: MANY }, () => '1');
    const failing = bench.ask('SELECT 1 / (x - x) FROM UNNEST(@list) AS x', [list('list', 'INT64', ones)]);
    const both = await Promise.allSettled([failing, sum(ones), sum(numbers)]);
    expect(both.map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual([
      'failed',
      String(MANY),
      String((MANY * (MANY - 1)) / 2),
    ]);
  });

  it('is refused for one element that is wrong, in the words of a short one', async () => {
    const refused = (values: readonly string[]) =>
      bench.ask('SELECT x FROM UNNEST(@list) AS x', [list('list', 'DATE', values)]).catch(String);
    const dates = Array.from({ length: MANY }, () => '2024-11-08');
    const short = await refused(['2024-13-08']);
    expect(short).toContain('2024-13-08');
    expect(await refused([...dates, '2024-13-08'])).toBe(short);
  });

  it('is checked by a dry run, and not kept', async () => {
    const more = { parameterMode: 'NAMED', queryParameters: [list('list', 'INT64', numbers)] };
    const query = 'SELECT x FROM UNNEST(@list) AS x';
    const dry = await bench.request(query, { ...more, dryRun: true });
    expect(dry.schema?.fields).toMatchObject([{ name: 'x', type: 'INTEGER' }]);
    expect((await bench.request(query, { ...more, maxResults: 1 })).totalRows).toBe(String(MANY));
  });
});
