// What datasets and tables there are. Kept in the file's own schema, so that it survives with the rows.

import { VARCHAR } from '@duckdb/node-api';
import * as v from 'valibot';
import { notFound } from './errors';
import { DatasetResource, TableResource } from './resources';
import { columnOfField } from './schema';
import type { KnownTable, TableRef } from './sql/context';
import type { Store } from './store';

const Dataset = v.object({ id: v.string(), location: v.string(), resource: DatasetResource });
export type Dataset = Readonly<v.InferOutput<typeof Dataset>>;

const Table = v.object({
  dataset: v.string(),
  table: v.string(),
  resource: TableResource,
  created: v.string(),
  modified: v.string(),
});
export type Table = Readonly<v.InferOutput<typeof Table>>;

const SETUP = [
  'CREATE SCHEMA IF NOT EXISTS "_warehouse"',
  'CREATE TABLE IF NOT EXISTS "_warehouse"."datasets" (id VARCHAR PRIMARY KEY, body VARCHAR NOT NULL)',
  'CREATE TABLE IF NOT EXISTS "_warehouse"."tables" (dataset VARCHAR, id VARCHAR, serial BIGINT, body VARCHAR NOT NULL, PRIMARY KEY (dataset, id))',
];

/** @throws where the file was not written by this catalogue */
const read = <T>(schema: v.GenericSchema<unknown, T>, body: unknown): T =>
  v.parse(v.pipe(v.string(), v.parseJson(), schema), body);

const keyOf = (ref: TableRef): string => `${ref.dataset}.${ref.table}`;

export class Catalog {
  private readonly datasets = new Map<string, Dataset>();
  private readonly tables = new Map<string, Table>();

  private constructor(private readonly store: Store) {}

  static async open(store: Store): Promise<Catalog> {
    const catalog = new Catalog(store);
    for (const sql of SETUP) await store.run(sql);
    await catalog.reload();
    return catalog;
  }

  /** Reads it anew from the file, after a change that was rolled back too. */
  async reload(): Promise<void> {
    this.datasets.clear();
    this.tables.clear();
    for (const [body] of await this.store.rows('SELECT body FROM "_warehouse"."datasets" ORDER BY id')) {
      const dataset = read(Dataset, body);
      this.datasets.set(dataset.id, dataset);
    }
    for (const [body] of await this.store.rows('SELECT body FROM "_warehouse"."tables" ORDER BY serial')) {
      const table = read(Table, body);
      this.tables.set(keyOf(table), table);
    }
  }

  dataset(projectId: string, id: string): Dataset {
    const found = this.datasets.get(id);
    if (!found) throw notFound(`Dataset ${projectId}:${id}`);
    return found;
  }

  hasDataset(id: string): boolean {
    return this.datasets.has(id);
  }

  /** Another name that DuckDB could not tell from this one. */
  nameLike(name: string, among: 'datasets' | TableRef): string | undefined {
    const names =
      among === 'datasets'
        ? [...this.datasets.keys()]
        : this.tablesOf(among.dataset).map((table) => table.table);
    return names.find((other) => other !== name && other.toLowerCase() === name.toLowerCase());
  }

  find(ref: TableRef): Table | undefined {
    return this.tables.get(keyOf(ref));
  }

  table(projectId: string, ref: TableRef): Table {
    this.dataset(projectId, ref.dataset);
    const found = this.find(ref);
    if (!found) throw notFound(`Table ${projectId}:${ref.dataset}.${ref.table}`);
    return found;
  }

  /** In the order of their making, so that views come after what they read. */
  all(): readonly Table[] {
    return [...this.tables.values()];
  }

  tablesOf(dataset: string): readonly Table[] {
    return this.all().filter((table) => table.dataset === dataset);
  }

  /** The table as a statement run in `location` sees it. */
  known(projectId: string, ref: TableRef, location: string | null): KnownTable {
    const dataset = this.datasets.get(ref.dataset);
    const elsewhere = location ?? dataset?.location ?? 'US';
    if (!dataset || dataset.location.toLowerCase() !== elsewhere.toLowerCase()) {
      throw notFound(`Dataset ${projectId}:${ref.dataset} was not found in location ${elsewhere}`);
    }
    const table = this.find(ref);
    if (!table)
      throw notFound(`Table ${projectId}:${ref.dataset}.${ref.table} was not found in location ${elsewhere}`);
    const columns = (table.resource.schema?.fields ?? []).map(columnOfField);
    return { ...ref, columns, view: table.resource.view !== undefined };
  }

  async saveDataset(dataset: Dataset): Promise<void> {
    await this.store.run('INSERT OR REPLACE INTO "_warehouse"."datasets" VALUES ($id, $body)', {
      values: { id: dataset.id, body: JSON.stringify(dataset) },
      types: { id: VARCHAR, body: VARCHAR },
    });
    this.datasets.set(dataset.id, dataset);
  }

  async saveTable(table: Table): Promise<void> {
    await this.store.run(
      `INSERT INTO "_warehouse"."tables" SELECT $dataset, $id, coalesce(max(serial), 0) + 1, $body FROM "_warehouse"."tables"
       ON CONFLICT DO UPDATE SET body = excluded.body`,
      {
        values: { dataset: table.dataset, id: table.table, body: JSON.stringify(table) },
        types: { dataset: VARCHAR, id: VARCHAR, body: VARCHAR },
      },
    );
    this.tables.set(keyOf(table), table);
  }
  async removeTable({ dataset, table }: TableRef): Promise<void> {
    await this.store.run('DELETE FROM "_warehouse"."tables" WHERE dataset = $dataset AND id = $id', {
      values: { dataset, id: table },
      types: { dataset: VARCHAR, id: VARCHAR },
    });
    this.tables.delete(keyOf({ dataset, table }));
  }
}
