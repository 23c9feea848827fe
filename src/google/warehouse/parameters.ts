// Values on their way into a statement: typed, named, as text, so that decimals stay decimals.
import type { SqlType } from '../../sheets/column';
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
        columns.map((column, i) => [column.name, { value: textOf(row[i] ?? null, column.type) }]),
      ),
    })),
  },
});

const YES_NO: Readonly<Record<string, string>> = { yes: 'true', no: 'false' };

function textOf(value: SqlValue, type: SqlType): string | null {
  if (value === null) return null;
  const text = String(value);
  return type === 'BOOL' ? (YES_NO[text] ?? text) : text;
}
