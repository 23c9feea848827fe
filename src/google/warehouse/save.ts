// Appends what a run decided: rows in chunks, keyed, and last the row in `runs` that makes them count.

import { LIMITS } from '../../desk/limits';
import { codedDetails } from '../../desk/run/details';
import type { LogRecord, RunRecord, Warehouse } from '../../desk/services';
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

/** Well below what one request takes, whatever the rows hold: a character may be four bytes, and every value has its frame. */
export const CHUNK_ROWS = 1_000;
export const CHUNK_CHARACTERS = LIMITS.queryBytes / 5;

type Row = Readonly<Record<string, SqlValue>>;

/** null when no project is configured. */
export function createWarehouse(settings: WarehouseSettings): Warehouse | null {
  const place = placeOf(settings);
  if (place === null) return null;
  const client = createClient(place);
  let prepared = false;
  const append = (table: WarehouseTable, date: string, rows: readonly Row[]): void => {
    for (const chunk of chunks(rows.map((row) => table.columns.map(({ name }) => row[name] ?? null)))) {
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
      append(RUNS, run.tradeDate, [runRow(run)]);
    },
    log(record) {
      const row = logRow(record);
      append(RUN_LOG, row.run_date, [row]);
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

/** Rows by column name, with the run and the row's own key; `before` rows of the same table went ahead. */
function keyedRows(run: RunRecord, { table, columns, rows }: WarehouseRows, before: number): readonly Row[] {
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
  return rows.map((row, i) => ({
    trade_date: run.tradeDate,
    ...Object.fromEntries(columns.map(({ name }, c) => [name, row[c] ?? null])),
    run_id: run.runId,
    row_key: `${table}/${String(before + i + 1).padStart(6, '0')}`,
  }));
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

/** Cuts rows so that one request stays small, by count and by what they hold. */
export function chunks(
  rows: readonly (readonly SqlValue[])[],
): readonly (readonly (readonly SqlValue[])[])[] {
  const made: (readonly SqlValue[])[][] = [];
  let size = 0;
  for (const row of rows) {
    const length = row.reduce<number>((sum, value) => sum + String(value).length, 0);
    const last = made[made.length - 1];
    if (last && last.length < CHUNK_ROWS && size + length <= CHUNK_CHARACTERS) {
      last.push(row);
      size += length;
    } else {
      made.push([row]);
      size = length;
    }
  }
  return made;
}
