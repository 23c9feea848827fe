// Units of one fund that a person decided instead of the desk: with a reason, for the day, within what the fund can do.
import { type Message, msg } from '../../language/message';
import { memberKey } from '../day/keys';
import type { DayState, UnitOverride } from '../day/state';
import { type Target, targetsOf } from '../standing/positions';

type Whose = Pick<Target, 'cnpj' | 'asset' | 'side'>;

/** The last word of the day on it; null = the desk decides. */
export function overrideFor(
  { unitOverrides }: Pick<DayState, 'unitOverrides'>,
  whose: Whose,
): UnitOverride | null {
  const own = unitOverrides.filter((each) => memberKey(each) === memberKey(whose));
  const last = own[own.length - 1];
  // Units of null take back what was said before.
  return last === undefined || last.units === null ? null : last;
}

export interface SetByHand {
  readonly target: Target;
  readonly override: UnitOverride;
}

/** Targets whose units a person set, of those whose units were asked for. */
export function setByHand(state: DayState): readonly SetByHand[] {
  if (state.unitOverrides.length === 0) return [];
  const asked = new Set(state.units.map(memberKey));
  return targetsOf(state).flatMap((target) => {
    const override = overrideFor(state, target);
    return override === null || !asked.has(memberKey(target)) ? [] : [{ target, override }];
  });
}

/** In a list of them. */
export const saidByHand = ({ target, override }: SetByHand): Message =>
  msg('units by hand: {fund}, {side} {code}: {said}', {
    ...{ fund: target.fund, side: target.side, code: target.asset },
    said: saidOverride(override),
  });

/** How it stands among the reasons of the fund's units. */
export const saidOverride = ({ units, by, reason }: UnitOverride): Message =>
  msg('{n} {n|unit|units} set by {user}: {reason}', { n: units ?? 0, user: by, reason });
