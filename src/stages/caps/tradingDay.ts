// The trading rule of this day's settings, and what it will give back in the last round: what is too much now and waits by itself.
import type { Cents } from '../../domain/money';
import type { Stamp } from '../../domain/stamp';
import { oppositeSide } from '../../domain/trade';
import { maximumOf, tradingOver } from '../agenda/moments';
import { roundsLeft } from '../agenda/rounds';
import { type DayInputs, valuesOf } from '../day/inputs';
import type { OpenDay } from '../day/state';
import { claimantKey } from '../ledger/claims';
import { heldShares } from '../standing/dayStanding';
import type { Position, Standing } from '../standing/positions';
import { bandOf, type TradingRule } from '../standing/tradingRule';
import { giveBacks } from './demands';

export function tradingRuleOn(
  { settings, etfs }: Pick<DayInputs, 'settings' | 'etfs'>,
  { mayGiveBack, tolerance }: Pick<TradingRule, 'mayGiveBack' | 'tolerance'>,
): TradingRule {
  const all = valuesOf(etfs);
  return {
    ...{ mayGiveBack, tolerance },
    band: (code) =>
      bandOf(
        settings,
        all.find(({ asset }) => asset === code),
      ),
  };
}

/** Whose give-back it is, of a fund with an order on the other side. */
export const giveBackKey = ({ cnpj, asset, side }: Pick<Position, 'cnpj' | 'asset' | 'side'>): string =>
  claimantKey({ rank: 'give-back', cnpj, asset, side: oppositeSide(side) });

export interface LaterGiveBacks {
  /** When the last round of the day is to come. */
  readonly at: Stamp;
  /** What it will ask for beyond what was given back, by the figures of now: by claimant, in cents. */
  readonly byClaimant: ReadonlyMap<string, Cents>;
  readonly money: Cents;
}

/**
 * null = no round is to come that begins give-backs: the last one has run, trading is over, or the setting has them in every round
 * or in none.
 */
export function laterGiveBacks(inputs: DayInputs, state: OpenDay, standing: Standing): LaterGiveBacks | null {
  if (inputs.settings.giveBack !== 'last' || state.allocation !== null || tradingOver(inputs) !== null)
    return null;
  const after = { ...inputs, state };
  const [at] = roundsLeft(after, maximumOf(after)).slice(-1);
  if (at === undefined) return null;
  const assets = [...new Set(standing.positions.map(({ asset }) => asset))];
  const rule = tradingRuleOn(inputs, { mayGiveBack: true, tolerance: inputs.settings.tolerance });
  const total = new Map(
    giveBacks(standing, state, assets, { rule, held: heldShares(inputs) }).map((back) => [
      claimantKey(back.claimant),
      back.total,
    ]),
  );
  const byClaimant = new Map(
    standing.positions.flatMap((position): readonly (readonly [string, Cents])[] => {
      const key = giveBackKey(position);
      const more = (total.get(key) ?? 0) - position.opposite;
      return more > 0 ? [[key, more]] : [];
    }),
  );
  return { at, byClaimant, money: [...byClaimant.values()].reduce((sum, each) => sum + each, 0) };
}
