// Appends what a run decided: rows in chunks, keyed, and last the row in `runs` that makes them count.

import { LIMITS } from '../../desk/limits';
import { codedDetails } from '../../desk/log/details';
import type { LogRecord, RunRecord, Warehouse } from '../../desk/services';
import { dateOf } from '../../domain/stamp';
import { msg } from '../../language/message';
import { print, SaidError } from '../../language/print';
import type { SqlValue, WarehouseRows } from '../../sheets/warehouse';
import { type Client, createClient } from './client';
import { Unprepared } from './failures';
import { placeOf, type WarehouseSettings } from './identifiers';
import { lineOf } from './parameters';
import { prepare } from './setUp';
import { insertNewRows, lineColumns, newRows, type RowsOf } from './statements';
import { RUN_LOG, RUNS, tableNamed, type WarehouseTable } from './tables';

/** Below what one request takes: the statement goes with it. */
export const CHUNK_BYTES = LIMITS.queryBytes * 0.9;
/** Of each line: its end. */
const END_BYTES = 2;

type Row = Readonly<Record<string, SqlValue>>;
type Values = readonly SqlValue[];

/** null when no project is configured. */
export function createWarehouse(settings: WarehouseSettings): Warehouse | null {
  const place = placeOf(settings);
  if (place === null) return null;
  const client = createClient(place);
  let prepared = false;
  const append = (table: WarehouseTable, of: RowsOf, rows: Iterable<Values>): void => {
    for (const chunk of chunks(rows)) {
      try {
        insert(client, table, of, chunk);
      } catch (error) {
        // A fresh desk has no tables yet, one of an older version lacks columns: made once, then tried again.
        if (prepared || !(error instanceof Unprepared)) throw error;
        prepare(client);
        prepared = true;
        insert(client, table, of, chunk);
      }
    }
  };
  return {
    save(run, tables) {
      const of = { runId: run.runId, partition: run.tradeDate };
      const counts = new Map<string, number>();
      for (const rows of tables) {
        const before = counts.get(rows.table) ?? 0;
        counts.set(rows.table, before + rows.rows.length);
        append(tableNamed(rows.table), of, keyedRows(run, rows, before));
      }
      append(RUNS, of, [inOrder(RUNS, runRow(run))]);
    },
    log(record) {
      const of = { runId: record.runId, partition: dateOf(record.at) };
      append(RUN_LOG, of, [inOrder(RUN_LOG, logRow(record))]);
    },
  };
}

function insert(client: Client, table: WarehouseTable, of: RowsOf, lines: readonly string[]): void {
  client.run(insertNewRows(client.place, table), newRows(of, lines));
}

const inOrder = (table: WarehouseTable, row: Row): Values =>
  lineColumns(table).map(({ name }) => row[name] ?? null);

/**
 * Rows in the order of the table's columns, with the row's own key, one at a time: a large day has more of them than memory.
 * `before` rows of the same table went ahead.
 */
function keyedRows(
  { tradeDate }: RunRecord,
  { table, columns, rows }: WarehouseRows,
  before: number,
): Iterable<Values> {
  const own = tableNamed(table);
  const known = own.columns;
  const stranger = columns.find(({ name, type }) => !known.some((c) => c.name === name && c.type === type));
  if (stranger)
    throw new SaidError(
      msg('The warehouse table "{name}" has no column "{column}" of type {type}.', {
        name: table,
        column: stranger.name,
        type: stranger.type,
      }),
    );
  const places = new Map(columns.map(({ name }, at) => [name, at]));
  const keyed = lineColumns(own).map(({ name }): ((row: Values, n: number) => SqlValue) => {
    const place = places.get(name);
    if (place !== undefined) return (row) => row[place] ?? null;
    if (name === 'trade_date') return () => tradeDate;
    return name === 'row_key' ? (_, n) => `${table}/${String(n).padStart(6, '0')}` : () => null;
  });
  return (function* () {
    let n = before;
    for (const row of rows) {
      n += 1;
      yield keyed.map((value) => value(row, n));
    }
  })();
}

const runRow = (run: RunRecord): Row => ({
  row_key: 'runs/000001',
  trade_date: run.tradeDate,
  stage: run.stage,
  scope: run.scope,
  run_at: run.at,
  run_user: run.user,
  outcome_hash: run.hash,
  headline: print(run.headline, 'en'),
});

/** A run may log more than once: its start, its error, its end. */
const logRow = (record: LogRecord): Row => ({
  row_key: `run_log/${record.at}/${record.status}`,
  run_date: dateOf(record.at),
  run_at: record.at,
  trade_date: record.tradeDate,
  stage: record.stage,
  scope: record.scope,
  run_user: record.user,
  status: record.status,
  headline: print(record.headline, 'en'),
  details: codedDetails(record.details),
});

/** Lines of the rows, cut so that each request stays within its bytes: the fewer requests, the sooner a run is done. */
export function* chunks(rows: Iterable<Values>): Generator<readonly string[]> {
  let chunk: string[] = [];
  let size = 0;
  for (const row of rows) {
    const line = lineOf(row);
    const bytes = bytesOf(line) + END_BYTES;
    if (chunk.length > 0 && size + bytes > CHUNK_BYTES) {
      yield chunk;
      chunk = [];
      size = 0;
    }
    chunk.push(line);
    size += bytes;
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * As the request has it at most: it is JSON again, so quotes and what is escaped already take two; and what carries it may write
 * letters beyond ASCII, and those of markup, by their numbers.
 */
function bytesOf(line: string): number {
  let bytes = line.length;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === QUOTE || code === BACKSLASH) bytes += 1;
    else if (code >= BEYOND_ASCII || MARKUP.includes(code)) bytes += BY_NUMBER - 1;
  }
  return bytes;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BEYOND_ASCII = 0x7f;
const MARKUP: readonly number[] = [..."<>&='"].map((letter) => letter.charCodeAt(0));
const BY_NUMBER = '\\u0000'.length;
