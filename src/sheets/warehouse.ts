// A tab's records as warehouse rows: the same schema makes the sheet and the table, so the two cannot drift apart.
import type { SqlType } from './columnType';
import { MadeRows, type Rows } from './madeRows';
import { fieldsOf, headerOf, type WrittenTab } from './tab';

export type SqlValue = string | number | boolean | null;

/** Rows for one warehouse table; run id and row key are added when they are saved. */
export interface WarehouseRows {
  readonly table: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: SqlType;
    /** It reads the clock. */
    readonly clock?: true;
  }[];
  /** In the order of their columns. */
  readonly rows: Rows<SqlValue>;
}

/** The warehouse columns of a tab, in the tab's order. */
export const sqlColumns = <R>(tab: WrittenTab<R>): WarehouseRows['columns'] =>
  fieldsOf(tab).map((field) => {
    const { sqlType: type, clock } = tab.columns[field];
    return { name: headerOf(field), type, ...(clock ? { clock } : {}) };
  });

/** Records as rows of `table`, which has the tab's columns. */
export const saveRows = <R>(
  table: string,
  tab: WrittenTab<R>,
  records: readonly NoInfer<R>[],
): WarehouseRows => saveRowsOf(table, tab, records, (record) => record);

/** @param recordOf what is saved of each source; asked anew whenever somebody goes through the rows */
export const saveRowsOf = <S, R>(
  table: string,
  tab: WrittenTab<R>,
  sources: readonly S[],
  recordOf: (source: S) => R,
): WarehouseRows => ({ table, columns: sqlColumns(tab), rows: savedOf(tab, sources, recordOf) });

function savedOf<S, R>(
  tab: WrittenTab<R>,
  sources: readonly S[],
  recordOf: (source: S) => R,
): MadeRows<S, SqlValue> {
  const made = fieldsOf(tab).map((field): ((record: R) => SqlValue) => {
    const { toSql } = tab.columns[field];
    return (record) => toSql(record[field]);
  });
  return new MadeRows(sources, {
    width: made.length,
    row: (source) => {
      const record = recordOf(source);
      return made.map((value) => value(record));
    },
    value: (source, column) => made[column]?.(recordOf(source)) ?? null,
  });
}
