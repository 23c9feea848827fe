// The tabs that stages write: each row says what was decided and why.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents, Price } from '../../domain/money';
import type { IsoDate, Stamp } from '../../domain/stamp';
import { type Intent, SIDES, type Side, TRADE_STRATEGIES, type TradeStrategy } from '../../domain/trade';
import {
  choice,
  cnpj,
  date,
  decimal,
  flag,
  list,
  money,
  optional,
  price,
  signedMoney,
  stamp,
  text,
  ticker,
  whole,
} from '../column';
import { defineTab } from '../tab';

const tradeDate = date('trade date');
const asset = ticker('the ETF');
const side = choice(SIDES, 'BUY or SELL');
const fund = text('the fund’s name', 260);
const fundCnpj = cnpj('the fund’s CNPJ');

export interface OrderRow {
  readonly tradeDate: IsoDate;
  readonly asset: string;
  readonly side: Side;
  readonly broker: string;
  readonly cap: Cents;
  readonly executed: Cents;
  readonly limitPrice: Price;
  readonly limitBps: number;
  readonly inav: Price;
  readonly doNotCross: boolean;
  readonly instruction: string;
  readonly version: number;
  readonly issuedAt: Stamp;
}

export const orders = defineTab<OrderRow>(
  'orders',
  'output',
  'The instruction each broker works now: a cap for the whole day, never an addition.',
  {
    tradeDate,
    asset,
    side,
    broker: text('who works it'),
    cap: money('BRL in total today'),
    executed: money('BRL done when this version was written'),
    limitPrice: price('worst price, BRL per share'),
    limitBps: whole('distance from the iNAV, basis points'),
    inav: price('the iNAV that the limit was set from', 4),
    doNotCross: flag('the desk works both sides of this ETF'),
    instruction: text('its number', 240),
    version: whole('a higher version replaces the lower'),
    issuedAt: stamp('when'),
  },
);

export const orderIntents = defineTab<Intent>(
  'order-intents',
  'output',
  'What each fund wants, frozen before the first fill.',
  {
    tradeDate,
    fund,
    cnpj: fundCnpj,
    asset,
    side,
    strategy: choice(TRADE_STRATEGIES, 'why'),
    amount: money('target, BRL'),
    version: whole('1 = the morning’s; more = amended'),
    frozenAt: stamp('when'),
    reason: optional(text('why it was amended', 220)),
    approvedBy: text('who froze or amended it', 200),
  },
);

export interface OffshoreRow {
  readonly tradeDate: IsoDate;
  readonly fund: string;
  readonly cnpj: Cnpj;
  readonly asset: string;
  readonly side: Side;
  readonly amount: Cents;
  readonly strategy: TradeStrategy;
}

export const offshoreOrders = defineTab<OffshoreRow>(
  'offshore-orders',
  'output',
  'What the offshore desk trades.',
  {
    tradeDate,
    fund,
    cnpj: fundCnpj,
    asset: ticker('the offshore asset'),
    side,
    amount: money('BRL'),
    strategy: choice(TRADE_STRATEGIES, 'why'),
  },
);

export interface PrimaryRow {
  readonly tradeDate: IsoDate;
  readonly family: string;
  readonly asset: string;
  readonly side: Side;
  readonly request: 'creation' | 'redemption' | 'none';
  readonly fund: string;
  readonly cnpj: Cnpj;
  readonly units: number;
  readonly unitShares: number;
  readonly unitValue: Cents;
  readonly value: Cents;
  readonly administrator: string | null;
  readonly target: Cents;
  readonly executedShares: number;
  readonly residual: Cents;
  readonly residualBps: number;
  readonly reasons: readonly string[];
  readonly objective: number;
  readonly lowerBound: number;
}

export const primaryRequests = defineTab<PrimaryRow>(
  'primary-requests',
  'output',
  'Creation and redemption units per fund, and why.',
  {
    tradeDate,
    family: text('whose cut-off applied', 100),
    asset,
    side,
    request: choice(['creation', 'redemption', 'none'] as const, 'what is asked of the administrator'),
    fund,
    cnpj: fundCnpj,
    units: whole('whole creation units'),
    unitShares: whole('shares in one unit'),
    unitValue: money('BRL of one unit at the iNAV'),
    value: money('BRL of the request at the iNAV'),
    administrator: optional(text('who takes the request')),
    target: money('the fund’s target, BRL'),
    executedShares: whole('shares of the secondary market given to it so far'),
    residual: signedMoney('target less units less executions, BRL'),
    residualBps: decimal('the same in basis points of the target'),
    reasons: list('why these units', 420),
    objective: decimal('weighted squared miss of the split', '#,##0.000000'),
    lowerBound: decimal('no split can be below this', '#,##0.000000'),
  },
);

export interface AdjustmentRow {
  readonly tradeDate: IsoDate;
  readonly iteration: number;
  readonly level: 'ETF' | 'fund';
  readonly asset: string;
  readonly side: Side;
  readonly fund: string | null;
  readonly cnpj: Cnpj | null;
  readonly target: Cents;
  readonly primary: Cents;
  readonly executed: Cents;
  readonly opposite: Cents;
  readonly difference: Cents;
  readonly differenceBps: number;
  readonly next: string;
}

export const adjustments = defineTab<AdjustmentRow>(
  'adjustments',
  'output',
  'How far each ETF and fund is from its target, and what follows.',
  {
    tradeDate,
    iteration: whole('of the adjustment cycle'),
    level: choice(['ETF', 'fund'] as const, 'a total, or one fund'),
    asset,
    side,
    fund: optional(fund),
    cnpj: optional(fundCnpj),
    target: money('BRL'),
    primary: money('units at the iNAV, BRL'),
    executed: money('own side, BRL'),
    opposite: money('other side, BRL'),
    difference: signedMoney('target less primary less executed plus opposite, BRL'),
    differenceBps: decimal('the same in basis points of the target'),
    next: text('what is asked for', 220),
  },
);

export interface AdjustmentOrderRow {
  readonly fund: string;
  readonly cnpj: Cnpj;
  readonly asset: string;
  readonly side: Side;
  readonly amount: Cents;
  readonly strategy: TradeStrategy;
  readonly tradeDate: IsoDate;
  readonly iteration: number;
}

export const adjustmentOrders = defineTab<AdjustmentOrderRow>(
  'adjustment-orders',
  'output',
  'What each fund still needs, in the format of the trades file.',
  {
    fund,
    cnpj: fundCnpj,
    asset,
    side,
    amount: money('BRL still to do'),
    strategy: choice(TRADE_STRATEGIES, 'AdjustmentOrder'),
    tradeDate,
    iteration: whole('of the adjustment cycle'),
  },
);

export interface AllocationRow {
  readonly tradeDate: IsoDate;
  readonly version: number;
  readonly asset: string;
  readonly side: Side;
  readonly fund: string;
  readonly cnpj: Cnpj | null;
  readonly strategy: string | null;
  readonly target: Cents;
  readonly units: number;
  readonly primary: Cents;
  readonly shares: number;
  readonly proRataShares: number | null;
  readonly averagePrice: Price | null;
  readonly poolPrice: Price | null;
  readonly deviation: Cents;
  readonly deviationBps: number;
  readonly residual: Cents;
  readonly residualBps: number;
  readonly oneMore: number | null;
  readonly oneLess: number | null;
  readonly reasons: readonly string[];
  readonly objective: number | null;
  readonly lowerBound: number | null;
}

export const allocation = defineTab<AllocationRow>(
  'allocation',
  'output',
  'Who got what, at what price, and why.',
  {
    tradeDate,
    version: whole('a higher version REPLACES the lower'),
    asset,
    side,
    fund,
    cnpj: optional(fundCnpj),
    strategy: optional(text('why the fund trades', 150)),
    target: money('BRL'),
    units: whole('creation or redemption units'),
    primary: money('units at the iNAV frozen last, BRL'),
    shares: whole('shares given'),
    proRataShares: optional(decimal('shares a plain pro rata would give')),
    averagePrice: optional(price('of this fund, BRL', 8)),
    poolPrice: optional(price('of all funds on this side, BRL', 8)),
    deviation: signedMoney('what the fund paid beyond the pool’s price, BRL'),
    deviationBps: decimal('the same in basis points', '#,##0.0000'),
    residual: signedMoney('target less units less executions, BRL'),
    residualBps: decimal('the same in basis points of the target'),
    oneMore: optional(decimal('what one share more would add to the miss', '0.000E+00')),
    oneLess: optional(decimal('what one share less would add to the miss', '0.000E+00')),
    reasons: list('why', 420),
    objective: optional(decimal('weighted squared miss of the pool', '0.000E+00')),
    lowerBound: optional(decimal('no split can be below this', '0.000E+00')),
  },
);

export interface BrokerOrderRow {
  readonly tradeDate: IsoDate;
  readonly asset: string;
  readonly side: 'C' | 'V';
  readonly assetAmount: number;
  readonly exchangeCode: string;
  readonly fund: string;
  readonly cnpj: Cnpj | null;
  readonly averagePrice: Price;
  readonly fillId: string | null;
}

export const brokerOrders = defineTab<BrokerOrderRow>(
  'broker-orders',
  'output',
  'The allocation as brokers take it.',
  {
    tradeDate,
    asset,
    side: choice(['C', 'V'] as const, 'C = compra, V = venda'),
    assetAmount: whole('shares'),
    exchangeCode: text('the broker and its code'),
    fund,
    cnpj: optional(fundCnpj),
    averagePrice: price('this fund’s own average at this broker, BRL', 8),
    fillId: optional(text('the fill, for brokers that allocate fill by fill', 200)),
  },
);

export interface StatusRow {
  readonly asset: string;
  readonly side: Side;
  readonly fund: string | null;
  readonly target: Cents;
  readonly executed: Cents;
  readonly primary: Cents;
  readonly residual: Cents;
  readonly residualBps: number;
  readonly done: number;
  readonly progress: string;
}

export const status = defineTab<StatusRow>(
  'status',
  'output',
  'How the day stands: ETF by ETF, then fund by fund.',
  {
    asset,
    side,
    fund: optional(fund),
    target: money('BRL'),
    executed: money('BRL, own side less other side'),
    primary: money('BRL at the iNAV frozen last'),
    residual: signedMoney('BRL'),
    residualBps: decimal('basis points of the target'),
    done: { ...decimal('part of the target that is done', '0.0%') },
    progress: text('the same as a bar', 220),
  },
);

export interface LogRow {
  readonly at: Stamp;
  readonly runId: string;
  readonly stage: string;
  readonly scope: string;
  readonly user: string;
  readonly status: string;
  readonly headline: string;
  readonly details: string | null;
}

export const log = defineTab<LogRow>('log', 'output', 'Every run, newest last.', {
  at: stamp('when'),
  runId: text('the run', 220),
  stage: text('what ran', 130),
  scope: text('for which ETFs', 90),
  user: text('who ran it', 200),
  status: text('how it ended', 90),
  headline: text('in a sentence', 420),
  details: optional(text('errors and warnings', 620)),
});
