// Where every fund stands: its part of the executed shares, its units, and what is left to do.
// (The system before this one called this part TradeAllocationCalculator.)
import type { Cnpj } from '../../domain/cnpj';
import type { Fill } from '../../domain/fill';
import { lookup, once } from '../../domain/lookup';
import { type Cents, notional, type Price } from '../../domain/money';
import { oppositeSide, type Side } from '../../domain/trade';
import type { LedgerRank } from '../../solver';
import { byKey, memberKey, poolKey } from '../day/keys';
import type { UnitQuotes } from '../day/quotes';
import type { DayState } from '../day/state';
import { type Beside, type Claim, isLive, rightOf } from '../ledger/claims';
import type { Pool } from '../ledger/pool';
import { type SplitBy, settledPools } from './settledPools';

/** A fund's intent in one ETF on one side, all its strategies together. */
export interface Target {
  readonly cnpj: Cnpj;
  readonly fund: string;
  readonly asset: string;
  readonly side: Side;
  readonly amount: Cents;
}

export interface Position extends Target {
  /** What the fund asks for now. `amount` is more where an order was cancelled or reduced and keeps what it had executed by then. */
  readonly asked: Cents;
  readonly units: number;
  /** The shares in these units. */
  readonly unitShares: number;
  /** Units at the quote, in cents. */
  readonly primary: Cents;
  readonly shares: number;
  readonly executed: Cents;
  /** Adjustment fills on the other side. */
  readonly oppositeShares: number;
  readonly opposite: Cents;
  /** V − L·u − (own side − other side): above zero there is more to do, below zero something to give back. */
  readonly residual: Cents;
  /** What a share is worth now: the iNAV that the standing is counted at; where none is known, what its own side traded at. */
  readonly price: Price;
}

export interface Standing {
  readonly pools: readonly Pool[];
  readonly positions: readonly Position[];
}

/** The day's targets, one a fund, ETF and side, in a fixed order whatever the order of rows. */
export const targetsOf = ({ intents }: DayState): readonly Target[] => targetsIn(intents);

const targetsIn = once((intents: DayState['intents']): readonly Target[] => {
  const sums = new Map<string, Target>();
  for (const intent of intents) {
    const { cnpj, fund, asset, side, amount } = intent;
    const key = memberKey(intent);
    sums.set(key, { cnpj, fund, asset, side, amount: amount + (sums.get(key)?.amount ?? 0) });
  }
  return [...sums.values()].sort(byKey(memberKey));
});

/** ETFs of which a fund still wants anything. */
export const askedAssets = (state: DayState): ReadonlySet<string> =>
  new Set(targetsOf(state).flatMap(({ asset, amount }) => (amount > 0 ? asset : [])));

/** The fills of all pools, without busted ones. */
export const filledIn = ({ pools }: Standing): readonly Fill[] => pools.flatMap(({ fills }) => fills);

export const bps = (part: Cents, whole: Cents): number => (whole === 0 ? 0 : (part / whole) * 10_000);

/**
 * Splits every pool's executed shares over the claims in force when they were traded, and gives each fund's standing.
 * A fund's own side credits what it gave back on the other, and what it gives back there depends on who else does: both
 * sides of an ETF are settled together, to a fixed point.
 */
export function standing(state: DayState, question: SplitBy): Standing {
  const targets = targetsOf(state);
  const assets = [
    ...new Set([...targets, ...state.claims, ...question.fills].map(({ asset }) => asset)),
  ].sort();
  const pools = assets.flatMap((asset) =>
    settledPools(state, question, asset, (side) => poolTargets(targets, poolKey({ asset, side })).length > 0),
  );
  return { pools, positions: positionsOf(state, question.quotes, pools) };
}

/** Where every fund stands by what these pools gave it. */
export function positionsOf(
  state: DayState,
  quotes: UnitQuotes,
  pools: readonly Pool[],
): readonly Position[] {
  const inPools = new Map(pools.map((pool) => [poolKey(pool), pool]));
  return targetsOf(state).map((target) => positionOf(state, quotes, target, inPools));
}

function positionOf(
  state: DayState,
  quotes: UnitQuotes,
  target: Target,
  pools: ReadonlyMap<string, Pool>,
): Position {
  const { cnpj, asset, side } = target;
  const own = pools.get(poolKey({ asset, side }));
  const other = pools.get(poolKey({ asset, side: oppositeSide(side) }));
  const [unit] = unitsOf(state.units, memberKey(target));
  const quote = quotes.get(asset);
  const units = unit?.units ?? 0;
  const unitShares = units * (quote?.sharesPerUnit ?? 0);
  const worth = (whole: number): Cents => (quote ? notional(whole * quote.sharesPerUnit, quote.inav) : 0);
  const primary = worth(units);
  const mine = totals(own, cnpj, 'order');
  const back = totals(other, cnpj, 'give-back');
  const has = primary + mine.money - back.money;
  // An order that was cancelled or reduced keeps what it had by right: that is no excess, and what is gone of it no lack.
  const kept = own ? keptBy(own, cnpj, { units, givenBack: back.money }, worth) : 0;
  const amount = Math.max(target.amount, Math.min(kept, has));
  return {
    ...target,
    amount,
    asked: target.amount,
    units,
    unitShares,
    primary,
    shares: mine.shares,
    executed: mine.money,
    oppositeShares: back.shares,
    opposite: back.money,
    residual: amount - has,
    price: quote?.inav ?? own?.price ?? 0,
  };
}

function totals(pool: Pool | undefined, cnpj: Cnpj, rank: LedgerRank): { shares: number; money: Cents } {
  const own = claimsOf(pool?.claims ?? [], cnpj).filter((claim) => claim.rank === rank);
  return {
    shares: own.reduce((sum, { id }) => sum + (pool?.sharesByClaim.get(id) ?? 0), 0),
    money: own.reduce((sum, { id }) => sum + (pool?.moneyByClaim.get(id) ?? 0), 0),
  };
}

/**
 * What its ended orders have by right.
 * @param now what the fund has beside its orders: of what it had when one ended, that much is left at most
 * @param worth of so many whole units, in cents
 */
const keptBy = (pool: Pool, cnpj: Cnpj, now: Beside, worth: (units: number) => Cents): Cents =>
  rightOf(
    endedOrders(pool, cnpj),
    ({ id }) => pool.moneyByClaim.get(id) ?? 0,
    ({ beside = now }) =>
      worth(Math.min(beside.units, now.units)) - Math.min(beside.givenBack, now.givenBack),
  );

const endedOrders = (pool: Pool, cnpj: Cnpj): readonly Claim[] =>
  claimsOf(pool.claims, cnpj).filter((claim) => claim.rank === 'order' && !isLive(claim));

const claimsOf = lookup(({ cnpj }: Claim) => cnpj);
const poolTargets = lookup((target: Target) => poolKey(target));
const unitsOf = lookup((unit: DayState['units'][number]) => memberKey(unit));
