// What people and other systems read: the latest committed run of each date, stage and scope, under stable names.
import { type Place, tablePath } from './identifiers';

export interface View {
  readonly name: string;
  readonly select: (table: (name: string) => string) => string;
}

/** Rows of a run without a row in `runs` do not count: the run never came to its end. */
const latestRuns: View = {
  name: 'latest_runs',
  select: (table) => `SELECT run_id, trade_date, stage, scope, run_at, run_user, outcome_hash, headline
FROM ${table('runs')}
WHERE TRUE
QUALIFY ROW_NUMBER() OVER (PARTITION BY trade_date, stage, scope ORDER BY run_at DESC, run_id DESC) = 1`,
};

/** A run for one family and a run for all families cover the same rows: the later of the two counts. */
const latestPrimaryRows: View = {
  name: 'latest_primary_rows',
  select: (table) => `SELECT r.*
FROM ${table('primary_request_rows')} AS r
JOIN ${table('latest_runs')} AS run ON run.run_id = r.run_id
LEFT JOIN ${table('latest_runs')} AS later
  ON later.trade_date = run.trade_date AND later.stage = run.stage
  AND (later.scope = 'all' OR later.scope = r.family)
  AND (later.run_at > run.run_at OR (later.run_at = run.run_at AND later.run_id > run.run_id))
WHERE run.stage = 'primary' AND later.run_id IS NULL`,
};

/** The name and columns that other systems read today. */
const requests: View = {
  name: 'primary_requests',
  select: (
    table,
  ) => `SELECT trade_date AS request_date, fund AS fund_name, cnpj AS fund_cnpj, asset, side, units AS primary_units
FROM ${table('latest_primary_rows')}
WHERE units > 0`,
};

/** The name and columns that other systems read today. */
const secondaryTrades: View = {
  name: 'secondary_allocation_trades',
  select: (
    table,
  ) => `SELECT r.trade_date AS request_date, r.asset, r.side, r.asset_amount, r.exchange_code, r.fund, r.cnpj
FROM ${table('broker_order_rows')} AS r
JOIN ${table('latest_runs')} AS run ON run.run_id = r.run_id
WHERE run.stage = 'final'`,
};

/** How far each fund ended from its target. */
const trackingError: View = {
  name: 'fund_tracking',
  select: (
    table,
  ) => `SELECT r.trade_date, r.asset, r.side, r.fund, r.cnpj, r.target, r.residual, r.residual_bps, r.deviation_bps
FROM ${table('allocation_rows')} AS r
JOIN ${table('latest_runs')} AS run ON run.run_id = r.run_id
WHERE run.stage = 'final'`,
};

/** What each broker's executions cost against the iNAV; above zero = worse than fair value. */
const brokerSlippage: View = {
  name: 'broker_slippage',
  select: (table) => `SELECT f.trade_date, f.broker, f.asset, f.side, SUM(f.quantity) AS shares,
  SUM(f.quantity * f.price) AS money,
  SUM(f.quantity * (f.price - q.inav) * (CASE WHEN f.side = 'BUY' THEN 10000 ELSE -10000 END)) / SUM(f.quantity * q.inav) AS slippage_bps
FROM ${table('fills')} AS f
JOIN ${table('latest_runs')} AS run ON run.run_id = f.run_id
JOIN ${table('quotes')} AS q ON q.run_id = f.run_id AND q.asset = f.asset
WHERE run.stage = 'final' AND f.status <> 'BUSTED'
GROUP BY f.trade_date, f.broker, f.asset, f.side`,
};

/** How much of each fund went to the primary market: nobody may be favoured by it over time. */
const primaryMix: View = {
  name: 'fund_primary_mix',
  select: (table) => `SELECT r.trade_date, r.asset, r.side, r.fund, r.cnpj, r.target,
  r.\`primary\` AS primary_money, r.shares * r.average_price AS secondary_money
FROM ${table('allocation_rows')} AS r
JOIN ${table('latest_runs')} AS run ON run.run_id = r.run_id
WHERE run.stage = 'final'`,
};

/** In an order in which each finds what it reads. */
export const VIEWS: readonly View[] = [
  latestRuns,
  latestPrimaryRows,
  requests,
  secondaryTrades,
  trackingError,
  brokerSlippage,
  primaryMix,
];

export const createView = (place: Place, view: View): string =>
  `CREATE OR REPLACE VIEW ${tablePath(place, view.name)} AS\n${view.select((name) => tablePath(place, name))}`;
