// What figures were on the last day, for the next one to be compared with: kept in the state, signed as the rest of it, bounded
// by the rows of the tabs.
import type { Cnpj } from '../../domain/cnpj';
import { lookup } from '../../domain/lookup';
import { dateOf, type IsoDate } from '../../domain/stamp';
import type { DayInputs } from './inputs';
import type { DayState, Known, KnownRow, KnownValue } from './state';

/** A figure to be remembered. */
export interface Remembered {
  readonly what: string;
  readonly key: string;
  readonly value: number;
}

export const INAV = 'market-data inav';
export const UNIT = 'market-data shares_per_unit';
export const DAY_SIZE = 'daily-trades amount';

/** The largest trade of a fund on a day: by CNPJ and date. */
export const FUND_SIZE = 'daily-trades fund';

/** Rows that are gone are remembered until a column has that many: an ETF may rest for a while. */
const MOST = 2_000;
/** Days whose size is remembered. */
const DAYS = 20;

/** What is known of earlier days: until another day is opened, what the last one came to is still in its state. */
export const remembered = ({ now, state }: Pick<DayInputs, 'now' | 'state'>): readonly Known[] =>
  state.tradeDate === dateOf(now) ? state.known : closedDay(state);

const rowsNamed = lookup(([key]: KnownRow) => key);

const rowsOf = (known: readonly Known[], what: string): readonly KnownRow[] =>
  known.find((each) => each.what === what)?.rows ?? NONE;
const NONE: readonly KnownRow[] = [];

export function knownOf(known: readonly Known[], what: string, key: string): KnownValue | null {
  const [row] = rowsNamed(rowsOf(known, what), key);
  return row === undefined ? null : [row[1], row[2]];
}

/** The largest day of those that are remembered: all that the funds wanted, in cents; null = none is. */
export const largestDay = (known: readonly Known[], before: IsoDate): KnownValue | null =>
  rowsOf(known, DAY_SIZE).reduce<KnownValue | null>(
    (most, [, value, on]) => (on < before && (most === null || value > most[0]) ? [value, on] : most),
    null,
  );

/** A fund's largest trade on each of the days that are remembered of it, before a date. */
export const ownDays = (known: readonly Known[], cnpj: Cnpj, before: IsoDate): readonly KnownValue[] =>
  rowsOf(known, FUND_SIZE)
    .filter(([key, , on]) => key === `${cnpj} ${on}` && on < before)
    .map(([, value, on]) => [value, on]);

/** What is known with these figures of that date in place of older ones. */
export function remembering(
  known: readonly Known[],
  fresh: readonly Remembered[],
  on: IsoDate,
): readonly Known[] {
  const whats = [...new Set([...known, ...fresh].map(({ what }) => what))].sort();
  return whats.map((what) => {
    const merged = new Map(rowsOf(known, what).map((row) => [row[0], row]));
    for (const { key, value } of fresh.filter((each) => each.what === what)) {
      const before = merged.get(key);
      // A figure that is what it was is not new: a second look changes nothing.
      if (before?.[1] !== value || before[2] < on) merged.set(key, [key, value, on]);
    }
    const rows = [...merged.values()];
    if (what === FUND_SIZE) return { what, rows: bounded(lastDaysOfEach(rows), MOST) };
    return { what, rows: bounded(rows, what === DAY_SIZE ? DAYS : MOST) };
  });
}

/** Every fund's own last days, so that one that trades seldom keeps its past beside one that trades daily. */
function lastDaysOfEach(rows: readonly KnownRow[]): readonly KnownRow[] {
  const own = new Map<string, KnownRow[]>();
  for (const row of rows) {
    const cnpj = row[0].slice(0, -row[2].length - 1);
    own.set(cnpj, [...(own.get(cnpj) ?? []), row]);
  }
  return [...own.values()].flatMap((each) => bounded(each, DAYS));
}

/** The latest of them, in the order of their keys. */
function bounded(rows: readonly KnownRow[], most: number): readonly KnownRow[] {
  const byKey = ([a]: KnownRow, [b]: KnownRow): number => (a < b ? -1 : 1);
  const latest = (a: KnownRow, b: KnownRow): number => (a[2] === b[2] ? byKey(a, b) : a[2] > b[2] ? -1 : 1);
  return [...rows].sort(latest).slice(0, most).sort(byKey);
}

/** A day that another one follows: what its ETFs were worth in the end, and how much was wanted. */
export function closedDay(state: DayState): readonly Known[] {
  const { tradeDate, quotes, navs, intents, offshore, known } = state;
  if (tradeDate === null) return known;
  const nav = new Map(navs.map((each) => [each.asset, each.nav]));
  const largest = new Map<Cnpj, number>();
  for (const { cnpj, amount } of [...intents, ...offshore])
    if (amount > 0) largest.set(cnpj, Math.max(amount, largest.get(cnpj) ?? 0));
  const wanted = [...intents, ...offshore].reduce((sum, { amount }) => sum + amount, 0);
  return remembering(
    known,
    [
      ...quotes.map(({ asset, inav }) => ({ what: INAV, key: asset, value: nav.get(asset) ?? inav })),
      ...quotes.map(({ asset, sharesPerUnit }) => ({ what: UNIT, key: asset, value: sharesPerUnit })),
      ...[...largest].map(([cnpj, value]) => ({ what: FUND_SIZE, key: `${cnpj} ${tradeDate}`, value })),
      ...(wanted > 0 ? [{ what: DAY_SIZE, key: tradeDate, value: wanted }] : []),
    ],
    tradeDate,
  );
}
