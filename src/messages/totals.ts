// Totals per ETF and side: what a mail shows of orders that are too many for it.
import { groupsOf } from '../domain/lookup';
import type { Cents } from '../domain/money';
import type { Side } from '../domain/trade';
import { figuresOf } from '../language/figures';
import type { Language } from '../language/language';
import { type TableBlock, table } from './content';
import { wordsOf } from './words';

interface Amounting {
  readonly asset: string;
  readonly side: Side;
  readonly amount: Cents;
}

/** One row an ETF and side: how many orders, and their amounts together. */
export function totalsTable(orders: readonly Amounting[], language: Language): TableBlock {
  const words = wordsOf(language);
  const { money, whole } = figuresOf(language);
  const totals = groupsOf(orders, ({ asset, side }) => `${asset} ${side}`).flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, orders: group.length, amount: sumOf(group, ({ amount }) => amount) }] : [];
  });
  return table(totals, [
    { title: words.column.asset, cell: (it) => it.asset },
    { title: words.column.side, cell: (it) => words.side[it.side] },
    { title: words.column.orders, numeric: true, cell: (it) => whole(it.orders) },
    { title: words.column.amount, numeric: true, cell: (it) => money(it.amount) },
  ]);
}

export const sumOf = <R>(rows: readonly R[], amountOf: (row: R) => number): number =>
  rows.reduce((sum, row) => sum + amountOf(row), 0);
