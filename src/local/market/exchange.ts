// One played day behind all endpoints: orders from the outbox, fills worked from them, prices from the seed.
import { type LocalMail, saoPauloDate } from '../host';
import { type MarketDay, marketDay } from './day';
import { type BrokerDesk, type Order, readMail, type Side } from './instructions';
import { type Listed, openListing } from './listing';
import { type FillRow, otherRows, poolRows } from './postTrade';
import { randomOf } from './random';
import type { OwnHours } from './session';
import { type Fill, workPool } from './working';

export interface ExchangeOptions {
  readonly seed: number;
  readonly brokers: readonly BrokerDesk[];
  /** The manager's alias in the post-trade system. */
  readonly alias: string;
  readonly mail: Pick<LocalMail, 'outbox' | 'onDelivery'>;
}

export interface Exchange {
  /** Lets an ETF trade that the sample does not know. */
  list(one: Listed): void;
  /** null for an ETF that nobody has heard of. */
  day(asset: string, now: number, own: OwnHours): MarketDay | null;
  fills(now: number, own: OwnHours): readonly FillRow[];
  /** Rows of instruction files that a broker could not work. */
  readonly rejected: readonly string[];
}

/** Nothing is stored here: the outbox is the history, so a restart comes to the same fills. */
export function openExchange({ seed, brokers, alias, mail }: ExchangeOptions): Exchange {
  const listing = openListing();
  const orders: Order[] = [];
  const rejected: string[] = [];
  const days = new Map<string, MarketDay>();
  const worked = new Map<string, { readonly orders: number; readonly fills: readonly Fill[] }>();

  const receive = (delivered: LocalMail['outbox'][number]): void => {
    const inbox = readMail(delivered, brokers);
    orders.push(...inbox.orders);
    rejected.push(...inbox.rejected);
  };
  for (const delivered of mail.outbox) receive(delivered);
  mail.onDelivery(receive);

  const dayOf = (asset: string, date: string, own: OwnHours): MarketDay | null => {
    const figures = listing.figuresOf(asset);
    if (figures === null) return null;
    const key = [date, asset, own.open, own.close].join('|');
    const day = days.get(key) ?? marketDay(figures, seed, date, own);
    days.set(key, day);
    return day;
  };

  const poolFills = (day: MarketDay, side: Side, broker: BrokerDesk): readonly Fill[] => {
    const own = orders.filter(
      (order) =>
        order.tradeDate === day.date &&
        order.asset === day.figures.asset &&
        order.side === side &&
        order.broker === broker.name,
    );
    const { open, close } = day.session;
    const key = [day.date, open, close, day.figures.asset, side, broker.name].join('|');
    const known = worked.get(key);
    if (known?.orders === own.length) return known.fills;
    const hasBust =
      side === 'BUY' && bustedPool(seed, day.date, brokers) === `${day.figures.asset}|${broker.name}`;
    const fills = workPool(day, { seed, broker: broker.name, side, hasBust }, own);
    worked.set(key, { orders: own.length, fills });
    return fills;
  };

  return {
    rejected,
    list(one) {
      listing.list(one);
      days.clear();
      worked.clear();
    },
    day: (asset, now, own) => dayOf(asset, saoPauloDate(now), own),
    fills(now, own) {
      const date = saoPauloDate(now);
      return listing.assets().flatMap((asset) => {
        const day = dayOf(asset, date, own);
        if (day === null) return [];
        const fills = brokers.flatMap((broker) =>
          (['BUY', 'SELL'] as const).flatMap((side) =>
            poolRows(poolFills(day, side, broker), broker, alias, now),
          ),
        );
        return [...fills, ...otherRows(day, seed, now)];
      });
    },
  };
}

/** The day's cancelled trade is a purchase of a busy ETF: which ETF and broker is the seed's choice. */
function bustedPool(seed: number, date: string, brokers: readonly BrokerDesk[]): string {
  const busy = ['HASH11', 'BITH11', 'ETHE11'];
  const random = randomOf(seed, date, 'bust');
  const asset = busy[Math.floor(random() * busy.length)] ?? '';
  const broker = brokers[Math.floor(random() * brokers.length)]?.name ?? '';
  return `${asset}|${broker}`;
}
