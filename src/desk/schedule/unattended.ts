// What the schedule does not send by itself even where it may: yesterday's orders that nobody replaced.
import type { IsoDate } from '../../domain/stamp';
import { isAsked, type Trade } from '../../domain/trade';
import { readTable } from '../../sheets/read';
import { dailyTrades } from '../../sheets/tabs';
import type { DayState } from '../../stages/day/state';
import type { OpenBook } from '../openBook';

/** The day whose orders stand in daily-trades unchanged; null when they are new. The tab has no date of its own. */
export function repeatedDay(book: OpenBook, state: DayState, today: IsoDate): IsoDate | null {
  if (state.tradeDate === null || state.tradeDate === today) return null;
  const trades = readTable(dailyTrades, book.read(dailyTrades.name)).table.rows.map(({ value }) => value);
  const wanted = totals(trades.filter(isAsked));
  // What was cancelled stood in the tab all the same.
  const known = totals(
    [...state.intents, ...state.offshore].map(({ cancelled, ...order }) => ({
      ...order,
      amount: cancelled ?? order.amount,
    })),
  );
  return wanted !== '' && wanted === known ? state.tradeDate : null;
}

type Order = Pick<Trade, 'cnpj' | 'asset' | 'side' | 'strategy' | 'amount'>;

function totals(orders: readonly Order[]): string {
  const sums = new Map<string, number>();
  for (const { cnpj, asset, side, strategy, amount } of orders) {
    const key = [cnpj, asset, side, strategy].join('/');
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return [...sums]
    .filter(([, amount]) => amount > 0)
    .map(([key, amount]) => `${key}=${amount}`)
    .sort()
    .join('\n');
}
