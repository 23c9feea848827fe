// What was heard of a day's fills since it was allocated: busts, corrections, late fills. Whoever says again what it said before
// tells no news, though somebody else was believed meanwhile. Pure: rows in, changes out; the order of rows changes nothing.
import { byFill, type Fill, fillKey, sameFill } from '../../domain/fill';
import type { KeptDay, Overruled, Teller } from './kept';

/** Rows of the day by who tells them; `given` were written or pasted for this very correction. */
export interface Told extends Readonly<Record<Teller, readonly Fill[]>> {
  readonly given: readonly Fill[];
}

export interface FillChange {
  /** null = nobody knew of it. */
  readonly before: Fill | null;
  readonly after: Fill;
}

export interface Heard {
  /** All fills of the day as they are known now. */
  readonly fills: readonly Fill[];
  readonly changes: readonly FillChange[];
  /** Busts of fills that nobody knows: there is nothing to take back. */
  readonly unknownBusts: readonly Fill[];
  readonly overruled: readonly Overruled[];
}

const TELLERS: readonly Teller[] = ['feed', 'tab'];

const byKey = (fills: readonly Fill[]): ReadonlyMap<string, Fill> =>
  new Map(fills.map((fill) => [fillKey(fill), fill]));

/** A person's word wins over a system's, and what was given for the correction over what stands in the tab. */
export function heard(kept: Pick<KeptDay, 'fills' | 'overruled'>, told: Told): Heard {
  const known = byKey(kept.fills);
  const wordOf = (teller: Teller): ReadonlyMap<string, Fill> =>
    byKey(kept.overruled.filter((each) => each.teller === teller).map(({ fill }) => fill));
  const before = { feed: wordOf('feed'), tab: wordOf('tab') };
  const news = new Map<string, Fill>();
  for (const teller of TELLERS)
    for (const fill of told[teller]) {
      const key = fillKey(fill);
      const words = [known.get(key), before[teller].get(key)];
      if (!words.some((word) => word !== undefined && sameFill(word, fill))) news.set(key, fill);
    }
  for (const fill of told.given) news.set(fillKey(fill), fill);

  const all = [...news.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const changes = all.flatMap(([key, after]): readonly FillChange[] => {
    const then = known.get(key) ?? null;
    const isNothing = then === null ? after.status === 'BUSTED' : sameFill(then, after);
    return isNothing ? [] : [{ before: then, after }];
  });
  const changed = byKey(changes.map(({ after }) => after));
  const fills = [...kept.fills.map((fill) => changed.get(fillKey(fill)) ?? fill)];
  const late = changes.filter((change) => change.before === null).map(({ after }) => after);
  const current = byKey([...fills, ...late]);
  return {
    fills: [...current.values()].sort(byFill),
    changes,
    unknownBusts: all.flatMap(([key, fill]) => (fill.status === 'BUSTED' && !known.has(key) ? [fill] : [])),
    overruled: TELLERS.flatMap((teller) => {
      const words = new Map(before[teller]);
      for (const { before: then } of changes)
        if (then !== null && !words.has(fillKey(then)) && tellerOf(then) === teller)
          words.set(fillKey(then), then);
      for (const fill of told[teller]) words.set(fillKey(fill), fill);
      return [...words.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .filter(([key, fill]) => {
          const now = current.get(key);
          return now !== undefined && !sameFill(now, fill);
        })
        .map(([, fill]): Overruled => ({ teller, fill }));
    }),
  };
}

const tellerOf = ({ source }: Fill): Teller => (source === 'typed' ? 'tab' : 'feed');
