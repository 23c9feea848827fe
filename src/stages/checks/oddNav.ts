// An official NAV is far from the day's last iNAV: units would settle at a slip.
import { msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import { officialNav } from '../day/quotes';
import { type Check, placeAt } from './check';
import { apart, factorOf, judged, type Odd } from './odd';

export function oddNavs(inputs: DayInputs): readonly Odd[] {
  const { quotes, settings, state } = inputs;
  return quotes.rows.flatMap(({ row, value }): readonly Odd[] => {
    const { asset } = value;
    const nav = officialNav(inputs, value);
    const frozen = state.quotes.find((quote) => quote.asset === asset);
    if (nav === null || frozen === undefined || apart(nav, frozen.inav) <= settings.maxMoveToday) return [];
    return [
      {
        code: 'odd-nav',
        about: `${String(quotes.tab)} ${asset} official_nav`,
        figure: nav,
        said: msg('the official NAV of {code} is {price}, and its last iNAV was {price2}', {
          ...{ code: asset, price: nav, price2: frozen.inav },
        }),
        factor: factorOf(nav, frozen.inav),
        place: placeAt(quotes, row, 'officialNav'),
      },
    ];
  });
}

export const oddNav: Check<DayInputs> = {
  code: 'odd-nav',
  setting: 'checkMove',
  find: (inputs) => judged(oddNavs(inputs), inputs),
};
