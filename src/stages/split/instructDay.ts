// Instructs the brokers anew after a stage's decision: the same rule for the morning, midday, the rounds and amendments.
import { type DayInputs, valuesOf } from '../day/inputs';
import { liveQuotes } from '../day/quotes';
import type { DayState } from '../day/state';
import { shareLimits } from './dayStanding';
import { type Instructed, instruct } from './instruct';
import type { Standing } from './positions';
import { mayGiveBack } from './tradingRule';

export interface Occasion {
  readonly assets: readonly string[];
  readonly standing: Standing;
  /** Whether this is the last round of the day. */
  readonly isLast?: boolean;
  /** Whether everything counts, however small: when the day opens. */
  readonly opens?: boolean;
  /** Whether brokers keep what their caps leave open: in the rounds. */
  readonly keepsRooms?: boolean;
}

/** @param state with what the stage has decided; @returns it with the instructions and claims that follow, and these apart */
export function instructDay(
  inputs: DayInputs,
  state: DayState,
  { assets, standing, isLast = false, opens = false, keepsRooms = false }: Occasion,
): { readonly next: Instructed; readonly after: DayState } {
  const { settings } = inputs;
  const etfs = valuesOf(inputs.etfs);
  const next = instruct({
    tradeDate: state.tradeDate ?? '',
    now: inputs.now,
    user: inputs.user,
    state,
    standing,
    quotes: liveQuotes(inputs),
    etfs,
    brokers: valuesOf(inputs.brokers),
    assets,
    rule: {
      mayGiveBack: mayGiveBack(settings.giveBack, isLast),
      band: (asset) => settings.giveBackBand ?? etfs.find((etf) => etf.asset === asset)?.spreadBps ?? 0,
      tolerance: opens ? 0 : settings.tolerance,
    },
    limits: shareLimits(inputs, state),
    reprice: !opens,
    keepsRooms,
  });
  const { claims, cuts, instructions } = next;
  return { next, after: { ...state, claims, cuts, instructions: [...state.instructions, ...instructions] } };
}
