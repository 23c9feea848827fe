// The history's figures computed a second time, in plain loops over the generated rows, to compare the views with.
import type { Past, PastAllocation, PastFill, PastRequest } from './pastDays';

export interface FundFigures {
  days: number;
  target: number;
  primary: number;
  secondary: number;
  residual: number;
  givenBack: number;
  /** null as soon as the NAV of one of its units is not known. */
  residualAtNav: number | null;
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
  givenBack: 0,
  residualAtNav: 0,
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
  const asked = new Map(requestsInForce(past).map((row) => [memberOf(row), row]));
  const decided = decisions(past);
  const legs = rows.map((row) => {
    const quote = quotes.get(`${row.run_id}/${row.asset}`);
    const unitShares = row.units * (quote?.shares_per_unit ?? 0);
    const request = asked.get(memberOf(row));
    const frozen = unitShares === 0 ? 0 : row.primary / unitShares;
    const inav = request ? request.unit_value / request.unit_shares : frozen;
    const official = navs.get(`${row.trade_date}/${row.asset}`) ?? null;
    const price = row.average_price ?? 0;
    return {
      row,
      inav,
      official,
      nav: official ?? inav,
      price,
      unitShares,
      atDecision: decided.get(`${row.run_id}/${memberOf(row)}`) ?? row.shares * price,
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
  for (const { row, pool, inav, official, nav, price, unitShares, atDecision } of legs) {
    const key = keyOf(row);
    const sum = figures.get(key) ?? { ...NO_FIGURES };
    figures.set(key, sum);
    days.set(key, (days.get(key) ?? new Set()).add(row.trade_date));
    const { paid, shares } = pools.get(pool) ?? { paid: 0, shares: 1 };
    sum.days = days.get(key)?.size ?? 0;
    sum.target += row.target;
    sum.primary += row.primary;
    const back = row.given_back ?? 0;
    sum.secondary += row.target - row.primary - row.residual + back;
    sum.givenBack += back;
    sum.residual += row.residual;
    const atNav = row.units === 0 ? row.residual : restated(row, unitShares, official);
    sum.residualAtNav = sum.residualAtNav === null || atNav === null ? null : sum.residualAtNav + atNav;
    sum.missed += Math.abs(atNav ?? row.residual);
    sum.unitsTraded += unitShares * inav;
    sum.sharesTraded += atDecision;
    sum.unitsCost += worse(row.side) * unitShares * (nav - inav);
    sum.sharesCost += worse(row.side) * (row.shares * price - atDecision);
    // A fund without a share in the pool pays nothing beyond anybody.
    const average = shares === 0 ? 0 : paid / shares;
    sum.beyond += worse(row.side) * (unitShares * (nav - average) + row.shares * (price - average));
  }
  return figures;
}

const restated = (
  { residual, primary }: PastAllocation,
  shares: number,
  nav: number | null,
): number | null => (nav === null ? null : residual + primary - shares * nav);

type OfMember = Pick<PastAllocation, 'trade_date' | 'asset' | 'side' | 'cnpj'>;
const memberOf = ({ trade_date, asset, side, cnpj }: OfMember): string =>
  [trade_date, asset, side, cnpj].join('/');

/** The iNAV of the instruction that each fill was done under; null where nobody asked for it. */
function inavOf(past: Past): (fill: PastFill) => number | null {
  const ended = new Set(past.runs.map(({ run_id }) => run_id));
  const told = groupsOf(
    past.instructions.filter(({ run_id }) => ended.has(run_id)),
    (row) => `${row.trade_date}/${row.broker}/${row.asset}/${row.side}`,
  );
  return ({ trade_date, broker, asset, side, time }) => {
    const own = told.get(`${trade_date}/${broker}/${asset}/${side}`) ?? [];
    const byVersion = own.toSorted((a, b) => a.version - b.version);
    const inForce = time === null ? [] : byVersion.filter(({ issued_at }) => issued_at <= time);
    return (inForce.at(-1) ?? byVersion[0])?.inav ?? null;
  };
}

/** What each fund's shares were worth at their decisions, by run and member. */
function decisions(past: Past): ReadonlyMap<string, number> {
  const decidedAt = inavOf(past);
  const keyOf = (row: Pick<PastFill, 'run_id' | 'broker' | 'asset' | 'side' | 'fill_id'>): string =>
    [row.run_id, row.broker, row.asset, row.side, row.fill_id].join('/');
  const fills = new Map(past.fills.map((fill) => [keyOf(fill), fill]));
  const sums = new Map<string, number>();
  for (const line of past.allocation_lines) {
    const fill = fills.get(keyOf(line));
    if (fill === undefined || fill.status === 'BUSTED') continue;
    const key = `${line.run_id}/${memberOf(line)}`;
    sums.set(key, (sums.get(key) ?? 0) + line.shares * (decidedAt(fill) ?? line.price));
  }
  return sums;
}

export function brokerFigures(
  past: Past,
  keyOf: (row: PastFill) => string,
): ReadonlyMap<string, BrokerFigures> {
  const final = finalRuns(past);
  const decidedAt = inavOf(past);
  const figures = new Map<string, BrokerFigures>();
  for (const fill of past.fills) {
    if (!final.has(fill.run_id) || fill.status === 'BUSTED') continue;
    const inav = decidedAt(fill);
    const key = keyOf(fill);
    const sum = figures.get(key) ?? { shares: 0, money: 0, cost: 0, inavMoney: 0 };
    figures.set(key, sum);
    sum.shares += fill.quantity;
    sum.money += fill.quantity * fill.price;
    if (inav === null) continue;
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
