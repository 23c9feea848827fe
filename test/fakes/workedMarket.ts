// Brokers and an administrator in memory: they work the caps in force evenly through the session, at prices that move.
import { session } from '../../src/domain/calendar';
import type { Fill } from '../../src/domain/fill';
import { dateOf, minutesBetween, type Stamp } from '../../src/domain/stamp';
import type { Side } from '../../src/domain/trade';
import type { MemoryDesk } from './memoryDesk';

/** BRL a share that does not depend on who asks: two cents up or down by ETF and minute. */
const priceAt = (base: number, asset: string, now: Stamp): number => {
  const wave = Math.sin((minutesBetween(`${dateOf(now)}T00:00:00`, now) + asset.charCodeAt(0) * 7) / 45);
  return Math.round(base * (1 + wave * 0.002) * 100) / 100;
};

export interface WorkedMarket {
  /** What has been executed by `now` comes into the world; a fill never changes but for its status. */
  work(now: Stamp): void;
  readonly fills: readonly Fill[];
  /** The last fill of the day is PENDING until this time of day. */
  pendingUntil: string | null;
}

export function workedMarket(desk: MemoryDesk): WorkedMarket {
  const fills: Fill[] = [];
  let count = 0;
  const market: WorkedMarket = {
    fills,
    pendingUntil: null,
    work(now) {
      const date = dateOf(now);
      const hours = session(date, []);
      if (hours === null) return;
      const open = `${date}T${hours.open}:00`;
      const whole = minutesBetween(open, `${date}T${hours.close}:00`) - 15;
      const part = Math.min(1, minutesBetween(open, now) / whole);
      if (part > 0 && minutesBetween(open, now) % 15 < 5 && now <= `${date}T${hours.close}:00`) {
        for (const order of desk.book.records('orders')) {
          if (String(order.trade_date).slice(0, 10) !== date && Number(order.trade_date) !== serial(date))
            continue;
          const { asset, side, broker } = {
            asset: String(order.asset),
            side: order.side === 'SELL' ? 'SELL' : ('BUY' as Side),
            broker: String(order.broker),
          };
          const own = fills.filter(
            (fill) =>
              fill.date === date && fill.asset === asset && fill.side === side && fill.broker === broker,
          );
          const base = desk.world.quotes.find((quote) => quote.asset === asset)?.inav ?? 0;
          const price = priceAt(base, asset, now);
          const done = own.reduce((sum, fill) => sum + fill.quantity * fill.price, 0);
          const quantity = Math.floor((Number(order.cap) * part - done) / price);
          if (quantity <= 0) continue;
          count += 1;
          fills.push({
            date,
            fillId: `${date}-${String(count).padStart(6, '0')}`,
            broker,
            asset,
            side,
            quantity,
            price,
            time: now,
            status: 'EXECUTED',
            source: 'api',
          });
        }
      }
      const today = fills.filter((fill) => fill.date === date);
      const isLate = market.pendingUntil !== null && now < `${date}T${market.pendingUntil}:00`;
      desk.world.fills = today.map((fill, index) =>
        isLate && index === today.length - 1 ? { ...fill, status: 'PENDING' } : fill,
      );
    },
  };
  return market;
}

const serial = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569;
