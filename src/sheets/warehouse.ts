// A tab's records as warehouse rows: the same schema makes the sheet and the table, so the two cannot drift apart.
import type { SqlType } from './columnType';
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
  readonly rows: SavedRows;
}

/** Rows in the order of their columns; a list of them is one. */
export interface SavedRows extends Iterable<readonly SqlValue[]> {
  readonly length: number;
}

/** Rows that can be had column by column. */
export interface ColumnRows extends SavedRows {
  readonly width: number;
  /** The values of one, the first is 0. */
  column(at: number): readonly SqlValue[];
}

/** The warehouse columns of a tab, in the tab's order. */
export const sqlColumns = <R>(tab: Tab<R>): WarehouseRows['columns'] =>
  fieldsOf(tab).map((field) => {
    const { sqlType: type, clock } = tab.columns[field];
    return { name: headerOf(field), type, ...(clock ? { clock } : {}) };
  });

/** Records as rows of `table`, which has the tab's columns. */
export const saveRows = <R>(table: string, tab: Tab<R>, records: readonly R[]): WarehouseRows =>
  saveRowsOf(table, tab, records, (record) => record);

/** @param recordOf what is saved of each source; asked anew whenever somebody goes through the rows */
export const saveRowsOf = <S, R>(
  table: string,
  tab: Tab<R>,
  sources: readonly S[],
  recordOf: (source: S) => R,
): WarehouseRows => ({ table, columns: sqlColumns(tab), rows: new PrintedRows(tab, sources, recordOf) });

/** Rows that are printed whenever somebody goes through them: a large day has no room for them beside what they are printed of. */
export class PrintedRows<S, R> implements ColumnRows {
  private readonly fields: readonly Field<R>[];

  constructor(
    private readonly tab: Tab<R>,
    private readonly sources: readonly S[],
    private readonly recordOf: (source: S) => R,
  ) {
    this.fields = fieldsOf(tab);
  }

  get length(): number {
    return this.sources.length;
  }

  get width(): number {
    return this.fields.length;
  }

  *[Symbol.iterator](): Generator<readonly SqlValue[]> {
    for (const source of this.sources) {
      const record = this.recordOf(source);
      yield this.fields.map((field) => this.tab.columns[field].toSql(record[field]));
    }
  }

  column(at: number): readonly SqlValue[] {
    const field = this.fields[at];
    if (field === undefined) return [];
    const { toSql } = this.tab.columns[field];
    return this.sources.map((source) => toSql(this.recordOf(source)[field]));
  }

  toJSON(): readonly (readonly SqlValue[])[] {
    return [...this];
  }
}
