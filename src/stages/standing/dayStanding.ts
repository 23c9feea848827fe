// How the day stands: the one question that every stage, the status and the allocation ask.

import { once } from '../../domain/lookup';
import { fillsOf } from '../day/fills';
import { type DayInputs, valuesOf } from '../day/inputs';
import { fundAssetKey, memberKey } from '../day/keys';
import { frozenQuotes, type UnitQuotes } from '../day/quotes';
import type { DayState, UnitRequest } from '../day/state';
import { type Standing, standing, targetsOf } from './positions';
import type { ShareLimits } from './settledPools';

/** @param state the day's, or what a stage is about to make of it */
export const dayStanding = (inputs: DayInputs, state?: DayState, quotes?: UnitQuotes): Standing =>
  state === undefined && quotes === undefined
    ? asItIs(inputs)
    : standingOf(inputs, state ?? inputs.state, quotes ?? frozenQuotes(state ?? inputs.state));

/** Checks, tables and mails of one run ask for the same: it is split once. */
const asItIs = once((inputs: DayInputs) => standingOf(inputs, inputs.state, frozenQuotes(inputs.state)));

const standingOf = (inputs: DayInputs, state: DayState, quotes: UnitQuotes): Standing =>
  standing(state, {
    fills: fillsOf(inputs),
    quotes,
    weighting: inputs.settings.weighting,
    limits: shareLimits(inputs, state, quotes),
    held: heldShares(inputs),
  });

/** Shares held at the opening, by fund and ETF. */
export const heldShares = ({ holdings }: DayInputs): ReadonlyMap<string, number> =>
  new Map(valuesOf(holdings).map((holding) => [fundAssetKey(holding), holding.shares]));

/**
 * Sellers by what they hold less what their redemptions take; no entry where holdings are not known. Bought shares are
 * bought: cash is no limit here.
 * @param quotes by which the shares in units are counted, as where funds stand is
 */
export function shareLimits(inputs: DayInputs, state: DayState, quotes = frozenQuotes(state)): ShareLimits {
  const held = heldShares(inputs);
  if (held.size === 0) return new Map();
  const sizeOf = ({ asset, sharesPerUnit }: UnitRequest): number =>
    quotes.get(asset)?.sharesPerUnit ?? sharesPerUnit;
  const units = new Map(state.units.map((unit) => [memberKey(unit), unit.units * sizeOf(unit)]));
  return new Map(
    targetsOf(state)
      .filter(({ side }) => side === 'SELL')
      .map((target) => {
        const key = memberKey(target);
        return [key, Math.max(0, (held.get(fundAssetKey(target)) ?? 0) - (units.get(key) ?? 0))] as const;
      }),
  );
}
