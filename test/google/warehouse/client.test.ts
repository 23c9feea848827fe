// The client of BigQuery: waits for jobs, follows pages, tries again in passing trouble, explains the rest.
import { describe, expect, it } from '@jest/globals';
import { createClient } from '../../../src/google/warehouse/client';
import { installFakes, type Results } from '../fakes';

const place = { project: 'desk-trading-1', dataset: 'team_trading', location: 'southamerica-east1' };
const schema = { fields: [{ name: 'a' }, { name: 'b' }] };
const jobReference = { jobId: 'job-1' };
const rows = (...values: (string | null)[][]) => values.map((each) => ({ f: each.map((v) => ({ v })) }));

describe('an answer', () => {
  it('is awaited until its job is complete, then read page by page, each in the right place', () => {
    const { jobs } = installFakes();
    jobs.answer = () => ({ jobComplete: false, jobReference });
    jobs.result = (_options, call): Results => {
      if (call === 1) return { jobComplete: false, jobReference };
      if (call === 2)
        return { jobComplete: true, jobReference, schema, rows: rows(['1', null]), pageToken: 'p2' };
      return { jobComplete: true, jobReference, rows: rows(['2', 'x']) };
    };
    expect(createClient(place).run('SELECT 1')).toEqual({
      columns: ['a', 'b'],
      rows: [
        ['1', null],
        ['2', 'x'],
      ],
    });
    const at = { jobId: 'job-1', location: 'southamerica-east1' };
    expect(jobs.polls).toEqual([
      { ...at, timeoutMs: 30_000 },
      { ...at, timeoutMs: 30_000 },
      { ...at, pageToken: 'p2' },
    ]);
  });

  it('that never comes ends before the run does', () => {
    const { jobs } = installFakes();
    jobs.answer = () => ({ jobComplete: false, jobReference });
    jobs.result = () => ({ jobComplete: false, jobReference });
    expect(() => createClient(place).run('SELECT 1')).toThrow(/still runs after 4 minutes/);
  });

  it('that is only an error is an error', () => {
    const { jobs } = installFakes();
    jobs.answer = () => ({ jobComplete: true, errors: [{ message: 'Syntax error' }] });
    expect(() => createClient(place).run('SELECT 1')).toThrow(
      'BigQuery (desk-trading-1.team_trading): Syntax error',
    );
  });
});

describe('an answer that is not whole is a failure', () => {
  const whole = { jobComplete: true, jobReference, schema };

  it.each<[string, Results, Results]>([
    [
      'an error beside its rows',
      { ...whole, rows: rows(['1', '2']), errors: [{ message: 'Shard lost' }] },
      {},
    ],
    ['fewer rows than it says', { ...whole, rows: rows(['1', '2']), totalRows: '3' }, {}],
    [
      'an error on its second page',
      { ...whole, rows: rows(['1', '2']), totalRows: '2', pageToken: 'p2' },
      { jobComplete: true, errors: [{ reason: 'stopped' }] },
    ],
    [
      'the same page again and again',
      { ...whole, rows: rows(['1', '2']), totalRows: '9', pageToken: 'p2' },
      { jobComplete: true, rows: rows(['3', '4']), pageToken: 'p2' },
    ],
  ])('%s', (_what, first, next) => {
    const { jobs } = installFakes();
    jobs.answer = () => first;
    jobs.result = () => next;
    expect(() => createClient(place).run('SELECT 1')).toThrow(/Shard lost|not whole|stopped/);
  });

  it('but one with all its rows, and a change without any, are none', () => {
    const { jobs } = installFakes();
    jobs.answer = () => ({ ...whole, rows: rows(['1', '2']), totalRows: '1' });
    expect(createClient(place).run('SELECT 1').rows).toEqual([['1', '2']]);
    jobs.answer = () => ({ jobComplete: true, jobReference, totalRows: '7' });
    expect(createClient(place).run('MERGE x').rows).toEqual([]);
  });
});

describe('trouble', () => {
  it.each([
    'Exceeded rate limits: too many table update operations',
    'Error 503 backendError',
    'Empty response',
  ])('in passing (%s) is tried again under the same request id, so that a change happens once', (words) => {
    const { jobs, sleeps } = installFakes();
    jobs.answer = (_query, call) => (call < 3 ? new Error(words) : { jobComplete: true });
    createClient(place).run('SELECT 1');
    expect(sleeps).toEqual([1000, 2000]);
    expect(new Set(jobs.queries.map(({ requestId }) => requestId)).size).toBe(1);
  });

  const CONCURRENT = 'Could not serialize access to table x:y.fills due to concurrent update';

  it.each([
    ['at once', () => new Error(CONCURRENT)],
    ['once the job is looked at', () => ({ jobComplete: false, jobReference })],
  ])('of two runs at one table, told %s, is tried again as another request', (_when, first) => {
    const { jobs, sleeps } = installFakes();
    jobs.answer = (_query, call) => (call < 3 ? first() : { jobComplete: true });
    jobs.result = () => {
      throw new Error(CONCURRENT);
    };
    createClient(place).run('MERGE x');
    expect(sleeps).toEqual([1000, 2000]);
    // The id of a job that has failed would give its failure again.
    expect(new Set(jobs.queries.map(({ requestId }) => requestId)).size).toBe(3);
  });

  it('of two runs that stays is told after four attempts, with what to do', () => {
    const { jobs } = installFakes();
    jobs.answer = () => new Error(CONCURRENT);
    const run = () => createClient(place).run('MERGE x');
    expect(run).toThrow(`at the same time: try again in a minute. (${CONCURRENT})`);
    expect(jobs.queries).toHaveLength(4);
  });

  it('that stays is told after four attempts', () => {
    const { jobs, sleeps } = installFakes();
    jobs.answer = () => new Error('internalError');
    expect(() => createClient(place).run('SELECT 1')).toThrow('internalError');
    expect([jobs.queries.length, sleeps.length]).toEqual([4, 3]);
  });

  it.each([
    [
      'Billing has not been enabled for this project. DML queries are not allowed in the free tier.',
      'The project desk-trading-1 has no billing',
    ],
    [
      'BigQuery API has not been used in project 1 before',
      'The BigQuery API is off in the project desk-trading-1',
    ],
    ['Access Denied: Project x', 'You may not write to desk-trading-1.team_trading'],
    ['Not found: Project desk-trading-1', 'correct GOOGLE_CLOUD_PROJECT in settings'],
    ['Not found: Dataset desk-trading-1:team_trading', 'run Trading > Set up'],
    ['Name missed not found inside t at [3:60]', 'are those of an older version: run Trading > Set up'],
  ])('of the kind "%s" is explained at once, in words that say what to do', (words, advice) => {
    const { jobs } = installFakes();
    jobs.answer = () => new Error(words);
    const run = () => createClient(place).run('SELECT 1');
    expect(run).toThrow(advice);
    expect(run).toThrow(words);
    expect(jobs.queries).toHaveLength(2);
  });

  it('of a script without the service names it', () => {
    installFakes();
    Reflect.deleteProperty(globalThis, 'BigQuery');
    expect(() => createClient(place).run('SELECT 1')).toThrow(/add the service BigQuery, version v2/);
  });
});
