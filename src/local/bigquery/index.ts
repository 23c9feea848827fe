// The warehouse of the laptop desk: BigQuery's advanced service v2, answered by one DuckDB file.
import { Catalog } from './catalog';
import { asApiError, duplicate, invalid, NotLocal, notFound, WarehouseError } from './errors';
import { Executor, type QueryRequest } from './execution';
import { Jobs, type ResultOptions } from './jobs';
import { assertDataset, type DatasetResource, type TableResource } from './resources';
import { Store } from './store';
import { Tables } from './tables';

export interface WarehouseHost {
  call(method: string, args: unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

export interface WarehouseOptions {
  readonly file: string;
  /** The only project there is; without it, calls may name any project, all of them this warehouse. */
  readonly projectId?: string;
  readonly now?: () => number;
  /** How many answers say jobComplete: false before a query's result is given. */
  readonly slowFirstAnswer?: number;
  readonly pageSize?: number;
  /** A project without billing: it refuses DML. */
  readonly sandbox?: boolean;
}

export interface Warehouse extends WarehouseHost {
  /** The next n calls fail; `lost` = the work is done and only its answer does not arrive. */
  failNext(n: number, message: string, how?: 'refused' | 'lost'): void;
}

type Handler = (args: readonly unknown[]) => Promise<unknown>;

export async function openWarehouse(options: WarehouseOptions): Promise<Warehouse> {
  const now = options.now ?? Date.now;
  const store = await Store.open(options.file, now);
  const catalog = await Catalog.open(store);
  const tables = new Tables(store, catalog, now);
  const executor = new Executor(store, tables, options.sandbox === true);
  const { slowFirstAnswer = 0, pageSize = 10_000 } = options;
  const jobs = new Jobs(store, catalog, executor, { now, slowFirstAnswer, pageSize });
  const handlers = handlersOf(store, catalog, tables, jobs, options.projectId);
  let fault = { left: 0, message: '', lost: false };

  return {
    async call(method, args) {
      const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
      if (!handler) throw new NotLocal(`BigQuery.${method}`);
      const failing = fault.left > 0;
      if (failing) fault.left -= 1;
      const broken = new WarehouseError(503, 'backendError', fault.message);
      try {
        if (failing && !fault.lost) throw broken;
        const answer = await handler(args);
        if (failing) throw broken;
        return answer;
      } catch (error) {
        throw asApiError(method, error);
      }
    },
    close: () => store.close(),
    failNext(n, message, how = 'refused') {
      fault = { left: n, message, lost: how === 'lost' };
    },
  };
}

function handlersOf(
  store: Store,
  catalog: Catalog,
  tables: Tables,
  jobs: Jobs,
  onlyProject: string | undefined,
): Readonly<Record<string, Handler>> {
  const project = (value: unknown): string => {
    const projectId = text(value, 'projectId');
    if (onlyProject !== undefined && projectId !== onlyProject) throw notFound(`Project ${projectId}`);
    return projectId;
  };
  const ref = (dataset: unknown, table: unknown) => ({
    dataset: text(dataset, 'datasetId'),
    table: text(table, 'tableId'),
  });
  const changing =
    (patch: boolean): Handler =>
    ([resource, projectId, dataset, table]) =>
      store.exclusive(async () => {
        const [id, place] = [project(projectId), ref(dataset, table)];
        await tables.change(id, place, body<TableResource>(resource), patch);
        return tables.shown(id, place);
      });
  return {
    'Datasets.get': async ([projectId, dataset]) =>
      shownDataset(catalog, project(projectId), text(dataset, 'datasetId')),
    'Datasets.insert': ([resource, projectId]) =>
      store.exclusive(() =>
        insertDataset(store, catalog, project(projectId), body<DatasetResource>(resource)),
      ),
    'Tables.get': ([projectId, dataset, table]) =>
      store.exclusive(() => tables.shown(project(projectId), ref(dataset, table))),
    'Tables.list': async ([projectId, dataset, options]) => {
      if (options !== undefined) throw new NotLocal('options of Tables.list; it gives all tables at once');
      const found = tables.list(project(projectId), text(dataset, 'datasetId'));
      return {
        kind: 'bigquery#tableList',
        ...(found.length > 0 ? { tables: found } : {}),
        totalItems: found.length,
      };
    },
    'Tables.insert': ([resource, projectId, dataset]) =>
      store.exclusive(async () => {
        const given = body<TableResource>(resource);
        const [id, place] = [project(projectId), ref(dataset, given.tableReference?.tableId)];
        await tables.create(id, place, given);
        return tables.shown(id, place);
      }),
    'Tables.remove': ([projectId, dataset, table]) =>
      store.exclusive(() => tables.remove(project(projectId), ref(dataset, table))),
    'Tables.update': changing(false),
    'Tables.patch': changing(true),
    'Jobs.query': ([request, projectId]) => jobs.query(body<QueryRequest>(request), project(projectId)),
    'Jobs.getQueryResults': ([projectId, jobId, options]) =>
      jobs.results(
        project(projectId),
        text(jobId, 'jobId'),
        options === undefined ? {} : body<ResultOptions>(options),
      ),
  };
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(`Required parameter is missing: ${name}`);
}

/** A resource as it crossed the wire: a copy of plain data, its properties checked where they are read. */
function body<T>(value: unknown): T {
  if (typeof value !== 'object' || value === null) throw invalid('Required parameter is missing: resource');
  return JSON.parse(JSON.stringify(value));
}

async function insertDataset(store: Store, catalog: Catalog, projectId: string, resource: DatasetResource) {
  assertDataset(resource);
  const { datasetId } = resource.datasetReference;
  if (catalog.hasDataset(datasetId)) throw duplicate(`Dataset ${projectId}:${datasetId}`);
  const like = catalog.nameLike(datasetId, 'datasets');
  if (like !== undefined) throw new NotLocal(`${datasetId} beside ${like}: DuckDB does not tell them apart`);
  await store.transaction(async () => {
    await store.run(`CREATE SCHEMA IF NOT EXISTS "${datasetId}"`);
    await catalog.saveDataset({ id: datasetId, location: resource.location ?? 'US', resource });
  });
  return shownDataset(catalog, projectId, datasetId);
}

function shownDataset(catalog: Catalog, projectId: string, id: string): unknown {
  const { location, resource } = catalog.dataset(projectId, id);
  return {
    kind: 'bigquery#dataset',
    id: `${projectId}:${id}`,
    ...resource,
    datasetReference: { projectId, datasetId: id },
    location,
  };
}
