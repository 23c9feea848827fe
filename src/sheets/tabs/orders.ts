// What the morning decides: intents, brokers' instructions, offshore orders.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents, Price } from '../../domain/money';
import type { IsoDate, Stamp } from '../../domain/stamp';
import { type Intent, type Side, TRADE_STRATEGIES, type TradeStrategy } from '../../domain/trade';
import { choice, clock, flag, money, optional, price, text, ticker, whole } from '../column';
import { list } from '../listColumn';
import { stamp } from '../momentColumn';
import { defineTab } from '../tab';
import { asset, fund, fundCnpj, settlementDate, side, tradeDate } from './common';

export interface OrderRow {
  readonly tradeDate: IsoDate;
  readonly asset: string;
  readonly side: Side;
  readonly broker: string;
  readonly cap: Cents;
  readonly shareCap: number | null;
  readonly executed: Cents;
  readonly limitPrice: Price;
  readonly limitBps: number;
  readonly inav: Price;
  readonly doNotCross: boolean;
  readonly instruction: string;
  readonly version: number;
  readonly issuedAt: Stamp;
  readonly settlementDate: IsoDate;
  /** Their names; none where orders are split over the brokers. */
  readonly funds: readonly string[];
}

/** As it was issued: what the warehouse keeps and what brokers read. */
export const issuedOrders = defineTab<OrderRow>(
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
    issuedAt: clock(stamp('when')),
    shareCap: optional(whole('shares that may be sold in total today; blank for buys')),
    settlementDate,
    funds: list(
      'funds whose whole orders of this side lie at this broker; blank where orders are split',
      300,
    ),
  },
);

/** The same beside what was executed since. */
export interface WorkedOrderRow extends OrderRow {
  readonly executedNow: Cents;
  readonly fillsAsOf: Stamp | null;
  readonly asOf: Stamp;
}

const { tradeDate: day, asset: code, side: way, broker, cap, executed, ...terms } = issuedOrders.columns;

export const orders = defineTab<WorkedOrderRow>('orders', 'output', issuedOrders.help, {
  ...{ tradeDate: day, asset: code, side: way, broker, cap, executed },
  // Fills go on whatever is decided: they make no other order of it.
  executedNow: clock(money('BRL done by now, as the fills stood at fills_as_of')),
  ...terms,
  fillsAsOf: optional(clock(stamp('when the fills were fetched; blank where people type them'))),
  asOf: clock(stamp('when this was counted')),
});

/** As it was frozen: what the warehouse keeps, a row a version. */
export const frozenIntents = defineTab<Omit<Intent, 'cancelled' | 'ordered'>>(
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
    amount: money('asked for now, BRL; zero where it was cancelled'),
    version: whole('1 = the morning’s; more = amended'),
    frozenAt: clock(stamp('when')),
    reason: optional(text('why it was amended', 220)),
    approvedBy: text('who froze or amended it', 200),
  },
);

/** The same beside what it was before a person changed it, and what the fund keeps of that. */
export interface IntentRow extends Omit<Intent, 'cancelled' | 'ordered'> {
  readonly ordered: Cents;
  readonly kept: Cents | null;
}

const { amount, version, frozenAt, reason, approvedBy, ...who } = frozenIntents.columns;

export const orderIntents = defineTab<IntentRow>('order-intents', 'output', frozenIntents.help, {
  ...who,
  ordered: money('what was ordered before anybody amended or cancelled it, BRL'),
  amount,
  // What a fund had by then is known from the fills: they go on whatever is decided.
  kept: optional(
    clock(
      money(
        'beyond what is asked for now: what the fund had by then and keeps, BRL; on the first row of its strategies',
      ),
    ),
  ),
  ...{ version, frozenAt, reason, approvedBy },
});

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
