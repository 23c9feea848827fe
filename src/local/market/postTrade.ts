// The post-trade system's view of the day: the desk's fills as reported so far, hedge legs and other managers' rows.
import { saoPauloStamp } from '../host';
import type { MarketDay } from './day';
import type { BrokerDesk } from './instructions';
import { randomOf } from './random';
import { type Fill, type Pool, workPool } from './working';

export interface FillRow {
  readonly fillId: string;
  readonly accountCode: string;
  readonly accountAlias: string;
  readonly side: 'Buy' | 'Sell';
  readonly symbol: string;
  readonly qty: number;
  readonly price: number;
  readonly time: string;
  readonly status: 'EXECUTED' | 'PENDING' | 'BUSTED';
}

export interface ConsolidatedRow {
  readonly accountCode: string;
  readonly accountAlias: string;
  readonly side: 'Buy' | 'Sell';
  readonly symbol: string;
  readonly qty: number;
  readonly avgPrice: number;
}

export const OTHER_ALIAS = 'OUTRA GESTORA';
const OTHER_ACCOUNT = '990001';
/** Fills of these ETFs that have a futures hedge booked beside them, and how many of each pool's first ones do. */
const HEDGED = ['HASH11', 'BITH11', 'ETHE11'];
const HEDGES = 3;

/** Reported rows of one pool, the hedge legs after the fills that they belong to. */
export function poolRows(
  fills: readonly Fill[],
  broker: BrokerDesk,
  alias: string,
  now: number,
): readonly FillRow[] {
  return fills.flatMap((fill, i) => {
    const account = broker.accountCodes[i % Math.max(1, broker.accountCodes.length)] ?? '';
    const row = fillRow(fill, account, alias, now);
    if (row === null) return [];
    if (!HEDGED.includes(fill.asset) || i >= HEDGES) return [row];
    const side = row.side === 'Buy' ? 'Sell' : 'Buy';
    return [row, { ...row, fillId: `${row.fillId}-H`, symbol: `${row.symbol}H`, side }];
  });
}

/** Another manager trades the same ETF through the same system; the desk must not count it as its own. */
export function otherRows(day: MarketDay, seed: number, now: number): readonly FillRow[] {
  const random = randomOf(seed, day.date, day.figures.asset, 'other');
  const pool: Pool = { seed, broker: 'other', side: random() < 0.5 ? 'BUY' : 'SELL', hasBust: false };
  const cap = Math.round(day.figures.shares * day.figures.average * 100 * 0.02);
  const order = {
    broker: pool.broker,
    tradeDate: day.date,
    asset: day.figures.asset,
    side: pool.side,
    version: 1,
    cap,
    limitPrice: null,
    limitBps: null,
    receivedAt: day.session.open,
  };
  return workPool(day, pool, [order]).flatMap((fill) => fillRow(fill, OTHER_ACCOUNT, OTHER_ALIAS, now) ?? []);
}

/** One row an account, symbol and side at its average price; what was busted is not in it. */
export function consolidate(rows: readonly FillRow[]): readonly ConsolidatedRow[] {
  const groups = new Map<string, { row: FillRow; qty: number; cents: number }>();
  for (const row of rows.filter((one) => one.status !== 'BUSTED')) {
    const key = [row.accountCode, row.accountAlias, row.symbol, row.side].join('|');
    const group = groups.get(key) ?? { row, qty: 0, cents: 0 };
    groups.set(key, {
      row,
      qty: group.qty + row.qty,
      cents: group.cents + Math.round(row.price * 100) * row.qty,
    });
  }
  return [...groups.values()].map(({ row: { accountCode, accountAlias, side, symbol }, qty, cents }) => ({
    accountCode,
    accountAlias,
    side,
    symbol,
    qty,
    avgPrice: Math.round((cents / qty) * 1e6) / 1e8,
  }));
}

function fillRow(fill: Fill, accountCode: string, accountAlias: string, now: number): FillRow | null {
  if (fill.reportedAt > now) return null;
  const busted = fill.bustedAt !== null && fill.bustedAt <= now;
  return {
    fillId: fill.id,
    accountCode,
    accountAlias,
    side: fill.side === 'BUY' ? 'Buy' : 'Sell',
    symbol: fill.asset,
    qty: fill.quantity,
    price: fill.price / 100,
    time: saoPauloStamp(fill.at),
    status: busted ? 'BUSTED' : fill.confirmedAt <= now ? 'EXECUTED' : 'PENDING',
  };
}
