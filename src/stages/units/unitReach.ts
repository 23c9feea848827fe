// How many of the executed shares a fund can have beside what it keeps: those of the slices in which its orders were in force,
// less what ended orders keep of them. Whoever joined late has no part in the morning, so units have to fill what its shares cannot.
import type { Cnpj } from '../../domain/cnpj';
import { grouped } from '../../domain/lookup';
import type { Cents } from '../../domain/money';
import type { LedgerAnswer } from '../../solver';
import { type Claim, isLive, rightOf } from '../ledger/claims';
import type { Pool } from '../ledger/pool';
import { boundariesOf, span } from '../ledger/slices';

/** Most of the executed shares that a fund can have beside what it keeps; null = all that nobody keeps. */
export type Reach = (cnpj: Cnpj) => number | null;

/** An order that was not sent, or that has all it asks for, has a part in none. */
export function sharesInReach({ claims, slices, split }: Pool): Reach {
  if (split === null) return () => null;
  const calling = new Set(split.problem.claims.flatMap(({ id, kept }) => (kept === undefined ? id : [])));
  const orders = grouped(
    claims.filter(({ id, rank }) => rank === 'order' && calling.has(id)),
    ({ cnpj }) => cnpj,
  );
  const boundaries = boundariesOf(claims);
  const kept = keptBySlice(claims, split.answer);
  return (cnpj) => {
    const spans = (orders.get(cnpj) ?? []).map((claim) => span(claim, boundaries));
    const inForce = slices.filter((_, at) => spans.some(({ from, to }) => from <= at && at <= to));
    if (inForce.length === slices.length) return null;
    return inForce.reduce((sum, { id, executed }) => sum + executed.shares - (kept.get(id) ?? 0), 0);
  };
}

/** Shares that ended orders keep. */
function keptBySlice(claims: readonly Claim[], answer: LedgerAnswer): ReadonlyMap<string, number> {
  const ended = new Set(
    claims.filter((claim) => claim.rank === 'order' && !isLive(claim)).map(({ id }) => id),
  );
  const kept = new Map<string, number>();
  for (const { slice, shares } of answer.claims.flatMap(({ id, slices }) => (ended.has(id) ? slices : [])))
    kept.set(slice, (kept.get(slice) ?? 0) + shares);
  return kept;
}

/** What a fund has for good. */
export interface Kept {
  readonly shares: number;
  readonly money: Cents;
  /** Of the money, what it has by right: as much as it called for when its orders were cut. */
  readonly right: Cents;
}

export const NOTHING_KEPT: Kept = { shares: 0, money: 0, right: 0 };

/** By fund: what it keeps of orders that were cut or cancelled; no other split of the pool gives it less. */
export function keptShares({ claims, sharesByClaim, moneyByClaim }: Pool): ReadonlyMap<Cnpj, Kept> {
  const moneyOf = ({ id }: Claim): Cents => moneyByClaim.get(id) ?? 0;
  const ended = grouped(
    claims.filter((claim) => claim.rank === 'order' && !isLive(claim)),
    ({ cnpj }) => cnpj,
  );
  return new Map(
    [...ended].map(([cnpj, own]) => [
      cnpj,
      {
        shares: own.reduce((sum, { id }) => sum + (sharesByClaim.get(id) ?? 0), 0),
        money: own.reduce((sum, claim) => sum + moneyOf(claim), 0),
        right: rightOf(own, moneyOf, () => 0),
      },
    ]),
  );
}
