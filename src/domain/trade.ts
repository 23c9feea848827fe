// What the desk wants done: trades as the portfolio managers write them, and the intents frozen from them.
import type { Cnpj } from './cnpj';
import type { Cents } from './money';
import type { IsoDate, Stamp } from './stamp';

export const SIDES = ['BUY', 'SELL'] as const;
export type Side = (typeof SIDES)[number];
export const oppositeSide = (side: Side): Side => (side === 'BUY' ? 'SELL' : 'BUY');

export const TRADE_STRATEGIES = ['SimpleOrder', 'RebalanceOrder', 'AdjustmentOrder'] as const;
export type TradeStrategy = (typeof TRADE_STRATEGIES)[number];

export interface Trade {
  readonly fund: string;
  readonly cnpj: Cnpj;
  readonly asset: string;
  readonly side: Side;
  readonly amount: Cents;
  readonly strategy: TradeStrategy;
}

/** Whether it asks for anything: the adjustment cycle makes its own orders, and a row that names them is nobody's. */
export const isAsked = ({ strategy }: Pick<Trade, 'strategy'>): boolean => strategy !== 'AdjustmentOrder';

/** A trade as it stood before the day's first fill; only an amendment with a reason makes a new version. */
export interface Intent {
  readonly tradeDate: IsoDate;
  readonly fund: string;
  readonly cnpj: Cnpj;
  readonly asset: string;
  readonly side: Side;
  readonly strategy: TradeStrategy;
  readonly amount: Cents;
  readonly version: number;
  readonly frozenAt: Stamp;
  readonly reason: string | null;
  readonly approvedBy: string;
  /** Cancelled by a person: then `amount` is zero, and this is what its row said. Only another amount brings it back. */
  readonly cancelled?: Cents;
  /** What was ordered before a person changed it for the first time; left out = nobody has. */
  readonly ordered?: Cents;
}

/** What was ordered, whoever changed it since. */
export const firstOrdered = ({ ordered, amount }: Pick<Intent, 'ordered' | 'amount'>): Cents =>
  ordered ?? amount;

/** An order of the offshore desk; a new amount is a new version. */
export interface OffshoreOrder extends Trade, Pick<Intent, 'cancelled'> {
  readonly version: number;
}
