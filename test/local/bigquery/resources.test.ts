// Datasets and tables by the REST calls: what is set is read back, and each refusal has BigQuery's words.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bench, DATASET, openBench, PROJECT } from './bench';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.end());

const call = (method: string, ...args: readonly unknown[]) => bench.warehouse.call(method, [...args]);

const FILLS = {
  tableReference: { projectId: PROJECT, datasetId: DATASET, tableId: 'fills' },
  description: 'what was executed',
  schema: {
    fields: [
      { name: 'run_id', type: 'STRING', mode: 'REQUIRED', description: 'which run' },
      { name: 'trade_date', type: 'DATE' },
      { name: 'asset', type: 'STRING', mode: 'NULLABLE' },
      { name: 'shares', type: 'INT64' },
      { name: 'price', type: 'NUMERIC' },
      { name: 'tags', type: 'STRING', mode: 'REPEATED' },
      {
        name: 'who',
        type: 'RECORD',
        fields: [
          { name: 'user', type: 'STRING' },
          { name: 'ok', type: 'BOOL' },
        ],
      },
    ],
  },
  timePartitioning: { type: 'DAY', field: 'trade_date' },
  clustering: { fields: ['asset'] },
};
const VIEW = {
  tableReference: { tableId: 'v' },
  view: { query: 'SELECT asset, shares FROM `desk-test.team_trading.fills`', useLegacySql: false },
};

describe('a dataset', () => {
  it('is found with its location once it is made', async () => {
    await call(
      'Datasets.insert',
      { datasetReference: { datasetId: 'archive' }, location: 'southamerica-east1', description: 'old' },
      PROJECT,
    );
    expect(await call('Datasets.get', PROJECT, 'archive')).toEqual({
      kind: 'bigquery#dataset',
      id: 'desk-test:archive',
      datasetReference: { projectId: PROJECT, datasetId: 'archive' },
      location: 'southamerica-east1',
      description: 'old',
    });
  });

  it.each([
    ['get', 'Datasets.get', [PROJECT, 'nothing'], 'Not found: Dataset desk-test:nothing'],
    ['get', 'Datasets.get', ['other', DATASET], 'Not found: Project other'],
    [
      'insert',
      'Datasets.insert',
      [{ datasetReference: { datasetId: DATASET } }, PROJECT],
      'Already Exists: Dataset desk-test:team_trading',
    ],
    [
      'insert',
      'Datasets.insert',
      [{ datasetReference: { datasetId: 'a-b' } }, PROJECT],
      'Invalid dataset ID "a-b".',
    ],
  ])('%s is refused as BigQuery words it: %s %j', async (verb, method, args, message) => {
    await expect(call(method, ...args)).rejects.toThrow(
      `API call to bigquery.datasets.${verb} failed with error: ${message}`,
    );
  });

  it('may not take a name that DuckDB cannot keep apart', async () => {
    for (const datasetId of ['Team_Trading', 'main']) {
      await expect(call('Datasets.insert', { datasetReference: { datasetId } }, PROJECT)).rejects.toThrow(
        /^not implemented locally: /,
      );
    }
  });
});

describe('a table', () => {
  it('is read back as it was made, with the names of types that the API uses', async () => {
    await call('Tables.insert', FILLS, PROJECT, DATASET);
    await bench.ask("INSERT team_trading.fills (run_id) VALUES ('r1')");
    expect(await call('Tables.get', PROJECT, DATASET, 'fills')).toMatchObject({
      id: 'desk-test:team_trading.fills',
      type: 'TABLE',
      description: 'what was executed',
      location: 'US',
      numRows: '1',
      timePartitioning: { type: 'DAY', field: 'trade_date' },
      clustering: { fields: ['asset'] },
      schema: {
        fields: [
          { name: 'run_id', type: 'STRING', mode: 'REQUIRED', description: 'which run' },
          { name: 'trade_date', type: 'DATE', mode: 'NULLABLE' },
          { name: 'asset', type: 'STRING', mode: 'NULLABLE' },
          { name: 'shares', type: 'INTEGER', mode: 'NULLABLE' },
          { name: 'price', type: 'NUMERIC', mode: 'NULLABLE' },
          { name: 'tags', type: 'STRING', mode: 'REPEATED' },
          {
            name: 'who',
            type: 'RECORD',
            fields: [
              { name: 'user', type: 'STRING' },
              { name: 'ok', type: 'BOOLEAN' },
            ],
          },
        ],
      },
    });
  });

  it('is listed with the views beside it', async () => {
    await call('Tables.insert', FILLS, PROJECT, DATASET);
    await call('Tables.insert', VIEW, PROJECT, DATASET);
    expect(await call('Tables.list', PROJECT, DATASET)).toMatchObject({
      totalItems: 2,
      tables: [
        { tableReference: { tableId: 'fills' }, type: 'TABLE' },
        { tableReference: { tableId: 'v' }, type: 'VIEW' },
      ],
    });
  });

  it('is refused with the code and the words of the API', async () => {
    await call('Tables.insert', FILLS, PROJECT, DATASET);
    await expect(call('Tables.get', PROJECT, DATASET, 'nothing')).rejects.toMatchObject({
      message:
        'API call to bigquery.tables.get failed with error: Not found: Table desk-test:team_trading.nothing',
      code: 404,
      details: { code: 404, errors: [{ reason: 'notFound' }] },
    });
    await expect(call('Tables.insert', FILLS, PROJECT, DATASET)).rejects.toMatchObject({
      message:
        'API call to bigquery.tables.insert failed with error: Already Exists: Table desk-test:team_trading.fills',
      code: 409,
    });
    await expect(call('Tables.insert', FILLS, PROJECT, 'nothing')).rejects.toThrow(
      'Not found: Dataset desk-test:nothing',
    );
  });

  it.each([
    [
      { timePartitioning: { type: 'DAY', field: 'nothing' } },
      'The field specified for partitioning cannot be found in the schema',
    ],
    [
      { timePartitioning: { type: 'DAY', field: 'asset' } },
      'can only be of type TIMESTAMP, DATE or DATETIME',
    ],
    [
      { clustering: { fields: ['nothing'] } },
      'The field specified for clustering cannot be found in the schema',
    ],
    [
      {
        schema: {
          fields: [
            { name: 'a', type: 'STRING' },
            { name: 'A', type: 'STRING' },
          ],
        },
      },
      'Duplicate column name',
    ],
    [{ schema: { fields: [{ name: 'a b', type: 'STRING' }] } }, 'Invalid field name "a b"'],
    [{ schema: { fields: [{ name: 'a', type: 'TEXT' }] } }, 'TEXT is not a valid value'],
  ])('cannot be made with %j', async (more, message) => {
    const bare = { tableReference: { tableId: 'x' }, schema: FILLS.schema };
    await expect(call('Tables.insert', { ...bare, ...more }, PROJECT, DATASET)).rejects.toThrow(message);
    await expect(call('Tables.get', PROJECT, DATASET, 'x')).rejects.toThrow('Not found');
  });
});

describe('a change of a table', () => {
  const wider = [...FILLS.schema.fields, { name: 'fee', type: 'NUMERIC' }];
  beforeEach(async () => {
    await call('Tables.insert', FILLS, PROJECT, DATASET);
    await call(
      'Tables.insert',
      { ...VIEW, view: { ...VIEW.view, query: 'SELECT * FROM team_trading.fills' } },
      PROJECT,
      DATASET,
    );
    await bench.ask("INSERT team_trading.fills (run_id, shares) VALUES ('r1', 100)");
  });

  it.each(['Tables.patch', 'Tables.update'])(
    'by %s adds nullable columns; rows stay, views follow',
    async (method) => {
      const changed = await call(method, { schema: { fields: wider } }, PROJECT, DATASET, 'fills');
      expect(changed).toMatchObject({ numRows: '1', timePartitioning: { field: 'trade_date' } });
      await bench.ask("INSERT team_trading.fills (run_id, fee) VALUES ('r2', 0.25)");
      expect(await bench.ask('SELECT run_id, shares, fee FROM team_trading.v ORDER BY run_id')).toEqual([
        ['r1', '100', null],
        ['r2', null, '0.25'],
      ]);
    },
  );

  it('takes back a resource as it was read', async () => {
    const read = await call('Tables.get', PROJECT, DATASET, 'fills');
    expect(await call('Tables.update', read, PROJECT, DATASET, 'fills')).toEqual(read);
  });

  it.each([
    [{ schema: { fields: FILLS.schema.fields.slice(1) } }, 'Field run_id is missing in new schema'],
    [
      {
        schema: {
          fields: FILLS.schema.fields.map((f) => (f.name === 'shares' ? { ...f, type: 'STRING' } : f)),
        },
      },
      'Field shares has changed type',
    ],
    [
      { schema: { fields: [...FILLS.schema.fields, { name: 'x', type: 'STRING', mode: 'REQUIRED' }] } },
      'Cannot add required fields',
    ],
    [{ timePartitioning: { type: 'MONTH', field: 'trade_date' } }, 'Cannot change partitioning'],
  ])('%j is refused and changes nothing', async (resource, message) => {
    const before = await call('Tables.get', PROJECT, DATASET, 'fills');
    await expect(call('Tables.patch', resource, PROJECT, DATASET, 'fills')).rejects.toThrow(message);
    expect(await call('Tables.get', PROJECT, DATASET, 'fills')).toEqual(before);
  });
});

describe('a view', () => {
  beforeEach(async () => {
    await call('Tables.insert', FILLS, PROJECT, DATASET);
  });

  it('knows its columns and may be given another query', async () => {
    expect(await call('Tables.insert', VIEW, PROJECT, DATASET)).toMatchObject({
      type: 'VIEW',
      schema: {
        fields: [
          { name: 'asset', type: 'STRING' },
          { name: 'shares', type: 'INTEGER' },
        ],
      },
      view: VIEW.view,
    });
    const view = { query: 'SELECT COUNT(*) AS n FROM team_trading.fills', useLegacySql: false };
    expect(await call('Tables.update', { view }, PROJECT, DATASET, 'v')).toMatchObject({
      schema: { fields: [{ name: 'n', type: 'INTEGER' }] },
      view,
    });
    expect(await bench.ask('SELECT n FROM team_trading.v')).toEqual([['0']]);
  });

  it.each([
    ['SELECT nothing FROM team_trading.fills', 'Unrecognized name: nothing'],
    ['SELECT * FROM team_trading.absent', 'Not found: Table desk-test:team_trading.absent'],
    ['SELECT * FROM fills', 'must be qualified with a dataset'],
    ['DELETE FROM team_trading.fills WHERE TRUE', 'A view must be a query'],
    ['SELECT @x', 'Query parameters cannot be used in a view'],
  ])('is refused when it is %s', async (query, message) => {
    const resource = { tableReference: { tableId: 'w' }, view: { query, useLegacySql: false } };
    await expect(call('Tables.insert', resource, PROJECT, DATASET)).rejects.toThrow(message);
    await expect(call('Tables.get', PROJECT, DATASET, 'w')).rejects.toThrow('Not found');
  });

  it('is refused in legacy SQL', async () => {
    const resource = { tableReference: { tableId: 'w' }, view: { query: 'SELECT 1 AS x' } };
    await expect(call('Tables.insert', resource, PROJECT, DATASET)).rejects.toThrow(
      'not implemented locally: a view in legacy SQL',
    );
  });
});
