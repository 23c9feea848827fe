// Orders that nobody was asked to work have no claim: they are named before anything is sent, and get no share that was traded
// for others. Once a later stage can send them they begin.
import type { Stamp } from '../../domain/stamp';
import { memberKey, poolKey } from '../day/keys';
import type { OpenDay } from '../day/state';
import { type Claim, claimantKey, isLive } from '../ledger/claims';
import type { Standing } from '../standing/positions';
import type { Unworked } from './brokerParts';
import { callsForMore, type Demand } from './demands';

export interface Sent {
  readonly state: OpenDay;
  readonly standing: Standing;
  readonly now: Stamp;
  readonly demands: readonly Demand[];
  readonly unworked: readonly Unworked[];
  /** In cents: an order below it is not sent. */
  readonly least: number;
}

/** @param claims with those that begin now */
export function withoutUnsent(
  claims: readonly Claim[],
  { state, standing, now, demands, unworked, least }: Sent,
): readonly Claim[] {
  const isOut = new Set(state.instructions.map(({ asset }) => asset));
  const pools = new Set(state.instructions.map(poolKey));
  const positions = new Map(standing.positions.map((position) => [memberKey(position), position]));
  const asked = new Set(demands.map(({ asset }) => asset));
  const small = new Set(
    unworked
      .filter(({ why, amount, asset, side }) => {
        const demand = demands.find((own) => own.asset === asset && own.side === side);
        return why !== 'stopped' && amount === demand?.amount;
      })
      .map(poolKey),
  );
  const cut = new Set(claims.filter(({ to }) => to !== null).map(claimantKey));
  const endedNow = new Set(claims.filter(({ to }) => to === now).map(claimantKey));
  const isSent = (claim: Claim): boolean => {
    const begins = claim.from === now || (claim.from === null && !isOut.has(claim.asset));
    if (claim.rank !== 'order' || !isLive(claim) || !begins || claim.amount <= 0) return true;
    const position = positions.get(memberKey(claim));
    if (position === undefined || position.residual <= 0) return true;
    // Nobody asks brokers about this ETF now: what begins here was not sent before, unless it goes on anew.
    if (!asked.has(claim.asset)) return endedNow.has(claimantKey(claim));
    // A side that nobody works has no fills; what somebody trades there all the same is its order's.
    if (small.has(poolKey(claim)) && pools.has(poolKey(claim))) return false;
    return callsForMore(position, least);
  };
  const sent = new Set(claims.filter(isSent));
  const inForce = new Set([...sent].filter(isLive).map(claimantKey));
  return claims.flatMap((claim): readonly Claim[] => {
    if (sent.has(claim)) return [claim];
    const key = claimantKey(claim);
    // What is left of an order that was cut is not sent; what it kept it calls for again, should that be busted.
    return cut.has(key) && !inForce.has(key) ? [{ ...claim, amount: 0 }] : [];
  });
}
