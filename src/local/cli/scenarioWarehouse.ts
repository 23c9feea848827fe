// The warehouse of a scenario, read out whole through the same calls that the desk makes.
import * as v from 'valibot';
import type { Warehouse } from '../bigquery';
import { partOf } from './scenarioParts';

export type WarehouseRow = Readonly<Record<string, unknown>>;

const page = v.object({
  schema: v.optional(v.object({ fields: v.array(v.object({ name: v.string(), type: v.string() })) })),
  rows: v.optional(v.array(v.object({ f: v.array(v.object({ v: v.unknown() })) })), []),
  pageToken: v.optional(v.string()),
  jobReference: v.object({ jobId: v.string() }),
});

const tableList = v.object({
  tables: v.optional(
    v.array(v.object({ type: v.string(), tableReference: v.object({ tableId: v.string() }) })),
    [],
  ),
});

/** Every table's rows, in the order of their text: the order in which rows were added is no part of a warehouse. */
export async function readWarehouse(
  warehouse: Pick<Warehouse, 'call'>,
  project: string,
  dataset: string,
): Promise<Readonly<Record<string, readonly WarehouseRow[]>>> {
  const tables = await tablesOf(warehouse, project, dataset);
  const all: Record<string, readonly WarehouseRow[]> = {};
  for (const { type, tableReference } of tables) {
    if (type === 'TABLE')
      all[tableReference.tableId] = await rowsOf(warehouse, project, `${dataset}.${tableReference.tableId}`);
  }
  return all;
}

/** A dataset that nobody has set up has no tables. */
async function tablesOf(warehouse: Pick<Warehouse, 'call'>, project: string, dataset: string) {
  try {
    return v.parse(tableList, await warehouse.call('Tables.list', [project, dataset])).tables;
  } catch (error) {
    if (partOf(error, 'code') === 404) return [];
    throw error;
  }
}

async function rowsOf(
  warehouse: Pick<Warehouse, 'call'>,
  project: string,
  table: string,
): Promise<readonly WarehouseRow[]> {
  const query = `SELECT * FROM \`${project}.${table}\``;
  let answer = v.parse(page, await warehouse.call('Jobs.query', [{ query, useLegacySql: false }, project]));
  const { jobId } = answer.jobReference;
  const { fields = [] } = answer.schema ?? {};
  const rows: WarehouseRow[] = [];
  for (;;) {
    for (const { f } of answer.rows)
      rows.push(Object.fromEntries(fields.map(({ name, type }, i) => [name, plain(f[i]?.v ?? null, type)])));
    if (answer.pageToken === undefined) break;
    const next = [project, jobId, { pageToken: answer.pageToken }];
    answer = v.parse(page, await warehouse.call('Jobs.getQueryResults', next));
  }
  return sorted(rows);
}

const sorted = (rows: readonly WarehouseRow[]): readonly WarehouseRow[] =>
  rows
    .map((row) => ({ row, text: JSON.stringify(row) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ row }) => row);

const NUMBERS = ['INTEGER', 'FLOAT', 'NUMERIC', 'BIGNUMERIC'];

/** Values arrive as text: numbers become numbers, moments ISO. */
function plain(value: unknown, type: string): unknown {
  if (typeof value !== 'string') return value;
  if (NUMBERS.includes(type)) return Number(value);
  if (type === 'BOOLEAN') return value === 'true';
  if (type === 'TIMESTAMP') return new Date(Number(value) * 1000).toISOString();
  return value;
}
