// What a mail says, once: blocks that are printed as plain text and as HTML, so that the two cannot differ.

import { tidy } from '../domain/result';

export interface Item {
  /** What the item is about, set apart from its text. */
  readonly label: string;
  readonly text: string;
  /** Small print under the item, such as an instruction's number. */
  readonly detail: string | null;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly { readonly title: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** A last row that adds up the others; null for none. */
  readonly total: readonly string[] | null;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | TableBlock;

export type Content = readonly Block[];

/** A column of records: its title, what it prints of each, and what stands under it in the total row. */
export interface Column<R> {
  readonly title: string;
  readonly numeric?: boolean;
  readonly cell: (record: R) => string;
  readonly total?: string;
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', text });
export const list = (items: readonly Item[]): Block => ({ kind: 'list', items });

export function table<R>(records: readonly R[], columns: readonly Column<R>[]): TableBlock {
  const totalled = columns.some((column) => column.total !== undefined);
  return {
    kind: 'table',
    columns: columns.map(({ title, numeric = false }) => ({ title, numeric })),
    rows: records.map((record) => columns.map((column) => column.cell(record))),
    total: totalled ? columns.map((column) => column.total ?? '') : null,
  };
}

/**
 * Text that came from outside, on one line: a fund's name can forge neither a line of the mail or its subject, nor
 * turn digits around by marks of writing direction.
 */
export function oneLine(text: string): string {
  return tidy(text.replace(/\p{Cf}/gu, '').replace(/\p{Cc}/gu, ' ')).replace(/ +/g, ' ');
}
