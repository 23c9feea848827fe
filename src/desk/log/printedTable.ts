// A decision table as a page gets it: every cell printed, with what it sorts by.
import { figuresOf } from '../../language/figures';
import type { Language } from '../../language/language';
import { msg } from '../../language/message';
import { print } from '../../language/print';
import type { DecisionCell, DecisionKind, DecisionRow, DecisionTable } from '../../stages/decisions/table';

export interface PrintedCell {
  readonly text: string;
  /** null sorts last. */
  readonly order: string | number | null;
}

export interface PrintedTableRow {
  readonly cells: readonly PrintedCell[];
  readonly isOdd: boolean;
  readonly of: (Omit<NonNullable<DecisionRow['of']>, 'whyNone'> & { readonly whyNone: string | null }) | null;
  readonly key: string | null;
  readonly isPicked: boolean | null;
}

export interface PrintedTable {
  readonly title: string;
  readonly columns: readonly {
    readonly label: string;
    readonly isFigure: boolean;
    /** Whether it may take several lines. */
    readonly isSentence: boolean;
    /** What it means; null = its label says it. */
    readonly help: string | null;
  }[];
  readonly rows: readonly PrintedTableRow[];
  readonly total: readonly string[] | null;
}

export function printedTable(table: DecisionTable, language: Language): PrintedTable {
  const kindAt = (index: number): DecisionKind => table.columns[index]?.kind ?? 'text';
  const cell = (value: DecisionCell, index: number): PrintedCell =>
    printedCell(value, kindAt(index), language);
  return {
    title: print(table.title, language),
    columns: table.columns.map(({ label, kind, help }) => ({
      label: print(label, language),
      isFigure: kind !== 'text' && kind !== 'sentence' && kind !== 'side',
      isSentence: kind === 'sentence',
      help: help === undefined ? null : print(help, language),
    })),
    rows: table.rows.map(({ cells, isOdd = false, key = null, isPicked = null, of = null }) => ({
      cells: cells.map(cell),
      isOdd,
      of: of === null ? null : { ...of, whyNone: of.whyNone ? print(of.whyNone, language) : null },
      key,
      isPicked,
    })),
    total: table.total?.map((value, index) => cell(value, index).text) ?? null,
  };
}

function printedCell(value: DecisionCell, kind: DecisionKind, language: Language): PrintedCell {
  if (value === null) return { text: '', order: null };
  if (typeof value === 'number') return { text: printedNumber(value, kind, language), order: value };
  if (typeof value === 'string') {
    const text =
      kind === 'side' && (value === 'BUY' || value === 'SELL')
        ? print(msg('{side}', { side: value }), language)
        : value;
    return { text, order: text };
  }
  const text = print(value, language);
  return { text, order: text };
}

/** A minus sign as wide as a digit; money without its sign, which stands in every cell of the column. */
function printedNumber(value: number, kind: DecisionKind, language: Language): string {
  const figures = figuresOf(language);
  const text = {
    money: () => figures.amount(value),
    price: () => figures.bare(value),
    count: () => figures.whole(value),
    bps: () => figures.bps(value),
    decimal: () => figures.decimal(value),
    percent: () => `${figures.decimal(value)}%`,
    text: () => figures.decimal(value),
    sentence: () => figures.decimal(value),
    side: () => figures.decimal(value),
  }[kind]();
  return text.replace('-', '−');
}
