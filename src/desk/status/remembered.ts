// What the desk remembers of earlier looks at the day: three facts in the journal, bounded.
import type { IsoDate } from '../../domain/stamp';
import type { FinishedSides, Remembered } from '../../stages/day/remembered';
import { readBustsHeard } from '../fills/bustsHeard';
import { fillsFetchedAt } from '../fills/lastFetch';
import type { Journal } from '../services';

const KEY = 'finished-sides';
/** At about 110 characters each that fills two thirds of a property: a desk has a few dozen. */
const MOST = 50;

interface Kept {
  readonly date: IsoDate;
  readonly sides: FinishedSides;
}

/** @param date today's: what was finished on another day is no news */
export const readRemembered = (journal: Journal, date: IsoDate): Remembered => ({
  fillsAsOf: fillsFetchedAt(journal, date),
  finished: readFinished(journal, date),
  busts: readBustsHeard(journal, date),
});

function readFinished(journal: Journal, date: IsoDate): FinishedSides {
  const written = journal.get(KEY);
  if (written === null) return {};
  const kept: Kept = JSON.parse(written);
  return kept.date === date ? kept.sides : {};
}

/** What has not changed is not written again; beyond the bound the largest sides are remembered. */
export function rememberFinished(journal: Journal, date: IsoDate, sides: FinishedSides): void {
  const bounded = Object.fromEntries(
    Object.entries(sides)
      .sort(([a, one], [b, other]) => other.target - one.target || (a < b ? -1 : 1))
      .slice(0, MOST),
  );
  const untimed = (of: FinishedSides): string =>
    JSON.stringify(Object.entries(of).map(([side, { at: _at, ...figures }]) => [side, figures]));
  if (untimed(bounded) === untimed(readFinished(journal, date))) return;
  journal.set(KEY, JSON.stringify({ date, sides: bounded } satisfies Kept));
}
