// Looks up a fund by its CNPJ, a broker by its name, a holding by both fund and ETF.
import type { Broker } from '../../domain/broker';
import type { Cnpj } from '../../domain/cnpj';
import type { Fund, Holding } from '../../domain/fund';
import { lookup } from '../../domain/lookup';
import type { Cents } from '../../domain/money';
import type { Intent, OffshoreOrder } from '../../domain/trade';
import type { Located } from '../../sheets/read';
import type { DayInputs } from './inputs';
import { fundAssetKey } from './keys';

const funds = lookup(({ value }: Located<Fund>) => value.cnpj);
const brokers = lookup(({ value }: Located<Broker>) => value.name);
const holdings = lookup(({ value }: Located<Holding>) => fundAssetKey(value));

const rebalanceSells = lookup(({ cnpj, side, strategy }: Intent) =>
  side === 'SELL' && strategy === 'RebalanceOrder' ? cnpj : null,
);

const buysAbroad = lookup(({ cnpj, side }: OffshoreOrder) => (side === 'BUY' ? cnpj : null));

export const fundOf = (inputs: Pick<DayInputs, 'funds'>, cnpj: Cnpj | null): Fund | undefined =>
  funds(inputs.funds.rows, cnpj)[0]?.value;

export const brokerOf = (inputs: Pick<DayInputs, 'brokers'>, name: string): Broker | undefined =>
  brokers(inputs.brokers.rows, name)[0]?.value;

/**
 * What the fund can pay with, never below zero: its cash, and what its rebalance sells, because both settle on the same day.
 * null where nothing is known of its cash.
 */
export function payable({ state }: Pick<DayInputs, 'state'>, fund: Fund | undefined): Cents | null {
  if (fund === undefined || fund.cash === null) return null;
  const sells = rebalanceSells(state.intents, fund.cnpj).reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(0, fund.cash) + sells;
}

/** What of that is left for ETFs, never below zero: the fund's buys abroad are paid with it too. */
export function payableHere(inputs: Pick<DayInputs, 'state'>, fund: Fund | undefined): Cents | null {
  const cash = payable(inputs, fund);
  return cash === null || fund === undefined ? null : Math.max(0, cash - abroad(inputs, fund.cnpj));
}

/** What the fund buys through the offshore desk today. */
export const abroad = ({ state }: Pick<DayInputs, 'state'>, cnpj: Cnpj): Cents =>
  buysAbroad(state.offshore, cnpj).reduce((sum, { amount }) => sum + amount, 0);

/** Shares that the fund holds; undefined where nothing is known of them. */
export const heldOf = (
  inputs: Pick<DayInputs, 'holdings'>,
  whose: { readonly cnpj: Cnpj; readonly asset: string },
): number | undefined => holdings(inputs.holdings.rows, fundAssetKey(whose))[0]?.value.shares;
