// The statements of the desk besides its views. Names come from this folder's definitions, values are parameters.

import type { SqlValue } from '../../sheets/warehouse';
import { type Place, quoted, tablePath } from './identifiers';
import { dateParameter, lineOf, type Parameter, textParameter } from './parameters';
import type { TableColumn, WarehouseTable } from './tables';

/** What all rows of a statement have in common: the run, and the one partition in which they lie. */
export interface RowsOf {
  readonly runId: string;
  readonly partition: string;
}

/** The columns in which rows differ, in the order in which their lines have them. */
export const lineColumns = (table: WarehouseTable): readonly TableColumn[] =>
  table.columns.filter(({ name }) => name !== 'run_id');

/**
 * Adds the rows that are not there yet: a retry adds nothing. `@rows` has a row of JSON a line, `@partition_date` keeps the search
 * to the one partition in which the rows of a run lie.
 */
export function insertNewRows(place: Place, table: WarehouseTable): string {
  const names = table.columns.map(({ name }) => quoted(name));
  const told = new Map(lineColumns(table).map((column, at) => [column.name, cellIn(column, at)]));
  return [
    `MERGE ${tablePath(place, table.name)} AS t`,
    'USING (',
    `  SELECT ${table.columns.map(({ name }) => `${told.get(name) ?? '@run_id'} AS ${quoted(name)}`).join(', ')}`,
    "  FROM UNNEST(SPLIT(@rows, '\\n')) AS line",
    "  WHERE line != ''",
    ') AS s',
    `ON t.${quoted('run_id')} = s.${quoted('run_id')} AND t.${quoted('row_key')} = s.${quoted('row_key')}` +
      ` AND t.${quoted(table.partitionBy)} = @partition_date`,
    `WHEN NOT MATCHED THEN INSERT (${names.join(', ')})`,
    `VALUES (${names.map((name) => `s.${name}`).join(', ')})`,
  ].join('\n');
}

function cellIn({ type }: TableColumn, at: number): string {
  const text = `JSON_VALUE(line, '$[${at}]')`;
  return type === 'STRING' ? text : `CAST(${text} AS ${type})`;
}

/** @param lines as `lineOf` writes the values of `lineColumns` */
export const newRows = ({ runId, partition }: RowsOf, lines: readonly string[]): readonly Parameter[] => [
  textParameter('rows', lines.join('\n')),
  textParameter('run_id', runId),
  dateParameter('partition_date', partition),
];

/** Whole rows of a table, as a statement's parameters. */
export const newRowsOf = (
  table: WarehouseTable,
  of: RowsOf,
  rows: readonly Readonly<Record<string, SqlValue>>[],
): readonly Parameter[] =>
  newRows(
    of,
    rows.map((row) => lineOf(lineColumns(table).map(({ name }) => row[name] ?? null))),
  );
