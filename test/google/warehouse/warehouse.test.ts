// The warehouse: rows in keyed chunks, the run last, tables made when they are not there.
import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '../../../src/desk/limits';
import type { Warehouse } from '../../../src/desk/services';
import { createServices } from '../../../src/google/services';
import { CHUNK_BYTES, chunks } from '../../../src/google/warehouse/save';
import { TABLES } from '../../../src/google/warehouse/tables';
import { verbatim } from '../../../src/language/message';
import { frozenIntents, issuedOrders } from '../../../src/sheets/tabs';
import { saveRows, type WarehouseRows } from '../../../src/sheets/warehouse';
import { type FakeJobs, type FakeResources, installFakes, type SentQuery } from '../fakes';
import { settingsWith } from '../settings';
import { type SentRow, sentRows } from './sent';

const settings = settingsWith({ googleCloudProject: 'desk-trading-1' });
const run = {
  runId: '2024-11-08T10:15:00-initial-1',
  tradeDate: '2024-11-08',
  stage: 'initial',
  scope: 'all',
  at: '2024-11-08T10:15:00',
  user: 'trader@desk.example',
  hash: 'abc',
  headline: verbatim('3 orders'),
};
const intent = (cnpj: string) => ({
  tradeDate: '2024-11-08',
  fund: "Robert'); DROP TABLE runs;--",
  cnpj,
  asset: 'HASH11',
  side: 'BUY' as const,
  strategy: 'SimpleOrder' as const,
  amount: 1_000_000_10,
  version: 1,
  frozenAt: '2024-11-08T10:15:00',
  reason: null,
  approvedBy: 'trader@desk.example',
});
const intents = (count: number): WarehouseRows =>
  saveRows(
    'order_intents',
    frozenIntents,
    Array.from({ length: count }, (_, i) => intent(`fund ${i}`)),
  );

function open(): { warehouse: Warehouse; jobs: FakeJobs; resources: FakeResources } {
  const { jobs, resources } = installFakes();
  const warehouse = createServices().warehouse(settings);
  if (!warehouse) throw new Error('a project is configured');
  return { warehouse, jobs, resources };
}

const kind = ({ query }: SentQuery): string => query.split(/[\s(]/)[0] ?? '';
const tableIn = ({ query }: SentQuery): string =>
  /`desk-trading-1\.team_trading\.(\w+)`/.exec(query)?.[1] ?? '';
const parameter = ({ queryParameters = [] }: SentQuery, name: string) =>
  queryParameters.find((each) => each.name === name);
const rowsIn = (query: SentQuery): readonly SentRow[] =>
  sentRows(tableIn(query), (name) => parameter(query, name)?.parameterValue?.value ?? '');

describe('a run that is saved', () => {
  it('has its rows first and the row that commits it last', () => {
    const { warehouse, jobs } = open();
    warehouse.save(run, [intents(1), saveRows('instructions', issuedOrders, [])]);
    expect(jobs.queries.map((query) => [kind(query), tableIn(query)])).toEqual([
      ['MERGE', 'order_intents'],
      ['MERGE', 'runs'],
    ]);
  });

  it('is sent as standard SQL with named parameters in the place of the dataset', () => {
    const { warehouse, jobs } = open();
    warehouse.save(run, [intents(1)]);
    for (const query of jobs.queries)
      expect(query).toMatchObject({
        useLegacySql: false,
        parameterMode: 'NAMED',
        location: 'southamerica-east1',
        requestId: expect.stringMatching(/^uuid-\d$/),
      });
    expect(new Set(jobs.queries.map(({ requestId }) => requestId)).size).toBe(2);
  });

  it('never has its words in a statement, and its decimals as text', () => {
    const { warehouse, jobs } = open();
    warehouse.save(run, [intents(1)]);
    for (const { query } of jobs.queries) expect(query).not.toMatch(/Robert|DROP|trader@/);
    const [first] = jobs.queries;
    expect(first && rowsIn(first)).toMatchObject([
      { run_id: run.runId, fund: "Robert'); DROP TABLE runs;--", amount: '1000000.1', reason: null },
    ]);
    // As a text: a number of JSON with a fraction is none that is exact.
    expect(first && parameter(first, 'rows')?.parameterValue?.value).toContain('"1000000.1"');
  });

  it('adds only rows that are not there: the same run gives the same keys, every row its own', () => {
    const keysOf = (): unknown[] => {
      const { warehouse, jobs } = open();
      warehouse.save(run, [intents(2), intents(1)]);
      return jobs.queries.flatMap((query) => rowsIn(query).map(({ row_key }) => row_key));
    };
    expect(keysOf()).toEqual([
      'order_intents/000001',
      'order_intents/000002',
      'order_intents/000003',
      'runs/000001',
    ]);
    expect(keysOf()).toEqual(keysOf());
  });

  it('says yes and no as the warehouse does', () => {
    const { warehouse, jobs } = open();
    const columns = [{ name: 'do_not_cross', type: 'BOOL' as const }];
    warehouse.save(run, [{ table: 'instructions', columns, rows: [[true], [false], [null]] }]);
    const [first] = jobs.queries;
    expect(first && rowsIn(first)).toMatchObject(
      ['true', 'false', null].map((value) => ({ do_not_cross: value, trade_date: '2024-11-08' })),
    );
  });

  it('goes in chunks, none larger than a request may be', () => {
    const { warehouse, jobs } = open();
    warehouse.save(run, [intents(30_000)]);
    const counts = jobs.queries.map((query) => rowsIn(query).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30_001);
    expect(counts.length).toBeLessThan(4);
    for (const query of jobs.queries)
      expect(Buffer.byteLength(JSON.stringify(query))).toBeLessThan(LIMITS.queryBytes * 0.95);
    const most = CHUNK_BYTES - 8;
    const long = (bytes: number): string => 'x'.repeat(bytes);
    const lengths = (...texts: readonly string[]) =>
      [...chunks(texts.map((text) => [text]))].map((chunk) => chunk.length);
    expect(lengths(long(most / 2 - 20), long(most / 2 - 20), long(most / 2 - 20), 'y')).toEqual([2, 2]);
    expect(lengths(long(most + 1), 'y')).toEqual([1, 1]);
    // What JSON escapes, twice, and what may be sent by its number, counts as it is sent at most.
    const quotes = '"'.repeat(most / 8);
    const room = Math.floor((CHUNK_BYTES / 2 - 12) / 6);
    for (const letter of ['ã', '<', "'"]) {
      expect(lengths(quotes, letter.repeat(room), 'y')).toEqual([2, 1]);
      expect(lengths(quotes, letter.repeat(room + 1), 'y')).toEqual([1, 2]);
    }
    expect([...chunks([])]).toEqual([]);
  });

  it('keeps every letter of a text, and half of one takes no other with it', () => {
    const { warehouse, jobs } = open();
    const columns = [{ name: 'headline', type: 'STRING' as const }];
    const texts = ['"\\\n\t', 'Crédito \u{1F4B0}', '\ud83d alone', 'a\\ud83d written', ''];
    warehouse.save(run, [{ table: 'runs', columns, rows: texts.map((text) => [text]) }]);
    const [first] = jobs.queries;
    expect(first && rowsIn(first).map(({ headline }) => headline)).toEqual([
      ...texts.slice(0, 2),
      // Half of a character is no text anywhere: the others of its row are not lost for it.
      '\ufffd alone',
      ...texts.slice(3),
    ]);
  });

  it('with a table or a column that nobody defined is refused before anything is sent', () => {
    const { warehouse, jobs } = open();
    const columns = [{ name: 'surprise', type: 'STRING' as const }];
    expect(() => warehouse.save(run, [{ table: 'runs`; --', columns, rows: [] }])).toThrow(
      'has no table "runs`; --"',
    );
    expect(() => warehouse.save(run, [{ table: 'fills', columns, rows: [['x']] }])).toThrow(
      'The warehouse table "fills" has no column "surprise" of type STRING.',
    );
    expect(jobs.queries).toEqual([]);
  });

  it('does not commit when a chunk fails', () => {
    const { warehouse, jobs } = open();
    jobs.answer = () => new Error('Access Denied: Table desk: User does not have permission');
    expect(() => warehouse.save(run, [intents(1)])).toThrow(/ask for the roles BigQuery Job User/);
    expect(jobs.queries.map(tableIn)).toEqual(['order_intents']);
  });
});

describe('a log line', () => {
  it('stands alone: the trade date may not be known, and one run may log more than once', () => {
    const { warehouse, jobs } = open();
    const { hash: _hash, ...said } = run;
    for (const status of ['started', 'failed'])
      warehouse.log({ ...said, tradeDate: null, status, details: [] });
    expect(jobs.queries.map(tableIn)).toEqual(['run_log', 'run_log']);
    expect(jobs.queries.flatMap(rowsIn)).toMatchObject(
      ['started', 'failed'].map((status) => ({
        row_key: `run_log/2024-11-08T10:15:00/${status}`,
        run_date: '2024-11-08',
        trade_date: null,
      })),
    );
  });
});

describe('a fresh desk', () => {
  const missing = new Error(
    'API call to bigquery.jobs.query failed with error: Not found: Table desk-trading-1:team_trading.order_intents was not found in location southamerica-east1',
  );

  it('has its tables made once, then the rows saved', () => {
    const { warehouse, jobs, resources } = open();
    jobs.answer = ({ query }) =>
      query.startsWith('MERGE') && resources.tables.size === 0 ? missing : { jobComplete: true };
    warehouse.save(run, [intents(1)]);
    const merges = jobs.queries.filter((query) => kind(query) === 'MERGE').map(tableIn);
    expect(merges).toEqual(['order_intents', 'order_intents', 'runs']);
    expect(resources.tables.size).toBe(TABLES.length);
  });

  it('is told what to do when making them does not help', () => {
    const { warehouse, jobs, resources } = open();
    jobs.answer = ({ query }) => (query.startsWith('MERGE') ? missing : { jobComplete: true });
    expect(() => warehouse.save(run, [intents(1)])).toThrow(
      /run Trading > Set up, or correct BIGQUERY_LOCATION/,
    );
    expect(() => warehouse.save(run, [intents(1)])).toThrow(/run Trading > Set up/);
    expect(resources.calls.filter((call) => call.startsWith('get Dataset'))).toHaveLength(1);
  });
});

describe('settings', () => {
  it('without a project mean that there is no warehouse', () => {
    installFakes();
    expect(createServices().warehouse(settingsWith())).toBeNull();
  });

  it.each([
    ['googleCloudProject', 'desk`; DROP', 'GOOGLE_CLOUD_PROJECT'],
    ['bigqueryDataset', 'a.b', 'BIGQUERY_DATASET'],
    ['bigqueryLocation', 'US;', 'BIGQUERY_LOCATION'],
  ])('that cannot be names are refused: %s', (key, value, named) => {
    installFakes();
    expect(() => createServices().warehouse({ ...settings, [key]: value })).toThrow(
      `settings: ${named} "${value}" is not a valid name`,
    );
  });
});
