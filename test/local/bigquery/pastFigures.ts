// The history's figures computed a second time, in plain loops over the generated rows, to compare the views with.
import type { Past, PastAllocation, PastFill, PastRequest } from './pastDays';

export interface FundFigures {
  days: number;
  target: number;
  primary: number;
  secondary: number;
  residual: number;
  missed: number;
  unitsTraded: number;
  sharesTraded: number;
  unitsCost: number;
  sharesCost: number;
  beyond: number;
}

export interface BrokerFigures {
  shares: number;
  money: number;
  cost: number;
  inavMoney: number;
}

const NO_FIGURES: FundFigures = {
  days: 0,
  target: 0,
  primary: 0,
  secondary: 0,
  residual: 0,
  missed: 0,
  unitsTraded: 0,
  sharesTraded: 0,
  unitsCost: 0,
  sharesCost: 0,
  beyond: 0,
};

export function groupsOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

const worse = (side: string): number => (side === 'BUY' ? 1 : -1);

/** The run of each date's allocation in force. */
function finalRuns({ runs }: Past): ReadonlySet<string> {
  const byDate = new Map<string, { readonly id: string; readonly at: string }>();
  for (const { run_id: id, run_at: at, stage, trade_date } of runs) {
    const known = byDate.get(trade_date);
    if (stage === 'final' && (known === undefined || at > known.at)) byDate.set(trade_date, { id, at });
  }
  return new Set([...byDate.values()].map(({ id }) => id));
}

/** The official NAV of each date and ETF that was saved last, by whatever run came to its end. */
function navsInForce({ runs, quotes }: Past): ReadonlyMap<string, number> {
  const at = new Map(runs.map(({ run_id, run_at }) => [run_id, run_at]));
  const last = new Map<string, { readonly at: string; readonly nav: number }>();
  for (const { run_id, trade_date, asset, official_nav: nav } of quotes) {
    const time = at.get(run_id);
    const key = `${trade_date}/${asset}`;
    if (nav !== null && time !== undefined && time > (last.get(key)?.at ?? ''))
      last.set(key, { at: time, nav });
  }
  return new Map([...last].map(([key, { nav }]) => [key, nav]));
}

/** By whatever `keyOf` says: a fund, a day, a fund's day. */
export function fundFigures(
  past: Past,
  keyOf: (row: PastAllocation) => string,
): ReadonlyMap<string, FundFigures> {
  const final = finalRuns(past);
  const quotes = new Map(past.quotes.map((quote) => [`${quote.run_id}/${quote.asset}`, quote]));
  const navs = navsInForce(past);
  const rows = past.allocation_rows.filter(({ run_id, cnpj }) => final.has(run_id) && cnpj !== null);
  const legs = rows.map((row) => {
    const quote = quotes.get(`${row.run_id}/${row.asset}`);
    const inav = quote?.inav ?? 0;
    return {
      row,
      inav,
      nav: navs.get(`${row.trade_date}/${row.asset}`) ?? inav,
      price: row.average_price ?? inav,
      unitShares: row.units * (quote?.shares_per_unit ?? 0),
      pool: `${row.trade_date}/${row.asset}/${row.side}`,
    };
  });
  const pools = new Map<string, { paid: number; shares: number }>();
  for (const { pool, unitShares, nav, price, row } of legs) {
    const sum = pools.get(pool) ?? { paid: 0, shares: 0 };
    sum.paid += unitShares * nav + row.shares * price;
    sum.shares += unitShares + row.shares;
    pools.set(pool, sum);
  }
  const figures = new Map<string, FundFigures>();
  const days = new Map<string, Set<string>>();
  for (const { row, pool, inav, nav, price, unitShares } of legs) {
    const key = keyOf(row);
    const sum = figures.get(key) ?? { ...NO_FIGURES };
    figures.set(key, sum);
    days.set(key, (days.get(key) ?? new Set()).add(row.trade_date));
    const { paid, shares } = pools.get(pool) ?? { paid: 0, shares: 1 };
    sum.days = days.get(key)?.size ?? 0;
    sum.target += row.target;
    sum.primary += row.primary;
    sum.secondary += row.target - row.primary - row.residual;
    sum.residual += row.residual;
    sum.missed += Math.abs(row.residual);
    sum.unitsTraded += unitShares * inav;
    sum.sharesTraded += row.shares * inav;
    sum.unitsCost += worse(row.side) * unitShares * (nav - inav);
    sum.sharesCost += worse(row.side) * row.shares * (price - inav);
    // A fund without a share in the pool pays nothing beyond anybody.
    const average = shares === 0 ? 0 : paid / shares;
    sum.beyond += worse(row.side) * (unitShares * (nav - average) + row.shares * (price - average));
  }
  return figures;
}

export function brokerFigures(
  past: Past,
  keyOf: (row: PastFill) => string,
): ReadonlyMap<string, BrokerFigures> {
  const final = finalRuns(past);
  const ended = new Set(past.runs.map(({ run_id }) => run_id));
  const told = groupsOf(
    past.instructions.filter(({ run_id }) => ended.has(run_id)),
    (row) => `${row.trade_date}/${row.broker}/${row.asset}/${row.side}`,
  );
  const closing = new Map(past.quotes.map((quote) => [`${quote.run_id}/${quote.asset}`, quote.inav]));
  const figures = new Map<string, BrokerFigures>();
  for (const fill of past.fills) {
    if (!final.has(fill.run_id) || fill.status === 'BUSTED') continue;
    const own = told.get(`${fill.trade_date}/${fill.broker}/${fill.asset}/${fill.side}`) ?? [];
    const byVersion = own.toSorted((a, b) => a.version - b.version);
    const { time } = fill;
    const inForce = time === null ? [] : byVersion.filter(({ issued_at }) => issued_at <= time);
    const inav = (inForce.at(-1) ?? byVersion[0])?.inav ?? closing.get(`${fill.run_id}/${fill.asset}`) ?? 0;
    const key = keyOf(fill);
    const sum = figures.get(key) ?? { shares: 0, money: 0, cost: 0, inavMoney: 0 };
    figures.set(key, sum);
    sum.shares += fill.quantity;
    sum.money += fill.quantity * fill.price;
    sum.cost += worse(fill.side) * fill.quantity * (fill.price - inav);
    sum.inavMoney += fill.quantity * inav;
  }
  return figures;
}

/** What the administrators were asked for: of each ETF and date, the rows of the last run that decided it. */
export function requestsInForce({ runs, primary_request_rows: rows }: Past): readonly PastRequest[] {
  const at = new Map(runs.map(({ run_id, run_at }) => [run_id, run_at]));
  const last = new Map<string, string>();
  for (const { run_id, trade_date, asset } of rows) {
    const key = `${trade_date}/${asset}`;
    const time = at.get(run_id);
    if (time !== undefined && time > (last.get(key) ?? '')) last.set(key, time);
  }
  return rows.filter(
    ({ run_id, trade_date, asset }) => at.get(run_id) === last.get(`${trade_date}/${asset}`),
  );
}
