// Where every fund stands: executed shares split over the funds, units, and what is left to do.
// (Known users' name for this part: TradeAllocationCalculator.)
import type { Cnpj } from '../../domain/cnpj';
import { type Executed, executed, type Fill } from '../../domain/fill';
import { type Cents, notional, type Price, splitCents, toBrl } from '../../domain/money';
import { oppositeSide, type Side } from '../../domain/trade';
import { allocateShares, type ShareAnswer, type ShareProblem, type Weighting } from '../../solver';
import type { UnitQuotes } from '../day/quotes';
import type { DayState } from '../day/state';
import { byKey, memberKey, poolKey } from './keys';

/** A fund's intent in one ETF on one side, all its strategies together. */
export interface Target {
  readonly cnpj: Cnpj;
  readonly fund: string;
  readonly asset: string;
  readonly side: Side;
  readonly amount: Cents;
}

/** Most shares that a fund may be given of one side, by fund; no entry = no limit. */
export type ShareLimits = ReadonlyMap<string, number>;

/** One price pool: all executions of one ETF and side today, and how they fall to the funds. */
export interface Pool {
  readonly asset: string;
  readonly side: Side;
  readonly fills: readonly Fill[];
  readonly executed: Executed;
  /** Volume-weighted average, or the iNAV while nothing is executed. */
  readonly price: Price;
  /** The question put to the solver and its answer; null when there is nothing to split or nobody to take it. */
  readonly split: { readonly problem: ShareProblem; readonly answer: ShareAnswer } | null;
  readonly sharesByFund: ReadonlyMap<Cnpj, number>;
  /** What these shares cost at the one average price: rounded together, so that they add up to the pool's cents. */
  readonly moneyByFund: ReadonlyMap<Cnpj, Cents>;
  /** Shares that no fund may take: they go to the error account. */
  readonly excess: number;
}

export interface Position extends Target {
  readonly units: number;
  /** Units at the quote, in cents. */
  readonly primary: Cents;
  readonly shares: number;
  readonly executed: Cents;
  /** Adjustment fills on the other side. */
  readonly oppositeShares: number;
  readonly opposite: Cents;
  /** V − L·u − (own side − other side): above zero there is more to do, below zero something to give back. */
  readonly residual: Cents;
  readonly price: Price;
}

export interface Standing {
  readonly pools: readonly Pool[];
  readonly positions: readonly Position[];
}

/** The day's targets, one a fund, ETF and side, in a fixed order whatever the order of rows. */
export function targetsOf(state: DayState): readonly Target[] {
  const sums = new Map<string, Target>();
  for (const intent of state.intents) {
    const { cnpj, fund, asset, side, amount } = intent;
    const key = memberKey(intent);
    sums.set(key, { cnpj, fund, asset, side, amount: amount + (sums.get(key)?.amount ?? 0) });
  }
  return [...sums.values()].sort(byKey(memberKey));
}

export const bps = (part: Cents, whole: Cents): number => (whole === 0 ? 0 : (part / whole) * 10_000);

/** What a day is split by, besides its state. */
export interface SplitBy {
  readonly fills: readonly Fill[];
  readonly quotes: UnitQuotes;
  readonly weighting: Weighting;
  /** Left out = no limit. */
  readonly limits?: ShareLimits;
}

/**
 * Splits every pool's executed shares and gives each fund's standing.
 * A side is split once: over that side's own funds with what units leave open, and over funds of the other side that
 * give back here with the amount last instructed.
 */
export function standing(state: DayState, by: SplitBy): Standing {
  const targets = targetsOf(state);
  const units = new Map(state.units.map((unit) => [memberKey(unit), unit.units]));
  const unitsOf = (target: Target): number => units.get(memberKey(target)) ?? 0;
  const primaryOf = (target: Target): Cents => {
    const quote = by.quotes.get(target.asset);
    return quote ? notional(unitsOf(target) * quote.sharesPerUnit, quote.inav) : 0;
  };
  const context: PoolContext = { ...by, state, targets, primaryOf };
  const sides = new Map(
    [...targets, ...state.opposites, ...by.fills].map(({ asset, side }) => [
      poolKey({ asset, side }),
      { asset, side },
    ]),
  );
  const pools = [...sides.values()].sort(byKey(poolKey)).map((pool) => splitPool(pool, context));
  const poolBy = new Map(pools.map((pool) => [poolKey(pool), pool]));
  const positions = targets.map((target): Position => {
    const own = poolBy.get(poolKey(target));
    const other = poolBy.get(poolKey({ asset: target.asset, side: oppositeSide(target.side) }));
    const executedMoney = own?.moneyByFund.get(target.cnpj) ?? 0;
    const oppositeShares = gaveBack(state, target) ? (other?.sharesByFund.get(target.cnpj) ?? 0) : 0;
    const opposite = oppositeShares > 0 ? (other?.moneyByFund.get(target.cnpj) ?? 0) : 0;
    const primary = primaryOf(target);
    return {
      ...target,
      units: unitsOf(target),
      primary,
      shares: own?.sharesByFund.get(target.cnpj) ?? 0,
      executed: executedMoney,
      oppositeShares,
      opposite,
      residual: target.amount - primary - (executedMoney - opposite),
      price: own?.price ?? 0,
    };
  });
  return { pools, positions };
}

const gaveBack = (state: DayState, target: Target): boolean =>
  state.opposites.some(
    ({ cnpj, asset, side }) => cnpj === target.cnpj && asset === target.asset && side !== target.side,
  );

interface PoolContext extends SplitBy {
  readonly state: DayState;
  readonly targets: readonly Target[];
  readonly primaryOf: (target: Target) => Cents;
}

function splitPool({ asset, side }: Pick<Pool, 'asset' | 'side'>, context: PoolContext): Pool {
  const { state, targets, quotes, weighting, limits, primaryOf } = context;
  const fills = context.fills.filter(
    (fill) => fill.asset === asset && fill.side === side && fill.status !== 'BUSTED',
  );
  const done = executed(fills);
  const price = done.price ?? quotes.get(asset)?.inav ?? 0;
  const limited = (cnpj: Cnpj) => {
    const maxShares = limits?.get(memberKey({ cnpj, asset, side }));
    return maxShares === undefined ? {} : { maxShares };
  };
  const own = targets
    .filter((target) => target.asset === asset && target.side === side)
    .map((target) => ({
      id: target.cnpj,
      target: toBrl(target.amount - primaryOf(target)),
      // A cancelled order weighs next to nothing: its fund keeps only what no other fund of the side may take.
      intent: toBrl(Math.max(target.amount, 1)),
      ...limited(target.cnpj),
    }));
  // A fund that gives back asked this side for that amount, not for its own side's target: it is measured by it, else a
  // small correction would carry a large part of what the side's own funds miss.
  const giving = state.opposites
    .filter((opposite) => opposite.asset === asset && opposite.side === side)
    .map(({ cnpj, amount }) => ({
      id: cnpj,
      target: toBrl(amount),
      intent: toBrl(amount),
      ...limited(cnpj),
    }));
  const funds = [...own, ...giving];
  const room = funds.reduce((sum, fund) => sum + (fund.maxShares ?? done.shares), 0);
  const executedShares = Math.min(done.shares, room);
  const base = { asset, side, fills, executed: done, price, excess: done.shares - executedShares };
  if (executedShares === 0) return { ...base, split: null, sharesByFund: new Map(), moneyByFund: new Map() };
  const problem: ShareProblem = { price, executedShares, weighting, funds };
  const answer = allocateShares(problem);
  return {
    ...base,
    split: { problem, answer },
    sharesByFund: new Map(answer.funds.map(({ id, shares }) => [id, shares])),
    moneyByFund: moneyOf(done.money, answer.funds, base.excess),
  };
}

/** The error account pays for its shares like a fund. */
function moneyOf(total: Cents, funds: ShareAnswer['funds'], excess: number): ReadonlyMap<Cnpj, Cents> {
  const parts = splitCents(total, [...funds.map(({ shares }) => shares), excess]);
  return new Map(funds.map(({ id }, index) => [id, parts[index] ?? 0]));
}
