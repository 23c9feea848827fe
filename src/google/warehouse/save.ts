// Appends what a run decided: rows in chunks, keyed, and last the row in `runs` that makes them count.

import { LIMITS } from '../../desk/limits';
import { codedDetails } from '../../desk/run/details';
import type { LogRecord, RunRecord, Warehouse } from '../../desk/services';
import { utf8Length } from '../../domain/bytes';
import { msg } from '../../language/message';
import { print, SaidError } from '../../language/print';
import type { SqlValue, WarehouseRows } from '../../sheets/warehouse';
import { type Client, createClient } from './client';
import { Unprepared } from './failures';
import { placeOf, type WarehouseSettings } from './identifiers';
import { dateParameter, rowsParameter } from './parameters';
import { prepare } from './setUp';
import { insertNewRows } from './statements';
import { RUN_LOG, RUNS, tableNamed, type WarehouseTable } from './tables';

/** Well below what one request takes: the statement and the columns' types go with it, and some texts are escaped. */
export const CHUNK_BYTES = LIMITS.queryBytes * 0.7;
/** Of each value: `"name":{"value":"…"},` without the name. */
const VALUE_BYTES = 16;
/** Of each row: `{"structValues":{…}},`. */
const ROW_BYTES = 22;

type Row = Readonly<Record<string, SqlValue>>;
type Values = readonly SqlValue[];

/** null when no project is configured. */
export function createWarehouse(settings: WarehouseSettings): Warehouse | null {
  const place = placeOf(settings);
  if (place === null) return null;
  const client = createClient(place);
  let prepared = false;
  const append = (table: WarehouseTable, date: string, rows: Iterable<Values>): void => {
    for (const chunk of chunks(table.columns, rows)) {
      try {
        insert(client, table, date, chunk);
      } catch (error) {
        // A fresh desk has no tables yet, one of an older version lacks columns: made once, then tried again.
        if (prepared || !(error instanceof Unprepared)) throw error;
        prepare(client);
        prepared = true;
        insert(client, table, date, chunk);
      }
    }
  };
  return {
    save(run, tables) {
      const counts = new Map<string, number>();
      for (const rows of tables) {
        const before = counts.get(rows.table) ?? 0;
        counts.set(rows.table, before + rows.rows.length);
        append(tableNamed(rows.table), run.tradeDate, keyedRows(run, rows, before));
      }
      append(RUNS, run.tradeDate, [inOrder(RUNS, runRow(run))]);
    },
    log(record) {
      const row = logRow(record);
      append(RUN_LOG, row.run_date, [inOrder(RUN_LOG, row)]);
    },
  };
}

function insert(
  client: Client,
  table: WarehouseTable,
  date: string,
  rows: readonly (readonly SqlValue[])[],
): void {
  client.run(insertNewRows(client.place, table), [
    rowsParameter('rows', table.columns, rows),
    dateParameter('partition_date', date),
  ]);
}

const inOrder = ({ columns }: WarehouseTable, row: Row): Values =>
  columns.map(({ name }) => row[name] ?? null);

/**
 * Rows in the order of the table's columns, with the run and the row's own key, one at a time: a large day has more of them than
 * memory. `before` rows of the same table went ahead.
 */
function keyedRows(
  run: RunRecord,
  { table, columns, rows }: WarehouseRows,
  before: number,
): Iterable<Values> {
  const known = tableNamed(table).columns;
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
  const sources = known.map(({ name }) => ({ name, place: places.get(name) }));
  return (function* () {
    let n = before;
    for (const row of rows) {
      const key = `${table}/${String(++n).padStart(6, '0')}`;
      const keyed: Row = { trade_date: run.tradeDate, run_id: run.runId, row_key: key };
      yield sources.map(({ name, place }) =>
        place === undefined ? (keyed[name] ?? null) : (row[place] ?? null),
      );
    }
  })();
}

const runRow = (run: RunRecord): Row => ({
  run_id: run.runId,
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
const logRow = (record: LogRecord): Row & { readonly run_date: string } => ({
  run_id: record.runId,
  row_key: `run_log/${record.at}/${record.status}`,
  run_date: record.at.slice(0, 10),
  run_at: record.at,
  trade_date: record.tradeDate,
  stage: record.stage,
  scope: record.scope,
  run_user: record.user,
  status: record.status,
  headline: print(record.headline, 'en'),
  details: codedDetails(record.details),
});

/** Cuts rows so that each request stays within its bytes: the fewer requests, the sooner a run is done. */
export function* chunks(
  columns: readonly { readonly name: string }[],
  rows: Iterable<Values>,
): Generator<readonly Values[]> {
  const frame = columns.reduce((sum, { name }) => sum + name.length + VALUE_BYTES, ROW_BYTES);
  let chunk: Values[] = [];
  let size = 0;
  for (const row of rows) {
    const bytes = row.reduce<number>((sum, value) => sum + bytesOf(value), frame);
    if (chunk.length > 0 && size + bytes > CHUNK_BYTES) {
      yield chunk;
      chunk = [];
      size = 0;
    }
    chunk.push(row);
    size += bytes;
  }
  if (chunk.length > 0) yield chunk;
}

/** As JSON has it: quotes and line breaks take two. */
const bytesOf = (value: SqlValue): number =>
  typeof value === 'string' ? utf8Length(value) + (value.match(/["\\\n\r\t]/g)?.length ?? 0) : 20;
