// The reports of the history, each a named statement over the views between `@from_date` and `@to_date` (DATE).
import { type Place, tablePath } from './identifiers';

export const REPORTS = ['deskByDay', 'funds', 'brokers', 'fundsByDay'] as const;
export type Report = (typeof REPORTS)[number];

/** Sums first, then divides: a large day weighs more than a small one. */
const FUND_FIGURES = `COUNT(DISTINCT t.trade_date) AS days,
  SUM(t.target) AS target, SUM(t.primary_money) AS primary_money, SUM(t.secondary_money) AS secondary_money,
  SUM(t.residual) AS residual, SAFE_DIVIDE(SUM(t.missed) * 10000, SUM(t.target)) AS tracking_error_bps,
  SAFE_DIVIDE(SUM(m.primary_traded), SUM(m.primary_traded + m.secondary_traded)) AS primary_share,
  SAFE_DIVIDE(SUM(m.primary_cost + m.secondary_cost) * 10000, SUM(m.primary_traded + m.secondary_traded)) AS cost_bps,
  SAFE_DIVIDE(SUM(m.primary_cost) * 10000, SUM(m.primary_traded)) AS primary_cost_bps,
  SAFE_DIVIDE(SUM(m.secondary_cost) * 10000, SUM(m.secondary_traded)) AS secondary_cost_bps,
  SAFE_DIVIDE(SUM(m.beyond_average) * 10000, SUM(m.primary_traded + m.secondary_traded)) AS beyond_average_bps,
  SUM(t.given_back) AS given_back,
  IF(COUNT(t.residual_at_nav) = COUNT(*), SUM(t.residual_at_nav), NULL) AS residual_at_nav`;

type Table = (name: string) => string;

const fundDays = (table: Table): string => `FROM ${table('fund_tracking')} AS t
LEFT JOIN ${table('fund_primary_mix')} AS m ON m.trade_date = t.trade_date AND m.cnpj = t.cnpj
WHERE t.trade_date BETWEEN @from_date AND @to_date`;

const STATEMENTS: Readonly<Record<Report, (table: Table) => string>> = {
  /** All funds together, day by day. */
  deskByDay: (table) => `SELECT t.trade_date, ${FUND_FIGURES}
${fundDays(table)}
GROUP BY t.trade_date
ORDER BY t.trade_date`,

  /** Each fund over the period, under the name that it had last. */
  funds: (table) => `SELECT t.cnpj, ANY_VALUE(t.fund HAVING MAX t.trade_date) AS name, ${FUND_FIGURES}
${fundDays(table)}
GROUP BY t.cnpj
ORDER BY name, t.cnpj`,

  /** Each broker, ETF and side over the period: what is dear for who buys is cheap for who sells. */
  brokers: (
    table,
  ) => `SELECT broker, asset, side, COUNT(DISTINCT trade_date) AS days, SUM(money) AS secondary_money,
  SAFE_DIVIDE(SUM(cost) * 10000, SUM(inav_money)) AS slippage_bps
FROM ${table('broker_slippage')}
WHERE trade_date BETWEEN @from_date AND @to_date
GROUP BY broker, asset, side
ORDER BY broker, asset, side`,

  /** Each fund, day by day. */
  fundsByDay: (table) => `SELECT t.trade_date, t.cnpj, ANY_VALUE(t.fund) AS name, ${FUND_FIGURES}
${fundDays(table)}
GROUP BY t.trade_date, t.cnpj
ORDER BY t.trade_date, name, t.cnpj`,
};

export const reportStatement = (place: Place, report: Report): string =>
  STATEMENTS[report]((name) => tablePath(place, name));
