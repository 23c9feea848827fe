// What rows of a later day take back or correct of a day that is over.
import { type Fill, fillKey } from '../domain/fill';
import type { IsoDate } from '../domain/stamp';
import type { ReportedFill } from './fillRow';

/**
 * Busts and corrections that carry the time at which they were made, days after their fill, and name it. Numbers begin anew each
 * day: where a fill of another day in the answer has that number too, nobody can tell which is meant.
 */
export function takenBackLater(
  others: readonly ReportedFill[],
  date: IsoDate,
  known: readonly Fill[],
): readonly ReportedFill[] {
  return others.flatMap((event): readonly ReportedFill[] => {
    const { fill, about, kind, takesBack } = event;
    if (about === null || (kind === 'fill' && !takesBack) || fill.date < date) return [];
    const key = fillKey({ ...fill, fillId: about });
    const meant = known.find((each) => fillKey(each) === key);
    const isTwofold = others.some(
      (each) => each.kind === 'fill' && !each.takesBack && fillKey(each.fill) === key,
    );
    if (meant === undefined || isTwofold) return [];
    return [{ ...event, fill: { ...fill, date, time: meant.time } }];
  });
}
