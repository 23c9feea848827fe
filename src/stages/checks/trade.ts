// What the checks on daily-trades look at: the trades that the desk takes on, each with its row, its fund and its ETF.
import type { Etf } from '../../domain/etf';
import type { Fund } from '../../domain/fund';
import { grouped } from '../../domain/lookup';
import type { Trade } from '../../domain/trade';
import type { Located } from '../../sheets/read';
import type { DayInputs } from '../day/inputs';

/** A trade that the desk takes on, with the fund it belongs to. */
export interface AcceptedTrade {
  readonly trade: Trade;
  readonly fund: Fund;
  /** null = the offshore desk's. */
  readonly etf: Etf | null;
}

/** The same with its row in daily-trades. */
export interface LocatedTrade extends AcceptedTrade {
  readonly at: Located<Trade>;
}

export interface TradesSubject {
  readonly inputs: DayInputs;
  readonly accepted: readonly LocatedTrade[];
}

export const byFund = (accepted: readonly LocatedTrade[]): ReadonlyMap<Fund, readonly LocatedTrade[]> =>
  grouped(accepted, ({ fund }) => fund);

/** What a rebalance sells at B3 pays for what it buys: both settle on the same day. */
export const rebalanceSells = (entries: readonly LocatedTrade[]): number => total(entries.filter(isPaying));

export const isPaying = ({ trade, etf }: LocatedTrade): boolean =>
  etf !== null && trade.side === 'SELL' && trade.strategy === 'RebalanceOrder';

export const total = (entries: readonly LocatedTrade[]): number =>
  entries.reduce((sum, { trade }) => sum + trade.amount, 0);
