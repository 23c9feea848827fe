// How many of the executed shares a fund can have at all: those of the slices in which its orders were in force. Whoever
// joined late has no part in the morning, so units have to fill what its shares cannot.
import type { Cnpj } from '../../domain/cnpj';
import { isLive } from '../ledger/claims';
import type { Pool } from '../ledger/pool';
import { boundariesOf, span } from '../ledger/slices';

/** By fund with an order in force; no entry = all that was executed. */
export function sharesInReach({ claims, slices }: Pool): ReadonlyMap<Cnpj, number> {
  const boundaries = boundariesOf(claims);
  const reach = new Map<Cnpj, number>();
  if (slices.length < 2) return reach;
  const orders = claims.filter((claim) => claim.rank === 'order' && isLive(claim));
  for (const cnpj of new Set(orders.map((claim) => claim.cnpj))) {
    const spans = orders.filter((claim) => claim.cnpj === cnpj).map((claim) => span(claim, boundaries));
    const inForce = slices.filter((_, at) => spans.some(({ from, to }) => from <= at && at <= to));
    if (inForce.length === slices.length) continue;
    reach.set(
      cnpj,
      inForce.reduce((sum, { executed }) => sum + executed.shares, 0),
    );
  }
  return reach;
}
