// How answers arrive: late, in pages, once per request, or not at all.
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Bench, DATASET, NOW, openBench, PROJECT, plain } from './bench';

let bench: Bench;
afterEach(() => bench.end());

const results = (jobId: string, options?: object): Promise<unknown> =>
  bench.warehouse.call('Jobs.getQueryResults', [PROJECT, jobId, ...(options ? [options] : [])]);
const NUMBERS = 'SELECT x FROM UNNEST([1, 2, 3, 4, 5]) AS x ORDER BY x';
const values = (answer: unknown): unknown => {
  const { rows }: { rows?: { f: unknown }[] } = { ...(answer as object) };
  return rows?.map((row) => plain(row));
};

describe('an answer', () => {
  it('carries its job, its columns, its rows as text and their number as text', async () => {
    bench = await openBench();
    expect(await bench.request("SELECT 1 AS n, 'x' AS s, NULL AS nothing")).toMatchObject({
      kind: 'bigquery#queryResponse',
      jobComplete: true,
      jobReference: { projectId: PROJECT, location: 'US', jobId: expect.stringMatching(/^job_/) },
      schema: {
        fields: [
          { name: 'n', type: 'INTEGER', mode: 'NULLABLE' },
          { name: 's', type: 'STRING', mode: 'NULLABLE' },
          { name: 'nothing', type: 'INTEGER', mode: 'NULLABLE' },
        ],
      },
      rows: [{ f: [{ v: '1' }, { v: 'x' }, { v: null }] }],
      totalRows: '1',
      cacheHit: false,
    });
  });

  it('without rows has no rows property, as the API leaves out what is empty', async () => {
    bench = await openBench();
    const answer = await bench.request('SELECT 1 AS n LIMIT 0');
    expect(answer).toMatchObject({ totalRows: '0', jobComplete: true });
    expect(answer).not.toHaveProperty('rows');
    expect(answer).not.toHaveProperty('pageToken');
  });

  it('that is slow says so until it is polled often enough', async () => {
    bench = await openBench({ slowFirstAnswer: 2 });
    const first = await bench.request(NUMBERS);
    expect(first).toEqual({
      kind: 'bigquery#queryResponse',
      jobComplete: false,
      jobReference: first.jobReference,
    });
    expect(await results(first.jobReference.jobId)).toMatchObject({ jobComplete: false });
    expect(await results(first.jobReference.jobId)).toMatchObject({ jobComplete: true, totalRows: '5' });
  });

  it('that is slow and fails brings its error to the poll', async () => {
    bench = await openBench({ slowFirstAnswer: 1 });
    const first = await bench.request('SELECT 1 / (x - 1) FROM UNNEST([1]) AS x');
    expect(first.jobComplete).toBe(false);
    await expect(results(first.jobReference.jobId)).rejects.toThrow(
      'API call to bigquery.jobs.getQueryResults failed with error: division by zero',
    );
  });

  it('is not waited for longer than timeoutMs; the job goes on', async () => {
    bench = await openBench();
    const heavy = `SELECT COUNT(*) AS n FROM UNNEST(SPLIT(RPAD('', 3000, ','), ',')) AS a
      CROSS JOIN UNNEST(SPLIT(RPAD('', 3000, ','), ',')) AS b WHERE CONCAT(a, b) = ''`;
    const first = await bench.request(heavy, { timeoutMs: 1 });
    expect(first.jobComplete).toBe(false);
    const last = await results(first.jobReference.jobId, { timeoutMs: 60_000 });
    expect(values(last)).toEqual([['9006001']]);
  });
});

describe('pages', () => {
  it('follow one another by their tokens until all rows were given once', async () => {
    bench = await openBench();
    const first = await bench.request(NUMBERS, { maxResults: 2 });
    expect(values(first)).toEqual([['1'], ['2']]);
    expect(first.totalRows).toBe('5');
    const { jobId } = first.jobReference;
    const second = await results(jobId, { pageToken: first.pageToken, maxResults: 2 });
    expect(values(second)).toEqual([['3'], ['4']]);
    const { pageToken }: { pageToken?: string } = { ...(second as object) };
    const third = await results(jobId, { pageToken, maxResults: 2 });
    expect(values(third)).toEqual([['5']]);
    expect(third).not.toHaveProperty('pageToken');
  });

  it('are as large as the warehouse likes where the caller names no size, and may start anywhere', async () => {
    bench = await openBench({ pageSize: 3 });
    const first = await bench.request(NUMBERS);
    expect(values(first)).toEqual([['1'], ['2'], ['3']]);
    expect(values(await results(first.jobReference.jobId, { startIndex: '4' }))).toEqual([['5']]);
  });

  it('have tokens of their own job only', async () => {
    bench = await openBench();
    const one = await bench.request(NUMBERS, { maxResults: 1 });
    const other = await bench.request(NUMBERS, { maxResults: 1 });
    await expect(results(one.jobReference.jobId, { pageToken: other.pageToken })).rejects.toThrow(
      'Invalid page token',
    );
  });
});

describe('a location', () => {
  it('is that of the dataset; a job is found there only', async () => {
    bench = await openBench();
    await bench.warehouse.call('Datasets.insert', [
      { datasetReference: { datasetId: 'br' }, location: 'southamerica-east1' },
      PROJECT,
    ]);
    await bench.ask('CREATE TABLE br.t (a INT64)');
    const answer = await bench.request('SELECT a FROM br.t');
    expect(answer.jobReference.location).toBe('southamerica-east1');
    const { jobId } = answer.jobReference;
    expect(await results(jobId, { location: 'southamerica-east1' })).toMatchObject({ jobComplete: true });
    await expect(results(jobId)).rejects.toThrow(`Not found: Job desk-test:US.${jobId}`);
    await expect(bench.request('SELECT a FROM br.t', { location: 'US' })).rejects.toThrow(
      'Not found: Dataset desk-test:br was not found in location US',
    );
    await expect(results('job_nothing')).rejects.toThrow('Not found: Job desk-test:US.job_nothing');
  });
});

describe('a request id', () => {
  const INSERT = 'INSERT team_trading.t (a) VALUES (1)';
  const count = () => bench.value('(SELECT COUNT(*) FROM team_trading.t)');

  it('makes a retried change one change, for fifteen minutes', async () => {
    let now = NOW;
    bench = await openBench({ now: () => now });
    await bench.ask('CREATE TABLE team_trading.t (a INT64)');
    const first = await bench.request(INSERT, { requestId: 'one' });
    now += 15 * 60_000 - 1;
    expect(await bench.request(INSERT, { requestId: 'one' })).toEqual(first);
    expect(await count()).toBe('1');
    await bench.request(INSERT, { requestId: 'two' });
    expect(await count()).toBe('2');
    now += 1;
    await bench.request(INSERT, { requestId: 'one' });
    expect(await count()).toBe('3');
  });

  it('covers an answer that was lost on its way', async () => {
    bench = await openBench();
    await bench.ask('CREATE TABLE team_trading.t (a INT64)');
    bench.warehouse.failNext(1, 'Backend error', 'lost');
    await expect(bench.request(INSERT, { requestId: 'one' })).rejects.toThrow('Backend error');
    expect(await count()).toBe('1');
    expect((await bench.request(INSERT, { requestId: 'one' })).numDmlAffectedRows).toBe('1');
    expect(await count()).toBe('1');
  });
});

describe('a fault', () => {
  it('strikes the next n calls, whatever they are, and nothing is done', async () => {
    bench = await openBench();
    await bench.ask('CREATE TABLE team_trading.t (a INT64)');
    bench.warehouse.failNext(2, 'The service is currently unavailable.');
    await expect(bench.ask('INSERT team_trading.t (a) VALUES (1)')).rejects.toMatchObject({
      message: 'API call to bigquery.jobs.query failed with error: The service is currently unavailable.',
      code: 503,
    });
    await expect(bench.warehouse.call('Datasets.get', [PROJECT, DATASET])).rejects.toThrow(
      'API call to bigquery.datasets.get failed with error: The service is currently unavailable.',
    );
    expect(await bench.value('(SELECT COUNT(*) FROM team_trading.t)')).toBe('0');
  });
});

describe('a dry run', () => {
  it('tells the columns and does nothing', async () => {
    bench = await openBench();
    await bench.ask('CREATE TABLE team_trading.t (a INT64)');
    expect(await bench.request('SELECT a FROM team_trading.t', { dryRun: true })).toMatchObject({
      jobComplete: true,
      schema: { fields: [{ name: 'a', type: 'INTEGER' }] },
      totalBytesProcessed: '0',
    });
    await bench.request('INSERT team_trading.t (a) VALUES (1)', { dryRun: true });
    await bench.request('CREATE TABLE team_trading.u (a INT64)', { dryRun: true });
    expect(await bench.value('(SELECT COUNT(*) FROM team_trading.t)')).toBe('0');
    await expect(bench.ask('SELECT * FROM team_trading.u')).rejects.toThrow('Not found');
    await expect(bench.request('SELECT b FROM team_trading.t', { dryRun: true })).rejects.toThrow(
      'Unrecognized name: b',
    );
  });
});

describe('a project without billing', () => {
  it('makes tables and answers queries but takes no rows', async () => {
    bench = await openBench({ sandbox: true });
    await bench.ask('CREATE TABLE team_trading.t (a INT64)');
    expect(await bench.ask('SELECT * FROM team_trading.t')).toEqual([]);
    await expect(bench.ask('INSERT team_trading.t (a) VALUES (1)')).rejects.toMatchObject({
      message: expect.stringContaining('Billing has not been enabled for this project'),
      code: 403,
    });
  });
});
