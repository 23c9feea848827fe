// Past days as the warehouse adds them up: the four reports of a period as rows of the history tab.

import type { HistorySource, Period } from '../../desk/look/history';
import { type Cents, fromBrl } from '../../domain/money';
import type { HistoryReport, HistoryRow } from '../../sheets/tabs';
import { type Answer, createClient } from './client';
import { placeOf, type WarehouseSettings } from './identifiers';
import { dateParameter } from './parameters';
import { type Report, reportStatement } from './reports';

/** null when no project is configured. */
export const readHistory: HistorySource = (settings: WarehouseSettings, period) => {
  const place = placeOf(settings);
  if (place === null) return null;
  const client = createClient(place);
  const dates = [dateParameter('from_date', period.from), dateParameter('to_date', period.to)];
  const ask = (report: Report): readonly Reader[] =>
    readers(client.run(reportStatement(place, report), dates));
  return [
    ...ask('deskByDay').map((read) => fundRow('desk by day', oneDay(read), 'all funds', null, read)),
    ...ask('funds').map((read) => fundRow('funds', period, read.text('name'), read.text('cnpj'), read)),
    ...ask('brokers').map((read) => brokerRow(period, read)),
    ...ask('fundsByDay').map((read) =>
      fundRow('funds by day', oneDay(read), read.text('name'), read.text('cnpj'), read),
    ),
  ];
};

/** One row of an answer, by the names of its columns. */
interface Reader {
  text(column: string): string;
  number(column: string): number | null;
  cents(column: string): Cents;
}

function readers({ columns, rows }: Answer): readonly Reader[] {
  return rows.map((row) => {
    const value = (column: string): string | null => row[columns.indexOf(column)] ?? null;
    const number = (column: string): number | null => {
      const text = value(column);
      return text === null ? null : Number(text);
    };
    return { text: (column) => value(column) ?? '', number, cents: (column) => fromBrl(number(column) ?? 0) };
  });
}

const oneDay = (read: Reader): Period => ({ from: read.text('trade_date'), to: read.text('trade_date') });

function fundRow(
  report: HistoryReport,
  period: Period,
  name: string,
  cnpj: string | null,
  read: Reader,
): HistoryRow {
  return {
    report,
    ...period,
    name,
    cnpj,
    ...{ broker: null, asset: null, side: null },
    days: read.number('days') ?? 0,
    target: read.cents('target'),
    primary: read.cents('primary_money'),
    secondary: read.cents('secondary_money'),
    residual: read.cents('residual'),
    trackingErrorBps: read.number('tracking_error_bps'),
    ...{ slippageBps: null, slippageBuyBps: null, slippageSellBps: null },
    primaryShare: read.number('primary_share'),
    costBps: read.number('cost_bps'),
    primaryCostBps: read.number('primary_cost_bps'),
    secondaryCostBps: read.number('secondary_cost_bps'),
    beyondAverageBps: read.number('beyond_average_bps'),
    givenBack: read.cents('given_back'),
    residualAtNav: read.number('residual_at_nav') === null ? null : read.cents('residual_at_nav'),
  };
}

function brokerRow(period: Period, read: Reader): HistoryRow {
  const [broker, asset] = [read.text('broker'), read.text('asset')];
  const side = read.text('side') === 'BUY' ? 'BUY' : 'SELL';
  const slippageBps = read.number('slippage_bps');
  return {
    ...{ report: 'brokers', ...period, name: `${broker} ${asset} ${side}` },
    ...{ cnpj: null, broker, asset, side, slippageBps },
    slippageBuyBps: side === 'BUY' ? slippageBps : null,
    slippageSellBps: side === 'SELL' ? slippageBps : null,
    days: read.number('days') ?? 0,
    secondary: read.cents('secondary_money'),
    ...{ target: null, primary: null, residual: null, trackingErrorBps: null, primaryShare: null },
    ...{ costBps: null, primaryCostBps: null, secondaryCostBps: null, beyondAverageBps: null },
    ...{ givenBack: null, residualAtNav: null },
  };
}
