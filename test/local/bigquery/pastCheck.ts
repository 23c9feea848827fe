// Compares every view and report with the figures computed a second time: the small and the large history alike.
import { expect } from '@jest/globals';
import type { Report } from '../../../src/google/warehouse/reports';
import type { AnswerRow } from './pastBench';
import type { Past } from './pastDays';
import {
  type BrokerFigures,
  brokerFigures,
  type FundFigures,
  fundFigures,
  requestsInForce,
} from './pastFigures';

/** Whatever answers as the warehouse does: the warehouse itself, or a tab that was filled from it. */
export interface Answers {
  view(name: string): Promise<readonly AnswerRow[]>;
  report(report: Report, from: string, to: string): Promise<readonly AnswerRow[]>;
}

type Shown = Readonly<Record<string, string | number | null>>;

const bps = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 10_000);

/** A cent of money, a hundred-thousandth of a basis point or part: what is below is noise of this side's doubles. */
const isNear = (name: string, found: Shown[string] | undefined, wanted: Shown[string]): boolean =>
  typeof found === 'number' && typeof wanted === 'number'
    ? Math.abs(found - wanted) <= (name.endsWith('_bps') || name.endsWith('_share') ? 1e-5 : 0.01)
    : found === wanted;

const numbers = (row: AnswerRow, texts: readonly string[]): Shown =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value === null || texts.includes(name) ? value : Number(value),
    ]),
  );

function expectRows(
  found: readonly AnswerRow[],
  wanted: ReadonlyMap<string, Shown>,
  keys: readonly string[],
) {
  const texts = [...keys, 'fund', 'name', 'trade_date', 'cnpj'];
  const byKey = new Map(found.map((row) => [keys.map((key) => row[key]).join('/'), numbers(row, texts)]));
  expect(found.length).toBe(wanted.size);
  const wrong = [...wanted].flatMap(([key, figures]) =>
    Object.entries(figures)
      .filter(([name, figure]) => !isNear(name, byKey.get(key)?.[name], figure))
      .map(([name, figure]) => ({ key, name, figure, found: byKey.get(key)?.[name] })),
  );
  expect(wrong).toEqual([]);
}

const tracking = (sum: FundFigures): Shown => ({
  target: sum.target,
  primary_money: sum.primary,
  secondary_money: sum.secondary,
  residual: sum.residual,
  given_back: sum.givenBack,
  residual_at_nav: sum.residualAtNav,
  tracking_error_bps: bps(sum.missed, sum.target),
});

function mix(sum: FundFigures): Shown {
  const traded = sum.unitsTraded + sum.sharesTraded;
  return {
    primary_share: traded === 0 ? null : sum.unitsTraded / traded,
    cost_bps: bps(sum.unitsCost + sum.sharesCost, traded),
  };
}

const fundReport = (sum: FundFigures): Shown => ({
  ...tracking(sum),
  ...mix(sum),
  days: sum.days,
  primary_cost_bps: bps(sum.unitsCost, sum.unitsTraded),
  secondary_cost_bps: bps(sum.sharesCost, sum.sharesTraded),
  beyond_average_bps: bps(sum.beyond, sum.unitsTraded + sum.sharesTraded),
});

const slippage = (sum: BrokerFigures): Shown => ({ slippage_bps: bps(sum.cost, sum.inavMoney) });

const mapped = <T>(sums: ReadonlyMap<string, T>, show: (sum: T) => Shown): ReadonlyMap<string, Shown> =>
  new Map([...sums].map(([key, sum]) => [key, show(sum)]));

/** Every view, over all days. */
export async function expectViews(bench: Answers, past: Past): Promise<void> {
  const byFundDay = fundFigures(past, ({ trade_date, cnpj }) => `${trade_date}/${cnpj}`);
  const day = ['trade_date', 'cnpj'];
  expectRows(await bench.view('fund_tracking'), mapped(byFundDay, tracking), day);
  expectRows(
    await bench.view('fund_primary_mix'),
    mapped(byFundDay, (sum) => ({ ...mix(sum), beyond_average: sum.beyond })),
    day,
  );
  expectRows(
    await bench.view('broker_slippage'),
    mapped(
      brokerFigures(past, (fill) => [fill.trade_date, fill.broker, fill.asset, fill.side].join('/')),
      (sum) => ({ ...slippage(sum), shares: sum.shares, money: sum.money }),
    ),
    ['trade_date', 'broker', 'asset', 'side'],
  );
  const requested = requestsInForce(past).filter(({ units }) => units > 0);
  expectRows(
    await bench.view('primary_requests'),
    new Map(
      requested.map(({ trade_date, cnpj, asset, side, units }) => [
        [trade_date, cnpj, asset, side].join('/'),
        { primary_units: units },
      ]),
    ),
    ['request_date', 'fund_cnpj', 'asset', 'side'],
  );
}

/** The four reports of the history tab, over some of the days. */
export async function expectReports(bench: Answers, past: Past, from: string, to: string): Promise<void> {
  const inside = (row: { readonly trade_date: string }) => row.trade_date >= from && row.trade_date <= to;
  const period: Past = {
    ...past,
    fills: past.fills.filter(inside),
    allocation_rows: past.allocation_rows.filter(inside),
  };
  const funds = (keyOf: Parameters<typeof fundFigures>[1]) => mapped(fundFigures(period, keyOf), fundReport);
  expectRows(
    await bench.report('deskByDay', from, to),
    funds((row) => row.trade_date),
    ['trade_date'],
  );
  expectRows(
    await bench.report('funds', from, to),
    funds((row) => `${row.cnpj}`),
    ['cnpj'],
  );
  expectRows(
    await bench.report('fundsByDay', from, to),
    funds((row) => `${row.trade_date}/${row.cnpj}`),
    ['trade_date', 'cnpj'],
  );
  expectRows(
    await bench.report('brokers', from, to),
    mapped(
      brokerFigures(period, (fill) => `${fill.broker}/${fill.asset}/${fill.side}`),
      (sum) => ({
        ...slippage(sum),
        secondary_money: sum.money,
      }),
    ),
    ['broker', 'asset', 'side'],
  );
}
