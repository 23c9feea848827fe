// The self-test's own table and view in the warehouse, beside the desk's.
import type { Settings } from '../../sheets/settings';
import { isMissing } from '../warehouse/failures';
import { type Place, placeOf } from '../warehouse/identifiers';
import { collection, inWords } from '../warehouse/service';
import type { WarehouseTable } from '../warehouse/tables';
import type { View } from '../warehouse/views';

export const SCRATCH_TABLE: WarehouseTable = {
  name: 'self_test_scratch',
  columns: [
    { name: 'run_id', type: 'STRING' },
    { name: 'row_key', type: 'STRING' },
    { name: 'trade_date', type: 'DATE' },
    { name: 'amount', type: 'NUMERIC' },
  ],
  partitionBy: 'trade_date',
  clusterBy: ['run_id'],
};

/** As the desk's views are: the latest of several, by QUALIFY. */
export const SCRATCH_VIEW: View = {
  name: 'self_test_scratch_view',
  select: (table) => `SELECT run_id, row_key, amount
FROM ${table(SCRATCH_TABLE.name)}
WHERE TRUE
QUALIFY ROW_NUMBER() OVER (PARTITION BY run_id ORDER BY row_key DESC) = 1`,
};

/** Asks nobody where no project is configured. */
export function dropScratchTables(settings: Settings): void {
  const place = placeOf(settings);
  if (place === null) return;
  // The view first: it reads the table.
  for (const name of [SCRATCH_VIEW.name, SCRATCH_TABLE.name]) inWords(place, () => dropIfThere(place, name));
}

function dropIfThere({ project, dataset }: Place, name: string): void {
  try {
    collection('Tables').remove(project, dataset, name);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
