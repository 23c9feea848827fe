// What every rule of the translation is handed.
import type { ColumnDef } from '../schema';
import type { BqType } from '../types';
import type { Query, Scope } from './scope';
import type { Branch } from './tree';
import type { Typed } from './typed';

export interface TableRef {
  readonly dataset: string;
  readonly table: string;
}

export interface KnownTable extends TableRef {
  readonly columns: readonly ColumnDef[];
  readonly view: boolean;
}

export interface Context {
  readonly projectId: string;
  readonly defaultDataset: string | null;
  /** Throws BigQuery's "Not found" for a table that does not exist or lies elsewhere. */
  table(ref: TableRef): KnownTable;
  /** The declared type of a query parameter, and whether it stands in a table of its own; throws when it was not given. */
  parameter(name: string, at: string): { readonly type: BqType; readonly isLong: boolean };
  expression(branch: Branch, scope: Scope): Typed;
  query(branch: Branch, scope: Scope): Query;
  /** A name that no table of the statement has. */
  fresh(): string;
}
