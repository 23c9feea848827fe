// What rows of a later day take back or correct of a day that is over.
import { type Fill, fillKey } from '../domain/fill';
import type { IsoDate } from '../domain/stamp';
import { type CorrectedNumbers, correctedNumbers, named } from './about';
import type { ReportedFill } from './fillRow';

/** The day as it is known, and what its own rows in the answer correct. */
export interface OverDay {
  readonly date: IsoDate;
  readonly known: readonly Fill[];
  readonly own: readonly ReportedFill[];
  readonly corrected: CorrectedNumbers;
}

/**
 * Busts and corrections that carry the time at which they were made, days after their fill, and name it. Numbers begin anew each
 * day: where a fill of another day in the answer has that number too, nobody can tell which is meant.
 */
export function takenBackLater(
  others: readonly ReportedFill[],
  { date, known, own, corrected }: OverDay,
): readonly ReportedFill[] {
  const corrections = [...own, ...others].filter(
    ({ kind, takesBack, about, fill }) =>
      kind === 'correction' && !takesBack && (fill.date === date || about !== null),
  );
  const day = { fills: new Map<string, Fill>(), known };
  const book = { ...day, corrected: correctedNumbers(corrections, day, corrected) };
  return others.flatMap((event): readonly ReportedFill[] => {
    const { fill, about, kind, takesBack } = event;
    if (about === null || (kind === 'fill' && !takesBack) || fill.date < date) return [];
    const key = fillKey({ ...fill, fillId: about });
    const meant = named(book, event, about);
    const isTwofold = others.some(
      (each) => each.kind === 'fill' && !each.takesBack && fillKey(each.fill) === key,
    );
    if (meant === null || isTwofold) return [];
    return [{ ...event, fill: { ...fill, date, time: meant.time } }];
  });
}
