// What a person stopped: it stays so for the day, whatever runs afterwards.
import type { Cnpj } from './cnpj';
import type { Stamp } from './stamp';
import type { Side, Trade } from './trade';

/** What is meant: every blank part means all of them. */
export interface StopScope {
  readonly asset: string | null;
  readonly cnpj: Cnpj | null;
  readonly side: Side | null;
  /** A broker stops working whatever fund it is for: then no fund is named. */
  readonly broker: string | null;
}

export interface Stop extends StopScope {
  readonly at: Stamp;
  readonly by: string;
  readonly reason: string;
}

/** Whether a fund's order or give-back is meant. */
export const coversOrder = (
  { asset, cnpj, side }: StopScope,
  order: Pick<Trade, 'asset' | 'cnpj' | 'side'>,
): boolean =>
  (asset === null || asset === order.asset) &&
  (cnpj === null || cnpj === order.cnpj) &&
  (side === null || side === order.side);

/** Whether all that a broker works on one side of an ETF is meant: not where one fund's order ends. */
export const coversWork = (scope: StopScope, work: Parameters<typeof coversBroker>[1]): boolean =>
  scope.cnpj === null && coversBroker({ ...scope, broker: scope.broker ?? work.broker }, work);

/** Whether a broker's work on one side of an ETF is meant. */
export const coversBroker = (
  { asset, side, broker }: StopScope,
  work: { readonly asset: string; readonly side: Side; readonly broker: string },
): boolean =>
  broker === work.broker && (asset === null || asset === work.asset) && (side === null || side === work.side);
