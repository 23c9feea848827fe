// The dataset and its tables: made where they are missing, widened by new columns, never narrowed.
import { msg } from '../../language/message';
import { SaidError } from '../../language/print';
import { isMissing, nameOf } from './failures';
import type { Place } from './identifiers';
import { collection, inWords, patiently } from './service';
import type { WarehouseTable } from './tables';

type FieldSchema = GoogleAppsScript.BigQuery.Schema.TableFieldSchema;

export function ensureDataset(place: Place): void {
  const { project, dataset, location } = place;
  const datasets = collection('Datasets');
  inWords(place, () => {
    const found = ifThere(() => datasets.get(project, dataset));
    if (found !== null) {
      assertLocation(place, found.location);
      return;
    }
    const datasetReference = { projectId: project, datasetId: dataset };
    unlessThere(() => datasets.insert({ datasetReference, location }, project));
  });
}

export function ensureTable(place: Place, table: WarehouseTable): void {
  const { project, dataset } = place;
  const tables = collection('Tables');
  inWords(place, () => {
    const found = ifThere(() => tables.get(project, dataset, table.name));
    if (found === null) {
      unlessThere(() => tables.insert(resourceOf(place, table), project, dataset));
      return;
    }
    const present = found.schema?.fields ?? [];
    const names = new Set(present.map(({ name }) => name?.toLowerCase()));
    const missing = fieldsOf(table).filter(({ name = '' }) => !names.has(name));
    if (missing.length > 0) {
      const schema = { fields: [...present, ...missing] };
      patiently(() => tables.patch({ schema }, project, dataset, table.name));
    }
  });
}

const fieldsOf = (table: WarehouseTable): FieldSchema[] =>
  table.columns.map(({ name, type }) => ({ name, type, mode: 'NULLABLE' }));

const resourceOf = ({ project, dataset }: Place, table: WarehouseTable) => ({
  tableReference: { projectId: project, datasetId: dataset, tableId: table.name },
  schema: { fields: fieldsOf(table) },
  timePartitioning: { type: 'DAY', field: table.partitionBy },
  clustering: { fields: [...table.clusterBy] },
});

/** BigQuery finds nothing in another location: say so, rather than that every table is missing. */
function assertLocation(place: Place, found: string | undefined): void {
  if (found !== undefined && found.toLowerCase() !== place.location.toLowerCase())
    throw new SaidError(
      msg('{place} lies in {location}, not in {location2}; correct BIGQUERY_LOCATION in settings.', {
        place: nameOf(place),
        location: found,
        location2: place.location,
      }),
    );
}

function ifThere<T>(get: () => T): T | null {
  try {
    return patiently(get);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A repeated or simultaneous set-up may find that it was made a moment ago. */
function unlessThere(insert: () => unknown): void {
  try {
    patiently(insert);
  } catch (error) {
    if (!/already exists/i.test(String(error))) throw error;
  }
}
