// What the funds still call for, side by side: real orders by what is left of them, give-backs by the trading rule.
import type { Cents } from '../../domain/money';
import { oppositeSide, SIDES, type Side } from '../../domain/trade';
import type { Claim, Restatement } from '../ledger/claims';
import { calledFor } from '../ledger/claims';
import { memberKey } from './keys';
import type { Position, ShareLimits, Standing } from './positions';
import { giveBackOf, type TradingRule } from './tradingRule';

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
  readonly amount: Cents;
  /** Sells only: shares that may be sold at most for all of it; null where one of its funds has no bound. */
  readonly maxShares: number | null;
  readonly calls: readonly Call[];
}

/** Whether a fund still calls for anything: at least the tolerance and at least one share. */
export const callsForMore = (position: Position, tolerance: Cents): boolean =>
  Math.abs(position.residual) >= Math.max(tolerance, 1) &&
  Math.abs(position.residual) >= position.price * 100;

/** The side on which a fund's residual would be worked. */
export const sideOf = (position: Position): Side =>
  position.residual > 0 ? position.side : oppositeSide(position.side);

/** What every fund's give-back in these ETFs calls for from now on, done and open together. */
export function giveBacks(
  standing: Standing,
  claims: readonly Claim[],
  assets: readonly string[],
  rule: TradingRule,
): readonly Restatement[] {
  return standing.positions
    .filter(({ asset }) => assets.includes(asset))
    .map((position) => {
      const { cnpj, asset } = position;
      const claimant = { rank: 'give-back', cnpj, asset, side: oppositeSide(position.side) } as const;
      const own = claims.filter(
        (claim) =>
          claim.rank === 'give-back' &&
          claim.cnpj === cnpj &&
          claim.asset === asset &&
          claim.side === claimant.side,
      );
      const asked = calledFor(own);
      return { claimant, total: giveBackOf(position, asked, rule), asked };
    })
    .filter(({ total, asked }) => total !== asked)
    .map(({ claimant, total }) => ({ claimant, total }));
}

/** @param after the claims with these give-backs restated */
export function demandsOf(
  standing: Standing,
  after: readonly Claim[],
  assets: readonly string[],
  { tolerance }: TradingRule,
  limits: ShareLimits,
): readonly Demand[] {
  return assets.flatMap((asset) => {
    const calls = standing.positions
      .filter((position) => position.asset === asset)
      .flatMap((position) => [...ownCall(position, tolerance, limits), ...backCall(position, after)]);
    return SIDES.map((side) => demand(asset, side, calls));
  });
}

function demand(asset: string, side: Side, all: readonly Call[]): Demand {
  const calls = all.filter((call) => call.side === side);
  const amount = calls.reduce((sum, call) => sum + call.amount, 0);
  const isBounded = side === 'SELL' && calls.every(({ maxShares }) => maxShares !== null);
  const maxShares = isBounded ? calls.reduce((sum, call) => sum + (call.maxShares ?? 0), 0) : null;
  return { asset, side, amount, maxShares, calls };
}

function ownCall(position: Position, tolerance: Cents, limits: ShareLimits): readonly Call[] {
  if (position.residual <= 0 || !callsForMore(position, tolerance)) return [];
  const { side, shares, cnpj, asset } = position;
  const held = side === 'SELL' ? limits.get(memberKey({ cnpj, asset, side })) : undefined;
  const maxShares = held === undefined ? null : Math.max(0, held - shares + position.oppositeShares);
  return maxShares === 0 ? [] : [{ position, side, amount: position.residual, maxShares }];
}

function backCall(position: Position, after: readonly Claim[]): readonly Call[] {
  const side = oppositeSide(position.side);
  const { cnpj, asset, opposite, shares, oppositeShares } = position;
  const asked = calledFor(
    after.filter(
      (claim) =>
        claim.rank === 'give-back' && claim.cnpj === cnpj && claim.asset === asset && claim.side === side,
    ),
  );
  const amount = asked - opposite;
  const maxShares = Math.max(0, shares - oppositeShares);
  return amount > 0 && maxShares > 0 ? [{ position, side, amount, maxShares }] : [];
}
