// The one client of BigQuery: standard SQL, named parameters, the dataset's location, every page of every answer.
import { LIMITS } from '../../desk/limits';
import { msg } from '../../language/message';
import { SaidError } from '../../language/print';
import { isConcurrent } from './failures';
import type { Place } from './identifiers';
import type { Parameter } from './parameters';
import { collection, inWords, patiently } from './service';

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
/** A statement that takes two thirds of a run has gone wrong. */
const MOST_POLLS = ((LIMITS.runMinutes * 60_000) / WAIT_MS) * (2 / 3);

type Query = GoogleAppsScript.BigQuery.Schema.QueryRequest & {
  /** Makes a repeated request one change; the published type lacks it. */
  readonly requestId: string;
};
type Results = GoogleAppsScript.BigQuery.Schema.GetQueryResultsResponse;
type Jobs = GoogleAppsScript.BigQuery.Collection.JobsCollection;

/** @param newRequestId of each statement that is sent; the same one again is the same change */
export function createClient(place: Place, newRequestId: () => string = () => Utilities.getUuid()): Client {
  return {
    place,
    run(sql, parameters = []) {
      const jobs = collection('Jobs');
      const once = (): Answer => {
        const request: Query = {
          query: sql,
          useLegacySql: false,
          location: place.location,
          timeoutMs: WAIT_MS,
          // Of a statement that has failed the same id would give the same failure again, so each attempt has its own.
          requestId: newRequestId(),
          ...(parameters.length > 0 ? { parameterMode: 'NAMED', queryParameters: [...parameters] } : {}),
        };
        const first = patiently(() => jobs.query(request, place.project));
        return collected(jobs, place, first);
      };
      return inWords(place, () => patiently(once, isConcurrent));
    },
  };
}

/** Waits until the job is done, then follows its pages. */
function collected(jobs: Jobs, place: Place, first: Results): Answer {
  const jobId = first.jobReference?.jobId ?? '';
  const ask = (more: object): Results =>
    patiently(() => jobs.getQueryResults(place.project, jobId, { location: place.location, ...more }));

  let page = first;
  for (let poll = 1; page.jobComplete !== true; poll += 1) {
    if (poll > MOST_POLLS)
      throw new SaidError(
        msg('The statement still runs after {n} minutes; try again later.', {
          n: (MOST_POLLS * WAIT_MS) / 60_000,
        }),
      );
    page = ask({ timeoutMs: WAIT_MS });
  }
  const columns = (page.schema?.fields ?? []).map((field) => field.name ?? '');
  const rows = rowsOf(sound(page));
  const seen = new Set<string>();
  for (let token = page.pageToken; token; ) {
    if (seen.has(token)) throw incomplete(rows.length, page);
    seen.add(token);
    const next = sound(ask({ pageToken: token }));
    rows.push(...rowsOf(next));
    token = next.pageToken;
  }
  // A statement that changes rows has none to answer with, and no columns.
  if (columns.length > 0 && page.totalRows !== undefined && rows.length !== Number(page.totalRows))
    throw incomplete(rows.length, page);
  return { columns, rows };
}

/** What came with an error is not believed, whatever else it holds. */
function sound(page: Results): Results {
  const [first] = page.errors ?? [];
  if (first === undefined) return page;
  throw new Error(first.message ?? first.reason ?? 'unknown error');
}

const incomplete = (n: number, { totalRows = '?' }: Results): SaidError =>
  new SaidError(
    msg('The answer is not whole: {n} of {count} rows came; try again later.', {
      n,
      count: String(totalRows),
    }),
  );

const rowsOf = (page: Results): (readonly (string | null)[])[] =>
  (page.rows ?? []).map((row) =>
    (row.f ?? []).map(({ v }) => (v === null || v === undefined ? null : String(v))),
  );
