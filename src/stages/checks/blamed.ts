// Which rows a check on a sum means: those that a person changed since the orders were frozen, else all that make the sum.
import { grouped } from '../../domain/lookup';
import { dateOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import { intentKey } from '../day/keys';
import { type Finding, placeAt } from './check';
import { type LocatedTrade, total } from './trade';

/** So many are named; what is beyond them is counted. */
const NAMED = 4;

interface Blamed extends Required<Pick<Finding, 'place'>> {
  /** `HASH11 R$ 5.00 in row 4`; of an amended order what it was too. Empty where one row is all there is. */
  readonly saids: readonly Message[];
  readonly isAmended: boolean;
}

/**
 * @param entries what makes the sum, one at least
 * @param eased what takes from it: less of that makes it worse too
 */
export function blamed(
  inputs: DayInputs,
  entries: readonly LocatedTrade[],
  eased: readonly LocatedTrade[] = [],
): Blamed {
  const was = frozen(inputs);
  const now = amounts([...entries, ...eased]);
  const grew = ({ trade }: LocatedTrade): number => {
    const key = intentKey(trade);
    return (now.get(key) ?? 0) - (was.get(key) ?? 0);
  };
  // Before the day is open nothing was frozen: nothing is amended.
  const amended =
    was.size === 0
      ? []
      : [...entries.filter((entry) => grew(entry) > 0), ...eased.filter((entry) => grew(entry) < 0)];
  const isAmended = amended.length > 0;
  /** The largest change first, or where nothing changed the largest amount. */
  const weight = (entry: LocatedTrade): number => (isAmended ? Math.abs(grew(entry)) : 0);
  const meant = [...(isAmended ? amended : entries)].sort(
    (a, b) =>
      weight(b) - weight(a) ||
      b.trade.amount - a.trade.amount ||
      (intentKey(a.trade) < intentKey(b.trade) ? -1 : 1),
  );
  const [first] = meant;
  const isOne = !isAmended && entries.length === 1;
  const named = meant.slice(0, NAMED).map((entry) => said(entry, isAmended ? was : null));
  const n = meant.length - named.length;
  return {
    place: first === undefined ? { tab: inputs.trades.tab } : placeAt(inputs.trades, first.at.row, 'amount'),
    saids: isOne ? [] : n === 0 ? named : [...named, msg('and {n} more', { n })],
    isAmended,
  };
}

function said({ trade, at, fund: { fund } }: LocatedTrade, was: ReadonlyMap<string, number> | null): Message {
  const holes = { fund, side: trade.side, code: trade.asset, n: at.row + 1 };
  return was === null
    ? msg('{fund} {side} {code} {money} in row {n}', { ...holes, money: trade.amount })
    : msg('{fund} {side} {code} {money} → {money2} in row {n}', {
        ...holes,
        money: was.get(intentKey(trade)) ?? 0,
        money2: trade.amount,
      });
}

/** Today's orders as they stand. */
function frozen({ state, now }: DayInputs): ReadonlyMap<string, number> {
  if (state.tradeDate !== dateOf(now)) return new Map();
  return new Map([...state.intents, ...state.offshore].map((order) => [intentKey(order), order.amount]));
}

/** Rows of one order together. */
const amounts = (entries: readonly LocatedTrade[]): ReadonlyMap<string, number> =>
  new Map([...grouped(entries, ({ trade }) => intentKey(trade))].map(([key, rows]) => [key, total(rows)]));
