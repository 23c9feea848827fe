// What the end of the day decides: who got what, at what price, and why.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents, Price } from '../../domain/money';
import type { IsoDate } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import { choice, decimal, money, optional, price, signedDecimal, signedMoney, text, whole } from '../column';
import { list } from '../listColumn';
import { defineTab } from '../tab';
import { asset, fund, fundCnpj, side, tradeDate } from './common';

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
    residualBps: signedDecimal('the same in basis points of the target'),
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
