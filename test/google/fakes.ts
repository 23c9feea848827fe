// Apps Script's globals, one small fake a service: each keeps what it was told, none has an opinion.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { FakeSpreadsheet, fakeSpreadsheetApp } from './fakeBook';
import { FakeSheets } from './fakeSheets';

export interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SentRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly muteHttpExceptions?: boolean;
  readonly followRedirects?: boolean;
}

export class FakeProperties {
  readonly values = new Map<string, string>();
  getProperty = (key: string) => this.values.get(key) ?? null;
  setProperty(key: string, value: string) {
    this.values.set(key, value);
    return this;
  }
  setProperties(values: Readonly<Record<string, string>>) {
    for (const [key, value] of Object.entries(values)) this.values.set(key, value);
    return this;
  }
  deleteProperty(key: string) {
    this.values.delete(key);
    return this;
  }
  getKeys = () => [...this.values.keys()];
  getProperties = () => Object.fromEntries(this.values);
}

/** The web: answers each address by `answer`; an Error means that the connection failed. */
export class FakeWeb {
  readonly batches: (readonly SentRequest[])[] = [];
  answer: (url: string, batch: number) => Reply | Error = () => ({ status: 500 });

  fetchAll(requests: readonly SentRequest[]) {
    this.batches.push(requests);
    return requests.map((request) => this.respond(request.url));
  }
  fetch(url: string, options: Omit<SentRequest, 'url'>) {
    this.batches.push([{ url, ...options }]);
    return this.respond(url);
  }
  private respond(url: string) {
    const reply = this.answer(url, this.batches.length);
    if (reply instanceof Error) throw reply;
    return {
      getResponseCode: () => reply.status,
      getContentText: () => reply.body ?? '',
      getHeaders: () => reply.headers ?? {},
    };
  }
}

export class FakeMail {
  readonly sent: Record<string, unknown>[] = [];
  quota = 100;
  sendEmail(message: Record<string, unknown>) {
    this.sent.push(message);
  }
  getRemainingDailyQuota = () => this.quota;
}

export class FakeLock {
  free = true;
  held = false;
  readonly waits: number[] = [];
  tryLock(ms: number) {
    this.waits.push(ms);
    this.held = this.free;
    return this.free;
  }
  releaseLock() {
    this.held = false;
  }
}

interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parents: readonly string[];
  readonly mimeType: string;
  content: string;
  trashed: boolean;
}

interface FakeBlob {
  readonly content: string;
  readonly type?: string;
  readonly name?: string;
  getDataAsString(): string;
}

export interface NewFile {
  readonly name: string;
  readonly parents?: string[];
  readonly mimeType?: string;
  readonly description?: string;
}

export class FakeDrive {
  readonly files: StoredFile[] = [];
  readonly calls: string[] = [];

  create(resource: NewFile, blob?: FakeBlob) {
    this.calls.push('create');
    const { name, parents = ['root'], mimeType = blob?.type ?? '', description = '' } = resource;
    const id = `file-${this.files.length + 1}`;
    this.files.push({
      id,
      name,
      description,
      parents,
      mimeType,
      content: blob?.content ?? '',
      trashed: false,
    });
    return { id };
  }
  update(_resource: object, id: string, blob: FakeBlob) {
    this.calls.push('update');
    this.byId(id).content = blob.content;
    return { id };
  }
  get(id: string) {
    this.calls.push('get');
    return { id, trashed: this.byId(id).trashed };
  }
  list({ q }: { q: string }) {
    this.calls.push('list');
    const text = (pattern: RegExp) => pattern.exec(q)?.[1]?.replace(/\\(.)/g, '$1');
    const parent = text(/^'([^']+)' in parents/);
    const name = text(/name = '((?:\\.|[^'\\])*)'/);
    const type = text(/mimeType = '([^']+)'/);
    const files = this.files.filter(
      (file) =>
        !file.trashed &&
        file.name === name &&
        file.parents.includes(parent ?? '') &&
        (type === undefined || file.mimeType === type),
    );
    return { files: files.map(({ id, description }) => ({ id, description })) };
  }
  private byId(id: string): StoredFile {
    const found = this.files.find((file) => file.id === id);
    if (!found) throw new Error(`API call to drive.files.get failed with error: File not found: ${id}.`);
    return found;
  }
}

export interface SentQuery {
  readonly query: string;
  readonly location: string;
  readonly useLegacySql: boolean;
  readonly requestId: string;
  readonly parameterMode?: string;
  readonly queryParameters?: readonly GoogleAppsScript.BigQuery.Schema.QueryParameter[];
}

/** As BigQuery answers: values as text; the published type calls them objects. */
export type Results = Omit<GoogleAppsScript.BigQuery.Schema.GetQueryResultsResponse, 'rows'> & {
  readonly rows?: readonly { readonly f: readonly { readonly v?: string | null }[] }[];
};

/** BigQuery's jobs: `answer` decides; by default every statement is done at once and answers nothing. */
export class FakeJobs {
  readonly queries: SentQuery[] = [];
  readonly polls: Record<string, unknown>[] = [];
  answer: (query: SentQuery, call: number) => Results | Error = () => ({ jobComplete: true });
  result: (options: Record<string, unknown>, call: number) => Results = () => ({ jobComplete: true });

  query(request: SentQuery, project: string) {
    this.queries.push(request);
    if (project === '') throw new Error('no project');
    const answer = this.answer(request, this.queries.length);
    if (answer instanceof Error) throw answer;
    return answer;
  }
  getQueryResults(_project: string, jobId: string, options: Record<string, unknown>) {
    this.polls.push({ jobId, ...options });
    return this.result(options, this.polls.length);
  }
}

type TableResource = GoogleAppsScript.BigQuery.Schema.Table;

/** BigQuery's datasets and tables, by name. */
export class FakeResources {
  readonly calls: string[] = [];
  readonly datasets = new Map<string, { location?: string | undefined }>();
  readonly tables = new Map<string, TableResource>();

  readonly Datasets = {
    get: (project: string, dataset: string) =>
      this.found('get', this.datasets, `Dataset ${project}:${dataset}`),
    insert: (resource: GoogleAppsScript.BigQuery.Schema.Dataset, project: string) => {
      const name = `Dataset ${project}:${resource.datasetReference?.datasetId}`;
      return this.made(this.datasets, name, { location: resource.location });
    },
  };
  readonly Tables = {
    get: (project: string, dataset: string, table: string) =>
      this.found('get', this.tables, `Table ${project}:${dataset}.${table}`),
    insert: (resource: TableResource, project: string, dataset: string) =>
      this.made(this.tables, `Table ${project}:${dataset}.${resource.tableReference?.tableId}`, resource),
    patch: (change: TableResource, project: string, dataset: string, table: string) => {
      const name = `Table ${project}:${dataset}.${table}`;
      this.tables.set(name, { ...this.found('patch', this.tables, name), ...change });
    },
  };

  private found<T>(call: string, kept: ReadonlyMap<string, T>, name: string): T {
    this.calls.push(`${call} ${name}`);
    const resource = kept.get(name);
    if (resource === undefined) throw new Error(`API call to bigquery failed with error: Not found: ${name}`);
    return resource;
  }
  private made<T>(kept: Map<string, T>, name: string, resource: T): T {
    this.calls.push(`insert ${name}`);
    kept.set(name, resource);
    return resource;
  }
}

export interface Fakes {
  readonly book: FakeSpreadsheet;
  readonly documentProperties: FakeProperties;
  readonly userProperties: FakeProperties;
  readonly web: FakeWeb;
  readonly mail: FakeMail;
  readonly lock: FakeLock;
  readonly drive: FakeDrive;
  readonly sheets: FakeSheets;
  readonly jobs: FakeJobs;
  readonly resources: FakeResources;
  /** Milliseconds of each Utilities.sleep. */
  readonly sleeps: number[];
  /** How often a date was formatted. */
  readonly formatted: string[];
}

/** Puts fresh fakes in place of Apps Script's globals. */
export function installFakes(book = new FakeSpreadsheet()): Fakes {
  const fakes: Fakes = {
    book,
    documentProperties: new FakeProperties(),
    userProperties: new FakeProperties(),
    web: new FakeWeb(),
    mail: new FakeMail(),
    lock: new FakeLock(),
    drive: new FakeDrive(),
    sheets: new FakeSheets(book),
    jobs: new FakeJobs(),
    resources: new FakeResources(),
    sleeps: [],
    formatted: [],
  };
  Object.assign(globalThis, {
    SpreadsheetApp: fakeSpreadsheetApp(book),
    PropertiesService: {
      getDocumentProperties: () => fakes.documentProperties,
      getUserProperties: () => fakes.userProperties,
    },
    UrlFetchApp: fakes.web,
    MailApp: fakes.mail,
    LockService: { getDocumentLock: () => fakes.lock },
    Drive: { Files: fakes.drive },
    Sheets: fakes.sheets,
    BigQuery: { Jobs: fakes.jobs, Datasets: fakes.resources.Datasets, Tables: fakes.resources.Tables },
    ScriptApp: { getOAuthToken: () => 'oauth-token' },
    Session: {
      getActiveUser: () => ({ getEmail: () => '' }),
      getEffectiveUser: () => ({ getEmail: () => 'trader@desk.example' }),
    },
    Utilities: fakeUtilities(fakes),
  });
  return fakes;
}

function fakeUtilities(fakes: Fakes): object {
  let uuids = 0;
  return {
    sleep: (ms: number) => fakes.sleeps.push(ms),
    getUuid: () => {
      uuids += 1;
      return `uuid-${uuids}`;
    },
    formatDate: (instant: Date, zone: string, format: string) => {
      fakes.formatted.push(format);
      const text = instant.toLocaleString('sv-SE', { timeZone: zone });
      return text.replace(' ', 'T');
    },
    newBlob: (content: string | number[], type?: string, name?: string): FakeBlob => {
      const bytes = typeof content === 'string' ? null : Buffer.from(content);
      const text = bytes?.toString(type === 'application/x-gzip' ? 'base64' : 'utf8') ?? String(content);
      return {
        content: text,
        ...(type === undefined ? {} : { type }),
        ...(name === undefined ? {} : { name }),
        getDataAsString: () => text,
      };
    },
    // A fake blob holds text: of a packed one it is the base64 of its bytes.
    gzip: (blob: FakeBlob) => ({ getBytes: () => [...gzipSync(blob.content)] }),
    ungzip: (blob: FakeBlob) => ({
      getDataAsString: () => gunzipSync(Buffer.from(blob.content, 'base64')).toString('utf8'),
    }),
    base64Encode: (bytes: readonly number[]) => Buffer.from(bytes).toString('base64'),
    base64Decode: (text: string) => [...Buffer.from(text, 'base64')],
    DigestAlgorithm: { SHA_256: 'sha256' },
    Charset: { UTF_8: 'utf8' },
    computeDigest: (algorithm: string, text: string) => [
      ...new Int8Array(createHash(algorithm).update(text, 'utf8').digest()),
    ],
  };
}
