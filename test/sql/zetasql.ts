// Google's own analyzer and reference implementation of GoogleSQL, started as a program of its own and asked over gRPC.
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Column, type Relation, readValue, type SqlType, typeOf, typeProto, valueProto } from './values';

export interface QueryParameter {
  readonly name: string;
  readonly type: SqlType;
  readonly value: unknown;
}

/** Tables by the path that stands between the backticks. */
export type Tables = Readonly<Record<string, Relation>>;

export interface Zetasql {
  /** The statement's answer by the reference implementation. @throws Error with the analyzer's words */
  ask(sql: string, tables?: Tables, parameters?: readonly QueryParameter[]): Promise<Relation>;
  /** Resolves any statement. @throws Error with the analyzer's words */
  analyze(sql: string, tables: Tables, parameters: readonly QueryParameter[]): Promise<void>;
  close(): void;
}

/** What a call of the service answers; read where it is used. */
type Answer = Readonly<Record<string, unknown>>;
type Call = (method: string, request: object) => Promise<Answer>;

const PACKAGE = '@fivetrandevelopers/zetasql';
const ATTEMPTS = 100;

/** @param dir where npm installed the package */
export async function openZetasql(dir: string): Promise<Zetasql> {
  const lib = dirname(createRequire(join(dir, 'package.json')).resolve(PACKAGE));
  const port = await freePort();
  const binary = process.arch.startsWith('arm') ? 'remote_server_arm' : 'remote_server';
  const program = `${binary}${process.platform === 'darwin' ? '' : '.so'}`;
  const child = spawn(join(lib, 'zetasql', program), ['localhost', String(port)], { stdio: 'ignore' });
  try {
    const call = connect(lib, port);
    const language = await started(call, child);
    return service(call, asBigQuery(language), child);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** Everything that GoogleSQL knows, but moments of nanoseconds: BigQuery's end at microseconds. */
const asBigQuery = (language: Answer): Answer => ({
  ...language,
  productMode: 'PRODUCT_EXTERNAL',
  supportedStatementKinds: ['RESOLVED_QUERY_STMT', 'RESOLVED_MERGE_STMT', 'RESOLVED_CREATE_VIEW_STMT'],
  enabledLanguageFeatures: list(language.enabledLanguageFeatures).filter(
    (feature) => feature !== 'FEATURE_TIMESTAMP_NANOS',
  ),
});

/** The service listens a moment after it was started. */
async function started(call: Call, child: ChildProcess): Promise<Answer> {
  let failed: Error | null = null;
  child.on('error', (error) => {
    failed = error;
  });
  for (let attempt = 1; ; attempt += 1) {
    if (failed !== null) throw failed;
    if (child.exitCode !== null) throw new Error(`the analyzer ended with ${child.exitCode}`);
    try {
      return await call('getLanguageOptions', { maximumFeatures: true });
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await wait(100);
    }
  }
}

function service(call: Call, languageOptions: Answer, child: ChildProcess): Zetasql {
  const requestOf = (tables: Tables, parameters: readonly QueryParameter[]) => ({
    options: {
      languageOptions,
      defaultTimezone: 'UTC',
      queryParameters: parameters.map(({ name, type }) => ({ name, type: typeProto(type) })),
    },
    simpleCatalog: {
      name: 'catalog',
      builtinFunctionOptions: { languageOptions },
      table: Object.entries(tables).map(([name, { columns }]) => ({
        name,
        column: columns.map((column) => ({ name: column.name, type: typeProto(column.type) })),
      })),
    },
    descriptorPoolList: { definitions: [{ builtin: {} }] },
  });
  return {
    async ask(sql, tables = {}, parameters = []) {
      const { content, prepared } = await call('evaluateQuery', {
        sql,
        ...requestOf(tables, parameters),
        tableContent: Object.fromEntries(
          Object.entries(tables).map(([name, { columns, rows }]) => [
            name,
            { tableData: contentOf(columns, rows) },
          ]),
        ),
        params: parameters.map(({ name, type, value }) => ({ name, value: valueProto(type, value) })),
      });
      return relationOf(part(content, 'tableData'), part(prepared, 'columns'));
    },
    async analyze(sql, tables, parameters) {
      await call('analyze', { sqlStatement: sql, ...requestOf(tables, parameters) });
    },
    close: () => void child.kill('SIGKILL'),
  };
}

const contentOf = (columns: readonly Column[], rows: readonly (readonly unknown[])[]) => ({
  row: rows.map((row) => ({ cell: columns.map(({ type }, i) => valueProto(type, row[i] ?? null)) })),
});

function relationOf(data: unknown, described: unknown): Relation {
  const columns = list(described).map((column) => ({
    name: String(part(column, 'name') ?? ''),
    type: typeOf(part(column, 'type')),
  }));
  const rows = list(part(data, 'row')).map((row) => {
    const cells = list(part(row, 'cell'));
    return columns.map(({ type }, i) => readValue(type, cells[i]));
  });
  return { columns, rows };
}

export const part = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const SIZE_LIMIT = 500 * 1024 * 1024;
/** Nothing asked of it takes a second. */
const PATIENCE_MS = 60_000;

/** The package's own gRPC, read from where it lies: none of it is a dependency of this project. */
function connect(lib: string, port: number): Call {
  const from = createRequire(join(lib, 'index.js'));
  const grpc = from('@grpc/grpc-js');
  const definition = from('@grpc/proto-loader').loadSync('local_service.proto', {
    longs: String,
    enums: String,
    bytes: Buffer,
    oneofs: true,
    includeDirs: [join(lib, 'zetasql', 'protos')],
  });
  const Service = grpc.loadPackageDefinition(definition).zetasql.local_service.ZetaSqlLocalService;
  const api = new Service(`localhost:${port}`, grpc.credentials.createInsecure(), {
    'grpc.max_send_message_length': SIZE_LIMIT,
    'grpc.max_receive_message_length': SIZE_LIMIT,
  });
  return (method, request) =>
    new Promise((resolve, reject) => {
      api[method](
        request,
        { deadline: Date.now() + PATIENCE_MS },
        (error: { readonly details: string } | null, answer: Answer) =>
          error ? reject(new Error(error.details)) : resolve(answer),
      );
    });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
