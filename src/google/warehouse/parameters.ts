// Values on their way into a statement: typed, named, as text, so that decimals stay decimals.
import type { SqlValue } from '../../sheets/warehouse';
import type { TableColumn } from './tables';

export type Parameter = GoogleAppsScript.BigQuery.Schema.QueryParameter;

export const dateParameter = (name: string, value: string): Parameter => ({
  name,
  parameterType: { type: 'DATE' },
  parameterValue: { value },
});

/** ARRAY<STRUCT<…>>, one struct a row, its values in the order of the columns. */
export const rowsParameter = (
  name: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly SqlValue[])[],
): Parameter => ({
  name,
  parameterType: {
    type: 'ARRAY',
    arrayType: {
      type: 'STRUCT',
      structTypes: columns.map((column) => ({ name: column.name, type: { type: column.type } })),
    },
  },
  parameterValue: {
    arrayValues: rows.map((row) => ({
      structValues: Object.fromEntries(
        columns.map((column, i) => [column.name, { value: textOf(row[i] ?? null) }]),
      ),
    })),
  },
});

const textOf = (value: SqlValue): string | null => (value === null ? null : String(value));
