// A creation unit has another size than the last time: it changes seldom, and everybody is told.
import { type Message, msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import { knownOf, remembered, UNIT } from '../day/lastKnown';
import type { KnownValue } from '../day/state';
import { type Check, placeAt } from './check';
import { apart, factorOf, judged, type Odd } from './odd';
import type { QuotesSubject } from './staleInav';

export function oddUnits(inputs: DayInputs, assets: readonly string[]): readonly Odd[] {
  const { quotes, settings } = inputs;
  return quotes.rows.flatMap(({ row, value: { asset, sharesPerUnit } }): readonly Odd[] => {
    const last = assets.includes(asset) ? lastUnit(inputs, asset) : null;
    // A unit without shares is another problem.
    if (last === null || sharesPerUnit === 0 || apart(sharesPerUnit, last[0]) <= settings.maxUnitChange)
      return [];
    const [n2, date] = last;
    const said: Message = msg(
      'one creation unit of {code} has {n} {n|share|shares}, and on {date} it had {n2}',
      {
        ...{ code: asset, n: sharesPerUnit, n2, date },
      },
    );
    return [
      {
        code: 'odd-unit',
        about: `${String(quotes.tab)} ${asset} shares_per_unit`,
        figure: sharesPerUnit,
        said,
        factor: factorOf(sharesPerUnit, n2),
        place: placeAt(quotes, row, 'sharesPerUnit'),
      },
    ];
  });
}

/** As a stage froze it last, today or on the last day. */
function lastUnit(inputs: DayInputs, asset: string): KnownValue | null {
  const { state } = inputs;
  const frozen = state.quotes.find((quote) => quote.asset === asset);
  return frozen === undefined || state.tradeDate === null
    ? knownOf(remembered(inputs), UNIT, asset)
    : [frozen.sharesPerUnit, state.tradeDate];
}

export const oddUnit: Check<QuotesSubject> = {
  code: 'odd-unit',
  setting: 'checkUnitSize',
  find: ({ inputs, assets }) => judged(oddUnits(inputs, assets), inputs),
};
