// An iNAV is far from what is known of it: the day's earlier quote, the last day's, the official NAV beside it, what its shares
// were executed at.
import { executed, type Fill } from '../../domain/fill';
import { lookup } from '../../domain/lookup';
import type { Price } from '../../domain/money';
import { timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { isTodays } from '../agenda/moments';
import { countedFills } from '../day/fills';
import type { DayInputs } from '../day/inputs';
import { INAV, knownOf, remembered } from '../day/lastKnown';
import { officialNav } from '../day/quotes';
import type { KnownValue } from '../day/state';
import { type Check, placeAt } from './check';
import { apart, factorOf, judged, type Odd } from './odd';
import type { QuotesSubject } from './staleInav';

interface Reference {
  readonly price: Price;
  readonly most: number;
  readonly said: (code: string, price: Price) => Message;
}

export function oddInavs(inputs: DayInputs, assets: readonly string[]): readonly Odd[] {
  const { quotes, settings } = inputs;
  return quotes.rows.flatMap(({ row, value }): readonly Odd[] => {
    const { asset, inav } = value;
    if (!assets.includes(asset)) return [];
    const before = earlier(inputs, asset);
    const references = [before, filled(inputs, asset, before), navBeside(inputs, value)].flatMap(
      (each) => each ?? [],
    );
    const off = references.find(({ price, most }) => apart(inav, price) > most);
    if (off === undefined) return [];
    return [
      {
        code: 'odd-inav',
        about: `${String(quotes.tab)} ${asset} inav`,
        figure: inav,
        said: off.said(asset, inav),
        factor: factorOf(inav, off.price),
        place: placeAt(quotes, row, 'inav'),
        near: settings.maxMoveToday,
      },
    ];
  });
}

/** The day's own quote once there is one: it was compared with the last day's. */
function earlier(inputs: DayInputs, asset: string): Reference | null {
  const { state, settings } = inputs;
  const frozen = isTodays(inputs) ? state.quotes.find((quote) => quote.asset === asset) : undefined;
  if (frozen !== undefined) {
    const { inav: price2, at } = frozen;
    const said = (code: string, price: Price): Message =>
      msg('the iNAV of {code} is {price}, and at {time} it was {price2}', {
        ...{ code, price, price2, time: timeOf(at) },
      });
    return { price: price2, most: settings.maxMoveToday, said };
  }
  const last = lastInav(inputs, asset);
  if (last === null) return null;
  const [price2, date] = last;
  const said = (code: string, price: Price): Message =>
    msg('the iNAV of {code} is {price}, and on {date} it was {price2}', { code, price, price2, date });
  return { price: price2, most: settings.maxMoveOvernight, said };
}

export const lastInav = (inputs: DayInputs, asset: string): KnownValue | null =>
  knownOf(remembered(inputs), INAV, asset);

const fillsIn = lookup(({ asset }: Fill) => asset);

/** Fills that are far from what was known themselves say nothing of the iNAV: they are asked about. */
function filled(inputs: DayInputs, asset: string, before: Reference | null): Reference | null {
  if (!isTodays(inputs)) return null;
  const price2 = executed(fillsIn(countedFills(inputs), asset)).price;
  if (price2 === null || (before !== null && apart(price2, before.price) > before.most)) return null;
  const said = (code: string, price: Price): Message =>
    msg('the iNAV of {code} is {price}, and today’s fills have an average price of {price2}', {
      ...{ code, price, price2 },
    });
  return { price: price2, most: inputs.settings.maxMoveToday, said };
}

/** Until the day's own is published, the provider's official NAV is the last day's. */
function navBeside(inputs: DayInputs, quote: DayInputs['quotes']['rows'][number]['value']): Reference | null {
  const price2 = quote.officialNav;
  if (price2 === null || officialNav(inputs, quote) !== null) return null;
  const said = (code: string, price: Price): Message =>
    msg('the iNAV of {code} is {price}, and its official NAV is {price2}', { code, price, price2 });
  return { price: price2, most: inputs.settings.maxMoveToday, said };
}

export const oddInav: Check<QuotesSubject> = {
  code: 'odd-inav',
  setting: 'checkMove',
  find: ({ inputs, assets }) => judged(oddInavs(inputs, assets), inputs),
};
