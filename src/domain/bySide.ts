// Money of buys and of sells: said together, never added up.
import { type Message, msg } from '../language/message';
import type { Cents } from './money';
import type { Side } from './trade';

export type BySide = Readonly<Record<Side, Cents>>;

export function bySide<T>(
  items: readonly T[],
  of: (item: T) => { readonly side: Side; readonly money: Cents },
): BySide {
  const sums = { BUY: 0, SELL: 0 };
  for (const item of items) {
    const { side, money } = of(item);
    sums[side] += money;
  }
  return sums;
}

/** A side on which there is nothing is not spoken of. */
export function sidesSaid({ BUY: money, SELL: money2 }: BySide): Message {
  if (money2 === 0) return money === 0 ? msg('{money}', { money }) : msg('buys of {money}', { money });
  if (money === 0) return msg('sells of {money}', { money: money2 });
  return msg('buys of {money} and sells of {money2}', { money, money2 });
}
