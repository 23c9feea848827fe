// A fill's price is far from everything that its ETF was worth today: a slip of the comma, or another ETF's fill.
import type { Fill } from '../../domain/fill';
import type { Price } from '../../domain/money';
import { type Message, msg } from '../../language/message';
import type { Located } from '../../sheets/read';
import { isTodays } from '../agenda/moments';
import type { DayInputs } from '../day/inputs';
import { type Check, placeAt } from './check';
import { apart, factorOf, judged, type Odd } from './odd';
import { lastInav } from './oddInav';

/** More than that of one broker, ETF and side are one story. */
const FEW = 3;

interface Off {
  readonly at: Located<Fill>;
  /** What its ETF was worth, as near to the price as it came. */
  readonly inav: Price;
}

export function oddFillPrices(inputs: DayInputs): readonly Odd[] {
  const { executions, state, settings } = inputs;
  const groups = new Map<string, Off[]>();
  const known = new Map<string, readonly Price[]>();
  for (const at of executions.rows) {
    const { date, status, broker, side, asset, price } = at.value;
    if (date !== state.tradeDate || status === 'BUSTED') continue;
    const inavs = known.get(asset) ?? inavsOf(inputs, asset);
    known.set(asset, inavs);
    const inav = nearest(inavs, price);
    if (inav === null || apart(price, inav) <= settings.maxMoveToday) continue;
    const key = `${broker} ${side} ${asset}`;
    groups.set(key, [...(groups.get(key) ?? []), { at, inav }]);
  }
  return [...groups.keys()].sort().flatMap((key) => {
    const own = (groups.get(key) ?? []).sort((a, b) => (a.at.value.fillId < b.at.value.fillId ? -1 : 1));
    return own.length > FEW ? several(inputs, own) : own.map((off) => one(inputs, off));
  });
}

/** Of the quotes that the day froze, those it was instructed at and the one that stands in the tab. */
function inavsOf(inputs: DayInputs, asset: string): readonly Price[] {
  const { state, quotes } = inputs;
  const live = isTodays(inputs) ? quotes.rows.find(({ value }) => value.asset === asset)?.value.inav : null;
  const known = [
    ...state.quotes.filter((quote) => quote.asset === asset).map(({ inav }) => inav),
    ...state.instructions.filter((each) => each.asset === asset).map(({ inav }) => inav),
    live ?? [],
  ].flat();
  return known.length > 0 ? [...new Set(known)] : [lastInav(inputs, asset)?.[0] ?? []].flat();
}

const nearest = (inavs: readonly Price[], price: Price): Price | null =>
  inavs.reduce<Price | null>(
    (best, inav) => (best === null || apart(price, inav) < apart(price, best) ? inav : best),
    null,
  );

const oddOf = (
  { executions: tab }: DayInputs,
  { at: { row, value }, inav }: Off,
  about: string,
  said: Message,
): Odd => ({
  code: 'odd-fill-price',
  about: `executions ${value.date} ${about} price`,
  figure: value.price,
  said,
  factor: factorOf(value.price, inav),
  place: placeAt(tab, row, 'price'),
});

function one(inputs: DayInputs, off: Off): Odd {
  const { broker, side, asset: code, fillId: fill, price } = off.at.value;
  const said = msg('fill {fill} of {broker}, {side} {code}, is at {price}, and the iNAV was {price2}', {
    ...{ fill, broker, side, code, price, price2: off.inav },
  });
  return oddOf(inputs, off, `${broker} ${side} ${code} ${fill}`, said);
}

/** The first of them stands for all: their number is part of what is accepted. */
function several(inputs: DayInputs, own: readonly Off[]): readonly Odd[] {
  const [first] = own;
  if (first === undefined) return [];
  const { broker, side, asset: code, fillId: fill, price } = first.at.value;
  const said = msg(
    '{n} fills of {broker}, {side} {code}, are far from the iNAV of {price2}, the first {fill} at {price}',
    { ...{ n: own.length, broker, side, code, fill, price, price2: first.inav } },
  );
  return [oddOf(inputs, first, `${broker} ${side} ${code} ${fill} (${own.length})`, said)];
}

export const oddFillPrice: Check<DayInputs> = {
  code: 'odd-fill-price',
  setting: 'checkFillPrice',
  find: (inputs) => judged(oddFillPrices(inputs), inputs),
};
