// What a cap in force leaves its broker to trade: one definition for whoever says or counts on it.
import type { Instruction } from '../../domain/broker';
import type { Executed } from '../../domain/fill';
import { type Cents, notional, type Price } from '../../domain/money';

/**
 * Never below zero: a broken cap leaves nothing. Where the broker was told shares beside BRL, both bound it.
 * @param done by this broker, of this ETF and side
 * @param price in BRL a share, at which shares are counted
 */
export function capRoom(
  { cap, shareCap }: Pick<Instruction, 'cap' | 'shareCap'>,
  { shares, money }: Pick<Executed, 'shares' | 'money'>,
  price: Price,
): Cents {
  const inShares =
    shareCap === null ? Number.POSITIVE_INFINITY : notional(Math.max(0, shareCap - shares), price);
  return Math.max(0, Math.min(cap - money, inShares));
}
