// When a fund that is over gives back on the other side, and how much. The rule of the desk stands here alone.
//
// Giving back crosses the spread, and what is given back at 16:00 is often bought again at 17:00: each round trip costs the
// spread on what it moves. What a fund is over in the afternoon also shrinks by itself when the iNAV moves or fills are
// busted. So nothing is given back before the last round; and in it only where being over costs more than the way back,
// that is where it is more, in basis points of the target, than the band of the ETF (its spread, or what the desk says).
import { type Cents, notional, type Price, sharesIn } from '../../domain/money';
import type { Position } from './positions';

export const GIVE_BACK_ROUNDS = ['last', 'every', 'never'] as const;
export type GiveBackRounds = (typeof GIVE_BACK_ROUNDS)[number];

export interface TradingRule {
  /** Whether this round may ask funds for more than was asked of them before. */
  readonly mayGiveBack: boolean;
  /** Basis points of a fund's target below which it keeps what it is over, by ETF. */
  readonly band: (asset: string) => number;
  /** BRL cents below which nothing is done. */
  readonly tolerance: Cents;
}

/** Basis points that a fund may be over and keep: what the desk says, else what a way there and back costs in the ETF. */
export const bandOf = (
  { giveBackBand }: { readonly giveBackBand: number | null },
  etf: { readonly spreadBps: number | null } | undefined,
): number => giveBackBand ?? etf?.spreadBps ?? 0;

/** @param isLast whether this is the last round of the day */
export const mayGiveBack = (rounds: GiveBackRounds, isLast: boolean): boolean =>
  rounds === 'every' || (rounds === 'last' && isLast);

/**
 * The most that a fund's units may be worth, in cents: its target, what it holds and can sell at the market instead, and what
 * it may be over and keep. Whatever shares it has beside its units is no room: it is over by the same money.
 * @param held shares at the opening that it may sell; none where giving back means buying back
 */
export function mostInUnits(
  target: Cents,
  held: number,
  price: Price,
  {
    rounds,
    band,
    tolerance,
  }: { readonly rounds: GiveBackRounds; readonly band: number; readonly tolerance: Cents },
): Cents {
  const kept = Math.max(tolerance, Math.floor((target * band) / 10_000));
  return target + kept + (rounds === 'never' ? 0 : notional(held, price));
}

/** What a fund has beyond what it wants, in cents; zero when it has not. */
export const overBy = ({ residual }: Position): Cents => Math.max(0, -residual);

/**
 * What a fund is to have given back in all, in cents: what it gave already, and what it is over now, if that is a share or
 * more of what it can trade back. Never more than it was asked for before unless this round may ask; nothing that was
 * executed is undone, and what was executed beyond it is no wish of the fund.
 * @param asked what its give-back calls for so far
 * @param available shares that it bought (or sold) today or holds, less what it gave back
 */
export function giveBackOf(position: Position, asked: Cents, available: number, rule: TradingRule): Cents {
  const { opposite, price, amount } = position;
  const over = overBy(position);
  const whole = price > 0 ? Math.min(available, sharesIn(over, price)) : 0;
  if (whole < 1 || over < Math.max(rule.tolerance, 1)) return Math.min(asked, opposite);
  const more = whole < available ? over : Math.min(over, notional(available, price));
  if (asked >= opposite + more) return opposite + more;
  const isWorthIt = amount === 0 || (over / amount) * 10_000 > rule.band(position.asset);
  return rule.mayGiveBack && isWorthIt ? opposite + more : asked;
}
