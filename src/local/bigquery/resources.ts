// Datasets and tables as the REST API shows them, and what of them the laptop takes.
import * as v from 'valibot';
import { invalid, NotLocal } from './errors';
import { columnOfField, FieldSchema } from './schema';
import { isScalar } from './types';

const TEXT = v.exactOptional(v.string());
const LABELS = v.exactOptional(v.record(v.string(), v.string()));

export const DatasetResource = v.looseObject({
  datasetReference: v.object({ projectId: TEXT, datasetId: v.string() }),
  location: TEXT,
  description: TEXT,
  friendlyName: TEXT,
  labels: LABELS,
});
export type DatasetResource = Readonly<v.InferOutput<typeof DatasetResource>>;

export interface TimePartitioning {
  readonly type: string;
  readonly field?: string;
}
const TimePartitioning: v.GenericSchema<unknown, TimePartitioning> = v.looseObject({
  type: v.string(),
  field: TEXT,
});

export const TableResource = v.looseObject({
  tableReference: v.object({ projectId: TEXT, datasetId: TEXT, tableId: v.string() }),
  friendlyName: TEXT,
  description: TEXT,
  labels: LABELS,
  schema: v.exactOptional(v.object({ fields: v.pipe(v.array(FieldSchema), v.readonly()) })),
  timePartitioning: v.exactOptional(TimePartitioning),
  clustering: v.exactOptional(v.object({ fields: v.pipe(v.array(v.string()), v.readonly()) })),
  view: v.exactOptional(v.looseObject({ query: v.string(), useLegacySql: v.exactOptional(v.boolean()) })),
});
export type TableResource = Readonly<v.InferOutput<typeof TableResource>>;

/** What a caller may send back as it was read. */
const SHOWN_ONLY = ['kind', 'etag', 'id', 'selfLink', 'creationTime', 'lastModifiedTime', 'type', 'numRows'];
const DATASET_KEYS = ['datasetReference', 'location', 'description', 'friendlyName', 'labels', ...SHOWN_ONLY];
const TABLE_KEYS = [
  'tableReference',
  'friendlyName',
  'description',
  'labels',
  'schema',
  'timePartitioning',
  'clustering',
  'view',
  'location',
  ...SHOWN_ONLY,
];

function only(resource: object, keys: readonly string[], what: string): void {
  const unknown = Object.keys(resource).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new NotLocal(`the ${what} property ${unknown}`);
}

export function assertDataset(resource: DatasetResource): void {
  only(resource, DATASET_KEYS, 'dataset');
  const { datasetId } = resource.datasetReference;
  if (!/^[A-Za-z0-9_]{1,1024}$/.test(datasetId)) {
    throw invalid(
      `Invalid dataset ID "${datasetId}". Dataset IDs must be alphanumeric (plus underscores) and must be at most 1024 characters long.`,
    );
  }
  if (/^(main|temp|system|pg_catalog|information_schema|_warehouse)$/i.test(datasetId)) {
    throw new NotLocal(`a dataset named ${datasetId}, which DuckDB keeps for itself`);
  }
}

export function assertTable(resource: TableResource): void {
  only(resource, TABLE_KEYS, 'table');
  const { tableId } = resource.tableReference;
  if (!/^[\p{L}\p{N}_ -]{1,1024}$/u.test(tableId)) throw invalid(`Invalid table ID "${tableId}".`);
  if (resource.view) {
    if (resource.view.useLegacySql !== false)
      throw new NotLocal('a view in legacy SQL; set useLegacySql: false');
    return;
  }
  const fields = resource.schema?.fields ?? [];
  if (fields.length === 0) throw new NotLocal('a table without columns');
  const columns = fields.map(columnOfField);
  const named = (name: string) => columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  const twice = columns.find((column) => named(column.name) !== column);
  if (twice) throw invalid(`Duplicate column name: ${twice.name}`);
  assertPartitioning(resource.timePartitioning, named);
  assertClustering(resource.clustering?.fields ?? [], named);
}

type Named = (name: string) => ReturnType<typeof columnOfField> | undefined;

function assertPartitioning(given: TimePartitioning | undefined, named: Named): void {
  if (!given) return;
  only(given, ['type', 'field'], 'timePartitioning');
  if (!['HOUR', 'DAY', 'MONTH', 'YEAR'].includes(given.type)) {
    throw invalid(`Unsupported time partitioning type: ${given.type}`);
  }
  if (given.field === undefined) throw new NotLocal('partitions by the time of loading; name a field');
  const column = named(given.field);
  if (!column) throw invalid('The field specified for partitioning cannot be found in the schema.');
  if (!isScalar(column.type, 'DATE', 'DATETIME', 'TIMESTAMP')) {
    throw invalid(
      'The field specified for time partitioning can only be of type TIMESTAMP, DATE or DATETIME.',
    );
  }
}

function assertClustering(fields: readonly string[], named: Named): void {
  if (fields.length > 4) throw invalid('Clustering supports at most 4 fields.');
  for (const field of fields) {
    const column = named(field);
    if (!column) throw invalid(`The field specified for clustering cannot be found in the schema: ${field}.`);
    if (column.type.kind !== 'scalar' || isScalar(column.type, 'FLOAT64', 'JSON')) {
      throw invalid(`Clustering is not supported on the type of field ${field}.`);
    }
  }
}
