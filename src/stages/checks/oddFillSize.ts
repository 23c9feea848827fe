// What a broker executed is many times all that it was ever allowed today: a quantity with zeros too many, or another desk's.
import { executed } from '../../domain/fill';
import { msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import { workSubject } from '../day/acceptances';
import { countedFills } from '../day/fills';
import type { DayInputs } from '../day/inputs';
import type { Check } from './check';
import { fillsFor, versionsFor } from './fillsSubject';
import { factorOf, judged, type Odd } from './odd';

/** @param most how many times its largest cap a broker may have executed */
export function oddFillSizes(inputs: DayInputs, most = inputs.settings.maxCapUse): readonly Odd[] {
  const { state } = inputs;
  const fills = countedFills(inputs);
  const worked = new Map(state.instructions.map((each) => [workSubject(each), each]));
  return [...worked.keys()].sort().flatMap((subject): readonly Odd[] => {
    const instruction = worked.get(subject);
    if (instruction === undefined) return [];
    const { asset: code, side, broker } = instruction;
    const { money, shares } = executed(fillsFor(fills, instruction));
    // Whatever was taken back later: what was allowed once was rightly done.
    const caps = versionsFor(state.instructions, instruction).map(({ cap }) => cap);
    const money2 = Math.max(...caps);
    if (money2 === 0 || money <= money2 * most) return [];
    return [
      {
        code: 'odd-fill-size',
        about: `executions ${state.tradeDate ?? ''} ${subject} quantity`,
        figure: shares,
        said: msg('{broker} reports {side} {code} over {money}, and its largest cap that day was {money2}', {
          ...{ broker, side, code, money, money2 },
        }),
        factor: factorOf(money, money2),
        place: { tab: executions.name },
      },
    ];
  });
}

export const oddFillSize: Check<DayInputs> = {
  code: 'odd-fill-size',
  setting: 'checkFillSize',
  find: (inputs) => judged(oddFillSizes(inputs), inputs),
};
