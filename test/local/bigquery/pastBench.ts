// The desk's own tables and views on a local warehouse, filled with past days by the desk's own statements, or at once.
import { rmSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { dateParameter } from '../../../src/google/warehouse/parameters';
import { type Report, reportStatement } from '../../../src/google/warehouse/reports';
import { insertNewRows, newRowsOf } from '../../../src/google/warehouse/statements';
import { TABLES, tableNamed } from '../../../src/google/warehouse/tables';
import { createView, VIEWS } from '../../../src/google/warehouse/views';
import type { SqlValue } from '../../../src/sheets/warehouse';
import { type Bench, DATASET, openBench, PROJECT, plain } from './bench';
import { groupsOf } from './pastFigures';

export type SqlRow = Readonly<Record<string, SqlValue>>;
/** A row of an answer by the names of its columns. */
export type AnswerRow = Readonly<Record<string, string | null>>;

export const PLACE = { project: PROJECT, dataset: DATASET, location: 'US' };

export interface PastBench extends Bench {
  /** By the statement that saves a run. */
  add(table: string, rows: readonly SqlRow[]): Promise<void>;
  /** Past the statements, straight into the file, for more rows than a day of MERGE statements would bear. */
  load(tables: Readonly<Record<string, readonly SqlRow[]>>): Promise<PastBench>;
  view(name: string, where?: string): Promise<readonly AnswerRow[]>;
  report(report: Report, from: string, to: string): Promise<readonly AnswerRow[]>;
}

export async function openPastBench(): Promise<PastBench> {
  const bench = await openBench();
  for (const { name, columns, partitionBy, clusterBy } of TABLES) {
    const resource = {
      tableReference: { tableId: name },
      schema: {
        fields: columns.map((column) => ({ name: column.name, type: column.type, mode: 'NULLABLE' })),
      },
      timePartitioning: { type: 'DAY', field: partitionBy },
      clustering: { fields: [...clusterBy] },
    };
    await bench.warehouse.call('Tables.insert', [resource, PROJECT, DATASET]);
  }
  for (const view of VIEWS) await bench.ask(createView(PLACE, view));
  return pastBenchOn(bench);
}

function pastBenchOn(bench: Bench): PastBench {
  const asked = async (query: string, queryParameters: readonly object[] = []): Promise<AnswerRow[]> => {
    const named = queryParameters.length > 0 ? { parameterMode: 'NAMED', queryParameters } : {};
    const { schema, rows = [] } = await bench.request(query, {
      ...named,
      maxResults: 1_000_000,
      timeoutMs: 600_000,
    });
    const names = schema?.fields.map(({ name }) => name) ?? [];
    return rows.map(({ f }) =>
      Object.fromEntries(
        names.map((name, i) => {
          const value = plain(f[i]?.v);
          return [name, value === null ? null : String(value)];
        }),
      ),
    );
  };
  return {
    ...bench,
    async load(tables) {
      await bench.warehouse.close();
      await copyInto(bench.file, tables);
      return pastBenchOn(await bench.reopen());
    },
    /** In the order of their dates: a statement writes into one partition. */
    async add(name, rows) {
      const table = tableNamed(name);
      for (const [date, days] of groupsOf(rows, (row) => String(row[table.partitionBy])))
        for (const [runId, own] of groupsOf(days, (row) => String(row.run_id)))
          await bench.request(insertNewRows(PLACE, table), {
            parameterMode: 'NAMED',
            queryParameters: newRowsOf(table, { runId, partition: date }, own),
          });
    },
    view: (name, where = 'TRUE') => asked(`SELECT * FROM \`${PROJECT}.${DATASET}.${name}\` WHERE ${where}`),
    report: (report, from, to) =>
      asked(reportStatement(PLACE, report), [dateParameter('from_date', from), dateParameter('to_date', to)]),
  };
}

const cell = (value: SqlValue | undefined): string =>
  value === null || value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`;

/** Rows straight into the file of a warehouse that nobody has open. */
export async function copyInto(
  file: string,
  tables: Readonly<Record<string, readonly SqlRow[]>>,
): Promise<void> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  const csv = `${file}.csv`;
  for (const [name, rows] of Object.entries(tables)) {
    const columns = tableNamed(name).columns.map((column) => column.name);
    writeFileSync(
      csv,
      rows.map((row) => `${columns.map((column) => cell(row[column])).join(',')}\n`).join(''),
    );
    await connection.run(`COPY "${DATASET}"."${name}" FROM '${csv}' (FORMAT csv, HEADER false)`);
  }
  rmSync(csv, { force: true });
  connection.closeSync();
  instance.closeSync();
}
