// How one broker works one side of one ETF: chances to trade all day, taken while the standing cap allows.
import { BUCKET, inavAt, type MarketDay } from './day';
import type { Order, Side } from './instructions';
import { between, type Random, randomOf } from './random';

/** Most of a bucket's volume that one broker trades on one side. */
const PARTICIPATION = { least: 0.06, most: 0.2 };
const MINUTE = 60_000;
/** A fill of these last hours may be reported only after the close. */
const AFTERNOON = 3 * 60 * MINUTE;
/** The last report and confirmation come before the desk's final run. */
const LAST_REPORT = 3 * MINUTE;

export interface Fill {
  readonly id: string;
  readonly asset: string;
  readonly side: Side;
  readonly at: number;
  readonly quantity: number;
  /** Cents a share. */
  readonly price: number;
  /** From when the post-trade system shows it, first as PENDING, then as EXECUTED, perhaps as BUSTED. */
  readonly reportedAt: number;
  readonly confirmedAt: number;
  readonly bustedAt: number | null;
}

export interface Pool {
  readonly seed: number;
  readonly broker: string;
  readonly side: Side;
  /** Whether this pool has the day's trade that the exchange cancels. */
  readonly hasBust: boolean;
}

/**
 * The fills of a pool are a function of the seed, the day, the pool and the orders received, nothing else.
 * A mail sent at the very second of a chance comes too late for it, so what was reported never changes.
 */
export function workPool(day: MarketDay, pool: Pool, orders: readonly Order[]): readonly Fill[] {
  const fills: Fill[] = [];
  let done = 0;
  let shares = 0;
  let bust: Fill | null = null;
  let givenBack = false;
  for (const chance of chances(day, pool)) {
    if (bust?.bustedAt != null && bust.bustedAt < chance.at && !givenBack) {
      done -= bust.price * bust.quantity;
      shares -= bust.quantity;
      givenBack = true;
    }
    const order = standing(orders, chance.at);
    if (order === null || beyondLimit(day, order, chance.at, chance.price)) continue;
    const left = (order.shareCap ?? Number.POSITIVE_INFINITY) - shares;
    const quantity = Math.min(chance.shares, left, Math.floor((order.cap - done) / chance.price));
    if (quantity < 1) continue;
    const bustedAt: number | null = bust === null && pool.hasBust ? bustTime(day, chance.at) : null;
    const { asset } = day.figures;
    const fill: Fill = { ...report(day, chance), id: chance.id, asset, side: pool.side, quantity, bustedAt };
    if (bustedAt !== null) bust = fill;
    done += chance.price * quantity;
    shares += quantity;
    fills.push(fill);
  }
  return fills;
}

interface Chance {
  readonly id: string;
  readonly at: number;
  readonly shares: number;
  readonly price: number;
  readonly luck: Random;
}

/** Two chances in each bucket, one where the ETF hardly trades; they do not depend on any order. */
function* chances(day: MarketDay, pool: Pool): Generator<Chance> {
  const { figures, date } = day;
  for (const bucket of day.buckets) {
    const i = (bucket.at - day.usual.open) / BUCKET;
    const random = randomOf(pool.seed, date, figures.asset, pool.side, pool.broker, i);
    const part = PARTICIPATION.least + random() * (PARTICIPATION.most - PARTICIPATION.least);
    const count = bucket.shares * part < 20 ? 1 : 2;
    const seconds = Array.from({ length: count }, () => between(random, 1, BUCKET / 1000 - 1));
    for (const [k, second] of seconds.sort((a, b) => a - b).entries()) {
      const tick = between(random, -1, 1);
      yield {
        id: `${date.replaceAll('-', '')}-${figures.asset}-${pool.side}-${slug(pool.broker)}-${i + 1}${'ab'[k]}`,
        at: bucket.at + second * 1000,
        shares: Math.floor((bucket.shares * part) / count),
        price: Math.max(day.low, Math.min(day.high, bucket.price + tick)),
        luck: randomOf(pool.seed, date, figures.asset, pool.side, pool.broker, i, k, 'report'),
      };
    }
  }
}

/** Most fills show within seconds; some come minutes late, a few of the last hours only after the close; some stay pending. */
function report({ session, usual }: MarketDay, { at, price, luck }: Chance) {
  const { close, end } = session;
  const kind = luck();
  const delay =
    kind < 0.05 && usual.close - at < AFTERNOON
      ? close - at + between(luck, 1, 14) * MINUTE
      : kind < 0.04
        ? between(luck, 3, 12) * MINUTE
        : between(luck, 1, 20) * 1000;
  const reportedAt = Math.min(at + delay, end - LAST_REPORT);
  const pending = luck() < 0.1 ? between(luck, 60, 240) * 1000 : 0;
  return { at, price, reportedAt, confirmedAt: Math.min(reportedAt + pending, end - MINUTE) };
}

/** Four hours into the day, or three quarters of an hour after the trade; too late in the day for any: none. */
function bustTime({ session, usual }: MarketDay, at: number): number | null {
  const time = Math.max(usual.open + 250 * MINUTE, at + 45 * MINUTE);
  return time < Math.min(usual.close - 90 * MINUTE, session.end) ? time : null;
}

function standing(orders: readonly Order[], at: number): Order | null {
  let latest: Order | null = null;
  for (const order of orders) {
    if (order.receivedAt < at && order.version > (latest?.version ?? 0)) latest = order;
  }
  return latest;
}

/** Both limits bind: the price written into the order, and the distance from the iNAV of the moment. */
function beyondLimit(day: MarketDay, order: Order, at: number, price: number): boolean {
  const sign = order.side === 'BUY' ? 1 : -1;
  if (order.limitPrice !== null && sign * (price - order.limitPrice) > 0) return true;
  const worst = inavAt(day, at) * 100 * (1 + (sign * (order.limitBps ?? 0)) / 10_000);
  return order.limitBps !== null && sign * (price - worst) > 0;
}

const slug = (name: string): string => name.normalize('NFD').replace(/[^A-Za-z0-9]+/g, '');
