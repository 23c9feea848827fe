// What past days add up to: how near funds came to their targets, what brokers cost, who went to the primary market.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents } from '../../domain/money';
import type { IsoDate } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import type { PlainSentence } from '../../language/message';
import {
  basisPoints,
  cnpj,
  decimal,
  fairBasisPoints,
  money,
  optional,
  signedMoney,
  text,
  ticker,
  whole,
} from '../column';
import { date } from '../momentColumn';
import { defineTab } from '../tab';
import { side } from './common';

export type HistoryReport = 'desk by day' | 'funds' | 'brokers' | 'funds by day';

export interface HistoryRow {
  readonly report: HistoryReport;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly name: string;
  readonly cnpj: Cnpj | null;
  readonly broker: string | null;
  readonly asset: string | null;
  /** Of brokers: buys and sells are rows of their own. */
  readonly side: Side | null;
  readonly days: number;
  readonly target: Cents | null;
  readonly primary: Cents | null;
  readonly secondary: Cents;
  readonly residual: Cents | null;
  readonly trackingErrorBps: number | null;
  readonly slippageBps: number | null;
  readonly slippageBuyBps: number | null;
  readonly slippageSellBps: number | null;
  readonly primaryShare: number | null;
  readonly costBps: number | null;
  readonly primaryCostBps: number | null;
  readonly secondaryCostBps: number | null;
  readonly beyondAverageBps: number | null;
  readonly givenBack: Cents | null;
  readonly residualAtNav: Cents | null;
}

const bps = (help: PlainSentence) => optional(basisPoints(help));

const from = date('first day of the row’s figures');
const to = date('last day');
const fund = text('the fund’s name', 330);
const days = whole('trading days with an allocation');

/** What is counted of funds: of one, or of all of them. */
const FUND_FIGURES = {
  target: optional(money('BRL')),
  primary: optional(money('units at the iNAV frozen last, BRL')),
  secondary: signedMoney('funds: own side, BRL; brokers: all they executed'),
  residual: optional(
    signedMoney('at the frozen iNAV: target less primary less secondary plus given back, BRL'),
  ),
  trackingErrorBps: bps(
    'what is missed or too much, ETF by ETF, over the target, at the official NAV once it is known; nothing nets out',
  ),
  primaryShare: optional(decimal('units as a part of all that was traded', '0.0%')),
  costBps: bps(
    'units and shares against the iNAV at their decision: of the request, of the instruction at the fill; above zero = worse',
  ),
  primaryCostBps: bps('the same of units, which settle at the official NAV: zero while it is not known'),
  secondaryCostBps: bps('the same of shares, which settle at the market'),
  beyondAverageBps: optional(
    fairBasisPoints(
      'paid beyond the average of all funds of the same ETF, side and day; below zero = favoured',
    ),
  ),
  givenBack: optional(money('traded back on the other side, BRL')),
  residualAtNav: optional(signedMoney('the residual with units at the official NAV, BRL')),
};
type FundFigures = Pick<HistoryRow, keyof typeof FUND_FIGURES>;

export const history = defineTab<Pick<HistoryRow, 'from'> & FundFigures>(
  'history',
  'output',
  'All funds together, day by day, from the warehouse, over the period last asked for (Trading > History).',
  { from, ...FUND_FIGURES },
  ['from'],
);

export const historyFunds = defineTab<
  Pick<HistoryRow, 'name' | 'cnpj' | 'from' | 'to' | 'days'> & FundFigures
>(
  'history-funds',
  'output',
  'Each fund over the period last asked for (Trading > History).',
  { name: fund, cnpj: optional(cnpj('the fund’s CNPJ')), from, to, days, ...FUND_FIGURES },
  ['cnpj'],
);

type Slippage = 'slippageBps' | 'slippageBuyBps' | 'slippageSellBps';

export const historyBrokers = defineTab<
  Pick<HistoryRow, 'name' | 'broker' | 'asset' | 'side' | 'from' | 'to' | 'days' | 'secondary' | Slippage>
>(
  'history-brokers',
  'output',
  'Each broker, ETF and side over the period last asked for (Trading > History).',
  {
    name: text('the broker, the ETF and the side, as the chart names them', 220),
    broker: optional(text('the broker')),
    asset: optional(ticker('the ETF')),
    side: optional(side),
    from,
    to,
    days,
    secondary: FUND_FIGURES.secondary,
    slippageBps: bps('brokers: against the iNAV that the instruction was priced from; above zero = worse'),
    slippageBuyBps: bps('the same, of what is bought: for the chart'),
    slippageSellBps: bps('the same, of what is sold: for the chart'),
  },
  ['name'],
);

export const historyFundDays = defineTab<Pick<HistoryRow, 'from' | 'name' | 'cnpj'> & FundFigures>(
  'history-fund-days',
  'output',
  'Each fund, day by day, over the period last asked for (Trading > History).',
  { from, name: fund, cnpj: optional(cnpj('the fund’s CNPJ')), ...FUND_FIGURES },
  ['from', 'cnpj'],
);

/** Headers of the tab `history` of an older book, when it held all reports: what stands under them is of no report any more. */
export const RETIRED_HEADERS: readonly string[] = [
  'report',
  'to',
  'name',
  'cnpj',
  'broker',
  'asset',
  'days',
  'slippage_bps',
];
