// What is known of fills beside the day's own: which numbers corrected which, one fact a day in the journal, and the fills of
// days that are over.
import { utf8Length } from '../../domain/bytes';
import type { IsoDate } from '../../domain/stamp';
import type { Desk } from '../desk';
import type { PastFills } from '../feeds';
import { keptDates, readKept } from '../journal/keptDays';
import { LIMITS } from '../limits';
import type { Journal } from '../services';

const PREFIX = 'corrected:';
/** What fits into a property of the journal; a correction of a number that is forgotten is named, never guessed. */
const MOST_BYTES = LIMITS.propertyBytes * 0.9;
/** Longer than a day is told of late. */
const MOST_DATES = 5;

/** @param date whose fills they are */
export const pastFills = ({ services, book }: Desk, date: IsoDate): PastFills => ({
  corrected: correctedOn(services.journal, date),
  earlier: () =>
    keptDates(services.journal)
      .filter((each) => each < date)
      .slice(0, MOST_DATES)
      .flatMap((each) => {
        const kept = readKept(book, services, each);
        return kept.kind === 'kept' ? kept.day.fills : [];
      }),
  keptOn: (of) => {
    const kept = readKept(book, services, of);
    if (kept.kind !== 'kept') return null;
    const { fills, overruled } = kept.day;
    return { fills, overruled, corrected: correctedOn(services.journal, of) };
  },
});

const correctedOn = (journal: Journal, date: IsoDate): PastFills['corrected'] =>
  JSON.parse(journal.get(PREFIX + date) ?? '{}');

export function keepCorrected(
  journal: Journal,
  date: IsoDate,
  corrected: PastFills['corrected'] | undefined,
): void {
  if (corrected === undefined) return;
  const text = JSON.stringify(corrected);
  if (utf8Length(text) > MOST_BYTES || text === journal.get(PREFIX + date)) return;
  journal.set(PREFIX + date, text);
  const dates = [...journal.keys(PREFIX)].sort().reverse();
  for (const key of dates.slice(MOST_DATES)) journal.remove(key);
}
