// How many of the executed shares a fund can have beside what it keeps: those of the slices in which its orders were in force,
// less what ended orders keep of them. Whoever joined late has no part in the morning, so units have to fill what its shares cannot.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents } from '../../domain/money';
import { isLive } from '../ledger/claims';
import type { Pool } from '../ledger/pool';
import { boundariesOf, span } from '../ledger/slices';

/** By fund with an order in force; no entry = all that nobody keeps. */
export function sharesInReach({ claims, slices, split }: Pool): ReadonlyMap<Cnpj, number> {
  const boundaries = boundariesOf(claims);
  const reach = new Map<Cnpj, number>();
  if (slices.length < 2) return reach;
  const ended = new Set(
    claims.filter((claim) => claim.rank === 'order' && !isLive(claim)).map(({ id }) => id),
  );
  const kept = new Map<string, number>();
  for (const { id, slices: parts } of split?.answer.claims ?? [])
    if (ended.has(id))
      for (const { slice, shares } of parts) kept.set(slice, (kept.get(slice) ?? 0) + shares);
  const orders = claims.filter((claim) => claim.rank === 'order' && isLive(claim));
  for (const cnpj of new Set(orders.map((claim) => claim.cnpj))) {
    const spans = orders.filter((claim) => claim.cnpj === cnpj).map((claim) => span(claim, boundaries));
    const inForce = slices.filter((_, at) => spans.some(({ from, to }) => from <= at && at <= to));
    if (inForce.length === slices.length) continue;
    reach.set(
      cnpj,
      inForce.reduce((sum, { id, executed }) => sum + executed.shares - (kept.get(id) ?? 0), 0),
    );
  }
  return reach;
}

/** What a fund has for good. */
export interface Kept {
  readonly shares: number;
  readonly money: Cents;
}

export const NOTHING_KEPT: Kept = { shares: 0, money: 0 };

/** By fund: what it keeps of orders that were cut or cancelled; no other split of the pool gives it less. */
export function keptShares({ claims, sharesByClaim, moneyByClaim }: Pool): ReadonlyMap<Cnpj, Kept> {
  const kept = new Map<Cnpj, Kept>();
  for (const claim of claims) {
    if (claim.rank !== 'order' || isLive(claim)) continue;
    const { shares, money } = kept.get(claim.cnpj) ?? NOTHING_KEPT;
    kept.set(claim.cnpj, {
      shares: shares + (sharesByClaim.get(claim.id) ?? 0),
      money: money + (moneyByClaim.get(claim.id) ?? 0),
    });
  }
  return kept;
}
