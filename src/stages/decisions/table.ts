// What a preview shows to decide by: tables of before and after, as plain data that nobody has printed yet.
import type { Side } from '../../domain/trade';
import { type Message, msg } from '../../language/message';

/** What a column holds, and so how it is printed, sorted and aligned. */
export type DecisionKind =
  | 'text'
  | 'sentence'
  | 'side'
  | 'money'
  | 'count'
  | 'price'
  | 'bps'
  | 'decimal'
  | 'percent';

export interface DecisionColumn {
  readonly label: Message;
  /** `money` in cents, `price` in BRL a share, `percent` in per cent. */
  readonly kind: DecisionKind;
  /** What the column means, for whoever asks. */
  readonly help?: Message;
}

/** null = not known, or nothing to say. */
export type DecisionCell = string | number | Message | null;

export interface DecisionRow {
  readonly cells: readonly DecisionCell[];
  /** What is to be looked at twice. */
  readonly isOdd?: boolean;
  /** Whose units it speaks of and how many are planned, where they can be set by hand. */
  readonly of?: {
    readonly cnpj: string;
    readonly asset: string;
    readonly side: Side;
    readonly units: number;
    /** Why it can have none; left out = it can. */
    readonly whyNone?: Message;
  };
  /** By what the row is named where a reader may pick it. */
  readonly key?: string;
  /** Whether it is part of the plan; left out = nobody is asked. */
  readonly isPicked?: boolean;
}

export interface DecisionTable {
  readonly title: Message;
  readonly columns: readonly DecisionColumn[];
  readonly rows: readonly DecisionRow[];
  /** One cell a column; null = nothing here adds up. */
  readonly total: readonly DecisionCell[] | null;
}

const TOTAL = msg('Total');

/** The sum of a column of figures; what is not known counts as nothing. */
export const sumOf = <T>(items: readonly T[], figure: (item: T) => number | null): number =>
  items.reduce((sum, item) => sum + (figure(item) ?? 0), 0);

/** A column with how a row fills it, and how a total does: `sum`, or nothing. */
export interface Filled<T> extends DecisionColumn {
  readonly cell: (item: T) => DecisionCell;
  /** Whether the total row adds it up. */
  readonly adds?: boolean;
}

/** @returns no table where it would have no row */
export function tableOf<T>(
  title: Message,
  columns: readonly Filled<T>[],
  items: readonly T[],
  about: (item: T) => Omit<DecisionRow, 'cells'> = () => ({}),
): readonly DecisionTable[] {
  if (items.length === 0) return [];
  // What is not picked is no part of the plan.
  const counted = items.filter((item) => about(item).isPicked !== false);
  const total = columns.map(({ cell, adds }, index): DecisionCell => {
    if (index === 0) return TOTAL;
    if (!adds) return null;
    return sumOf(counted, (item) => {
      const value = cell(item);
      return typeof value === 'number' ? value : null;
    });
  });
  return [
    {
      title,
      columns: columns.map(({ label, kind, help }) => ({
        label,
        kind,
        ...(help === undefined ? {} : { help }),
      })),
      rows: items.map((item) => ({ ...about(item), cells: columns.map(({ cell }) => cell(item)) })),
      total: columns.some(({ adds }) => adds) && items.length > 1 ? total : null,
    },
  ];
}
