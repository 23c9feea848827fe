// What the end of the day decides: who got what, at what price, and why.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents, Price } from '../../domain/money';
import type { IsoDate, Stamp } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import {
  basisPoints,
  choice,
  decimal,
  fairBasisPoints,
  money,
  optional,
  price,
  signedMoney,
  text,
  whole,
} from '../column';
import { list } from '../listColumn';
import { stamp } from '../momentColumn';
import { defineTab } from '../tab';
import { asset, fund, fundCnpj, MISS, settlementDate, side, tradeDate } from './common';

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
  readonly executed: Cents;
  readonly booked: Cents;
  readonly rounding: Cents;
  readonly givenBack: Cents;
  readonly primaryAtNav: Cents | null;
  readonly residualAtNav: Cents | null;
  readonly residualAtNavBps: number | null;
  readonly settlementDate: IsoDate;
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
    proRataShares: optional(
      decimal('shares a plain pro rata of shares and units together leaves beside its units'),
    ),
    averagePrice: optional(price('of this fund, as brokers book it, to 8 decimals, BRL', 8)),
    poolPrice: optional(price('of all funds on this side, BRL', 8)),
    deviation: signedMoney('what the fund paid beyond the pool’s price, BRL'),
    deviationBps: fairBasisPoints('the same in basis points'),
    residual: signedMoney('at the frozen iNAV: target less primary less executed plus given back, BRL'),
    residualBps: basisPoints('the same in basis points of the target'),
    oneMore: optional(decimal('what one share more would add to the miss', MISS)),
    oneLess: optional(decimal('what one share less would add to the miss', MISS)),
    reasons: list('why', 420),
    objective: optional(decimal('weighted squared miss of the pool', MISS)),
    lowerBound: optional(decimal('no split can be below this', MISS)),
    executed: money('own side, as brokers book it, BRL'),
    givenBack: money('traded back on the other side, BRL'),
    primaryAtNav: optional(money('units at the official NAV, BRL; blank until it is known')),
    residualAtNav: optional(signedMoney('the residual with units at the official NAV, BRL')),
    residualAtNavBps: optional(basisPoints('the same in basis points of the target')),
    settlementDate,
    booked: money('what brokers book for these shares, the sum of its rows in broker-orders, BRL'),
    rounding: signedMoney('booked less shares times average price, to the cent, BRL'),
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
  readonly fillTime: Stamp | null;
  readonly fillPrice: Price | null;
  readonly priceOf: 'fund' | 'block' | 'fill';
  readonly amount: Cents;
  readonly rounding: Cents;
  readonly settlementDate: IsoDate;
  /** Of a block in several parts of the day: when this one began; null = the opening, or the day is one part. */
  readonly partFrom: Stamp | null;
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
    averagePrice: price('BRL per share, to 8 decimals; price_of says whose average it is', 8),
    fillId: optional(text('the fill, for brokers that allocate fill by fill', 200)),
    fillTime: optional(stamp('when it was traded, São Paulo time; blank where the feed tells none')),
    fillPrice: optional(price('the price of the whole fill, BRL', 8)),
    priceOf: choice(
      ['fund', 'block', 'fill'] as const,
      'this fund’s own average at this broker, the one average of all its funds (of a part of the day, where orders began or ended within it), or the fill’s price',
    ),
    amount: money('BRL; the rows of a broker, ETF and side, or of a fill, add up to what was executed'),
    rounding: signedMoney('amount less shares times average price, to the cent, BRL'),
    settlementDate,
    partFrom: optional(
      stamp(
        'of one average for a part of the day: when the part began; blank = at the opening, or one for the whole day',
      ),
    ),
  },
);
