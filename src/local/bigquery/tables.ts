// Tables and views: made, read, listed, changed. A table is a DuckDB table of the same name, a view a DuckDB view.
import type { Catalog, Table } from './catalog';
import { duplicate, invalid, NotLocal, WarehouseError } from './errors';
import { assertTable, type TableResource } from './resources';
import { columnDdl, columnOfField, type FieldSchema, fieldOfColumn, normalField } from './schema';
import { compile } from './sql/compile';
import type { TableRef } from './sql/context';
import { duckTable } from './sql/names';
import type { Query } from './sql/scope';
import type { Store } from './store';
import { sameType } from './types';

export interface Making {
  readonly ifNotExists?: boolean;
  readonly orReplace?: boolean;
  /** Rows to begin with, CREATE TABLE … AS. */
  readonly rows?: Query | null;
  readonly fill?: (sql: string) => Promise<void>;
}

export class Tables {
  constructor(
    private readonly store: Store,
    private readonly catalog: Catalog,
    private readonly now: () => number,
  ) {}

  /** Makes it in the file and in the catalogue, both or neither. */
  async create(projectId: string, ref: TableRef, given: TableResource, making: Making = {}): Promise<void> {
    this.catalog.dataset(projectId, ref.dataset);
    const existing = this.catalog.find(ref);
    if (existing && making.ifNotExists) return;
    if (existing && !making.orReplace) throw duplicate(`Table ${projectId}:${ref.dataset}.${ref.table}`);
    const like = this.catalog.nameLike(ref.table, ref);
    if (like !== undefined)
      throw new NotLocal(`${ref.table} beside ${like}: DuckDB does not tell them apart`);
    assertTable(given);
    if (existing && (existing.resource.view === undefined) !== (given.view === undefined)) {
      throw invalid(`${projectId}:${ref.dataset}.${ref.table} is not a ${given.view ? 'VIEW' : 'TABLE'}`);
    }
    await this.together(async () => {
      const resource = given.view
        ? await this.makeView(projectId, ref, given)
        : await this.makeTable(ref, given);
      if (making.rows && making.fill) await making.fill(`INSERT INTO ${duckTable(ref)} ${making.rows.sql}`);
      await this.save(ref, resource, existing);
    });
  }

  private async together(work: () => Promise<void>): Promise<void> {
    try {
      await this.store.transaction(work);
    } catch (error) {
      await this.catalog.reload();
      throw error;
    }
  }

  private async makeTable(ref: TableRef, given: TableResource): Promise<TableResource> {
    const fields = (given.schema?.fields ?? []).map(normalField);
    await this.store.run(`CREATE OR REPLACE TABLE ${duckTable(ref)} (${fields.map(columnDdl).join(', ')})`);
    return { ...given, schema: { fields } };
  }

  private async makeView(projectId: string, ref: TableRef, given: TableResource): Promise<TableResource> {
    const { sql, columns } = this.viewQuery(projectId, ref, given.view?.query ?? '');
    await this.store.run(`CREATE OR REPLACE VIEW ${duckTable(ref)} AS ${sql}`);
    const told = new Map(given.schema?.fields.map((field) => [field.name, field.description]));
    const fields = columns.map((column): FieldSchema => {
      const description = told.get(column.name);
      return { ...fieldOfColumn(column), ...(description === undefined ? {} : { description }) };
    });
    return { ...given, schema: { fields } };
  }

  private viewQuery(projectId: string, ref: TableRef, text: string): Query {
    const { location } = this.catalog.dataset(projectId, ref.dataset);
    const { work } = compile(text, {
      projectId,
      defaultDataset: null,
      table: (other) => this.catalog.known(projectId, other, location),
      parameters: null,
    });
    if (work.kind !== 'SELECT') throw invalid('A view must be a query.');
    return work.query;
  }

  private async save(ref: TableRef, resource: TableResource, existing: Table | undefined): Promise<void> {
    const modified = String(this.now());
    await this.catalog.saveTable({ ...ref, resource, created: existing?.created ?? modified, modified });
  }

  async change(projectId: string, ref: TableRef, given: TableResource, patch: boolean): Promise<void> {
    const existing = this.catalog.table(projectId, ref);
    const kept = existing.resource;
    const schema = given.schema ?? kept.schema;
    const merged: TableResource = {
      ...(patch ? kept : {}),
      ...given,
      tableReference: kept.tableReference,
      ...(kept.timePartitioning ? { timePartitioning: kept.timePartitioning } : {}),
      ...(schema ? { schema } : {}),
    };
    if ((merged.view === undefined) !== (kept.view === undefined))
      throw invalid('Cannot change the type of a table.');
    assertTable(merged);
    if (
      JSON.stringify(given.timePartitioning ?? kept.timePartitioning) !==
      JSON.stringify(kept.timePartitioning)
    ) {
      throw invalid('Cannot change partitioning of an existing table.');
    }
    await this.together(async () => {
      const resource = merged.view
        ? await this.makeView(projectId, ref, merged)
        : await this.changeColumns(projectId, ref, merged, kept.schema?.fields ?? []);
      await this.save(ref, resource, existing);
      if (!merged.view) await this.renewViews(projectId);
    });
  }

  private async changeColumns(
    projectId: string,
    ref: TableRef,
    merged: TableResource,
    old: readonly FieldSchema[],
  ): Promise<TableResource> {
    const fields = (merged.schema?.fields ?? []).map(normalField);
    const refusal = (text: string) =>
      invalid(`Provided Schema does not match Table ${projectId}:${ref.dataset}.${ref.table}. ${text}`);
    const added = fields.filter((field) => !old.some((before) => before.name === field.name));
    for (const before of old) {
      const after = fields.find((field) => field.name === before.name);
      if (!after) throw refusal(`Field ${before.name} is missing in new schema`);
      if (!sameType(columnOfField(before).type, columnOfField(after).type)) {
        throw refusal(`Field ${before.name} has changed type from ${before.type} to ${after.type}`);
      }
      if (before.mode === after.mode) continue;
      if (after.mode === 'REQUIRED')
        throw refusal(`Field ${before.name} has changed mode from NULLABLE to REQUIRED`);
      await this.store.run(`ALTER TABLE ${duckTable(ref)} ALTER COLUMN "${before.name}" DROP NOT NULL`);
    }
    for (const field of added) {
      if (field.mode === 'REQUIRED')
        throw refusal(`Cannot add required fields to an existing schema. (field: ${field.name})`);
      await this.store.run(`ALTER TABLE ${duckTable(ref)} ADD COLUMN ${columnDdl(field)}`);
    }
    return { ...merged, schema: { fields } };
  }

  /** Takes a table or a view away, with its rows. A view that reads it stays, and fails when it is asked. */
  async remove(projectId: string, ref: TableRef): Promise<void> {
    const { resource } = this.catalog.table(projectId, ref);
    await this.together(async () => {
      await this.store.run(`DROP ${resource.view ? 'VIEW' : 'TABLE'} ${duckTable(ref)}`);
      await this.catalog.removeTable(ref);
    });
  }

  /** A view's `SELECT *` follows its table. */
  private async renewViews(projectId: string): Promise<void> {
    for (const table of this.catalog.all()) {
      if (table.resource.view === undefined || !this.holds(projectId, table)) continue;
      const resource = await this.makeView(projectId, table, table.resource);
      await this.catalog.saveTable({ ...table, resource });
    }
  }

  /** A view that the new columns made ambiguous stays as it was. */
  private holds(projectId: string, table: Table): boolean {
    try {
      this.viewQuery(projectId, table, table.resource.view?.query ?? '');
      return true;
    } catch (error) {
      if (error instanceof WarehouseError || error instanceof NotLocal) return false;
      throw error;
    }
  }

  async shown(projectId: string, ref: TableRef): Promise<unknown> {
    const table = this.catalog.table(projectId, ref);
    const { location } = this.catalog.dataset(projectId, ref.dataset);
    const rows = table.resource.view ? null : await this.store.rows(`SELECT count(*) FROM ${duckTable(ref)}`);
    return {
      ...this.summary(projectId, table),
      ...table.resource,
      tableReference: { projectId, datasetId: ref.dataset, tableId: ref.table },
      location,
      lastModifiedTime: table.modified,
      ...(rows ? { numRows: String(rows[0]?.[0] ?? 0) } : {}),
    };
  }

  list(projectId: string, dataset: string): readonly unknown[] {
    this.catalog.dataset(projectId, dataset);
    const tables = [...this.catalog.tablesOf(dataset)].sort((a, b) => (a.table < b.table ? -1 : 1));
    return tables.map((table) => this.summary(projectId, table));
  }

  private summary(projectId: string, table: Table) {
    const { timePartitioning, clustering } = table.resource;
    return {
      kind: 'bigquery#table',
      id: `${projectId}:${table.dataset}.${table.table}`,
      tableReference: { projectId, datasetId: table.dataset, tableId: table.table },
      type: table.resource.view ? 'VIEW' : 'TABLE',
      ...(timePartitioning ? { timePartitioning } : {}),
      ...(clustering ? { clustering } : {}),
      creationTime: table.created,
    };
  }
}
