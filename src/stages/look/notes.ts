// What stands beside a side or a fund wherever the day is shown: above all that a person set its units, and why.
import type { Cents } from '../../domain/money';
import { type Message, msg } from '../../language/message';
import { nakedIn } from '../allocation/naked';
import { holdingsReason, reasonContext } from '../allocation/residualReason';
import type { DayInputs } from '../day/inputs';
import { poolKey } from '../day/keys';
import type { DayState } from '../day/state';
import type { Position, Standing } from '../standing/positions';
import { overrideFor, saidOverride } from '../units/unitOverrides';
import { reopenedOf } from './finished';
import { orderSides, type SideFigures, type ToGiveBack } from './sides';

type Overridden = Pick<DayState, 'unitOverrides'>;

/** Of a fund; null = the desk decides its units. Said from the moment on at which it was set, before and after they are asked for. */
export function byHand(state: Overridden, position: Position): Message | null {
  const override = overrideFor(state, position);
  return override === null ? null : saidOverride(override);
}

/**
 * Of a fund whose order was reduced or cancelled below what it had: why its target is more than what is asked; null = it is not.
 * What a broker executed beyond the order itself is too much before and after.
 */
const keptNote = (position: Position): Message | null =>
  keptBeyond(position) === null
    ? null
    : msg(
        'asked now: {money}; its target stays {money2}, of the order before, because it had that much by then',
        { money: position.asked, money2: position.amount },
      );

/** What of it: above what is asked for; null = nothing. */
export const keptBeyond = ({ asked, amount }: Pick<Position, 'asked' | 'amount'>): Cents | null =>
  amount > asked ? amount - asked : null;

/** All that is said of a fund, one definition for every place: units by hand, what it keeps, shares that it lacks. */
export function fundNotes(inputs: DayInputs, standing: Standing): (position: Position) => Message | null {
  const day = reasonContext(inputs, standing);
  return (position) =>
    noteOf([byHand(inputs.state, position), keptNote(position), holdingsReason(day, position)]);
}

/** All that is said of a side, one definition for every place: what is given back there, what of it is sold naked, why it is open again, units by hand. */
export function sideNotes(
  inputs: DayInputs,
  standing: Standing,
): (of: Pick<SideFigures, 'asset' | 'side' | 'funds' | 'toGiveBack'>) => Message | null {
  const naked = new Map(nakedIn(inputs, standing).map(({ asset, text }) => [asset, text]));
  const why = new Map(
    reopenedOf(orderSides(standing), inputs).map(({ asset, side, said }) => [poolKey({ asset, side }), said]),
  );
  return ({ asset, side, funds, toGiveBack }) =>
    noteOf([
      toGiveBack === null ? null : backNote(toGiveBack),
      side === 'SELL' ? naked.get(asset) : null,
      why.get(poolKey({ asset, side })),
      sideByHand(inputs.state, funds),
    ]);
}

/** Of a side on which no fund has an order. */
const backNote = ({ asked, given }: ToGiveBack): Message =>
  msg('no fund has an order here: {money} is to be given back, {money2} was given back so far', {
    money: asked,
    money2: given,
  });

/** Of a side: how many of its funds. */
export function sideByHand(
  state: Overridden,
  funds: readonly { readonly position: Position }[],
): Message | null {
  const n = funds.filter(({ position }) => overrideFor(state, position) !== null).length;
  return n === 0 ? null : msg('a person set the units of {n} {n|fund|funds}', { n });
}

/** All of them in one note; null = there is none. */
export function noteOf(notes: readonly (Message | null | undefined)[]): Message | null {
  const saids = notes.flatMap((note) => (note === null || note === undefined ? [] : [note]));
  const [only] = saids;
  if (only === undefined) return null;
  return saids.length === 1 ? only : msg('{saids}', { saids });
}
