// A side that was finished and is open again says why: what it came to when it was finished last is remembered for the day.
import type { Cents } from '../../domain/money';
import { timeOf } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import { callsForMore } from '../caps/demands';
import type { DayInputs } from '../day/inputs';
import type { Finished, FinishedSides } from '../day/remembered';
import type { Figures, SideFigures } from './sides';

export interface Reopened {
  readonly asset: string;
  readonly side: Side;
  readonly said: Message;
}

const keyOf = ({ asset, side }: Pick<SideFigures, 'asset' | 'side'>): string => `${asset} ${side}`;

type Asked = Pick<DayInputs, 'remembered' | 'settings'>;

/** No fund of it calls for more: below the tolerance, or below one share, a fund needs nothing. */
export const isFinished = ({ funds }: SideFigures, tolerance: Cents): boolean =>
  funds.every(({ residual, position }) => residual <= 0 || !callsForMore(position, tolerance));

/** What is to be remembered from now on. */
export const finishedNow = (
  sides: readonly SideFigures[],
  { remembered, settings, now }: Asked & Pick<DayInputs, 'now'>,
): FinishedSides => ({
  ...remembered?.finished,
  ...Object.fromEntries(
    sides
      .filter((side) => isFinished(side, settings.tolerance))
      .map((side) => {
        const { target, executed, primary, givenBack } = side;
        return [keyOf(side), { at: now, target, executed, primary, givenBack }];
      }),
  ),
});

export const reopenedOf = (
  sides: readonly SideFigures[],
  { remembered, settings }: Asked,
): readonly Reopened[] =>
  sides.flatMap((side): readonly Reopened[] => {
    const before = remembered?.finished[keyOf(side)];
    if (before === undefined || isFinished(side, settings.tolerance)) return [];
    const { asset, side: which } = side;
    const said = msg('it was finished at {time} and is open again: {saids}', {
      time: timeOf(before.at),
      saids: causes(before, side),
    });
    return [{ asset, side: which, said }];
  });

function causes(before: Finished, now: SideFigures): readonly Message[] {
  const changed = (figure: keyof Finished & keyof Figures): Cents => now[figure] - before[figure];
  const found = [
    changed('target') > 0 && msg('its orders are {money} more', { money: changed('target') }),
    changed('executed') < 0 &&
      msg('{money} of what was executed is gone: a bust, a correction, or shares that are others’ now', {
        money: -changed('executed'),
      }),
    changed('primary') < 0 &&
      msg('its units count {money} less: others were asked for, or the iNAV moved', {
        money: -changed('primary'),
      }),
    changed('givenBack') > 0 &&
      msg('{money} more was given back on the other side', { money: changed('givenBack') }),
  ].filter((said): said is Message => said !== false);
  return found.length > 0 ? found : [msg('what was executed is split anew between its funds')];
}
