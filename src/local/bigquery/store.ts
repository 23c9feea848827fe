// The DuckDB file: one connection, one statement after the other, and DuckDB's errors in BigQuery's words.
import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBMaterializedResult,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { invalidQuery, messageOf, NotLocal, WarehouseError } from './errors';
import { MACRO_STATEMENTS } from './macros';

export interface Bindings {
  readonly values: Record<string, DuckDBValue>;
  readonly types: Record<string, DuckDBType>;
}

/** It takes most of the machine's memory where nobody says how much, and keeps what it has freed: a day's history needs neither. */
const LITTLE_MEMORY = {
  memory_limit: '128MB',
  allocator_flush_threshold: '8MB',
  allocator_bulk_deallocation_flush_threshold: '16MB',
};

export class Store {
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly now: () => number,
  ) {}

  static async open(file: string, now: () => number): Promise<Store> {
    // Nothing of the desk's SQL may reach other files, the network or extensions.
    const instance = await DuckDBInstance.create(file, {
      threads: '2',
      enable_external_access: 'false',
      ...LITTLE_MEMORY,
    });
    const connection = await instance.connect();
    const store = new Store(instance, connection, now);
    for (const sql of ["SET TimeZone = 'UTC'", ...MACRO_STATEMENTS]) await connection.run(sql);
    return store;
  }

  /** Runs alone: what it starts is ended before anything else begins. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  async run(sql: string, bindings?: Bindings): Promise<DuckDBMaterializedResult> {
    try {
      return await this.connection.run(sql, bindings?.values, bindings?.types);
    } catch (error) {
      throw translated(error);
    }
  }

  /** Puts rows at the end of a temporary table. */
  async append(table: string, chunks: () => Iterable<DuckDBDataChunk>): Promise<void> {
    const appender = await this.connection.createAppender(table, 'main', 'temp');
    try {
      for (const chunk of chunks()) appender.appendDataChunk(chunk);
    } finally {
      appender.closeSync();
    }
  }

  async rows(sql: string, bindings?: Bindings): Promise<DuckDBValue[][]> {
    return (await this.run(sql, bindings)).getRows();
  }

  /** Checks a statement without running it. */
  async check(sql: string): Promise<void> {
    try {
      (await this.connection.prepare(sql)).destroySync();
    } catch (error) {
      throw translated(error);
    }
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.run('BEGIN TRANSACTION');
    try {
      const result = await work();
      await this.run('COMMIT');
      return result;
    } catch (error) {
      await this.connection.run('ROLLBACK');
      throw error;
    }
  }

  /** CURRENT_DATE and its kin read this; it stands still within a statement. */
  async setNow(): Promise<void> {
    await this.run(`SET VARIABLE bq_now = make_timestamptz(${BigInt(Math.trunc(this.now())) * 1000n})`);
  }

  async close(): Promise<void> {
    await this.exclusive(async () => {
      this.connection.closeSync();
      this.instance.closeSync();
    });
  }
}

/** What is known only once a value is there, and then refused by name rather than answered otherwise. */
const REFUSALS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/not implemented locally: ([^\n]*)/, ([, what]) => what ?? ''],
  [/Unknown TimeZone '([^']*)'/, ([, zone]) => `the time zone ${zone}`],
  [/Seconds out of range/, () => 'the second 60'],
  [/((?:STDDEV|VAR)_\w+) is out of range/, ([, name]) => `${name} beyond what a FLOAT64 holds`],
];

const WORDINGS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/NOT NULL constraint failed: .*\.([^.\n]+)/, ([, column]) => `Required field ${column} cannot be null`],
  [/(division by zero: [^\n]*|Array index [^\n]* is out of bounds)/, ([, text]) => text ?? ''],
  [/(Bad (?:int64|bool) value: [^\n]*?)' to /, ([, text]) => text ?? ''],
  [
    /column "([^"]+)" must appear in the GROUP BY clause/,
    ([, column]) =>
      `SELECT list expression references column ${column} which is neither grouped nor aggregated`,
  ],
  [/More than one row returned by a subquery/, () => 'Scalar subquery produced more than one element'],
  [/Overflow in (\w+) of INT64/, ([, what]) => `int64 overflow in ${what}`],
  [/Overflow in (\w+) of DECIMAL/, ([, what]) => `numeric overflow in ${what}`],
];

const LONGEST_MESSAGE = 2_000;

function translated(error: unknown): unknown {
  if (error instanceof WarehouseError) return error;
  // What went wrong stands at the beginning; what follows may be the statement, of any length.
  const message = messageOf(error).slice(0, LONGEST_MESSAGE);
  for (const [pattern, wording] of REFUSALS) {
    const match = pattern.exec(message);
    if (match) return new NotLocal(wording(match));
  }
  for (const [pattern, wording] of WORDINGS) {
    const match = pattern.exec(message);
    if (match) return invalidQuery(wording(match));
  }
  return invalidQuery(message.split('\n\n')[0] ?? message);
}
