// A tab's records as warehouse rows: the same schema makes the sheet and the table, so the two cannot drift apart.
import type { SqlType } from './column';
import { type Field, fieldsOf, headerOf, type Tab } from './tab';

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
  readonly rows: readonly (readonly SqlValue[])[];
}

/** The warehouse columns of a tab, in the tab's order. */
export const sqlColumns = <R>(tab: Tab<R>): WarehouseRows['columns'] =>
  fieldsOf(tab).map((field) => {
    const { sqlType: type, clock } = tab.columns[field];
    return { name: headerOf(field), type, ...(clock ? { clock } : {}) };
  });

/** Records as rows of `table`, which has the tab's columns. */
export function saveRows<R>(table: string, tab: Tab<R>, records: readonly R[]): WarehouseRows {
  const print = (record: R, field: Field<R>): SqlValue => tab.columns[field].toSql(record[field]);
  return {
    table,
    columns: sqlColumns(tab),
    rows: records.map((record) => fieldsOf(tab).map((field) => print(record, field))),
  };
}
