// What past days add up to: how near funds came to their targets, what brokers cost, who went to the primary market.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents } from '../../domain/money';
import type { IsoDate } from '../../domain/stamp';
import type { PlainSentence } from '../../language/message';
import { choice, cnpj, decimal, money, optional, signedMoney, text, ticker, whole } from '../column';
import { date } from '../momentColumn';
import { defineTab } from '../tab';

export const HISTORY_REPORTS = ['desk by day', 'funds', 'brokers', 'funds by day'] as const;
export type HistoryReport = (typeof HISTORY_REPORTS)[number];

export interface HistoryRow {
  readonly report: HistoryReport;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly name: string;
  readonly cnpj: Cnpj | null;
  readonly broker: string | null;
  readonly asset: string | null;
  readonly days: number;
  readonly target: Cents | null;
  readonly primary: Cents | null;
  readonly secondary: Cents;
  readonly residual: Cents | null;
  readonly trackingErrorBps: number | null;
  readonly slippageBps: number | null;
  readonly primaryShare: number | null;
  readonly costBps: number | null;
  readonly primaryCostBps: number | null;
  readonly secondaryCostBps: number | null;
  readonly beyondAverageBps: number | null;
  readonly givenBack: Cents | null;
  readonly residualAtNav: Cents | null;
}

const bps = (help: PlainSentence) => optional(decimal(help));

export const history = defineTab<HistoryRow>(
  'history',
  'output',
  'Past days from the warehouse, over the period last asked for (Trading > History).',
  {
    report: choice(
      HISTORY_REPORTS,
      'all funds or each fund, by day or over the period; brokers over the period',
    ),
    from: date('first day of the row’s figures'),
    to: date('last day'),
    name: text('the fund, all funds, or the broker and the ETF', 260),
    cnpj: optional(cnpj('the fund’s CNPJ')),
    broker: optional(text('the broker')),
    asset: optional(ticker('the ETF')),
    days: whole('trading days with an allocation'),
    target: optional(money('BRL')),
    primary: optional(money('units at the iNAV frozen last, BRL')),
    secondary: signedMoney('funds: own side, BRL; brokers: all they executed'),
    residual: optional(
      signedMoney('at the frozen iNAV: target less primary less secondary plus given back, BRL'),
    ),
    trackingErrorBps: bps(
      'what is missed or too much, ETF by ETF, over the target, at the official NAV once it is known; nothing nets out',
    ),
    slippageBps: bps('brokers: against the iNAV that the instruction was priced from; above zero = worse'),
    primaryShare: optional(decimal('units as a part of all that was traded', '0.0%')),
    costBps: bps(
      'units and shares against the iNAV at their decision: of the request, of the instruction at the fill; above zero = worse',
    ),
    primaryCostBps: bps('the same of units, which settle at the official NAV: zero while it is not known'),
    secondaryCostBps: bps('the same of shares, which settle at the market'),
    beyondAverageBps: bps(
      'paid beyond the average of all funds of the same ETF, side and day; below zero = favoured',
    ),
    givenBack: optional(money('traded back on the other side, BRL')),
    residualAtNav: optional(signedMoney('the residual with units at the official NAV, BRL')),
  },
  ['report', 'from', 'name', 'cnpj'],
);
