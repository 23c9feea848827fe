// The one client of BigQuery: standard SQL, named parameters, the dataset's location, every page of every answer.
import { explained, isPassing } from './failures';
import type { Place } from './identifiers';
import type { Parameter } from './parameters';

export interface Answer {
  readonly columns: readonly string[];
  /** Values as BigQuery sends them: text, whatever their type. */
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface Client {
  readonly place: Place;
  run(sql: string, parameters?: readonly Parameter[]): Answer;
}

/** How long one call waits for the job; it goes on without us, so we ask again. */
const WAIT_MS = 30_000;
/** A run has six minutes; a statement that takes longer than four has gone wrong. */
const MOST_POLLS = 8;
const ATTEMPTS = 4;
const FIRST_WAIT_MS = 1_000;

type Query = GoogleAppsScript.BigQuery.Schema.QueryRequest & {
  /** Makes a repeated request one change; the published type lacks it. */
  readonly requestId: string;
};
type Results = GoogleAppsScript.BigQuery.Schema.GetQueryResultsResponse;
type Jobs = GoogleAppsScript.BigQuery.Collection.JobsCollection;

export function createClient(place: Place): Client {
  return {
    place,
    run(sql, parameters = []) {
      const request: Query = {
        query: sql,
        useLegacySql: false,
        location: place.location,
        timeoutMs: WAIT_MS,
        requestId: Utilities.getUuid(),
        ...(parameters.length > 0 ? { parameterMode: 'NAMED', queryParameters: [...parameters] } : {}),
      };
      const jobs = bigQueryJobs();
      try {
        return collected(
          jobs,
          place,
          patiently(() => jobs.query(request, place.project)),
        );
      } catch (error) {
        throw explained(error, place);
      }
    },
  };
}

function bigQueryJobs(): Jobs {
  const jobs = typeof BigQuery === 'undefined' ? undefined : BigQuery.Jobs;
  if (jobs === undefined)
    throw new Error(
      'The BigQuery service is missing; in the script editor add the service BigQuery, version v2.',
    );
  return jobs;
}

/** Waits until the job is done, then follows its pages. */
function collected(jobs: Jobs, place: Place, first: Results): Answer {
  const jobId = first.jobReference?.jobId ?? '';
  const ask = (more: object): Results =>
    patiently(() => jobs.getQueryResults(place.project, jobId, { location: place.location, ...more }));

  let page = first;
  for (let poll = 1; page.jobComplete !== true; poll += 1) {
    if (poll > MOST_POLLS)
      throw new Error(
        `The statement still runs after ${(MOST_POLLS * WAIT_MS) / 60_000} minutes; try again later.`,
      );
    page = ask({ timeoutMs: WAIT_MS });
  }
  if (page.errors?.[0]?.message && page.rows === undefined && page.schema === undefined)
    throw new Error(page.errors[0].message);

  const columns = (page.schema?.fields ?? []).map((field) => field.name ?? '');
  const rows = rowsOf(page);
  for (let token = page.pageToken; token; ) {
    const next = ask({ pageToken: token });
    rows.push(...rowsOf(next));
    token = next.pageToken;
  }
  return { columns, rows };
}

const rowsOf = (page: Results): (readonly (string | null)[])[] =>
  (page.rows ?? []).map((row) =>
    (row.f ?? []).map(({ v }) => (v === null || v === undefined ? null : String(v))),
  );

/** Tries again what fails in passing; the request id makes a repeated change one change. */
function patiently<T>(call: () => T): T {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return call();
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      Utilities.sleep(FIRST_WAIT_MS * 2 ** (attempt - 1));
    }
  }
}
