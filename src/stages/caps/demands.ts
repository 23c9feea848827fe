// What the funds still call for, per ETF and side: orders by what is left of them, give-backs by the trading rule. Brokers' caps are made
// of this (instruct.ts).
import { lookup } from '../../domain/lookup';
import { type Cents, notional, oneShare } from '../../domain/money';
import { oppositeSide, SIDES, type Side } from '../../domain/trade';
import { fundAssetKey, memberKey } from '../day/keys';
import type { DayState } from '../day/state';
import { type Claim, calledFor, claimantKey, type Has, type Restatement } from '../ledger/claims';
import type { Position, Standing } from '../standing/positions';
import type { ShareLimits } from '../standing/settledPools';
import { giveBackOf, type TradingRule } from '../standing/tradingRule';
import { gotFrom } from './orders';
import { isGiveBackStopped } from './stopped';

/** What one fund still calls for on one side. */
export interface Call {
  readonly position: Position;
  readonly side: Side;
  readonly amount: Cents;
  /** Shares that may be sold for it at most; null where nothing bounds it, or holdings are not known. */
  readonly maxShares: number | null;
}

export interface Demand {
  readonly asset: string;
  readonly side: Side;
  /** What is still to do. */
  readonly amount: Cents;
  /** The whole day's demand, done and open together, without what ended orders keep and what sellers have no shares for. */
  readonly called: Cents;
  /** Sells only: shares that may be sold at most for all of it; null where one of its funds has no bound. */
  readonly maxShares: number | null;
  readonly calls: readonly Call[];
}

const claimsOf = lookup((claim: Claim) => claimantKey(claim));
const positionsIn = lookup(({ asset }: Position) => asset);

/** Whether a fund still calls for anything: at least the tolerance and at least one share. */
export const callsForMore = (position: Position, tolerance: Cents): boolean =>
  Math.abs(position.residual) >= Math.max(tolerance, 1) &&
  Math.abs(position.residual) >= oneShare(position.price);

/** The side on which a fund's residual would be worked. */
export const sideOf = (position: Position): Side =>
  position.residual > 0 ? position.side : oppositeSide(position.side);

/** What each fund is to give back in these ETFs, done and open together, where that changes. A give-back that a person stopped stays at what is done. */
export function giveBacks(
  standing: Standing,
  state: DayState,
  assets: readonly string[],
  { rule, held }: Pick<DemandQuestion, 'rule' | 'held'>,
): readonly Restatement[] {
  const has = gotFrom(state, standing);
  const free = heldBeside(standing, held);
  return standing.positions
    .filter(({ asset }) => assets.includes(asset))
    .map((position) => {
      const { cnpj, asset } = position;
      const claimant = { rank: 'give-back', cnpj, asset, side: oppositeSide(position.side) } as const;
      const asked = calledFor(claimsOf(state.claims, claimantKey(claimant)), has);
      const total = isGiveBackStopped(state, claimant)
        ? Math.min(asked, position.opposite)
        : giveBackOf(position, asked, available(position, free), rule);
      return { claimant, total, asked };
    })
    .filter(({ total, asked }) => total !== asked)
    .map(({ claimant, total }) => ({ claimant, total }));
}

/** What demands rest on beside where the funds stand. */
export interface DemandQuestion {
  /** Of the day: its stops and orders. */
  readonly state: DayState;
  readonly rule: TradingRule;
  /** Sellers: shares that each may sell today in all. */
  readonly limits: ShareLimits;
  /** Shares held at the opening, by fund and ETF; nothing where they are not known. */
  readonly held: ReadonlyMap<string, number>;
}

/** @param after the claims with these give-backs restated */
export function demandsOf(
  standing: Standing,
  after: readonly Claim[],
  assets: readonly string[],
  { state, rule: { tolerance }, limits, held }: DemandQuestion,
): readonly Demand[] {
  const has = gotFrom(state, standing);
  const free = heldBeside(standing, held);
  return assets.flatMap((asset) => {
    const positions = positionsIn(standing.positions, asset);
    const calls = positions.flatMap((position) => [
      ...ownCall(position, tolerance, limits),
      ...backCall(position, { after, has }, free),
    ]);
    return SIDES.map((side) => {
      const called = positions.reduce(
        (sum, own) => sum + calledOn({ ...state, claims: after }, has, own, side),
        0,
      );
      return demand({ asset, side, called }, calls);
    });
  });
}

/** What one fund calls for on one side in all: on its own side its order less its units plus what it gave back; on the other, its give-back. */
function calledOn(state: DayState, has: Has, { cnpj, asset, ...position }: Position, side: Side): Cents {
  if (position.side === side) return Math.max(0, position.asked - position.primary + position.opposite);
  const claimant = { rank: 'give-back', cnpj, asset, side } as const;
  if (isGiveBackStopped(state, claimant)) return 0;
  return calledFor(claimsOf(state.claims, claimantKey(claimant)), has);
}

function demand(
  { asset, side, called }: Pick<Demand, 'asset' | 'side' | 'called'>,
  all: readonly Call[],
): Demand {
  const wanted = all.filter((call) => call.side === side);
  const calls = side === 'SELL' ? withinShares(wanted) : wanted;
  const [amount, whole] = [totalOf(calls), totalOf(wanted)];
  const isBounded = side === 'SELL' && calls.every(({ maxShares }) => maxShares !== null);
  const maxShares = isBounded ? calls.reduce((sum, call) => sum + (call.maxShares ?? 0), 0) : null;
  return { asset, side, amount, called: called - (whole - amount), maxShares, calls };
}

const totalOf = (calls: readonly Call[]): Cents => calls.reduce((sum, { amount }) => sum + amount, 0);

/** What the shares that may be sold for it are worth now. */
const worthOf = ({ maxShares, position }: Call): Cents =>
  maxShares === null ? Number.POSITIVE_INFINITY : notional(maxShares, position.price);

/**
 * Sells as far as their sellers have the shares: brokers hear one cap for all of them, and what one fund cannot deliver others
 * would sell beyond what they want. Where every seller lacks shares the cap in shares says it alone, and the cap in BRL leaves
 * room to sell all of them in a dearer market.
 */
function withinShares(calls: readonly Call[]): readonly Call[] {
  if (calls.every((call) => worthOf(call) <= call.amount)) return calls;
  return calls.map((call) => ({ ...call, amount: Math.min(call.amount, worthOf(call)) }));
}

/** Shares that a seller still has to sell for its own order; null for buyers, and where holdings are not known. */
export function roomToSell(position: Position, limits: ShareLimits): number | null {
  const { side, shares, cnpj, asset, oppositeShares } = position;
  const held = side === 'SELL' ? limits.get(memberKey({ cnpj, asset, side })) : undefined;
  return held === undefined ? null : Math.max(0, held - shares + oppositeShares);
}

function ownCall(position: Position, tolerance: Cents, limits: ShareLimits): readonly Call[] {
  if (position.residual <= 0 || !callsForMore(position, tolerance)) return [];
  const { side, residual: amount } = position;
  const maxShares = roomToSell(position, limits);
  return maxShares === 0 ? [] : [{ position, side, amount, maxShares }];
}

/**
 * Of the shares held, what a fund's own sale leaves for giving back: who changed its side has both, and no share is sold twice. While
 * it still sells they are all its order's.
 */
function heldBeside(
  { positions }: Pick<Standing, 'positions'>,
  held: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const free = new Map(held);
  for (const position of positions) {
    const key = fundAssetKey(position);
    const left = (free.get(key) ?? 0) - position.shares - position.unitShares;
    if (position.side === 'SELL') free.set(key, position.residual > 0 ? 0 : Math.max(0, left));
  }
  return free;
}

/**
 * What a fund can trade back now: what it bought today (it settles with the sale) and holds, or what it sold today. Units that
 * were asked for today settle later and are not there to sell.
 */
const available = (position: Position, held: ReadonlyMap<string, number>): number =>
  Math.max(
    0,
    position.shares -
      position.oppositeShares +
      (position.side === 'BUY' ? (held.get(fundAssetKey(position)) ?? 0) : 0),
  );

function backCall(
  position: Position,
  { after, has }: { readonly after: readonly Claim[]; readonly has: Has },
  held: ReadonlyMap<string, number>,
): readonly Call[] {
  const side = oppositeSide(position.side);
  const { cnpj, asset, opposite } = position;
  const asked = calledFor(claimsOf(after, claimantKey({ rank: 'give-back', cnpj, asset, side })), has);
  const amount = asked - opposite;
  const maxShares = available(position, held);
  return amount > 0 && maxShares > 0 ? [{ position, side, amount, maxShares }] : [];
}
