// The orders' claims as the intents stand now: what was raised begins, what was reduced or is gone ends.
import type { Stamp } from '../../domain/stamp';
import { memberKey, poolKey } from '../day/keys';
import type { OpenDay } from '../day/state';
import {
  type Claim,
  type Claimant,
  claimantKey,
  type Got,
  type Restatement,
  restated,
} from '../ledger/claims';
import { hasIn } from '../ledger/pool';
import { withCut } from '../ledger/slices';
import { filledIn, type Standing, targetsOf } from '../standing/positions';
import { givenBack } from '../standing/settledPools';

/**
 * The state with its orders' claims restated at `now`. Of an ETF that no broker has been instructed in yet nothing can have
 * been executed: its claims hold from the day's opening.
 * @param standing how the day stood before
 */
export function restateOrders(state: OpenDay, standing: Standing, now: Stamp): OpenDay {
  const claims = restatedClaims(state, standing, now);
  return { ...state, claims, cuts: withCut(state.cuts, claims, filledIn(standing), now) };
}

/** An order that was too small to be sent has no claim: here it begins again, and whoever instructs drops it where it still is. */
export function restatedClaims(state: OpenDay, standing: Standing, now: Stamp): readonly Claim[] {
  const wanted = new Map<string, Restatement>();
  for (const { rank, cnpj, asset, side } of state.claims)
    if (rank === 'order')
      wanted.set(claimantKey({ rank, cnpj, asset, side }), {
        claimant: { rank, cnpj, asset, side },
        total: 0,
      });
  for (const { cnpj, asset, side, amount } of targetsOf(state)) {
    const claimant: Claimant = { rank: 'order', cnpj, asset, side };
    wanted.set(claimantKey(claimant), { claimant, total: amount });
  }
  const got = gotFrom(state, standing);
  const instructed = new Set(state.instructions.map(({ asset }) => asset));
  const isOut = (asset: string): boolean => instructed.has(asset);
  const all = [...wanted.values()];
  const opened = restated(
    state.claims,
    all.filter(({ claimant }) => !isOut(claimant.asset)),
    null,
    got,
  );
  return restated(
    opened,
    all.filter(({ claimant }) => isOut(claimant.asset)),
    now,
    got,
  );
}

/** Reads what a claim has from the ledger's answers, and what its fund has beside it from the day's units and the other side. */
export function gotFrom({ units }: Pick<OpenDay, 'units'>, { pools }: Pick<Standing, 'pools'>): Got {
  const slices = new Map(
    pools.flatMap(({ split }) => (split?.answer.claims ?? []).map((row) => [row.id, row.slices] as const)),
  );
  const inPools = new Map(pools.map((pool) => [poolKey(pool), hasIn(pool)]));
  const back = givenBack(pools);
  const asked = new Map(units.map((unit) => [memberKey(unit), unit.units]));
  return (claim) => {
    const member = memberKey(claim);
    return {
      ...(inPools.get(poolKey(claim))?.(claim) ?? { shares: 0, money: 0 }),
      slices: slices.get(claim.id) ?? [],
      beside: { units: asked.get(member) ?? 0, givenBack: back.get(member) ?? 0 },
    };
  };
}
