// An execution at the exchange: one fill, or one consolidated row at its average price.
import { once } from './lookup';
import { type Cents, centsFromE8, notionalE8, type Price, priceFromE8 } from './money';
import type { IsoDate, Stamp } from './stamp';
import type { Side } from './trade';

export const FILL_STATUSES = ['EXECUTED', 'PENDING', 'BUSTED'] as const;
export type FillStatus = (typeof FILL_STATUSES)[number];

/** Who said so: the post-trade system, a broker in its inbox, or somebody who typed it into the tab. */
export const FILL_SOURCES = ['api', 'inbox', 'typed'] as const;
export type FillSource = (typeof FILL_SOURCES)[number];

export interface Fill {
  readonly date: IsoDate;
  readonly fillId: string;
  readonly broker: string;
  readonly asset: string;
  readonly side: Side;
  readonly quantity: number;
  readonly price: Price;
  readonly time: Stamp | null;
  readonly status: FillStatus;
  readonly source: FillSource;
}

/** Shares, money and volume-weighted average price of some fills; price is null when nothing was executed. */
export interface Executed {
  readonly shares: number;
  readonly money: Cents;
  readonly price: Price | null;
}

/** Adds up fills exactly: integers of 1e-8 BRL, so that neither order nor size costs a cent. */
export function executed(fills: readonly Fill[]): Executed {
  const done = fills.filter((fill) => fill.status !== 'BUSTED');
  const shares = done.reduce((sum, fill) => sum + fill.quantity, 0);
  const totalE8 = done.reduce((sum, fill) => sum + notionalE8(fill.quantity, fill.price), BigInt(0));
  return {
    shares,
    money: centsFromE8(totalE8),
    price: shares > 0 ? priceFromE8(totalE8, shares) : null,
  };
}

/**
 * What tells a fill from all others of its date: an exchange numbers trades by instrument and day, and a consolidated row
 * is known by account, symbol and side alone.
 */
export const fillKey = once(
  ({ broker, asset, side, fillId }: Pick<Fill, 'broker' | 'asset' | 'side' | 'fillId'>): string =>
    JSON.stringify([broker, asset, side, fillId]),
);

/** The number in a key. */
export const fillIdIn = (key: string): string => String(JSON.parse(key)[3]);

/** A fill in a sentence, by the names of its holes. */
export const saidFill = ({ fillId, broker, side, asset, quantity, price }: Fill) => ({
  fill: fillId,
  broker,
  side,
  code: asset,
  n: quantity,
  price,
});

/** The number of a consolidated row: all that an account traded of one side. */
export const consolidatedId = (account: string, asset: string, side: Side): string =>
  `${account}|${asset}|${side === 'BUY' ? 'Buy' : 'Sell'}`;

/** Whether it is no execution but what several came to, at their average price. */
export const isConsolidated = ({ source, time, fillId, asset, side }: Fill): boolean =>
  source === 'api' && time === null && fillId.endsWith(consolidatedId('', asset, side));

/** By number, then by what else tells them apart: the same order whatever the order of rows. */
export function byFill(a: Fill, b: Fill): number {
  if (a.fillId !== b.fillId) return a.fillId < b.fillId ? -1 : 1;
  const [one, other] = [fillKey(a), fillKey(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether two rows of one fill say the same of what was executed, and whether it counts. */
export const sameFill = (a: Fill, b: Fill): boolean =>
  a.quantity === b.quantity && a.price === b.price && a.time === b.time && a.status === b.status;
