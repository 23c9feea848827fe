// The statements of the desk besides its views. Names come from this folder's definitions, values are parameters.
import { type Place, quoted, tablePath } from './identifiers';
import type { WarehouseTable } from './tables';

/**
 * Adds the rows of `@rows` (ARRAY<STRUCT>) that are not there yet: a retry adds nothing.
 * `@partition_date` (DATE) keeps the search to the one partition in which the rows of a run lie.
 */
export function insertNewRows(place: Place, table: WarehouseTable): string {
  const names = table.columns.map(({ name }) => quoted(name));
  return [
    `MERGE ${tablePath(place, table.name)} AS t`,
    'USING UNNEST(@rows) AS s',
    `ON t.${quoted('run_id')} = s.${quoted('run_id')} AND t.${quoted('row_key')} = s.${quoted('row_key')}` +
      ` AND t.${quoted(table.partitionBy)} = @partition_date`,
    `WHEN NOT MATCHED THEN INSERT (${names.join(', ')})`,
    `VALUES (${names.map((name) => `s.${name}`).join(', ')})`,
  ].join('\n');
}
