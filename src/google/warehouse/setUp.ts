// Makes the warehouse ready: dataset, tables, columns that a new version brought, views; may run at any time.
import { type Client, createClient } from './client';
import { placeOf, type WarehouseSettings } from './identifiers';
import { ensureDataset, ensureTable } from './resources';
import { insertNewRows, newRows } from './statements';
import { RUN_LOG, TABLES } from './tables';
import { createView, VIEWS } from './views';

/** False when no project is configured. Throws with what to do when the project refuses. */
export function setUpWarehouse(settings: WarehouseSettings): boolean {
  const place = placeOf(settings);
  if (place === null) return false;
  const client = createClient(place);
  prepare(client);
  checkBilling(client);
  return true;
}

/** Only adds: nothing that is there is changed or removed, but for views, which hold no data. */
export function prepare(client: Client): void {
  ensureDataset(client.place);
  for (const table of TABLES) ensureTable(client.place, table);
  for (const view of VIEWS) client.run(createView(client.place, view));
}

/** A sandbox makes tables but takes no rows: better to learn it now than in the morning. Adds no row. */
function checkBilling(client: Client): void {
  client.run(insertNewRows(client.place, RUN_LOG), newRows({ runId: '', partition: '2000-01-01' }, []));
}
