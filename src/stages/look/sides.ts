// What is executed, given back, done in the primary market and open, per fund and per ETF × side: the one definition that the
// sidebar, the blotter, the tabs, the mails and the command line show.
import { type Executed, executed } from '../../domain/fill';
import { grouped, once } from '../../domain/lookup';
import type { Cents } from '../../domain/money';
import { SIDES, type Side } from '../../domain/trade';
import { poolKey } from '../day/keys';
import { calledFor } from '../ledger/claims';
import { hasIn, type Pool } from '../ledger/pool';
import { bps, type Position, type Standing } from '../standing/positions';

/** Of a fund, or of all funds of a side together. */
export interface Figures {
  readonly target: Cents;
  /** Bought or sold for these funds' own orders; never below zero. */
  readonly executed: Cents;
  /** Traded back on the other side; stands apart, and is never taken out of `executed`. */
  readonly givenBack: Cents;
  /** Units at the iNAV that the day froze. */
  readonly primary: Cents;
  /** What is open: target less primary less executed plus given back. Below zero: more than was asked. */
  readonly residual: Cents;
  /** In basis points of the target. */
  readonly residualBps: number;
  /** Of funds that have not all they want, what they lack; no other fund's too much is taken out of it. */
  readonly open: Cents;
  /** Of funds that have more than they want, what they have too much. */
  readonly over: Cents;
  /** Part of the target that is done, in whole tenths of a per cent; 1 only where nothing is left. */
  readonly done: number;
}

export interface SideFigures extends Figures {
  readonly asset: string;
  readonly side: Side;
  readonly funds: readonly (Figures & { readonly position: Position })[];
  /** Where no fund has an order on this side and funds of the other give back here; `done` is then of it. null = elsewhere. */
  readonly toGiveBack: ToGiveBack | null;
}

export interface ToGiveBack {
  /** What is to be given back in all. */
  readonly asked: Cents;
  /** What of it was. */
  readonly given: Cents;
}

/** What brokers traded on one side, and whose it is: it adds up to the cent. */
export interface SideFills {
  readonly all: Executed;
  /** For the funds whose orders lie on this side. */
  readonly own: Cents;
  /** For funds of the other side, which give back here. */
  readonly forOthers: Cents;
  /** Nobody's: an exception for a person. */
  readonly nobodys: Cents;
}

export function figuresOf(positions: readonly Position[]): Figures {
  const sum = (figure: (position: Position) => Cents): Cents =>
    positions.reduce((total, position) => total + figure(position), 0);
  const target = sum(({ amount }) => amount);
  const residual = sum((position) => position.residual);
  const left = leftOf(positions);
  return {
    target,
    executed: sum((position) => position.executed),
    givenBack: sum(({ opposite }) => opposite),
    primary: sum(({ primary }) => primary),
    residual,
    residualBps: bps(residual, target),
    ...left,
    done: target === 0 ? 1 : partOf(target - residual, target, left.open > 0),
  };
}

/** What is left, fund by fund: nothing nets out between two of them, nor between sides or ETFs. */
export const leftOf = (funds: readonly Pick<Position, 'residual'>[]): Pick<Figures, 'open' | 'over'> => ({
  open: funds.reduce((sum, { residual }) => sum + Math.max(0, residual), 0),
  over: funds.reduce((sum, { residual }) => sum + Math.max(0, -residual), 0),
});

/** Rounded here, once: every screen says the same tenth, and none says 100% while something is left. */
function partOf(part: Cents, whole: Cents, isLeft: boolean): number {
  const tenths = Math.round((part / whole) * 1000);
  return (isLeft && tenths === 1000 ? 999 : tenths) / 1000;
}

/** Sides on which a fund has a target, or on which funds of the other give back, in the order of ETFs, buys first. */
export const sidesOf = once(({ positions, pools }: Standing): readonly SideFigures[] => {
  const bySide = grouped(positions, poolKey);
  const backs = new Map(pools.map((pool) => [poolKey(pool), toGiveBackIn(pool)]));
  const assets = [...new Set([...positions, ...pools].map(({ asset }) => asset))].sort();
  return assets.flatMap((asset) =>
    SIDES.flatMap((side): readonly SideFigures[] => {
      const own = bySide.get(poolKey({ asset, side })) ?? [];
      if (own.length === 0) return givingBack({ asset, side }, backs.get(poolKey({ asset, side })) ?? null);
      const funds = own.map((position) => ({ position, ...figuresOf([position]) }));
      return [{ asset, side, ...figuresOf(own), funds, toGiveBack: null }];
    }),
  );
});

/** Without those on which no fund has an order. */
export const orderSides = (standing: Standing): readonly SideFigures[] =>
  sidesOf(standing).filter(({ funds }) => funds.length > 0);

/** What is not given back yet is too much on the other side: it is open nowhere a second time. */
function givingBack(
  of: Pick<SideFigures, 'asset' | 'side'>,
  toGiveBack: ToGiveBack | null,
): readonly SideFigures[] {
  if (toGiveBack === null) return [];
  const { asked, given } = toGiveBack;
  const done = asked === 0 ? 0 : partOf(given, asked, given < asked);
  return [{ ...of, ...figuresOf([]), done, funds: [], toGiveBack }];
}

/** null = nothing was ever to be given back there. */
export function toGiveBackIn(pool: Pool): ToGiveBack | null {
  const claims = pool.claims.filter(({ rank }) => rank === 'give-back');
  const asked = calledFor(claims, hasIn(pool));
  const given = fillsOfSide(pool).forOthers;
  return asked > 0 || given > 0 ? { asked, given } : null;
}

/** Whose the executed money of a pool is. */
export function fillsOfSide(pool: Pool): SideFills {
  const of = (rank: 'order' | 'give-back'): Cents =>
    pool.claims
      .filter((claim) => claim.rank === rank)
      .reduce((sum, { id }) => sum + (pool.moneyByClaim.get(id) ?? 0), 0);
  const all = executed(pool.fills);
  const [own, forOthers] = [of('order'), of('give-back')];
  return { all, own, forOthers, nobodys: all.money - own - forOthers };
}
