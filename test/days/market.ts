// Brokers that work the caps in force and a post-trade system that tells of it as such systems do: late, pending, busted,
// corrected, half of it, or not at all.
import type { Chance } from '../solver/seeded';
import { type Morning, timeAt } from './head';
import type { Cells, DayFeed, FeedFill, Rows } from './types';

interface Trade {
  readonly row: Omit<FeedFill, 'qty' | 'price' | 'status'>;
  readonly broker: string;
  /** The tab's row where it is typed; null = it comes by the feed. */
  readonly typed: boolean;
  readonly reportedAt: number;
  readonly settledAt: number;
  readonly bustedAt: number | null;
  readonly changedAt: number | null;
  readonly quantity: number;
  readonly price: number;
  readonly changed: { readonly quantity: number; readonly price: number };
  readonly takesBack: boolean;
}

export interface Market {
  /** Works what the tab orders says from the last call until `minute`. */
  work(orders: Rows, minute: number): void;
  /** What the two systems answer at `minute`. */
  feedAt(minute: number, isWhole: boolean): DayFeed;
  /** All that the feed told before of this order's ETF and side is busted at `when`. */
  bust(order: Cells, when: number): void;
  /** What was told by then of this order's ETF and side, in BRL. */
  worth(order: Cells, minute: number): number;
  /** Rows of phone brokers that have become known since the last call, for the tab executions. */
  toType(minute: number): Rows;
  readonly silent: ReadonlySet<string>;
}

const clockAt = (date: string, second: number): string =>
  `${date}T${timeAt(Math.floor(second / 60))}:${String(second % 60).padStart(2, '0')}-03:00`;

/** @param isCalm prices hardly move, and caps stay as they are unless somebody calls for more or less */
export function openMarket(morning: Morning, chance: Chance, isCalm: boolean): Market {
  const { head, etfs, accounts, close, odd } = morning;
  const prices = new Map(etfs.map(({ asset, open }) => [asset, open]));
  const trades: Trade[] = [];
  const silent = new Set([...accounts.keys()].filter((_, at) => at > 0 && chance.is(0.12)));
  const typed = new Set<string>();
  let last = 10 * 60;
  const drift = (): void => {
    for (const [asset, price] of prices)
      prices.set(
        asset,
        Math.round(price * (1 + (chance.real() - 0.5) * widthOf(chance, isCalm, odd)) * 10_000) / 10_000,
      );
  };
  const numberOf = (broker: string, order: Cells): number =>
    9_007_199_254_000 +
    trades.filter(
      (known) =>
        known.broker === broker &&
        known.row.symbol === order.asset &&
        (known.row.side === 'Sell') === (order.side === 'SELL'),
    ).length;
  const trade = (order: Cells, quantity: number, price: number, minute: number): void => {
    const broker = String(order.broker);
    const account = accounts.get(broker) ?? null;
    const from = last * 60 + 1;
    const second = from + chance.whole(Math.max(1, Math.min(minute, close) * 60 - from - 1));
    const delay = chance.is(0.15) ? chance.whole(120) : 0;
    const isChanged = chance.is(0.05);
    trades.push({
      row: {
        accountAlias: 'CASA',
        accountCode: account ?? '',
        fillId: odd.sameNumbers
          ? String(numberOf(broker, order))
          : `${broker.slice(0, 1)}${String(trades.length + 1).padStart(4, '0')}`,
        symbol: String(order.asset),
        side: order.side === 'SELL' ? 'Sell' : 'Buy',
        time: clockAt(head.date, second),
      },
      broker,
      typed: account === null,
      reportedAt: minute + delay,
      settledAt: minute + delay + (chance.is(0.06) ? 10 + chance.whole(90) : 0),
      bustedAt: chance.is(0.06) ? minute + delay + 5 + chance.whole(200) : null,
      changedAt: isChanged ? minute + delay + 5 + chance.whole(200) : null,
      changed: {
        quantity: chance.is(0.5)
          ? Math.max(1, Math.round(quantity * (0.7 + chance.real() * 0.35)))
          : quantity,
        price: Math.round((price + (chance.whole(5) - 2) / 100) * 100) / 100,
      },
      quantity,
      price,
      takesBack: chance.is(0.3),
    });
  };
  return {
    silent,
    work(orders, minute) {
      if (last < close) for (const order of orders) workOrder(order, minute);
      last = minute;
      drift();
    },
    feedAt: (minute, isWhole) => ({
      at: timeAt(minute),
      fills: told(
        trades.filter((own) => !own.typed),
        minute,
        isWhole,
        chance,
      ),
      quotes: Object.fromEntries(
        etfs.map(({ asset, sharesPerUnit }) => [asset, { inav: prices.get(asset) ?? 1, sharesPerUnit }]),
      ),
    }),
    bust(order, when) {
      for (const own of toldOf(order, when - 1))
        if (!own.typed && own.bustedAt === null) trades[trades.indexOf(own)] = { ...own, bustedAt: when };
    },
    worth: (order, minute) =>
      toldOf(order, minute).reduce((sum, { quantity, price }) => sum + quantity * price, 0),
    toType(minute) {
      const news = trades.filter(
        (own) => own.typed && own.reportedAt <= minute && !typed.has(own.row.fillId),
      );
      for (const { row } of news) typed.add(row.fillId);
      return news.map(
        ({ row, broker, quantity, price }): Cells => ({
          date: head.date,
          fill_id: row.fillId,
          broker,
          asset: row.symbol,
          side: row.side === 'Buy' ? 'BUY' : 'SELL',
          quantity,
          price,
          time: odd.untimed ? null : row.time.slice(0, 19),
        }),
      );
    },
  };

  function toldOf({ asset, side }: Cells, minute: number): readonly Trade[] {
    return trades.filter(
      ({ row, reportedAt, bustedAt }) =>
        row.symbol === asset &&
        (row.side === 'Sell') === (side === 'SELL') &&
        reportedAt <= minute &&
        (bustedAt === null || bustedAt > minute),
    );
  }

  function workOrder(order: Cells, minute: number): void {
    const broker = String(order.broker);
    if (silent.has(broker) || chance.is(0.2)) return;
    const own = trades.filter(
      (known) =>
        known.broker === broker &&
        known.row.symbol === order.asset &&
        (known.row.side === 'Sell') === (order.side === 'SELL'),
    );
    const limit = Number(order.limit_price);
    const inav = prices.get(String(order.asset)) ?? 1;
    const near = Math.round(inav * (1 + (chance.real() - 0.5) * 0.003) * 100) / 100;
    const price = order.side === 'SELL' ? Math.max(near, limit) : Math.min(near, limit);
    const live = own.filter(({ bustedAt }) => bustedAt === null || bustedAt > minute);
    const money = live.reduce((sum, known) => sum + known.quantity * known.price, 0);
    const shares = live.reduce((sum, known) => sum + known.quantity, 0);
    let room = Math.floor((Number(order.cap) - money) / price + 1e-9);
    if (order.share_cap !== null && order.share_cap !== undefined && order.share_cap !== '')
      room = Math.min(room, Number(order.share_cap) - shares);
    const most = odd.beyond && chance.is(0.2) ? Math.ceil(room * (1 + chance.real() * 0.3)) : room;
    let left = Math.floor(most * (chance.is(0.25) ? 1 : chance.real() * 0.7));
    const parts = 1 + chance.whole(3);
    for (let nth = 1; nth <= parts && left > 0; nth += 1) {
      const quantity = nth === parts ? left : Math.ceil(left * chance.real());
      if (quantity > 0) trade(order, quantity, Math.round(price * 100) / 100, minute);
      left -= quantity;
    }
  }
}

/** How far prices move from one thing to the next. */
const widthOf = (chance: Chance, isCalm: boolean, { jumps }: Morning['odd']): number =>
  jumps && chance.is(0.15) ? 0.06 : isCalm ? 0.0002 : 0.008;

/** @param isWhole false = some of what was told before is not in the answer */
function told(trades: readonly Trade[], minute: number, isWhole: boolean, chance: Chance): FeedFill[] {
  return trades
    .filter(({ reportedAt }) => reportedAt <= minute)
    .filter(() => isWhole || chance.is(0.6))
    .flatMap((own): FeedFill[] => {
      const isChanged = own.changedAt !== null && own.changedAt <= minute;
      const { quantity: qty, price } = isChanged ? own.changed : own;
      const isBusted = own.bustedAt !== null && own.bustedAt <= minute;
      const row: FeedFill = { ...own.row, qty, price };
      if (isBusted && own.takesBack) return [row, { ...row, qty: -qty }];
      if (isBusted) return [{ ...row, status: 'BUSTED' }];
      return [own.settledAt > minute ? { ...row, status: 'PENDING' } : row];
    });
}
