// Query jobs: first answers that may come unfinished, polling, pages, and a retry that gets the first answer.
import { randomUUID } from 'node:crypto';
import type { Catalog } from './catalog';
import { invalid, NotLocal, notFound } from './errors';
import { type Answer, type Executor, prepare, type QueryRequest } from './execution';
import { rowOf } from './rows';
import { type ColumnDef, fieldOfColumn } from './schema';
import type { Store } from './store';

export interface JobOptions {
  readonly now: () => number;
  /** How many answers say jobComplete: false before the result, as a busy warehouse does. */
  readonly slowFirstAnswer: number;
  /** Rows of a page where the caller names no maxResults. */
  readonly pageSize: number;
}

interface Job {
  readonly id: string;
  readonly projectId: string;
  readonly location: string;
  /** Of its request no more than this is kept: the rows of a day's would be hundreds of megabytes. */
  readonly formatOptions: QueryRequest['formatOptions'] | undefined;
  readonly ended: Promise<void>;
  answer: Answer | null;
  failure: { readonly error: unknown } | null;
  unfinished: number;
}

export interface ResultOptions {
  readonly location?: string;
  readonly pageToken?: string;
  readonly maxResults?: number;
  readonly startIndex?: number | string;
  readonly timeoutMs?: number;
  readonly formatOptions?: { readonly useInt64Timestamp?: boolean };
}

const REQUEST_KEYS = [
  'kind',
  'query',
  'useLegacySql',
  'parameterMode',
  'queryParameters',
  'location',
  'timeoutMs',
  'maxResults',
  'defaultDataset',
  'requestId',
  'dryRun',
  'useQueryCache',
  'labels',
  'formatOptions',
];
const RESULT_KEYS = ['location', 'pageToken', 'maxResults', 'startIndex', 'timeoutMs', 'formatOptions'];
const REMEMBERED_MS = 15 * 60_000;
const KEPT_JOBS = 200;
const DEFAULT_TIMEOUT_MS = 10_000;

export class Jobs {
  private readonly jobs = new Map<string, Job>();
  private readonly requests = new Map<string, { readonly job: Job; readonly at: number }>();

  constructor(
    private readonly store: Store,
    private readonly catalog: Catalog,
    private readonly executor: Executor,
    private readonly options: JobOptions,
  ) {}

  async query(request: QueryRequest, projectId: string): Promise<unknown> {
    assertKnown(request, REQUEST_KEYS, "the query request's");
    if (request.dryRun) return this.dryRun(request, projectId);
    const job = this.remembered(request, projectId) ?? this.start(request, projectId);
    await finished(job, request.timeoutMs);
    return this.answer(job, 'bigquery#queryResponse', 0, request.maxResults);
  }

  async results(projectId: string, jobId: string, options: ResultOptions = {}): Promise<unknown> {
    assertKnown(options, RESULT_KEYS, 'the results option');
    const job = this.jobs.get(jobId);
    const location = options.location ?? 'US';
    if (!job || job.projectId !== projectId || job.location.toLowerCase() !== location.toLowerCase()) {
      throw notFound(`Job ${projectId}:${location}.${jobId}`);
    }
    await finished(job, options.timeoutMs);
    const start =
      options.pageToken === undefined ? Number(options.startIndex ?? 0) : placeOf(options.pageToken, job);
    return this.answer(
      job,
      'bigquery#getQueryResultsResponse',
      start,
      options.maxResults,
      options.formatOptions,
    );
  }

  private dryRun(request: QueryRequest, projectId: string): Promise<unknown> {
    return this.store.exclusive(async () => {
      const prepared = prepare(projectId, request, this.catalog);
      const columns = await this.executor.check(prepared);
      return {
        kind: 'bigquery#queryResponse',
        jobReference: { projectId, location: prepared.location },
        jobComplete: true,
        ...schemaOf(columns),
        totalBytesProcessed: '0',
        cacheHit: false,
      };
    });
  }

  /** The same requestId within 15 minutes is the same request: it is not run again. */
  private remembered(request: QueryRequest, projectId: string): Job | undefined {
    const now = this.options.now();
    for (const [key, { at }] of this.requests) {
      if (now - at >= REMEMBERED_MS) this.requests.delete(key);
    }
    return request.requestId === undefined
      ? undefined
      : this.requests.get(`${projectId} ${request.requestId}`)?.job;
  }

  private start(request: QueryRequest, projectId: string): Job {
    const prepared = prepare(projectId, request, this.catalog);
    const id = `job_${randomUUID().replaceAll('-', '')}`;
    const running = this.store.exclusive(() => this.executor.run(projectId, prepared));
    const job: Job = {
      id,
      projectId,
      location: prepared.location,
      formatOptions: request.formatOptions,
      answer: null,
      failure: null,
      unfinished: this.options.slowFirstAnswer,
      ended: running.then(
        (answer) => {
          job.answer = answer;
        },
        (error: unknown) => {
          job.failure = { error };
        },
      ),
    };
    this.keep(job, request.requestId);
    return job;
  }

  private keep(job: Job, requestId: string | undefined): void {
    this.jobs.set(job.id, job);
    if (requestId !== undefined)
      this.requests.set(`${job.projectId} ${requestId}`, { job, at: this.options.now() });
    const [oldest] = this.jobs.keys();
    if (this.jobs.size > KEPT_JOBS && oldest !== undefined) this.jobs.delete(oldest);
  }

  private answer(
    job: Job,
    kind: string,
    start: number,
    maxResults = this.options.pageSize,
    formatOptions = job.formatOptions,
  ): unknown {
    const jobReference = { projectId: job.projectId, jobId: job.id, location: job.location };
    if (job.unfinished > 0 || (!job.answer && !job.failure)) {
      job.unfinished = Math.max(0, job.unfinished - 1);
      return { kind, jobReference, jobComplete: false };
    }
    if (job.failure) throw job.failure.error;
    const { columns, rows, changed } = job.answer ?? { columns: [], rows: [], changed: null };
    if (!Number.isInteger(start) || start < 0) throw invalid(`Invalid value for startIndex: ${start}`);
    const types = columns.map((column) => column.type);
    const format = { useInt64Timestamp: formatOptions?.useInt64Timestamp === true };
    const page = rows.slice(start, start + maxResults).map((row) => rowOf(row, types, format));
    const next = start + page.length;
    return {
      kind,
      ...schemaOf(columns),
      jobReference,
      totalRows: String(rows.length),
      ...(next < rows.length ? { pageToken: tokenOf(job, next) } : {}),
      ...(page.length > 0 ? { rows: page } : {}),
      totalBytesProcessed: '0',
      jobComplete: true,
      cacheHit: false,
      ...(changed ? { numDmlAffectedRows: total(changed), dmlStats: texts(changed) } : {}),
    };
  }
}

function assertKnown(given: object, keys: readonly string[], what: string): void {
  const unknown = Object.keys(given).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new NotLocal(`${what} ${unknown}`);
}

const schemaOf = (columns: readonly ColumnDef[]) =>
  columns.length > 0 ? { schema: { fields: columns.map((column) => fieldOfColumn(column)) } } : {};

const total = (changed: NonNullable<Answer['changed']>): string =>
  String(changed.insertedRowCount + changed.updatedRowCount + changed.deletedRowCount);

const texts = (changed: NonNullable<Answer['changed']>) =>
  Object.fromEntries(Object.entries(changed).map(([name, count]) => [name, String(count)]));

const tokenOf = (job: Job, start: number): string => Buffer.from(`${job.id} ${start}`).toString('base64url');

function placeOf(token: string, job: Job): number {
  const [id, start] = Buffer.from(token, 'base64url').toString().split(' ');
  if (id !== job.id || start === undefined) throw invalid('Invalid page token');
  return Number(start);
}

/** Waits for the job, but no longer than the caller said; the job goes on. */
async function finished(job: Job, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([job.ended, patience]);
  clearTimeout(timer);
}
