// The schema of a tab: the one place from which reading, writing, dropdowns, formats, notes and README tables come.
import { tidy } from '../domain/result';
import type { Message } from '../language/message';
import type { Column, WrittenColumn } from './columnType';

export type TabRole = 'input' | 'feed' | 'output' | 'hidden';

/** Columns by field of the record, in the order in which they stand in the sheet. */
export type Columns<R> = { readonly [K in keyof R & string]-?: Column<R[K]> };

export interface Tab<R> {
  readonly name: string;
  readonly role: TabRole;
  readonly help: string;
  readonly columns: Columns<R>;
  /** Fields that together name a row: no two rows may agree in all of them. */
  readonly key: readonly Field<R>[];
  /** What contradicts itself between the cells of a row that can be read, each at its field. */
  readonly faults?: (value: R) => readonly { readonly field: Field<R>; readonly text: Message }[];
}

/** What of a tab is needed to write its records. */
export interface WrittenTab<R> {
  readonly name: string;
  readonly columns: { readonly [K in keyof R & string]-?: WrittenColumn<R[K]> };
}

export function defineTab<R>(
  name: string,
  role: TabRole,
  help: string,
  columns: Columns<R>,
  key: readonly Field<R>[] = [],
): Tab<R> {
  return { name, role, help, columns, key };
}

export type Field<R> = keyof R & string;

/** The record's fields in column order. */
export const fieldsOf = <R>(tab: WrittenTab<R>): readonly Field<R>[] =>
  Object.keys(tab.columns) as Field<R>[];

/** `maxVolumeShare` stands in the sheet as `max_volume_share`. */
export function headerOf(field: string): string {
  const known = HEADERS.get(field);
  if (known !== undefined) return known;
  const header = field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  HEADERS.set(field, header);
  return header;
}

/** There are as many as columns in all tabs, and each is asked for with every cell that is read. */
const HEADERS = new Map<string, string>();

/** A header as it is compared: whatever the case, blanks and hyphens like underscores. */
export const normalHeader = (cell: unknown): string =>
  tidy(String(cell ?? ''))
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
