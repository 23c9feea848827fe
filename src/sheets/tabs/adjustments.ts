// What the adjustment cycle decides: how far everything is, and what follows.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents } from '../../domain/money';
import type { IsoDate } from '../../domain/stamp';
import { type Side, TRADE_STRATEGIES, type TradeStrategy } from '../../domain/trade';
import { basisPoints, choice, marked, money, optional, signedMoney, text, whole } from '../column';
import { defineTab } from '../tab';
import { asset, fund, fundCnpj, side, TOTAL, tradeDate } from './common';

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
    level: marked(choice(['ETF', 'fund'] as const, 'a total, or one fund'), { ETF: TOTAL }),
    asset,
    side,
    fund: optional(fund),
    cnpj: optional(fundCnpj),
    target: money('BRL'),
    primary: money('units at the iNAV, BRL'),
    executed: money('own side, BRL'),
    opposite: money('other side, BRL'),
    difference: signedMoney('target less primary less executed plus opposite, BRL'),
    differenceBps: basisPoints('the same in basis points of the target'),
    next: text('what is asked for, and units that a person set', 420),
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
