// Values of every type go in as parameters and come back unchanged; no text of theirs ever becomes SQL.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Bench, list, openBench, parameter, records } from './bench';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  await bench.ask(`CREATE TABLE team_trading.every (id INT64, s STRING, i INT64, f FLOAT64, n NUMERIC, big BIGNUMERIC, b BOOL,
    d DATE, dt DATETIME, ts TIMESTAMP, j JSON, list ARRAY<NUMERIC>, rec STRUCT<x INT64, y ARRAY<STRING>>)`);
  await bench.ask('CREATE TABLE team_trading.texts (id INT64, s STRING)');
});
afterAll(() => bench.end());

const CASES: readonly (readonly [type: string, given: string, back: string])[] = [
  ['STRING', 'ação "x" \'y\' \\n ☕', 'ação "x" \'y\' \\n ☕'],
  ['STRING', '', ''],
  ['INT64', '9223372036854775807', '9223372036854775807'],
  ['INT64', '-9223372036854775808', '-9223372036854775808'],
  ['FLOAT64', '0.1', '0.1'],
  ['FLOAT64', '12345678.9', '1.23456789E7'],
  ['FLOAT64', '-3', '-3.0'],
  ['FLOAT64', '-inf', '-Infinity'],
  ['NUMERIC', '0.1', '0.1'],
  ['NUMERIC', '62.40', '62.4'],
  ['NUMERIC', '-99999999999999999999999999999.999999999', '-99999999999999999999999999999.999999999'],
  ['NUMERIC', '1.5e3', '1500'],
  ['NUMERIC', '0.000000001', '0.000000001'],
  ['BIGNUMERIC', '12345678901234567890.123456789012345678', '12345678901234567890.123456789012345678'],
  ['BOOL', 'true', 'true'],
  ['BOOL', 'FALSE', 'false'],
  ['DATE', '2024-02-29', '2024-02-29'],
  ['DATE', '0001-01-01', '0001-01-01'],
  ['DATE', '9999-12-31', '9999-12-31'],
  ['DATETIME', '2024-11-08 10:05:00', '2024-11-08T10:05:00'],
  ['DATETIME', '2024-11-08T10:05:00.000250', '2024-11-08T10:05:00.000250'],
  ['DATETIME', '1969-12-31T23:59:59.5', '1969-12-31T23:59:59.500000'],
  ['TIMESTAMP', '2024-11-08 10:05:00-03:00', '1.7310711E9'],
  ['TIMESTAMP', '2024-11-08T13:05:00.25Z', '1.73107110025E9'],
  ['TIMESTAMP', '1970-01-01 00:00:00 UTC', '0.0'],
];

describe('a parameter', () => {
  it.each(CASES)('%s %j comes back as %j', async (type, given, back) => {
    expect(await bench.value('@x', [parameter('x', type, given)])).toBe(back);
  });

  it.each([...new Set(CASES.map(([type]) => type))])('%s may be NULL', async (type) => {
    expect(await bench.ask('SELECT @x, @x IS NULL', [parameter('x', type, null)])).toEqual([[null, 'true']]);
  });

  it('TIMESTAMP comes as whole microseconds on request', async () => {
    const more = {
      formatOptions: { useInt64Timestamp: true },
      parameterMode: 'NAMED',
      queryParameters: [parameter('x', 'TIMESTAMP', '2024-11-08T13:05:00.25Z')],
    };
    expect((await bench.request('SELECT @x', more)).rows).toEqual([{ f: [{ v: '1731071100250000' }] }]);
  });

  it.each([
    ['INT64', '1.5'],
    ['INT64', '9223372036854775808'],
    ['NUMERIC', '0.0000000001'],
    ['NUMERIC', '100000000000000000000000000000'],
    ['NUMERIC', '1,5'],
    ['NUMERIC', ''],
    ['FLOAT64', 'x'],
    ['BOOL', 'yes'],
    ['DATE', '2024-02-30'],
    ['DATE', '08/11/2024'],
    ['DATETIME', '2024-11-08 24:00:00'],
    ['TIMESTAMP', 'now'],
  ])('%s %j is refused', async (type, given) => {
    await expect(bench.value('@x', [parameter('x', type, given)])).rejects.toThrow(/Invalid|Could not cast/);
  });

  it('must be text on the wire', async () => {
    const number = { name: 'x', parameterType: { type: 'INT64' }, parameterValue: { value: 5 } };
    await expect(bench.value('@x', [number])).rejects.toThrow(
      "Invalid value at 'parameter_value.value' (TYPE_STRING), 5",
    );
  });
});

describe('a table with a column of every type', () => {
  const COLUMNS = {
    id: 'INT64',
    s: 'STRING',
    i: 'INT64',
    f: 'FLOAT64',
    n: 'NUMERIC',
    big: 'BIGNUMERIC',
    b: 'BOOL',
    d: 'DATE',
    dt: 'DATETIME',
    ts: 'TIMESTAMP',
  };
  const NAMES = Object.keys(COLUMNS).join(', ');

  it('keeps what an array of records brings, NULL included', async () => {
    const rows = [
      [
        '1',
        "it's",
        '-7',
        '0.1',
        '62.123456789',
        '0.000000000000000001',
        'true',
        '2024-11-08',
        '2024-11-08T10:00:00',
        '2024-11-08T13:00:00Z',
      ],
      ['2', null, null, null, null, null, null, null, null, null],
    ];
    await bench.ask(`INSERT team_trading.every (${NAMES}) SELECT ${NAMES} FROM UNNEST(@rows)`, [
      records('rows', COLUMNS, rows),
    ]);
    expect(await bench.ask(`SELECT ${NAMES} FROM team_trading.every WHERE id < 3 ORDER BY id`)).toEqual([
      [
        '1',
        "it's",
        '-7',
        '0.1',
        '62.123456789',
        '0.000000000000000001',
        'true',
        '2024-11-08',
        '2024-11-08T10:00:00',
        '1.7310708E9',
      ],
      ['2', null, null, null, null, null, null, null, null, null],
    ]);
  });

  it('keeps lists, records and JSON; a NULL list comes back empty', async () => {
    await bench.ask(
      `INSERT team_trading.every (id, j, list, rec) VALUES
       (3, JSON '{"a": [1, null]}', @list, STRUCT(1 AS x, ['p', 'q'] AS y)), (4, NULL, NULL, NULL)`,
      [list('list', 'NUMERIC', ['1.10', '2'])],
    );
    expect(
      await bench.ask(
        'SELECT j, list, rec, rec.y[OFFSET(1)] FROM team_trading.every WHERE id > 2 ORDER BY id',
      ),
    ).toEqual([
      ['{"a":[1,null]}', ['1.1', '2'], ['1', ['p', 'q']], 'q'],
      [null, [], null, null],
    ]);
    const answer = await bench.request('SELECT list, rec FROM team_trading.every WHERE id = 3');
    expect(answer.schema?.fields).toEqual([
      { name: 'list', type: 'NUMERIC', mode: 'REPEATED' },
      {
        name: 'rec',
        type: 'RECORD',
        mode: 'NULLABLE',
        fields: [
          { name: 'x', type: 'INTEGER', mode: 'NULLABLE' },
          { name: 'y', type: 'STRING', mode: 'REPEATED' },
        ],
      },
    ]);
  });
});

/** Texts made of what could end a literal, a name or a statement. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '`',
        ';',
        '--',
        '/*',
        '*/',
        '#',
        '@x',
        '$x',
        '$$',
        '\\',
        '\\n',
        '%',
        '\n',
        '?',
        ')',
        '{{',
        'NULL',
        "'; DROP TABLE texts; --",
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))
  // NUL is a text's end in DuckDB's C interface
  .filter((text) => !text.includes('\0'));

describe('a text of any characters', () => {
  it('comes back unchanged as a parameter and changes nothing of the statement', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (text, other) => {
        const row = await bench.ask('SELECT @x, @y, @x = @y, @list', [
          parameter('x', 'STRING', text),
          parameter('y', 'STRING', other),
          list('list', 'STRING', [text, other]),
        ]);
        expect(row).toEqual([[text, other, String(text === other), [text, other]]]);
      }),
      { numRuns: 150 },
    );
  });

  it('is kept unchanged in a table', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 1, maxLength: 8 }), async (texts) => {
        await bench.ask('DELETE FROM team_trading.texts WHERE TRUE');
        await bench.ask(
          `MERGE team_trading.texts AS t USING UNNEST(@rows) AS s ON t.id = s.id
           WHEN NOT MATCHED THEN INSERT (id, s) VALUES (s.id, s.s)`,
          [
            records(
              'rows',
              { id: 'INT64', s: 'STRING' },
              texts.map((text, i) => [String(i), text]),
            ),
          ],
        );
        expect(await bench.ask('SELECT s FROM team_trading.texts ORDER BY id')).toEqual(
          texts.map((text) => [text]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('is the same when it is written as a literal', async () => {
    const escaped = (text: string) =>
      `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        expect(await bench.ask(`SELECT ${escaped(text)}, 1`)).toEqual([[text, '1']]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a decimal', () => {
  it('comes back digit by digit, whatever its size', async () => {
    const decimals = fc
      .tuple(
        fc.boolean(),
        fc.bigInt({ min: 0n, max: 10n ** 29n - 1n }),
        fc.integer({ min: 0, max: 999_999_999 }),
      )
      .map(([minus, whole, part]) => {
        const fraction = String(part).padStart(9, '0').replace(/0+$/, '');
        const text = `${whole}${fraction === '' ? '' : `.${fraction}`}`;
        return minus && text !== '0' ? `-${text}` : text;
      });
    await fc.assert(
      fc.asyncProperty(fc.array(decimals, { minLength: 1, maxLength: 20 }), async (given) => {
        expect(await bench.value('@x', [list('x', 'NUMERIC', given)])).toEqual(given);
      }),
      { numRuns: 40 },
    );
  });

  it('divided gives the exact quotient to nine decimals, half away from zero', async () => {
    const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
    await fc.assert(
      fc.asyncProperty(
        cents,
        cents.filter((n) => n !== 0),
        async (a, b) => {
          const text = (n: number) => (n / 100).toFixed(2);
          const quotient = await bench.value('@a / @b', [
            parameter('a', 'NUMERIC', text(a)),
            parameter('b', 'NUMERIC', text(b)),
          ]);
          const [top, bottom] = [BigInt(a) * 10n ** 9n, BigInt(b)];
          const size =
            (2n * (top < 0n ? -top : top) + (bottom < 0n ? -bottom : bottom)) /
            (2n * (bottom < 0n ? -bottom : bottom));
          const expected = top < 0n === bottom < 0n ? size : -size;
          const [whole = '', fraction = ''] = String(quotient).split('.');
          expect(
            BigInt(whole.replace('-', '') + fraction.padEnd(9, '0')) *
              (String(quotient).startsWith('-') ? -1n : 1n),
          ).toBe(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});
