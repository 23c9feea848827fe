// What people and other systems read, under stable names: only rows of runs that came to their end, the latest of each.
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

/** What each fund wanted, as last frozen or amended: with when, why and by whom. */
const latestIntents: View = {
  name: 'latest_intents',
  select: (table) => `SELECT i.*
FROM ${table('order_intents')} AS i
JOIN ${table('runs')} AS run ON run.run_id = i.run_id AND run.trade_date = i.trade_date
WHERE TRUE
QUALIFY ROW_NUMBER() OVER (
  PARTITION BY i.trade_date, i.cnpj, i.asset, i.side, i.strategy ORDER BY run.run_at DESC, i.version DESC, i.run_id DESC
) = 1`,
};

/**
 * Every instruction that went to a broker, all versions, and from when until when each was in force: the day's first
 * from the start, the last to the end.
 */
const committedInstructions: View = {
  name: 'committed_instructions',
  select: (table) => `SELECT i.*,
  IF(ROW_NUMBER() OVER (PARTITION BY i.trade_date, i.broker, i.asset, i.side ORDER BY i.version, i.issued_at) = 1,
    DATETIME '1900-01-01 00:00:00', i.issued_at) AS in_force_from,
  COALESCE(LEAD(i.issued_at) OVER (PARTITION BY i.trade_date, i.broker, i.asset, i.side ORDER BY i.version, i.issued_at),
    DATETIME '9999-12-31 00:00:00') AS in_force_until
FROM ${table('instructions')} AS i
JOIN ${table('runs')} AS run ON run.run_id = i.run_id AND run.trade_date = i.trade_date`,
};

/**
 * A primary run saves only the ETFs that it decides, whatever its family, and decides each of them for all funds at
 * once. So the latest run of an ETF counts, and a run that decides other ETFs hides nothing.
 */
const latestPrimaryRows: View = {
  name: 'latest_primary_rows',
  select: (table) => `SELECT r.*
FROM ${table('primary_request_rows')} AS r
JOIN ${table('runs')} AS run ON run.run_id = r.run_id AND run.trade_date = r.trade_date
WHERE run.stage = 'primary'
QUALIFY RANK() OVER (PARTITION BY r.trade_date, r.asset ORDER BY run.run_at DESC, run.run_id DESC) = 1`,
};

/** The name and columns that other systems read today; what is added comes last. */
const requests: View = {
  name: 'primary_requests',
  select: (
    table,
  ) => `SELECT trade_date AS request_date, fund AS fund_name, cnpj AS fund_cnpj, asset, side, units AS primary_units,
  settlement_date
FROM ${table('latest_primary_rows')}
WHERE units > 0`,
};

/** Who got what, at what price and why, by the allocation in force; who ran it, and when. */
const latestAllocation: View = {
  name: 'latest_allocation',
  select: (table) => `SELECT r.*, run.run_at, run.run_user
FROM ${table('allocation_rows')} AS r
JOIN ${table('latest_runs')} AS run ON run.run_id = r.run_id AND run.trade_date = r.trade_date
WHERE run.stage = 'final'`,
};

/** The name and columns that other systems read today; what is added comes last. */
const secondaryTrades: View = {
  name: 'secondary_allocation_trades',
  select: (
    table,
  ) => `SELECT r.trade_date AS request_date, r.asset, r.side, r.asset_amount, r.exchange_code, r.fund, r.cnpj,
  r.settlement_date
FROM ${table('broker_order_rows')} AS r
JOIN ${table('latest_runs')} AS run ON run.run_id = r.run_id AND run.trade_date = r.trade_date
WHERE run.stage = 'final'`,
};

/** The official NAV of each ETF and day, as it was published last: with the allocation, or in the evening after it. */
const officialNavs: View = {
  name: 'official_navs',
  select: (table) => `SELECT q.trade_date, q.asset, q.official_nav, q.as_of
FROM ${table('quotes')} AS q
JOIN ${table('runs')} AS run ON run.run_id = q.run_id AND run.trade_date = q.trade_date
WHERE q.official_nav IS NOT NULL
QUALIFY ROW_NUMBER() OVER (PARTITION BY q.trade_date, q.asset ORDER BY run.run_at DESC, run.run_id DESC) = 1`,
};

/**
 * How far each fund ended from its targets, units and shares together: target less primary less secondary plus what was given
 * back is the residual. It stands twice, with units at the frozen iNAV and, once that is known, at the official NAV at which they
 * settle. The tracking error (at the NAV where it is known) adds up what every ETF misses or has too much, over the targets:
 * nothing nets out between ETFs or sides. A fund that gives back has no target there; its own side's residual counts that.
 */
const fundTracking: View = {
  name: 'fund_tracking',
  select: (
    table,
  ) => `SELECT trade_date, cnpj, MAX(fund) AS fund, SUM(target) AS target, SUM(primary_money) AS primary_money,
  SUM(secondary_money) AS secondary_money, SUM(residual) AS residual,
  SUM(ABS(COALESCE(residual_at_nav, residual))) AS missed,
  SAFE_DIVIDE(SUM(ABS(COALESCE(residual_at_nav, residual))) * 10000, SUM(target)) AS tracking_error_bps,
  SUM(given_back) AS given_back,
  IF(COUNT(residual_at_nav) = COUNT(*), SUM(residual_at_nav), NULL) AS residual_at_nav
FROM (
  SELECT r.trade_date, r.cnpj, r.fund, r.target, r.\`primary\` AS primary_money, r.residual,
    COALESCE(r.given_back, 0) AS given_back,
    r.target - r.\`primary\` - r.residual + COALESCE(r.given_back, 0) AS secondary_money,
    IF(r.units = 0, r.residual,
      r.residual + r.\`primary\` - r.units * q.shares_per_unit * n.official_nav) AS residual_at_nav
  FROM ${table('latest_allocation')} AS r
  LEFT JOIN ${table('quotes')} AS q ON q.run_id = r.run_id AND q.trade_date = r.trade_date AND q.asset = r.asset
  LEFT JOIN ${table('official_navs')} AS n ON n.trade_date = r.trade_date AND n.asset = r.asset
  WHERE r.cnpj IS NOT NULL
)
GROUP BY trade_date, cnpj`,
};

/**
 * The fills of the allocation in force, each with the iNAV at its decision: that of the instruction in force when it was done,
 * or of the day's first where the fill tells no time; null where nobody asked for it. What a stage fetched later changes nothing.
 */
const fillDecisions: View = {
  name: 'fill_decisions',
  select: (
    table,
  ) => `SELECT f.run_id, f.trade_date, f.broker, f.asset, f.side, f.fill_id, f.quantity, f.price, f.\`time\`, i.inav AS decision_inav
FROM ${table('fills')} AS f
JOIN ${table('latest_runs')} AS run ON run.run_id = f.run_id AND run.trade_date = f.trade_date
LEFT JOIN ${table('committed_instructions')} AS i
  ON i.trade_date = f.trade_date AND i.broker = f.broker AND i.asset = f.asset AND i.side = f.side
  AND COALESCE(f.\`time\`, DATETIME '1900-01-01 00:00:00') >= i.in_force_from
  AND COALESCE(f.\`time\`, DATETIME '1900-01-01 00:00:00') < i.in_force_until
WHERE run.stage = 'final' AND f.status <> 'BUSTED'`,
};

/**
 * What each broker's fills cost against the iNAV at their decision; fills that nobody asked for have none and count in shares
 * and money alone. Above zero = worse than the iNAV, on either side.
 */
const brokerSlippage: View = {
  name: 'broker_slippage',
  select: (
    table,
  ) => `SELECT trade_date, broker, asset, side, SUM(quantity) AS shares, SUM(quantity * price) AS money,
  SUM(quantity * decision_inav) AS inav_money,
  SUM(quantity * (price - decision_inav) * IF(side = 'BUY', 1, -1)) AS cost,
  SAFE_DIVIDE(SUM(quantity * (price - decision_inav) * IF(side = 'BUY', 1, -1)) * 10000,
    SUM(quantity * decision_inav)) AS slippage_bps
FROM ${table('fill_decisions')}
GROUP BY trade_date, broker, asset, side`,
};

/** What each fund's shares were worth at their decision; a fill that nobody asked for at its own price: it was no decision. */
const shareDecisions: View = {
  name: 'share_decisions',
  select: (
    table,
  ) => `SELECT l.run_id, l.trade_date, l.cnpj, l.asset, l.side, SUM(l.shares * COALESCE(f.decision_inav, l.price)) AS decision_money
FROM ${table('fill_decisions')} AS f
JOIN ${table('allocation_lines')} AS l
  ON f.run_id = l.run_id AND f.trade_date = l.trade_date AND f.broker = l.broker AND f.asset = l.asset AND f.side = l.side
  AND f.fill_id = l.fill_id
WHERE l.cnpj IS NOT NULL
GROUP BY l.run_id, l.trade_date, l.cnpj, l.asset, l.side`,
};

/**
 * How much of what a fund traded went to the primary market, and what both ways cost against the iNAV at the decision: that at
 * which units were asked for, that of the instruction in force at each fill. Units settle at the day's NAV (until it is known they
 * cost nothing), shares at the market. \`beyond_average\` does without it: what a fund paid beyond the average price, units and
 * shares together, of all funds in that ETF and side; over all funds it is zero, and over time it should be for each.
 */
const fundPrimaryMix: View = {
  name: 'fund_primary_mix',
  select: (table) => `SELECT trade_date, cnpj, MAX(fund) AS fund,
  SUM(unit_shares * unit_inav) AS primary_traded, SUM(decision_money) AS secondary_traded,
  SAFE_DIVIDE(SUM(unit_shares * unit_inav), SUM(unit_shares * unit_inav + decision_money)) AS primary_share,
  SUM(unit_shares * (nav - unit_inav) * sign) AS primary_cost,
  SUM((shares * price - decision_money) * sign) AS secondary_cost,
  SUM((unit_shares * (nav - average) + shares * (price - average)) * sign) AS beyond_average,
  SAFE_DIVIDE(SUM((unit_shares * (nav - unit_inav) + shares * price - decision_money) * sign) * 10000,
    SUM(unit_shares * unit_inav + decision_money)) AS cost_bps
FROM (
  SELECT trade_date, cnpj, fund, unit_shares, shares, unit_inav, nav, price, decision_money, IF(side = 'BUY', 1, -1) AS sign,
    SAFE_DIVIDE(SUM(unit_shares * nav + shares * price) OVER (PARTITION BY trade_date, asset, side),
      SUM(unit_shares + shares) OVER (PARTITION BY trade_date, asset, side)) AS average
  FROM (
    SELECT trade_date, cnpj, fund, asset, side, unit_shares, shares, unit_inav, COALESCE(official_nav, unit_inav) AS nav, price,
      COALESCE(decision_money, shares * price) AS decision_money
    FROM (
      SELECT r.trade_date, r.cnpj, r.fund, r.asset, r.side, r.units * q.shares_per_unit AS unit_shares, r.shares,
        COALESCE(SAFE_DIVIDE(u.unit_value, u.unit_shares), SAFE_DIVIDE(r.\`primary\`, r.units * q.shares_per_unit), 0) AS unit_inav,
        n.official_nav, COALESCE(r.average_price, 0) AS price, d.decision_money
      FROM ${table('latest_allocation')} AS r
      JOIN ${table('quotes')} AS q ON q.run_id = r.run_id AND q.trade_date = r.trade_date AND q.asset = r.asset
      LEFT JOIN ${table('official_navs')} AS n ON n.trade_date = r.trade_date AND n.asset = r.asset
      LEFT JOIN ${table('latest_primary_rows')} AS u
        ON u.trade_date = r.trade_date AND u.asset = r.asset AND u.side = r.side AND u.cnpj = r.cnpj
      LEFT JOIN ${table('share_decisions')} AS d
        ON d.run_id = r.run_id AND d.trade_date = r.trade_date AND d.asset = r.asset AND d.side = r.side AND d.cnpj = r.cnpj
      WHERE r.cnpj IS NOT NULL
    )
  )
)
GROUP BY trade_date, cnpj`,
};

/** In an order in which each finds what it reads. */
export const VIEWS: readonly View[] = [
  latestRuns,
  latestIntents,
  committedInstructions,
  latestPrimaryRows,
  requests,
  latestAllocation,
  secondaryTrades,
  officialNavs,
  fundTracking,
  fillDecisions,
  brokerSlippage,
  shareDecisions,
  fundPrimaryMix,
];

export const createView = (place: Place, view: View): string =>
  `CREATE OR REPLACE VIEW ${tablePath(place, view.name)} AS\n${view.select((name) => tablePath(place, name))}`;
