// Runs one request's statement and says what came of it.
import type { DuckDBValue } from '@duckdb/node-api';
import type { Catalog } from './catalog';
import { invalid, invalidQuery, NotLocal, WarehouseError } from './errors';
import { checkItems, type LongList, longListOf, withLongLists } from './longLists';
import { duckType, duckValue, type QueryParameter, typeOfParameter } from './queryParameters';
import type { ColumnDef } from './schema';
import { type Compiled, compile, type Work } from './sql/compile';
import type { NewTable, NewView } from './sql/ddl';
import type { Change } from './sql/dml';
import type { Bindings, Store } from './store';
import type { Tables } from './tables';
import type { BqType } from './types';

export interface QueryRequest {
  readonly query: string;
  readonly useLegacySql?: boolean;
  readonly parameterMode?: string;
  readonly queryParameters?: readonly QueryParameter[];
  readonly location?: string;
  readonly timeoutMs?: number;
  readonly maxResults?: number;
  readonly defaultDataset?: { readonly datasetId: string; readonly projectId?: string };
  readonly requestId?: string;
  readonly dryRun?: boolean;
  readonly formatOptions?: { readonly useInt64Timestamp?: boolean };
}

export interface DmlStats {
  readonly insertedRowCount: number;
  readonly updatedRowCount: number;
  readonly deletedRowCount: number;
}

export interface Answer {
  readonly columns: readonly ColumnDef[];
  readonly rows: readonly (readonly DuckDBValue[])[];
  readonly changed: DmlStats | null;
}

export interface Prepared {
  readonly compiled: Compiled;
  readonly bindings: Bindings;
  readonly longLists: readonly LongList[];
  readonly location: string;
  /** Translates once more: what ran before it may have changed the tables. */
  readonly again: () => Compiled;
}

const NO_ROWS = { columns: [], rows: [] };

/** Translates and checks; nothing has happened yet. Errors here are the caller's to hear at once. */
export function prepare(projectId: string, request: QueryRequest, catalog: Catalog): Prepared {
  const types = declaredTypes(request);
  const given = request.queryParameters ?? [];
  const longLists = given.flatMap(({ name = '', parameterValue }) => {
    const key = name.toLowerCase();
    const type = types.get(key);
    const list = type === undefined ? null : longListOf(key, type, parameterValue);
    return list === null ? [] : [list];
  });
  const asked = { projectId, request, types, longLists: new Set(longLists.map(({ name }) => name)) };
  const { compiled, location } = translated(asked, catalog);
  const used = longLists.filter(({ name }) => compiled.parameters.has(name));
  used.forEach(checkItems);
  return {
    compiled,
    bindings: bindingsOf(asked, compiled),
    longLists: used,
    location,
    again: () => translated(asked, catalog).compiled,
  };
}

function declaredTypes(request: QueryRequest): ReadonlyMap<string, BqType> {
  if (request.useLegacySql !== false) throw new NotLocal('legacy SQL; set useLegacySql: false');
  const given = request.queryParameters ?? [];
  if (given.length > 0 && request.parameterMode !== 'NAMED')
    throw new NotLocal("parameters without parameterMode 'NAMED'");
  const types = new Map<string, BqType>();
  for (const { name, parameterType } of given) {
    if (name === undefined || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      throw invalid(`Invalid query parameter name: ${name ?? ''}`);
    if (types.has(name.toLowerCase())) throw invalid(`Duplicate query parameter name: ${name}`);
    types.set(name.toLowerCase(), typeOfParameter(parameterType));
  }
  return types;
}

interface Asked {
  readonly projectId: string;
  readonly request: QueryRequest;
  readonly types: ReadonlyMap<string, BqType>;
  readonly longLists: ReadonlySet<string>;
}

function translated(
  { projectId, request, types, longLists }: Asked,
  catalog: Catalog,
): Pick<Prepared, 'compiled' | 'location'> {
  let location = request.location ?? null;
  const compiled = compile(request.query, {
    projectId,
    defaultDataset: request.defaultDataset?.datasetId ?? null,
    table: (ref) => {
      const known = catalog.known(projectId, ref, location);
      location ??= catalog.dataset(projectId, ref.dataset).location;
      return known;
    },
    parameters: types,
    longLists,
  });
  return { compiled, location: location ?? 'US' };
}

function bindingsOf({ request, types, longLists }: Asked, compiled: Compiled): Bindings {
  const bindings: Bindings = { values: {}, types: {} };
  for (const { name = '', parameterValue } of request.queryParameters ?? []) {
    const key = name.toLowerCase();
    const type = types.get(key);
    if (!type || !compiled.parameters.has(key) || longLists.has(key)) continue;
    bindings.values[key] = duckValue(type, parameterValue);
    bindings.types[key] = duckType(type);
  }
  return bindings;
}

export class Executor {
  constructor(
    private readonly store: Store,
    private readonly tables: Tables,
    private readonly sandbox: boolean,
  ) {}

  async run(projectId: string, prepared: Prepared): Promise<Answer> {
    const compiled = prepared.again();
    await this.store.setNow();
    return withLongLists(this.store, prepared.longLists, () =>
      this.carryOut(projectId, compiled.work, prepared.bindings),
    );
  }

  private async carryOut(projectId: string, work: Work, bindings: Bindings): Promise<Answer> {
    switch (work.kind) {
      case 'SELECT':
        return {
          columns: work.query.columns,
          rows: await this.store.rows(work.query.sql, bindings),
          changed: null,
        };
      case 'CREATE_TABLE':
        await this.createTable(projectId, work.table, bindings);
        return { ...NO_ROWS, changed: null };
      case 'CREATE_VIEW':
        await this.createView(projectId, work.view);
        return { ...NO_ROWS, changed: null };
      default:
        if (this.sandbox) throw billing();
        return { ...NO_ROWS, changed: await this.change(work.kind, work.change, bindings) };
    }
  }

  /** A dry run: the statement is checked, nothing is done. */
  async check({ compiled: { work }, longLists }: Prepared): Promise<readonly ColumnDef[]> {
    await withLongLists(this.store, longLists, async () => {
      if (work.kind === 'SELECT') await this.store.check(work.query.sql);
      if ('change' in work) await this.store.check(work.change.sql);
    });
    return work.kind === 'SELECT' ? work.query.columns : [];
  }

  private change(kind: Work['kind'], change: Change, bindings: Bindings): Promise<DmlStats> {
    return this.store.transaction(async () => {
      if (change.guard !== undefined && (await this.store.rows(change.guard, bindings)).length > 0) {
        throw invalidQuery('UPDATE/MERGE must match at most one source row for each target row');
      }
      const result = await this.store.run(change.sql, bindings);
      if (kind === 'MERGE') return merged(await result.getRows());
      const count = result.rowsChanged;
      return {
        insertedRowCount: kind === 'INSERT' ? count : 0,
        updatedRowCount: kind === 'UPDATE' ? count : 0,
        deletedRowCount: kind === 'DELETE' ? count : 0,
      };
    });
  }

  private createTable(projectId: string, table: NewTable, bindings: Bindings): Promise<void> {
    const resource = {
      tableReference: { tableId: table.ref.table },
      schema: { fields: table.fields },
      ...(table.description === null ? {} : { description: table.description }),
      ...(table.partitioning ? { timePartitioning: table.partitioning } : {}),
      ...(table.clustering.length > 0 ? { clustering: { fields: table.clustering } } : {}),
    };
    const fill = async (sql: string) => {
      await this.store.run(sql, bindings);
    };
    const { ifNotExists, orReplace, rows } = table;
    return this.tables.create(projectId, table.ref, resource, { ifNotExists, orReplace, rows, fill });
  }

  private createView(projectId: string, view: NewView): Promise<void> {
    const resource = {
      tableReference: { tableId: view.ref.table },
      view: { query: view.query, useLegacySql: false },
      ...(view.description === null ? {} : { description: view.description }),
    };
    const { ifNotExists, orReplace } = view;
    return this.tables.create(projectId, view.ref, resource, { ifNotExists, orReplace });
  }
}

function merged(actions: readonly (readonly DuckDBValue[])[]): DmlStats {
  const count = (action: string) => actions.filter(([done]) => done === action).length;
  return {
    insertedRowCount: count('INSERT'),
    updatedRowCount: count('UPDATE'),
    deletedRowCount: count('DELETE'),
  };
}

const billing = () =>
  new WarehouseError(
    403,
    'billingNotEnabled',
    'Billing has not been enabled for this project. DML queries are not allowed in the free tier. Set up a billing account to remove this restriction.',
  );
