// What a mail says, once: blocks that are printed as plain text and as HTML, so that the two cannot differ.

import { isPlain, tidy } from '../domain/result';

export interface Item {
  /** What the item is about, set apart from its text. */
  readonly label: string;
  readonly text: string;
  /** Small print under the item, such as an instruction's number. */
  readonly detail: string | null;
}

/** What a part of a drawing stands for; `none` is left blank. */
export type Tone = 'none' | 'primary' | 'secondary' | 'open' | 'worse' | 'better';

/** A bar in a cell, from left to right; the parts are shares of the cell's width, and the rest stays blank. */
export interface Bar {
  readonly parts: readonly { readonly share: number; readonly tone: Tone }[];
}

/** A bar repeats what figures beside it say: plain text leaves it out. */
export type Cell = string | Bar;

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly {
    readonly title: string;
    readonly numeric: boolean;
    /** Of bars; left out = of text. */
    readonly drawn?: boolean;
  }[];
  readonly rows: readonly (readonly Cell[])[];
  /** A last row that adds up the others; null for none. */
  readonly total: readonly string[] | null;
}

/** A figure that is to be seen first, with what it means and what goes with it. */
export interface Tile {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
  readonly tone: Tone;
}

export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly detail: string }
  | { readonly kind: 'tiles'; readonly tiles: readonly Tile[] }
  /** What the tones of a drawing stand for. */
  | { readonly kind: 'legend'; readonly tones: readonly { readonly tone: Tone; readonly text: string }[] }
  /** Lines that somebody signs on. */
  | { readonly kind: 'sign'; readonly lines: readonly string[] }
  /** What follows begins a sheet of paper. */
  | { readonly kind: 'page' }
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
  readonly drawn?: boolean;
  readonly cell: (record: R) => Cell;
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
    columns: columns.map(({ title, numeric = false, drawn = false }) => ({
      title,
      numeric,
      ...(drawn ? { drawn } : {}),
    })),
    rows: records.map((record) => columns.map((column) => column.cell(record))),
    total: totalled ? columns.map((column) => column.total ?? '') : null,
  };
}

/**
 * Text that came from outside, on one line: a fund's name can forge neither a line of the mail or its subject, nor
 * turn digits around by marks of writing direction.
 */
export function oneLine(text: string): string {
  if (isPlain(text)) return text.trim().replace(/ {2,}/g, ' ');
  return tidy(text.replace(/\p{Cf}/gu, '').replace(/\p{Cc}/gu, ' ')).replace(/ +/g, ' ');
}
